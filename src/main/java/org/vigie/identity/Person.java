package org.vigie.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.kernel.Language;

/**
 * Somebody who has an account.
 *
 * @param email trimmed and in lower case
 * @param team the code of their team
 * @param active false once the account is disabled: no sign-in, no session, no key
 */
public record Person(
        UUID id, String email, String name, Set<Role> roles, Optional<String> team, Language language, boolean active) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /** As rules see this person, by no credential of theirs: to say what they would be answered. */
    public Caller asRulesSee() {
        return by(new Caller.Credential.Session(new UUID(0, 0)));
    }

    Caller by(Caller.Credential credential) {
        return new Caller(id, email, name, roles, team, credential);
    }
}
