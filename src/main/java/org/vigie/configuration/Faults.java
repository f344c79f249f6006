package org.vigie.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers every fault, so that the operator mends them all at once. */
final class Faults {
    private record Fault(Place place, String message) {}

    private final List<Fault> found = new ArrayList<>();

    void add(Place place, String message) {
        found.add(new Fault(place, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** {@code vigie.yaml:12: unknown key "prot"; did you mean "port"?}, by line, those of the environment first. */
    List<String> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt(fault -> fault.place().line()))
                .map(fault -> fault.place() + ": " + fault.message())
                .distinct()
                .toList();
    }
}
