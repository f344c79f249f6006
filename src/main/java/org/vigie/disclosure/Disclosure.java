package org.vigie.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A request for somebody's traces, from its first key to its end.
 *
 * @param first who asked, which is the first key
 * @param seconds who may give the second one, as it stood when the request was opened
 * @param ended withdrawn, or closed before its time
 * @param seenAt when the person concerned said that they had read the notice
 */
record Disclosure(
        UUID id,
        String code,
        Wanted wanted,
        KeyHolder first,
        Instant askedAt,
        List<KeyHolder> seconds,
        Optional<Answer> answer,
        Optional<Instant> ended,
        Optional<Instant> seenAt) {
    /** A request that nobody answers is over then. */
    static final Duration WAITS = Duration.ofDays(7);

    Disclosure {
        seconds = List.copyOf(seconds);
    }

    /** What the holder of the second key said. */
    sealed interface Answer {
        KeyHolder by();

        Instant at();

        /** @param until nothing is read from this moment on */
        record Given(KeyHolder by, Instant at, Instant until) implements Answer {}

        record Refused(KeyHolder by, Instant at, String reason) implements Answer {}
    }

    /** Where a request stands. */
    enum State {
        ASKED,
        LAPSED,
        WITHDRAWN,
        REFUSED,
        OPEN,
        /** Its time is over. */
        OVER,
        /** Closed before its time. */
        CLOSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    State at(Instant now) {
        if (answer.isEmpty()) {
            if (ended.isPresent()) return State.WITHDRAWN;
            return now.isBefore(askedAt.plus(WAITS)) ? State.ASKED : State.LAPSED;
        }
        return switch (answer.get()) {
            case Answer.Refused _ -> State.REFUSED;
            case Answer.Given given -> {
                if (ended.isPresent()) yield State.CLOSED;
                yield now.isBefore(given.until()) ? State.OPEN : State.OVER;
            }
        };
    }

    /** When access ends or ended; empty where it never opened. */
    Optional<Instant> until() {
        if (!(answer.orElse(null) instanceof Answer.Given given)) return Optional.empty();
        return Optional.of(ended.filter(given.until()::isAfter).orElse(given.until()));
    }

    /** The two who hold a key; before there is an answer, whoever may give the second one stands for it. */
    boolean concernsAsHolder(UUID person) {
        if (first.person().equals(person)) return true;
        return answer.isPresent()
                ? answer.get().by().person().equals(person)
                : second(person).isPresent();
    }

    Optional<KeyHolder> second(UUID person) {
        return seconds.stream().filter(holder -> holder.person().equals(person)).findFirst();
    }

    /** What is read: nothing that happened after the request, which would be watching. */
    Instant readUntil() {
        return wanted.end().isBefore(askedAt) ? wanted.end() : askedAt;
    }
}
