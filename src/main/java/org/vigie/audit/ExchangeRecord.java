package org.vigie.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that is recorded of one exchange. */
public record ExchangeRecord(Opening opening, State state) {

    /** Where an exchange stands. */
    public sealed interface State {
        /** Opened, and nothing heard since. */
        record Running() implements State {}

        /** @param at when it ended */
        record Closed(Instant at, Closing closing) implements State {}

        /** @param noticedAt when the next process found it open */
        record Lost(Instant noticedAt) implements State {}
    }

    static Optional<ExchangeRecord> of(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind() == Kind.OPENED)
                .findFirst()
                .map(opened -> new ExchangeRecord(Opening.of(opened), state(facts)));
    }

    private static State state(List<Fact> facts) {
        Fact last = facts.getLast();
        return switch (last.kind()) {
            case CLOSED -> new State.Closed(last.at(), Closing.of(last));
            case LOST -> new State.Lost(last.at());
            case OPENED, ACT -> new State.Running();
        };
    }

    /** How it ended; empty while it runs. */
    public Optional<Outcome> outcome() {
        return switch (state) {
            case State.Running() -> Optional.empty();
            case State.Closed(Instant _, Closing closing) -> Optional.of(closing.outcome());
            case State.Lost(Instant _) -> Optional.of(Outcome.LOST);
        };
    }
}
