package org.vigie.incident;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was done about an incident.
 *
 * @param by absent where an anonymous report began it
 * @param about the new state, a kind of notice or a decision's number; may be empty
 * @param text what was written; may be empty
 */
public record LogEntry(Instant at, Optional<UUID> by, Act act, String about, String text) {
    /** What was done. */
    public enum Act {
        REPORTED,
        EDITED,
        MOVED,
        NOTED,
        TOLD,
        STOPPED,
        LIFTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Act of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
