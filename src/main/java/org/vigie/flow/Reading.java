package org.vigie.flow;

import java.util.Optional;
import org.vigie.exchange.ModelRequest;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** A request read, or why it could not be: what cannot be read is recorded, too, before it is refused. */
record Reading(Optional<ModelRequest> read, Optional<Problem> fault) {
    static Reading of(Demand demand) {
        try {
            return new Reading(
                    Optional.of(ModelRequest.parse(demand.dialect(), demand.headers(), demand.body())),
                    Optional.empty());
        } catch (ProblemException malformed) {
            return new Reading(Optional.empty(), Optional.of(malformed.problem()));
        }
    }

    /** For the record; empty when the request could not be read. */
    String model() {
        return read.map(ModelRequest::model).orElse("");
    }

    boolean streamed() {
        return read.map(ModelRequest::stream).orElse(false);
    }

    ModelRequest request() {
        return read.orElseThrow(() -> new ProblemException(fault.orElseThrow()));
    }
}
