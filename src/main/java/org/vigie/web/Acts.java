package org.vigie.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.identity.ApiKey;
import org.vigie.identity.Caller;
import org.vigie.identity.Person;
import org.vigie.identity.Role;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * What is recorded of people, keys and sign-ins. A change is refused while the audit cannot be written
 * ({@link #mustBeRecordable}); a sign-in is not, since whoever repairs the instance must get in.
 */
@Singleton
final class Acts {
    private static final Logger LOG = Logger.getLogger(Acts.class);

    private final AuditLog audit;

    @Inject
    Acts(AuditLog audit) {
        this.audit = audit;
    }

    /** @throws ProblemException audit_unavailable, before anything is changed */
    void mustBeRecordable() {
        if (!audit.health().recording()) {
            throw new ProblemException(new Problem.Refusal(Problem.Refusal.Reason.AUDIT_UNAVAILABLE, "audit", "audit"));
        }
    }

    void signedIn(Person person) {
        record(Optional.of(person.id()), "session.opened", Optional.empty(), Map.of());
    }

    /** Without the address that was typed: it may be a password in the wrong field. */
    void signInFailed() {
        record(Optional.empty(), "session.refused", Optional.empty(), Map.of());
    }

    /** Their password again, before what asks for a recent one. */
    void confirmed(Caller caller) {
        record(Optional.of(caller.person()), "session.confirmed", Optional.empty(), Map.of());
    }

    /** In a session of theirs, by a password that is not theirs. */
    void confirmationFailed(Caller caller) {
        record(Optional.of(caller.person()), "session.refused", Optional.empty(), Map.of());
    }

    void signedOut(Caller caller) {
        record(Optional.of(caller.person()), "session.closed", Optional.empty(), Map.of());
    }

    void passwordChanged(Caller caller) {
        record(caller, "password.changed", caller.person().toString(), Map.of());
    }

    void passwordReset(Caller caller, UUID person) {
        record(caller, "password.reset", person.toString(), Map.of());
    }

    void personCreated(Person by, Person created) {
        record(
                Optional.of(by.id()),
                "person.created",
                Optional.of(created.id().toString()),
                Map.of("roles", codes(created.roles())));
    }

    void personChanged(Caller caller, Person before, Set<Role> roles) {
        Map<String, String> details = before.roles().equals(roles)
                ? Map.of()
                : Map.of("rolesBefore", codes(before.roles()), "roles", codes(roles));
        record(caller, "person.changed", before.id().toString(), details);
    }

    void personDisabled(Caller caller, UUID person) {
        record(caller, "person.disabled", person.toString(), Map.of());
    }

    void personEnabled(Caller caller, UUID person) {
        record(caller, "person.enabled", person.toString(), Map.of());
    }

    void keyCreated(Caller caller, ApiKey key) {
        String scopes = key.scopes().stream().map(Caller.Scope::code).sorted().collect(Collectors.joining(" "));
        record(caller, "key.created", key.id().toString(), Map.of("scopes", scopes));
    }

    void keyRevoked(Caller caller, UUID key) {
        record(caller, "key.revoked", key.toString(), Map.of());
    }

    /** @param action {@code team.created} or {@code team.renamed} */
    void teamChanged(Caller caller, String action, String code) {
        record(caller, action, code, Map.of());
    }

    private void record(Caller caller, String action, String subject, Map<String, String> details) {
        record(Optional.of(caller.person()), action, Optional.of(subject), details);
    }

    private void record(Optional<UUID> person, String action, Optional<String> subject, Map<String, String> details) {
        try {
            audit.act(new Act(Ids.next(), Instant.now(), person, action, subject, details));
        } catch (ProblemException unavailable) {
            LOG.errorf("Done but not recorded: %s by %s on %s", action, person, subject);
        }
    }

    private static String codes(Set<Role> roles) {
        return String.join(" ", roles.stream().map(Role::code).collect(Collectors.toCollection(TreeSet::new)));
    }
}
