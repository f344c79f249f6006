package org.vigie.metering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a limit stands.
 *
 * @param used in its period, running requests not included; about a second old
 * @param reserved for running requests, and held by replicas for those of the next moment
 * @param since from when on it is counted; empty before anything was used
 * @param renews empty for what has no period, and before anything was used
 * @param refused whether a request was refused in this period since what was left did not do for it
 */
public record Standing(
        Limit limit, long used, long reserved, Optional<Instant> since, Optional<Instant> renews, boolean refused) {
    /** What is told of a budget before it is used up, in percent of it. */
    public static final List<Integer> THRESHOLDS = List.of(50, 80, 100);

    /** A rate that is reckoned from less of the period than this says nothing. */
    private static final double LEAST_ELAPSED = 0.1;

    static Standing unused(Limit limit) {
        return new Standing(limit, 0, 0, Optional.empty(), Optional.empty(), false);
    }

    public boolean isUsedUp() {
        return used >= limit.amount();
    }

    /** Whole percent of the limit that are used, rounded down: 100 means all of it. */
    public int percent() {
        return limit.amount() == 0 ? 100 : (int) Math.min(999, used * 100 / limit.amount());
    }

    /** The highest threshold that is reached; 0 for none. */
    public int reached() {
        if (refused || isUsedUp()) return 100;
        int reached = 0;
        for (int threshold : THRESHOLDS) if (percent() >= threshold) reached = threshold;
        return reached;
    }

    /** What will be used at the period's end if it goes on as since it is counted; empty while it is too early to tell. */
    public Optional<Long> projected(Instant now) {
        if (since.isEmpty() || renews.isEmpty() || !now.isBefore(renews.get())) return Optional.empty();
        double elapsed = Duration.between(since.get(), now).toMillis();
        double whole = Duration.between(since.get(), renews.get()).toMillis();
        if (elapsed < whole * LEAST_ELAPSED) return Optional.empty();
        return Optional.of(Math.round(used * whole / elapsed));
    }
}
