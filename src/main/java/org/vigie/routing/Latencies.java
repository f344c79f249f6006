package org.vigie.routing;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** How long one target lately took to its first byte: its last {@value #KEPT} answers of at most {@link #MEMORY}. */
final class Latencies {
    static final int KEPT = 512;
    static final Duration MEMORY = Duration.ofMinutes(5);

    private final LongSupplier nanoTime;
    private final long[] micros = new long[KEPT];
    private final long[] at = new long[KEPT];
    private long count;

    Latencies(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void add(long tookMicros) {
        int place = (int) (count++ % KEPT);
        micros[place] = tookMicros;
        at[place] = nanoTime.getAsLong();
    }

    /** Percentiles by nearest rank; zeros where there was no answer. */
    synchronized TargetHealth.Latency summary() {
        long now = nanoTime.getAsLong();
        long[] recent = new long[(int) Math.min(count, KEPT)];
        int size = 0;
        for (int i = 0; i < recent.length; i++) {
            if (now - at[i] <= MEMORY.toNanos()) recent[size++] = micros[i];
        }
        long[] sorted = Arrays.copyOf(recent, size);
        Arrays.sort(sorted);
        return new TargetHealth.Latency(size, rank(sorted, 50), rank(sorted, 95));
    }

    private static long rank(long[] sorted, int percent) {
        if (sorted.length == 0) return 0;
        return sorted[(sorted.length * percent + 99) / 100 - 1];
    }
}
