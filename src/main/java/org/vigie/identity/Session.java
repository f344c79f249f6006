package org.vigie.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A signed-in browser.
 *
 * @param csrfToken what every form and script of this session sends back; derived from the session's token
 * @param authenticatedAt when the password was last given
 */
public record Session(UUID id, Person person, String csrfToken, Instant authenticatedAt) {
    /** How long acts that need it (keys, later signatures and votes) are possible without giving the password again. */
    public static final Duration RECENT = Duration.ofMinutes(15);

    public Caller caller() {
        return person.by(new Caller.Credential.Session(id));
    }

    public boolean recentlyAuthenticated(Instant now) {
        return now.isBefore(authenticatedAt.plus(RECENT));
    }
}
