package org.vigie.audit;

import java.util.ArrayList;
import java.util.List;

/** Counts every fault and keeps the first ones, so that a wholly foreign file does not fill the memory. */
final class Faults {
    private static final int KEPT = 50;

    private final List<Fault> first = new ArrayList<>();
    private long count;

    void add(Fault fault) {
        count++;
        if (first.size() < KEPT) {
            first.add(fault);
        }
    }

    long count() {
        return count;
    }

    List<Fault> first() {
        return List.copyOf(first);
    }
}
