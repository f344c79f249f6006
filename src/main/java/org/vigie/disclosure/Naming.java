package org.vigie.disclosure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The decision that somebody may give second keys.
 *
 * @param decision its number
 * @param endDecision of the decision that ended it
 */
record Naming(
        UUID id,
        UUID person,
        Capacity capacity,
        String decision,
        UUID by,
        Instant at,
        Optional<Instant> endedAt,
        Optional<String> endDecision) {
    boolean inForce() {
        return endedAt.isEmpty();
    }
}
