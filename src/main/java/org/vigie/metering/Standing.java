package org.vigie.metering;

import java.time.Instant;
import java.util.Optional;

/**
 * How a limit stands.
 *
 * @param used in its period, running requests not included; about a second old
 * @param renews empty for what has no period, and before anything was used
 */
public record Standing(Limit limit, long used, Optional<Instant> renews) {
    public boolean isUsedUp() {
        return used >= limit.amount();
    }
}
