package org.vigie.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was decided, as a refusal quotes it.
 *
 * @param number {@code D-2026-014}, {@link #CONFIGURATION} or {@link #DEFAULT}
 * @param source what it is about, as {@code mission:ATLAS}
 * @param subject what people read of it, in the firm's language
 * @param motive why, as whoever decided wrote it; may be empty
 * @param by absent where no person decided
 */
public record DecisionRecord(
        String number, String source, String subject, String motive, Optional<UUID> by, Instant at) {
    /** What the configuration file says. */
    public static final String CONFIGURATION = "configuration";

    /** What stands before anybody has decided. */
    public static final String DEFAULT = "default";
}
