package org.vigie.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
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
            if (count(handle, kind, hash, now)) return Optional.empty();
            Instant next = handle.createQuery("select next_at from identity.attempt where subject = :subject")
                    .bind("subject", hash)
                    .mapTo(Instant.class)
                    .one();
            return Optional.of(wholeSeconds(Duration.between(now, next)));
        });
    }

    /** The account's failures are forgotten; one of the address is taken back: others there may still be guessing. */
    void succeeded(String account, String address) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from identity.attempt where subject = :subject or last_at < :forgotten")
                    .bind("subject", hash(Kind.ACCOUNT, account))
                    .bind("forgotten", Instant.now(clock).minus(MEMORY))
                    .execute();
            handle.createUpdate("""
                            update identity.attempt set failures = greatest(failures - 1, 0), next_at = last_at
                            where subject = :subject
                            """)
                    .bind("subject", hash(Kind.ADDRESS, address))
                    .execute();
        });
    }

    private boolean count(Handle handle, Kind kind, byte[] subject, Instant now) {
        return handle.createUpdate("""
                                insert into identity.attempt as a (subject, failures, next_at, last_at)
                                values (:subject, 1, :now, :now)
                                on conflict (subject) do update set
                                    failures = case when a.last_at < :forgotten then 1 else a.failures + 1 end,
                                    last_at = :now,
                                    next_at = cast(:now as timestamptz) + case
                                        when a.last_at < :forgotten or a.failures + 1 < :free then interval '0'
                                        else make_interval(secs => least(:longest, power(2, least(a.failures + 1 - :free, 30))))
                                        end
                                where a.next_at <= :now
                                """)
                        .bind("subject", subject)
                        .bind("now", now)
                        .bind("forgotten", now.minus(MEMORY))
                        .bind("free", kind.free)
                        .bind("longest", (double) kind.longest.toSeconds())
                        .execute()
                > 0;
    }

    /** Rounded up: whoever waits that long is not refused again. */
    private static Duration wholeSeconds(Duration delay) {
        return Duration.ofSeconds(delay.plusNanos(999_999_999).toSeconds());
    }

    private static byte[] hash(Kind kind, String subject) {
        return Digests.sha256(kind + " " + subject);
    }
}
