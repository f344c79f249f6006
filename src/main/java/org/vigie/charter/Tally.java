package org.vigie.charter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many have signed, in groups of five people or more. Smaller teams are added to the others, and where those are
 * still fewer than five, the smallest team that is left, until they are not: no count is of fewer, and no difference
 * between a total and the groups is.
 *
 * @param groups in the order of their names, the others last
 * @param all empty where there are fewer than five people altogether
 */
record Tally(List<Group> groups, Optional<Group> all) {
    static final int SMALLEST = 5;

    /** @param team empty for the others together */
    record Group(Optional<String> team, int people, int signed) {
        Group and(Group other) {
            return new Group(Optional.empty(), people + other.people, signed + other.signed);
        }

        public int unsigned() {
            return people - signed;
        }

        public int percent() {
            return 100 * signed / people;
        }
    }

    /** @param byTeam the key is the team's name, empty for people without one; counts are above 0 */
    static Tally of(Map<String, Group> byTeam) {
        List<Group> teams = new ArrayList<>();
        Group others = new Group(Optional.empty(), 0, 0);
        for (Map.Entry<String, Group> entry : byTeam.entrySet()) {
            Group counted = entry.getValue();
            if (entry.getKey().isEmpty() || counted.people() < SMALLEST) others = others.and(counted);
            else teams.add(new Group(Optional.of(entry.getKey()), counted.people(), counted.signed()));
        }
        teams.sort(Comparator.comparingInt(Group::people)
                .thenComparing(group -> group.team().orElseThrow()));
        while (others.people() > 0 && others.people() < SMALLEST && !teams.isEmpty()) {
            others = others.and(teams.removeFirst());
        }
        if (others.people() > 0 && others.people() < SMALLEST) return new Tally(List.of(), Optional.empty());
        teams.sort(Comparator.comparing(group -> group.team().orElseThrow()));
        if (others.people() > 0) teams.add(others);
        Optional<Group> all = teams.stream()
                .reduce((sum, group) ->
                        new Group(Optional.empty(), sum.people() + group.people(), sum.signed() + group.signed()));
        return new Tally(List.copyOf(teams), all.map(sum -> new Group(Optional.empty(), sum.people(), sum.signed())));
    }
}
