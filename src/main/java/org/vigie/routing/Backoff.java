package org.vigie.routing;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the same target is asked again: doubled each time, bounded, and drawn from the upper half of
 * that, so that those who failed together do not come back together.
 */
final class Backoff {
    static final Duration FIRST = Duration.ofMillis(200);
    static final Duration LONGEST = Duration.ofSeconds(5);

    private Backoff() {}

    /** @param failed attempts so far, at least 1 */
    static Duration after(int failed, RandomGenerator random) {
        long full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failed - 1, 10));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
