package org.vigie.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many people of each group did something, told so that it tells of nobody. Groups of fewer than five are merged,
 * with the smallest of the others where they are still fewer than five together; a count that is close to none or to all
 * is a range; and the total is the sum of what is told, so that no difference brings back what is not. A group is of one
 * dimension: two tallies of the same people are never crossed.
 *
 * @param groups in the order of their names, the merged ones last
 * @param all empty where there are fewer than five people altogether
 */
public record Tally(List<Group> groups, Optional<Group> all) {
    /** People in a group that is told. */
    public static final int SMALLEST = 5;

    /** As many people or fewer, or all but as many or fewer, are a range: who knows of themselves learns of nobody else. */
    static final int MARGIN = 2;

    public Tally {
        groups = List.copyOf(groups);
    }

    /** What is known of a group before it is told. @param counted of its people */
    public record Counted(int people, int counted) {
        public Counted {
            if (counted < 0 || counted > people) throw new IllegalArgumentException(counted + " of " + people);
        }

        public Counted and(Counted other) {
            return new Counted(people + other.people, counted + other.counted);
        }
    }

    /** Both included. */
    public record Range(int least, int most) {
        Range plus(Range other) {
            return new Range(least + other.least, most + other.most);
        }

        public boolean isExact() {
            return least == most;
        }
    }

    /** @param name empty for the merged ones, and for all */
    public record Group(Optional<String> name, int people, Range counted) {
        /** Those who did not. */
        public Range rest() {
            return new Range(people - counted.most, people - counted.least);
        }

        /** In hundredths, rounded down. */
        public Range percent() {
            return new Range(100 * counted.least / people, 100 * counted.most / people);
        }
    }

    /** @param byGroup the key is the group's name, empty for people without one; each has at least one person */
    public static Tally of(Map<String, Counted> byGroup) {
        Optional<Set<String>> merged = merged(byGroup.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, group -> group.getValue().people())));
        if (merged.isEmpty()) return new Tally(List.of(), Optional.empty());
        List<Group> told = new ArrayList<>();
        Counted others = new Counted(0, 0);
        for (Map.Entry<String, Counted> group : new TreeMap<>(byGroup).entrySet()) {
            if (merged.get().contains(group.getKey())) others = others.and(group.getValue());
            else told.add(told(Optional.of(group.getKey()), group.getValue()));
        }
        if (others.people() > 0) told.add(told(Optional.empty(), others));
        Optional<Group> all = told.stream()
                .map(group -> new Group(Optional.empty(), group.people(), group.counted()))
                .reduce((sum, group) -> new Group(
                        Optional.empty(),
                        sum.people() + group.people(),
                        sum.counted().plus(group.counted())));
        return new Tally(told, all);
    }

    /** Which groups may be told by their names, as {@link #of} would: the others are told together or not at all. */
    public static Set<String> named(Map<String, Integer> people) {
        return merged(people)
                .map(merged -> people.keySet().stream()
                        .filter(name -> !merged.contains(name))
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    /** The names of those that are told together; empty where nothing may be told. */
    private static Optional<Set<String>> merged(Map<String, Integer> people) {
        List<Map.Entry<String, Integer>> alone = new ArrayList<>();
        List<Map.Entry<String, Integer>> together = new ArrayList<>();
        people.entrySet().forEach(group -> {
            boolean small = group.getKey().isEmpty() || group.getValue() < SMALLEST;
            (small ? together : alone).add(group);
        });
        alone.sort(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        while (!together.isEmpty() && sum(together) < SMALLEST && !alone.isEmpty()) together.add(alone.removeFirst());
        if (sum(together) + sum(alone) < SMALLEST) return Optional.empty();
        return Optional.of(together.stream().map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet()));
    }

    private static int sum(List<Map.Entry<String, Integer>> groups) {
        return groups.stream().mapToInt(Map.Entry::getValue).sum();
    }

    private static Group told(Optional<String> name, Counted known) {
        return new Group(name, known.people(), range(known));
    }

    private static Range range(Counted known) {
        if (known.counted() <= MARGIN) return new Range(0, MARGIN);
        if (known.counted() >= known.people() - MARGIN) return new Range(known.people() - MARGIN, known.people());
        return new Range(known.counted(), known.counted());
    }
}
