package org.vigie.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.charter.Tally.Group;

class TallyTest {
    private static Group counted(int people, int signed) {
        return new Group(Optional.empty(), people, signed);
    }

    private static Group team(String name, int people, int signed) {
        return new Group(Optional.of(name), people, signed);
    }

    @Test
    void small_teams_are_counted_together() {
        Tally tally = Tally.of(Map.of("Conseil", counted(9, 4), "Direction", counted(3, 3), "Achats", counted(2, 0)));
        assertThat(tally.groups()).containsExactly(team("Conseil", 9, 4), counted(5, 3));
        assertThat(tally.all()).contains(counted(14, 7));
    }

    @Test
    void one_small_team_takes_the_smallest_other_with_it() {
        Tally tally = Tally.of(Map.of("Conseil", counted(9, 4), "Énergie", counted(6, 1), "Direction", counted(3, 3)));
        assertThat(tally.groups()).containsExactly(team("Conseil", 9, 4), counted(9, 4));
        assertThat(tally.all()).contains(counted(18, 8));
    }

    @Test
    void people_without_a_team_are_among_the_others() {
        Tally tally = Tally.of(Map.of("", counted(7, 2), "Conseil", counted(5, 0)));
        assertThat(tally.groups()).containsExactly(team("Conseil", 5, 0), counted(7, 2));
    }

    @Test
    void fewer_than_five_are_not_counted_at_all() {
        Tally tally = Tally.of(Map.of("Conseil", counted(3, 1), "Direction", counted(1, 1)));
        assertThat(tally.groups()).isEmpty();
        assertThat(tally.all()).isEmpty();
    }

    @Test
    void whatever_the_teams_no_group_and_no_difference_is_of_fewer_than_five() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Map<String, Group> teams = new HashMap<>();
            int sum = 0;
            int signed = 0;
            for (int team = random.nextInt(9); team >= 0; team--) {
                int people = 1 + random.nextInt(9);
                int ofThem = random.nextInt(people + 1);
                teams.put(team == 0 ? "" : "T" + team, counted(people, ofThem));
                sum += people;
                signed += ofThem;
            }
            Tally tally = Tally.of(teams);
            assertThat(tally.groups()).as("seed %d, %s", seed, teams).allMatch(group -> group.people() >= 5);
            if (sum < 5) {
                assertThat(tally.all()).as("seed %d, %s", seed, teams).isEmpty();
                continue;
            }
            // The groups are all that there is: nothing is left over between them and the total.
            assertThat(tally.groups().stream().mapToInt(Group::people).sum())
                    .as("seed %d, %s", seed, teams)
                    .isEqualTo(sum);
            assertThat(tally.all()).as("seed %d, %s", seed, teams).contains(counted(sum, signed));
        }
    }
}
