package org.vigie.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Secret;

/**
 * Signed-in browsers. Looked up in the database at every request, so that a session that is closed, or a person who is
 * disabled or loses a role, is so on every replica with the next request.
 */
@Singleton
public final class Sessions {
    /** Without a request for this long, a session is over. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** No session is older than this. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** How stale the time of the last request may be: one write a minute and not one per request. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Sessions(Jdbi jdbi) {
        this(jdbi, Clock.systemUTC());
    }

    Sessions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @return the token of a new session: 256 random bits, of which only the SHA-256 is kept */
    public Secret open(UUID person) {
        String token = Digests.token();
        Instant now = Instant.now(clock);
        jdbi.useTransaction(handle -> {
            SessionStore store = new SessionStore(handle);
            store.closeExpired(now.minus(IDLE), now.minus(LONGEST));
            store.insert(Ids.next(), Digests.sha256(token), person, now);
        });
        return new Secret(token);
    }

    /** The session of this token, if it is open and its person active. */
    public Optional<Session> find(String token) {
        if (token.length() > 100) return Optional.empty();
        Instant now = Instant.now(clock);
        return jdbi.withHandle(handle -> {
            SessionStore store = new SessionStore(handle);
            Optional<SessionStore.Found> found =
                    store.find(Digests.sha256(token), csrfToken(token), now.minus(IDLE), now.minus(LONGEST));
            found.filter(f -> f.seenAt().plus(PRECISION).isBefore(now))
                    .ifPresent(f -> store.seen(f.session().id(), now));
            return found.map(SessionStore.Found::session);
        });
    }

    /** The person has just given their password again. */
    public void authenticated(UUID session) {
        jdbi.useTransaction(handle -> new SessionStore(handle).authenticated(session, Instant.now(clock)));
    }

    public void close(UUID session) {
        jdbi.useTransaction(handle -> new SessionStore(handle).close(session));
    }

    /** Another digest of the token than the stored one: neither the page nor the database gives the token away. */
    private static String csrfToken(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256("csrf " + token));
    }
}
