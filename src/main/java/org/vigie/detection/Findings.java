package org.vigie.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vigie.detection.Examination.Undecided;

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

    static final Comparator<Finding> BY_PLACE = Comparator.comparingInt(Finding::start);

    /** A finding that counts only if a person is found between two offsets. */
    private record Tied(Finding finding, int from, int to) {}

    private final Set<FindingType> wanted;
    private final List<Finding> all = new ArrayList<>();
    private final List<Tied> tied = new ArrayList<>();
    /** Where persons start, wanted or not, in any order: others are tied to them. */
    private int[] persons = new int[8];

    private int personCount;
    private final List<Undecided> undecided = new ArrayList<>();

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
        if (finding.type() == FindingType.PERSON) {
            if (personCount == persons.length) persons = Arrays.copyOf(persons, 2 * personCount);
            persons[personCount++] = finding.start();
        }
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

    /** Tells a place that may hold a person: nothing is masked there unless somebody else says so. */
    void addUndecided(int start, int end) {
        undecided.add(new Undecided(start, end));
    }

    /** In the order in which they were told. */
    List<Undecided> undecided() {
        return undecided;
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
        Arrays.sort(persons, 0, personCount);
        int known = personCount;
        for (Tied one : tied) {
            int person = Arrays.binarySearch(persons, 0, known, one.from());
            if (person < 0) person = -person - 1;
            if (person < known && persons[person] < one.to()) add(one.finding());
        }
        tied.clear();
        if (!crossing) return all;
        all.sort(BY_PLACE);
        List<Finding> kept = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); ) {
            int end = all.get(from).end();
            int to = from + 1;
            for (; to < all.size() && all.get(to).start() < end; to++)
                end = Math.max(end, all.get(to).end());
            if (to - from == 1) kept.add(all.get(from));
            else if (to - from == 2) kept.add(stronger(all.get(from), all.get(from + 1)));
            else resolve(all.subList(from, to), kept);
            from = to;
        }
        return kept;
    }

    private static Finding stronger(Finding one, Finding other) {
        return STRONGEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    /** Of findings that overlap, one after the other, those that stay. */
    private static void resolve(List<Finding> crossing, List<Finding> kept) {
        TreeMap<Integer, Finding> strongest = new TreeMap<>();
        crossing.stream().sorted(STRONGEST_FIRST).forEach(finding -> {
            Map.Entry<Integer, Finding> before = strongest.lowerEntry(finding.end());
            if (before == null || before.getValue().end() <= finding.start()) strongest.put(finding.start(), finding);
        });
        kept.addAll(strongest.values());
    }
}
