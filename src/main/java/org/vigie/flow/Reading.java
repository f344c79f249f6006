package org.vigie.flow;

import java.util.Optional;
import org.vigie.exchange.ChatRequest;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** A request read, or why it could not be: what cannot be read is recorded, too, before it is refused. */
record Reading(Optional<ChatRequest> read, Optional<Problem> fault) {
    static Reading of(byte[] body) {
        try {
            return new Reading(Optional.of(ChatRequest.parse(body)), Optional.empty());
        } catch (ProblemException malformed) {
            return new Reading(Optional.empty(), Optional.of(malformed.problem()));
        }
    }

    /** For the record; empty when the request could not be read. */
    String model() {
        return read.map(ChatRequest::model).orElse("");
    }

    ChatRequest request() {
        return read.orElseThrow(() -> new ProblemException(fault.orElseThrow()));
    }
}
