package org.vigie.traffic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.audit.Outcome;

/** The last sixty minutes of this process, minute by minute. Thread-safe; what ended before, by a clock that
 * was set back, is not drawn. */
final class LastHour {
    static final int MINUTES = 60;
    private static final int LATENCIES = 4_096;

    private final long[] minutes = new long[MINUTES];
    private final int[][] counts = new int[MINUTES][Outcome.values().length];
    private final long[] latencies = new long[LATENCIES];
    private int recorded;

    /** One minute, the exchanges that ended in it. */
    record Minute(Instant start, int answered, int refused, int failed) {
        int all() {
            return answered + refused + failed;
        }
    }

    synchronized void add(Passage passage) {
        long minute = passage.at().getEpochSecond() / 60;
        int slot = slot(minute);
        if (minutes[slot] > minute) return;
        if (minutes[slot] < minute) {
            minutes[slot] = minute;
            Arrays.fill(counts[slot], 0);
        }
        counts[slot][passage.outcome().ordinal()]++;
        latencies[recorded++ % LATENCIES] = passage.closing().latency().totalMicros();
    }

    private static int slot(long minute) {
        return (int) Math.floorMod(minute, (long) MINUTES);
    }

    /** The oldest first; the current minute is the last. */
    synchronized List<Minute> minutes(Instant now) {
        long current = now.getEpochSecond() / 60;
        List<Minute> all = new ArrayList<>(MINUTES);
        for (long minute = current - MINUTES + 1; minute <= current; minute++) {
            int slot = slot(minute);
            int[] of = minutes[slot] == minute ? counts[slot] : new int[Outcome.values().length];
            all.add(new Minute(
                    Instant.ofEpochSecond(minute * 60).truncatedTo(ChronoUnit.MINUTES),
                    of[Outcome.ANSWERED.ordinal()],
                    of[Outcome.REFUSED.ordinal()],
                    of[Outcome.FAILED.ordinal()] + of[Outcome.CANCELLED.ordinal()]));
        }
        return all;
    }

    /** Milliseconds that this share of the latest exchanges took at most, among the last {@value #LATENCIES}; 0 for none. */
    synchronized long percentileMillis(double share) {
        int known = Math.min(recorded, LATENCIES);
        if (known == 0) return 0;
        long[] sorted = Arrays.copyOf(latencies, known);
        Arrays.sort(sorted);
        return Math.round(sorted[Math.min(known - 1, (int) (share * known))] / 1000.0);
    }
}
