package org.vigie.metering;

import java.time.Instant;
import java.util.UUID;

/**
 * That a threshold of a budget was reached.
 *
 * @param starts of the period in which it was
 * @param decision that set the limit
 * @param amount of the limit, in millionths of a euro
 * @param percent 50, 80 or 100; 100 also when a request was refused since what was left did not do for it
 */
public record Alert(
        UUID id,
        Subject subject,
        Measure measure,
        Instant starts,
        String decision,
        long amount,
        int percent,
        Instant at) {
    /** Whether it is about this limit. */
    public boolean isOf(Limit limit) {
        return subject.equals(limit.subject())
                && measure == limit.measure()
                && amount == limit.amount()
                && decision.equals(limit.decision());
    }
}
