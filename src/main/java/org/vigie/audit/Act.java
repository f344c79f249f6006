package org.vigie.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.vigie.kernel.Ids;

/**
 * An administrative act: a sign-in, a key created, a role given.
 *
 * @param id of the act itself
 * @param person who did it; absent where nobody is known, as at a failed sign-in
 * @param action what, as {@code key.created}: the thing, a dot, what happened to it
 * @param subject what it was done to, by its id or code
 * @param details what else a reader must know; never a secret, a prompt or an answer
 */
public record Act(
        UUID id,
        Instant at,
        Optional<UUID> person,
        String action,
        Optional<String> subject,
        Map<String, String> details) {

    public Act {
        details = Map.copyOf(details);
    }

    /** An act of now. */
    public static Act now(UUID person, String action, String subject) {
        return of(Instant.now(), person, action, subject, Map.of());
    }

    /** What somebody did to something. */
    public static Act of(Instant at, UUID person, String action, String subject, Map<String, String> details) {
        return new Act(Ids.next(), at, Optional.of(person), action, Optional.of(subject), details);
    }

    String body() {
        Json body = new Json().put("action", action);
        subject.ifPresent(about -> body.put("subject", about));
        if (!details.isEmpty()) {
            body.put("details", new TreeMap<>(details));
        }
        return body.end();
    }
}
