package org.vigie.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody who must be told of an incident.
 *
 * @param due by when; empty: without undue delay, which no clock measures
 * @param done how it was settled
 */
public record Notice(Kind kind, Optional<Instant> due, Optional<Done> done) {
    /** GDPR art. 33(1): not later than 72 hours after having become aware of it. */
    static final Duration CNIL = Duration.ofHours(72);

    /** So long before it is due, handlers are told on every page. */
    static final Duration PRESSING = Duration.ofHours(24);

    /** Who must be told. */
    public enum Kind {
        CNIL,
        PERSONS,
        CLIENT,
        PROVIDER,
        STAFF;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> find(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    /** @param reference of the message, or why none was sent */
    public record Done(Instant at, UUID by, String reference) {}

    public boolean isOpen() {
        return done.isEmpty();
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && due.filter(now::isAfter).isPresent();
    }
}
