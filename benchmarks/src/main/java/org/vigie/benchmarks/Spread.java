package org.vigie.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** One figure over the rounds. */
record Spread(double least, double median, double most) {
    static <T> Spread of(List<T> samples, ToDoubleFunction<T> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }
}
