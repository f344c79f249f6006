package org.vigie.knowledge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Ids;

/** People, spaces and documents as rows, for tests. */
final class Library {
    private final Jdbi jdbi;

    Library(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Somebody with an account. @param team its code, made where there is none; empty for nobody's */
    Caller person(String name, String team) {
        UUID id = Ids.next();
        jdbi.useTransaction(handle -> {
            if (!team.isEmpty()) {
                handle.execute(
                        "INSERT INTO identity.team (code, name) VALUES (?, ?) ON CONFLICT DO NOTHING", team, team);
            }
            handle.execute(
                    "INSERT INTO identity.person (id, email, name, password_hash, language, team, created_at)"
                            + " VALUES (?, ?, ?, 'x', 'fr', ?, now())",
                    id,
                    name + "@example.org",
                    name,
                    team.isEmpty() ? null : team);
        });
        return caller(id, name, team, new Caller.Credential.Session(UUID.randomUUID()));
    }

    static Caller caller(UUID id, String name, String team, Caller.Credential credential) {
        return new Caller(
                id,
                name + "@example.org",
                name,
                Set.of(Role.EMPLOYEE),
                Optional.of(team).filter(code -> !code.isEmpty()),
                credential);
    }

    /** @param more besides the owner */
    Space space(String name, Caller owner, Optional<String> mission, List<Grant> more) {
        List<Grant> grants = new java.util.ArrayList<>(more);
        grants.add(new Grant.OfPerson(owner.person(), Access.OWNER));
        Space space = new Space(Ids.next(), name, "", DataClass.C1, mission, Optional.empty(), grants, Set.of(), 1);
        return SpaceStore.as(jdbi, owner.person(), handle -> {
            new SpaceStore(handle).insert(space, Instant.now());
            return new SpaceStore(handle).find(space.id()).orElseThrow();
        });
    }

    /** A document that waits; its original is sealed with nothing, and is not to be opened. */
    UUID waiting(Space space, Caller by, String name, String text) {
        return add(space, by, name, text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    UUID add(Space space, Caller by, String name, byte[] content, byte[] sealed) {
        UUID id = Ids.next();
        SpaceStore.as(jdbi, by.person(), handle -> {
            DocumentStore store = new DocumentStore(handle);
            store.insert(
                    new Document(
                            id,
                            space.id(),
                            name,
                            store.nextVersion(space.id(), name),
                            Documents.sha256(content),
                            content.length,
                            Document.State.WAITING,
                            Optional.empty(),
                            "",
                            List.of(),
                            Optional.empty(),
                            by.person(),
                            Instant.now()),
                    sealed);
            return id;
        });
        return id;
    }

    /** A document that is searched, with one passage for each text. */
    UUID searchable(Space space, Caller by, String name, String... texts) {
        UUID id = waiting(space, by, name, String.join("\n", texts));
        SpaceStore.asService(jdbi, handle -> {
            DocumentStore store = new DocumentStore(handle);
            Optional<DocumentStore.Claimed> claimed = store.claim();
            while (claimed.isPresent() && !claimed.get().id().equals(id)) claimed = store.claim();
            List<Excerpt> excerpts = new java.util.ArrayList<>();
            for (String text : texts) {
                excerpts.add(new Excerpt(
                        excerpts.size(), "", "", java.util.OptionalInt.of(excerpts.size() + 1), text, false));
            }
            store.read(claimed.orElseThrow(), "", List.of(), excerpts);
            return id;
        });
        return id;
    }

    static Path file(Path folder, String name, String text) throws java.io.IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
