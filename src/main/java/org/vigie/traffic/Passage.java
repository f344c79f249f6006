package org.vigie.traffic;

import java.time.Instant;
import java.util.Optional;
import org.vigie.audit.Closing;
import org.vigie.audit.Outcome;

/**
 * One exchange that has ended, as it is counted.
 *
 * @param operation as the OpenTelemetry conventions name it: {@code chat}, {@code embeddings}
 * @param route the model that the client named, empty when it is none of ours
 * @param streamed whether the answer was wanted in pieces
 */
public record Passage(Instant at, String operation, String route, boolean streamed, Closing closing) {
    Outcome outcome() {
        return closing.outcome();
    }

    Optional<String> target() {
        return closing.target();
    }
}
