package org.vigie.identity;

import java.util.Optional;
import java.util.Set;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;

/** What an account is made of before it exists. @param team the code of an existing team */
public record NewPerson(
        String email, String name, Secret password, Set<Role> roles, Optional<String> team, Language language) {

    public NewPerson {
        roles = Set.copyOf(roles);
        name = name.strip();
    }
}
