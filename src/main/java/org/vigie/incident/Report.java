package org.vigie.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.kernel.DataClass;

/**
 * What somebody reports.
 *
 * @param what happened, in their own words
 * @param exchange one of their own; none in an anonymous report, since its record names its owner
 * @param mission a code as they wrote it; may be empty
 */
public record Report(
        Kind kind,
        String what,
        Instant occurredAt,
        Optional<UUID> exchange,
        String mission,
        Optional<DataClass> dataClass) {
    static final int LONGEST = 4_000;
    static final int LONGEST_CODE = 80;

    /** @throws IllegalArgumentException where a text is empty or too long */
    public Report {
        what = what.strip();
        mission = mission.strip();
        if (what.isEmpty() || what.length() > LONGEST) throw new IllegalArgumentException("what happened");
        if (mission.length() > LONGEST_CODE) throw new IllegalArgumentException("mission");
    }

    Report withoutExchange() {
        return new Report(kind, what, occurredAt, Optional.empty(), mission, dataClass);
    }
}
