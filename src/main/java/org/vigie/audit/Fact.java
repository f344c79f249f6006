package org.vigie.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What one entry says, before it has its place in the chain.
 *
 * @param subject the exchange, or the act
 * @param at to the microsecond, as PostgreSQL keeps it; else the hash could not be computed again
 * @param body canonical JSON, see {@link Json}
 */
record Fact(Kind kind, UUID subject, Optional<UUID> person, Instant at, String body) {
    Fact {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    static Fact opened(Opening opening) {
        return new Fact(Kind.OPENED, opening.exchange(), opening.person(), opening.at(), opening.body());
    }

    static Fact closed(Opening opening, Closing closing) {
        return new Fact(Kind.CLOSED, opening.exchange(), opening.person(), Instant.now(), closing.body());
    }

    static Fact lost(OpenExchange exchange) {
        return new Fact(
                Kind.LOST,
                exchange.exchange(),
                exchange.person(),
                Instant.now(),
                new Json().put("opened", exchange.seq()).end());
    }

    static Fact act(Act act) {
        return new Fact(Kind.ACT, act.id(), act.person(), act.at(), act.body());
    }
}
