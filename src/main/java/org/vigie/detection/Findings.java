package org.vigie.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** A finding that counts only if a person is found between two offsets. */
    private record Tied(Finding finding, int from, int to) {}

    private final Set<FindingType> wanted;
    private final List<Finding> all = new ArrayList<>();
    private final List<Tied> tied = new ArrayList<>();
    /** Where persons start, wanted or not: others are tied to them. */
    private final TreeSet<Integer> persons = new TreeSet<>();

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
        if (finding.type() == FindingType.PERSON) persons.add(finding.start());
        if (!wants(finding.type())) return;
        if (finding.start() < furthest) crossing = true;
        furthest = Math.max(furthest, finding.end());
        all.add(finding);
    }

    void add(FindingType type, int start, int end, double confidence, String rule) {
        add(new Finding(type, start, end, confidence, rule));
    }

    /** Tells a finding that counts only if, in the end, a person was found between two offsets. */
    void addBesidePerson(Finding finding, int from, int to) {
        tied.add(new Tied(finding, from, to));
    }

    /** Whether something counts only beside a person. */
    boolean awaitsPersons() {
        return !tied.isEmpty();
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
        for (Tied one : tied) {
            Integer person = persons.ceiling(one.from());
            if (person != null && person < one.to()) add(one.finding());
        }
        tied.clear();
        if (!crossing) return all;
        TreeMap<Integer, Finding> kept = new TreeMap<>();
        all.stream().sorted(STRONGEST_FIRST).forEach(finding -> {
            Map.Entry<Integer, Finding> before = kept.lowerEntry(finding.end());
            if (before == null || before.getValue().end() <= finding.start()) kept.put(finding.start(), finding);
        });
        return List.copyOf(kept.values());
    }
}
