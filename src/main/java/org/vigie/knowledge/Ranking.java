package org.vigie.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** How good a ranking is, against judgements of what is relevant. */
public final class Ranking {
    private static final int RESAMPLES = 2_000;
    private static final double TAIL = 0.025;

    private Ranking() {}

    /** A mean with its 95 % interval, by the percentile bootstrap (Efron, 1979), always of the same resamples. */
    public record Mean(double value, double low, double high) {}

    /**
     * Normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002), 0 to 1.
     *
     * @param found ids, the best first
     * @param relevant how relevant each id is; others are not
     * @param depth how many of {@code found} count
     */
    public static double ndcg(List<String> found, Map<String, Integer> relevant, int depth) {
        double gain = 0;
        for (int rank = 0; rank < Math.min(depth, found.size()); rank++) {
            gain += gain(relevant.getOrDefault(found.get(rank), 0), rank);
        }
        List<Integer> best = relevant.values().stream()
                .sorted((a, b) -> Integer.compare(b, a))
                .limit(depth)
                .toList();
        double ideal = 0;
        for (int rank = 0; rank < best.size(); rank++) ideal += gain(best.get(rank), rank);
        return ideal == 0 ? 0 : gain / ideal;
    }

    /** The share of what is relevant that is among the first, 0 to 1. */
    public static double recall(List<String> found, Map<String, Integer> relevant, int depth) {
        long all = relevant.values().stream().filter(grade -> grade > 0).count();
        long hit = found.stream()
                .limit(depth)
                .filter(id -> relevant.getOrDefault(id, 0) > 0)
                .count();
        return all == 0 ? 0 : (double) hit / all;
    }

    /** @param values one for each question, at least one */
    public static Mean mean(double[] values) {
        Random random = new Random(1);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) sum += values[random.nextInt(values.length)];
            means[i] = sum / values.length;
        }
        java.util.Arrays.sort(means);
        double sum = 0;
        for (double value : values) sum += value;
        return new Mean(
                sum / values.length, means[(int) (TAIL * RESAMPLES)], means[(int) ((1 - TAIL) * RESAMPLES) - 1]);
    }

    private static double gain(int grade, int rank) {
        return (Math.pow(2, grade) - 1) / (Math.log(rank + 2) / Math.log(2));
    }
}
