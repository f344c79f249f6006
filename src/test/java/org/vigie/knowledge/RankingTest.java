package org.vigie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final Map<String, Integer> RELEVANT = Map.of("a", 1, "b", 1, "other", 0);

    @Test
    void ndcg_is_the_gain_by_rank_over_the_best_possible() {
        double ideal = 1 + 1 / 1.5849625;
        assertThat(Ranking.ndcg(List.of("a", "b"), RELEVANT, 10)).isEqualTo(1);
        assertThat(Ranking.ndcg(List.of("x", "a"), RELEVANT, 10)).isCloseTo(1 / 1.5849625 / ideal, within(1e-7));
        assertThat(Ranking.ndcg(List.of("x", "a"), RELEVANT, 1)).isZero();
        assertThat(Ranking.ndcg(List.of(), RELEVANT, 10)).isZero();
        assertThat(Ranking.ndcg(List.of("a"), Map.of(), 10)).isZero();
    }

    @Test
    void a_higher_grade_gains_more() {
        assertThat(Ranking.ndcg(List.of("fair", "best"), Map.of("best", 2, "fair", 1), 10))
                .isCloseTo((1 + 3 / 1.5849625) / (3 + 1 / 1.5849625), within(1e-7));
    }

    @Test
    void recall_counts_what_is_relevant_among_the_first() {
        assertThat(Ranking.recall(List.of("x", "a", "y"), RELEVANT, 2)).isEqualTo(0.5);
        assertThat(Ranking.recall(List.of("x", "a", "b"), RELEVANT, 2)).isEqualTo(0.5);
        assertThat(Ranking.recall(List.of("other"), RELEVANT, 5)).isZero();
    }

    @Test
    void the_interval_holds_the_mean_and_narrows_with_more_questions() {
        double[] few = {0, 1, 0, 1, 1, 0, 0, 1};
        double[] many = new double[800];
        for (int i = 0; i < many.length; i++) many[i] = few[i % few.length];
        Ranking.Mean wide = Ranking.mean(few);
        Ranking.Mean narrow = Ranking.mean(many);
        assertThat(wide.value()).isEqualTo(0.5).isBetween(wide.low(), wide.high());
        // The binomial's standard error is sqrt(0.25 / 800) = 0.0177.
        assertThat(narrow.high() - narrow.low()).isCloseTo(2 * 1.96 * 0.0177, within(0.01));
        assertThat(wide.high() - wide.low()).isGreaterThan(5 * (narrow.high() - narrow.low()));
    }
}
