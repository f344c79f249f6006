package org.vigie.prompt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The SQL of the library, within one transaction. What prompts say is sealed, bound to its prompt and version. */
record PromptStore(Handle handle, PromptSeal seal) {
    private static final String COLUMNS = "p.id, p.shelf, p.owner, p.team, p.version, p.changed_at, p.uses, p.content";

    /** A version of before. */
    record Past(int number, Instant at, Optional<UUID> by, Content content) {}

    /** What people gave one prompt. @param raters how many did */
    record Stars(long sum, int raters, int own) {}

    /** Those of the firm, of a team and of a person. */
    List<Prompt> shownTo(UUID person, Optional<String> team) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM library.prompt p
                        WHERE p.shelf = 'firm' OR p.owner = :person OR (p.shelf = 'team' AND p.team = :team)
                        """)
                .bind("person", person)
                .bind("team", team.orElse(null))
                .map((row, _) -> prompt(row))
                .list();
    }

    Optional<Prompt> find(UUID id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM library.prompt p WHERE p.id = :id")
                .bind("id", id)
                .map((row, _) -> prompt(row))
                .findOne();
    }

    int countOf(UUID person) {
        return handle.createQuery("SELECT count(*) FROM library.prompt WHERE owner = :person")
                .bind("person", person)
                .mapTo(Integer.class)
                .one();
    }

    void insert(Prompt prompt) {
        bind(handle.createUpdate("""
                        INSERT INTO library.prompt (id, shelf, owner, team, version, changed_at, content)
                        VALUES (:id, :shelf, :owner, :team, :version, :at, :content)
                        """), prompt)
                .bind("owner", prompt.owner().orElse(null))
                .execute();
        keep(prompt, prompt.owner());
    }

    /** @return whether nobody had changed it meanwhile */
    boolean update(Prompt prompt, UUID by) {
        boolean updated = bind(handle.createUpdate("""
                        UPDATE library.prompt
                        SET shelf = :shelf, team = :team, version = :version, changed_at = :at, content = :content
                        WHERE id = :id AND version = :version - 1
                        """), prompt).execute() == 1;
        if (updated) keep(prompt, Optional.of(by));
        return updated;
    }

    void delete(UUID id) {
        handle.execute("DELETE FROM library.prompt WHERE id = ?", id);
    }

    /** The newest first. */
    List<Past> versions(UUID id) {
        return handle.createQuery(
                        "SELECT number, at, by, content FROM library.version WHERE prompt = :id ORDER BY number DESC")
                .bind("id", id)
                .map((row, _) -> new Past(
                        row.getInt("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("by", UUID.class)),
                        seal.open(row.getBytes("content"), id, row.getInt("number"))))
                .list();
    }

    void used(UUID id) {
        handle.execute("UPDATE library.prompt SET uses = uses + 1 WHERE id = ?", id);
    }

    Stars stars(UUID id, UUID person) {
        return handle.createQuery("""
                        SELECT coalesce(sum(stars), 0) AS sum, count(*) AS raters,
                               coalesce(max(stars) FILTER (WHERE person = :person), 0) AS own
                        FROM library.rating WHERE prompt = :id
                        """)
                .bind("id", id)
                .bind("person", person)
                .map((row, _) -> new Stars(row.getLong("sum"), row.getInt("raters"), row.getInt("own")))
                .one();
    }

    /** @param stars from 1 to 5; 0 takes them back */
    void rate(UUID id, UUID person, int stars) {
        if (stars == 0) {
            handle.execute("DELETE FROM library.rating WHERE prompt = ? AND person = ?", id, person);
            return;
        }
        handle.createUpdate("""
                        INSERT INTO library.rating (prompt, person, stars) VALUES (:id, :person, :stars)
                        ON CONFLICT (prompt, person) DO UPDATE SET stars = excluded.stars
                        """)
                .bind("id", id)
                .bind("person", person)
                .bind("stars", stars)
                .execute();
    }

    /** @return whether it was not here yet; a starter that somebody deleted stays away */
    boolean claimStarter(String code) {
        return handle.execute("INSERT INTO library.starter (code) VALUES (?) ON CONFLICT DO NOTHING", code) == 1;
    }

    int starters() {
        return handle.createQuery("SELECT count(*) FROM library.starter")
                .mapTo(Integer.class)
                .one();
    }

    private void keep(Prompt prompt, Optional<UUID> by) {
        handle.createUpdate("""
                        INSERT INTO library.version (prompt, number, at, by, content)
                        VALUES (:id, :version, :at, :by, :content)
                        """)
                .bind("id", prompt.id())
                .bind("version", prompt.version())
                .bind("at", prompt.changedAt().atOffset(ZoneOffset.UTC))
                .bind("by", by.orElse(null))
                .bind("content", seal.seal(prompt))
                .execute();
    }

    private Update bind(Update update, Prompt prompt) {
        return update.bind("id", prompt.id())
                .bind("shelf", prompt.shelf().code())
                .bind("team", prompt.team().orElse(null))
                .bind("version", prompt.version())
                .bind("at", prompt.changedAt().atOffset(ZoneOffset.UTC))
                .bind("content", seal.seal(prompt));
    }

    private Prompt prompt(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        int version = row.getInt("version");
        return new Prompt(
                id,
                Shelf.of(row.getString("shelf")).orElseThrow(),
                Optional.ofNullable(row.getObject("owner", UUID.class)),
                Optional.ofNullable(row.getString("team")),
                version,
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("uses"),
                seal.open(row.getBytes("content"), id, version));
    }
}
