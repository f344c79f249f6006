package org.vigie.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vigie.kernel.Ids;

/** People in the database of another module's test, without a password to reckon. */
public final class TestPeople {
    private final Jdbi jdbi;

    public TestPeople(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public People all() {
        return new People(jdbi, new IdentityChanges(jdbi), new Passwords());
    }

    public Person add(String name, Role... roles) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO identity.person (id, email, name, password_hash, language, created_at)"
                            + " VALUES (?, ?, ?, '-', 'fr', ?)",
                    id,
                    name.toLowerCase(Locale.ROOT) + "@example.org",
                    name,
                    Instant.now().atOffset(ZoneOffset.UTC));
            new PersonStore(handle).setRoles(id, Set.of(roles));
        });
        return all().find(id).orElseThrow();
    }

    public void roles(Person person, Role... roles) {
        jdbi.useHandle(handle -> new PersonStore(handle).setRoles(person.id(), Set.of(roles)));
    }

    public void disable(Person person) {
        jdbi.useHandle(handle -> new PersonStore(handle).disable(person.id(), Instant.now()));
    }

    public static Caller session(Person person) {
        return person.by(new Caller.Credential.Session(UUID.randomUUID()));
    }

    public static Caller key(Person person) {
        return person.by(new Caller.Credential.Key(
                UUID.randomUUID(),
                Set.of(Caller.Scope.values()),
                new ApiKey.Binding(Optional.empty(), Optional.empty())));
    }
}
