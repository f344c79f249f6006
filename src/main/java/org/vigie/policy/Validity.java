package org.vigie.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When an effect holds.
 *
 * @param from inclusive; empty: from the decision on
 * @param until exclusive; empty: without end
 */
public record Validity(Optional<Instant> from, Optional<Instant> until) {
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    /** As fine as the database keeps it. */
    public Validity {
        from = from.map(moment -> moment.truncatedTo(ChronoUnit.MICROS));
        until = until.map(moment -> moment.truncatedTo(ChronoUnit.MICROS));
    }

    public static Validity from(Instant from) {
        return new Validity(Optional.of(from), Optional.empty());
    }

    public static Validity until(Instant until) {
        return new Validity(Optional.empty(), Optional.of(until));
    }

    public boolean holds(Instant now) {
        return (from.isEmpty() || !now.isBefore(from.get())) && (until.isEmpty() || now.isBefore(until.get()));
    }

    /** Days until it holds, begun ones too; 0 once it does. */
    public long daysUntil(Instant now) {
        return from.filter(now::isBefore)
                .map(begin ->
                        Math.max(1, Math.ceilDiv(Duration.between(now, begin).toSeconds(), 86_400)))
                .orElse(0L);
    }

    boolean isOver(Instant now) {
        return until.isPresent() && !now.isBefore(until.get());
    }

    boolean isUnbounded() {
        return from.isEmpty() && until.isEmpty();
    }
}
