package org.vigie.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Tally.Counted;
import org.vigie.kernel.Tally.Group;
import org.vigie.kernel.Tally.Range;

class TallyTest {
    private static final int RUNS = 2_000;

    private static Group group(String name, int people, int least, int most) {
        return new Group(Optional.of(name).filter(known -> !known.isEmpty()), people, new Range(least, most));
    }

    @Test
    void small_groups_are_counted_together() {
        Tally tally = Tally.of(
                Map.of("Conseil", new Counted(9, 4), "Direction", new Counted(3, 3), "Achats", new Counted(3, 0)));
        assertThat(tally.groups()).containsExactly(group("Conseil", 9, 4, 4), group("", 6, 3, 3));
        assertThat(tally.all()).contains(group("", 15, 7, 7));
    }

    @Test
    void one_small_group_takes_the_smallest_other_with_it() {
        Tally tally = Tally.of(
                Map.of("Conseil", new Counted(9, 4), "Énergie", new Counted(6, 1), "Direction", new Counted(3, 3)));
        assertThat(tally.groups()).containsExactly(group("Conseil", 9, 4, 4), group("", 9, 4, 4));
    }

    @Test
    void people_without_a_group_are_among_the_others() {
        Tally tally = Tally.of(Map.of("", new Counted(7, 3), "Conseil", new Counted(8, 4)));
        assertThat(tally.groups()).containsExactly(group("Conseil", 8, 4, 4), group("", 7, 3, 3));
    }

    @Test
    void fewer_than_five_are_not_counted_at_all() {
        Tally tally = Tally.of(Map.of("Conseil", new Counted(3, 1), "Direction", new Counted(1, 1)));
        assertThat(tally.groups()).isEmpty();
        assertThat(tally.all()).isEmpty();
        assertThat(Tally.of(Map.of()).all()).isEmpty();
    }

    @Test
    void where_every_group_is_small_only_the_total_is_told() {
        Tally tally = Tally.of(Map.of("A", new Counted(3, 1), "B", new Counted(4, 3)));
        assertThat(tally.groups()).containsExactly(group("", 7, 4, 4));
        assertThat(tally.all()).contains(group("", 7, 4, 4));
    }

    @Test
    void close_to_none_and_to_all_is_a_range_and_so_is_the_total() {
        Tally tally = Tally.of(
                Map.of("A", new Counted(8, 8), "B", new Counted(8, 6), "C", new Counted(8, 5), "D", new Counted(8, 0)));
        assertThat(tally.groups())
                .containsExactly(group("A", 8, 6, 8), group("B", 8, 6, 8), group("C", 8, 5, 5), group("D", 8, 0, 2));
        assertThat(tally.all()).contains(group("", 32, 17, 23));
        assertThat(tally.groups().getFirst().rest()).isEqualTo(new Range(0, 2));
        assertThat(tally.groups().getFirst().percent()).isEqualTo(new Range(75, 100));
    }

    @Test
    void which_groups_may_be_named_is_told_the_same_way() {
        assertThat(Tally.named(Map.of("A", 9, "B", 5, "C", 3))).containsExactly("A");
        assertThat(Tally.named(Map.of("A", 9, "B", 5))).containsExactlyInAnyOrder("A", "B");
        assertThat(Tally.named(Map.of("A", 3, "B", 1))).isEmpty();
        assertThat(Tally.named(Map.of("A", 9, "", 2))).isEmpty();
    }

    @Test
    void more_than_there_are_cannot_be_counted() {
        assertThatThrownBy(() -> new Counted(3, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Groups of one to nine people, some without a name. */
    private static Map<String, Counted> random(Random random) {
        Map<String, Counted> groups = new TreeMap<>();
        for (int group = random.nextInt(7); group >= 0; group--) {
            int people = 1 + random.nextInt(9);
            // None and all are as likely as all else: there a count tells most.
            int counted = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> people;
                default -> random.nextInt(people + 1);
            };
            groups.put(group == 0 ? "" : "T" + group, new Counted(people, counted));
        }
        return groups;
    }

    /** Whatever rows somebody adds up or takes from the total, what is left is of five people or more, or of nobody. */
    @Test
    void no_sum_and_no_difference_is_of_fewer_than_five_people() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            Map<String, Counted> groups = random(random);
            Tally tally = Tally.of(groups);
            int people = groups.values().stream().mapToInt(Counted::people).sum();
            if (people < Tally.SMALLEST) {
                assertThat(tally.all()).as("seed %d, %s", seed, groups).isEmpty();
                assertThat(tally.groups()).as("seed %d, %s", seed, groups).isEmpty();
                continue;
            }
            assertThat(tally.all().orElseThrow().people()).isEqualTo(people);
            List<Group> told = tally.groups();
            for (int subset = 0; subset < 1 << told.size(); subset++) {
                int chosen = subset;
                int sum = IntStream.range(0, told.size())
                        .filter(row -> (chosen >> row & 1) == 1)
                        .map(row -> told.get(row).people())
                        .sum();
                assertThat(List.of(sum, people - sum))
                        .as("seed %d, %s", seed, groups)
                        .allMatch(left -> left == 0 || left >= Tally.SMALLEST);
            }
        }
    }

    /**
     * Somebody who knows how large every group is, what one person did, the rows and the total: whatever could be behind
     * them, every other person may have done it, and may not have; of no merged group is the count known.
     */
    @Test
    void whoever_knows_of_themselves_learns_of_nobody_else_and_no_merged_count() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            Map<String, Counted> groups = random(random);
            Tally tally = Tally.of(groups);
            Set<String> named = new HashSet<>();
            for (Group row : tally.groups()) {
                row.name().ifPresent(named::add);
                // The rows are independent of each other: the total is their sum and says nothing more.
                for (boolean mine : new boolean[] {true, false}) {
                    Set<Integer> ofOthers = possible(row).stream()
                            .map(counted -> counted - (mine ? 1 : 0))
                            .filter(counted -> counted >= 0 && counted <= row.people() - 1)
                            .collect(Collectors.toSet());
                    assertThat(ofOthers.stream().anyMatch(counted -> counted > 0))
                            .as("seed %d, %s, %s", seed, groups, row)
                            .isTrue();
                    assertThat(ofOthers.stream().anyMatch(counted -> counted < row.people() - 1))
                            .as("seed %d, %s, %s", seed, groups, row)
                            .isTrue();
                }
            }
            tally.groups().stream()
                    .filter(row -> row.name().isEmpty())
                    .findFirst()
                    .ifPresent(others -> groups.forEach((name, hidden) -> {
                        if (named.contains(name) || hidden.people() == others.people()) return;
                        Set<Integer> counts = new HashSet<>();
                        for (int sum : possible(others)) {
                            int rest = others.people() - hidden.people();
                            for (int mine = Math.max(0, sum - rest); mine <= Math.min(hidden.people(), sum); mine++) {
                                counts.add(mine);
                            }
                        }
                        assertThat(counts)
                                .as("seed %d, %s, %s", seed, groups, name)
                                .hasSizeGreaterThan(1);
                    }));
            tally.all()
                    .ifPresent(all -> assertThat(all.counted())
                            .isEqualTo(new Range(
                                    tally.groups().stream()
                                            .mapToInt(row -> row.counted().least())
                                            .sum(),
                                    tally.groups().stream()
                                            .mapToInt(row -> row.counted().most())
                                            .sum())));
        }
    }

    @Test
    void what_is_told_is_true() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            Map<String, Counted> groups = random(random);
            Tally.of(groups).groups().stream()
                    .filter(row -> row.name().isPresent())
                    .forEach(row -> {
                        Counted known =
                                Objects.requireNonNull(groups.get(row.name().orElseThrow()));
                        assertThat(row.people()).as("seed %d", seed).isEqualTo(known.people());
                        assertThat(known.counted())
                                .as("seed %d", seed)
                                .isBetween(row.counted().least(), row.counted().most());
                    });
        }
    }

    private static Set<Integer> possible(Group row) {
        Set<Integer> possible = new HashSet<>();
        for (int counted = row.counted().least(); counted <= row.counted().most(); counted++) possible.add(counted);
        return possible;
    }
}
