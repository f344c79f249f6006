package org.vigie.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the recognisers tell of one text, in any order and overlapping. {@link #resolved} leaves of overlapping ones the
 * longest: an address holds the name of its street, a URL its password, a SIRET its SIREN.
 */
final class Findings {
    private static final Comparator<Finding> STRONGEST_FIRST = Comparator.comparingInt(Finding::length)
            .thenComparingDouble(Finding::confidence)
            .reversed()
            .thenComparing(Finding::type)
            .thenComparingInt(Finding::start);

    private final Set<FindingType> wanted;
    private final List<Finding> all = new ArrayList<>();
    private boolean crossing;
    private int furthest;

    /** @param wanted what is looked for; findings of other types are dropped and hide nothing */
    Findings(Set<FindingType> wanted) {
        this.wanted = wanted;
    }

    boolean wants(FindingType type) {
        return wanted.contains(type);
    }

    void add(Finding finding) {
        if (!wants(finding.type())) return;
        if (finding.start() < furthest) crossing = true;
        furthest = Math.max(furthest, finding.end());
        all.add(finding);
    }

    void add(FindingType type, int start, int end, double confidence, String rule) {
        add(new Finding(type, start, end, confidence, rule));
    }

    /** Whether what was told so far covers this place. */
    boolean covers(int at) {
        for (int i = all.size() - 1; i >= 0 && i >= all.size() - 8; i--) {
            Finding finding = all.get(i);
            if (finding.start() <= at && at < finding.end()) return true;
        }
        return false;
    }

    void removeIf(Predicate<Finding> unwanted) {
        all.removeIf(unwanted);
    }

    /** Sorted by offset, not overlapping. */
    List<Finding> resolved() {
        if (!crossing) return all;
        TreeMap<Integer, Finding> kept = new TreeMap<>();
        all.stream().sorted(STRONGEST_FIRST).forEach(finding -> {
            Map.Entry<Integer, Finding> before = kept.lowerEntry(finding.end());
            if (before == null || before.getValue().end() <= finding.start()) kept.put(finding.start(), finding);
        });
        return List.copyOf(kept.values());
    }
}
