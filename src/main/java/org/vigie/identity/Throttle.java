package org.vigie.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Slows down who guesses. Each attempt is counted as a failure before the password is looked at, so that a thousand at
 * once are not all let through; a success takes it back. After some free failures the next attempt must wait, twice as
 * long each time. An attempt that comes too early neither counts nor prolongs the wait: whoever attacks an account
 * delays its owner by a minute at most and never locks it.
 */
@Singleton
final class Throttle {
    /** Who is slowed down: an account (known or not) or an address. */
    enum Kind {
        ACCOUNT(5, Duration.ofMinutes(1)),
        /** More free failures: a whole office may share one address. */
        ADDRESS(20, Duration.ofMinutes(15));

        private final int free;
        private final Duration longest;

        Kind(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }
    }

    /** After this long without a failure everything is forgotten. */
    private static final Duration MEMORY = Duration.ofHours(24);

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Throttle(Jdbi jdbi) {
        this(jdbi, Clock.systemUTC());
    }

    Throttle(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Counts an attempt; @return how long to wait when it comes too early, and then nothing is counted */
    Optional<Duration> attempt(Kind kind, String subject) {
        return jdbi.inTransaction(handle -> {
            Instant now = Instant.now(clock);
            byte[] hash = hash(kind, subject);
            AttemptStore attempts = new AttemptStore(handle);
            if (attempts.count(hash, now, now.minus(MEMORY), kind.free, kind.longest)) return Optional.empty();
            return Optional.of(wholeSeconds(Duration.between(now, attempts.next(hash))));
        });
    }

    /** The account's failures are forgotten; one of the address is taken back: others there may still be guessing. */
    void succeeded(String account, String address) {
        jdbi.useTransaction(handle -> {
            AttemptStore attempts = new AttemptStore(handle);
            attempts.forget(hash(Kind.ACCOUNT, account), Instant.now(clock).minus(MEMORY));
            attempts.takeBack(hash(Kind.ADDRESS, address));
        });
    }

    /** Rounded up: whoever waits that long is not refused again. */
    private static Duration wholeSeconds(Duration delay) {
        return Duration.ofSeconds(delay.plusNanos(999_999_999).toSeconds());
    }

    private static byte[] hash(Kind kind, String subject) {
        return Digests.sha256(kind + " " + subject);
    }
}
