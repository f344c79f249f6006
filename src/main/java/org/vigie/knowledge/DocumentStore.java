package org.vigie.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.vigie.store.Listener;

/** The SQL of documents and passages, within one transaction that says for whom it is ({@link SpaceStore#as}). */
record DocumentStore(Handle handle) {
    /** Documents wait to be read. */
    static final String WAITING = "knowledge_waiting";
    /** The index has something to learn. */
    static final String CHANGED = "knowledge_changed";

    /** How long whoever reads a document is believed to live without a word, in seconds. */
    static final int LEASE_SECONDS = 30;

    private static final String COLUMNS = """
            SELECT d.id, d.space, d.name, d.version, d.sha256, d.size, d.state, d.fault, d.title, d.notes, d.pages,
                d.added_by, d.added_at
            FROM knowledge.document d
            """;

    /** By their names; a version that is replaced is not shown. */
    List<Document> of(UUID space) {
        return handle.createQuery(COLUMNS
                        + " WHERE d.space = :space AND d.state <> 'replaced' ORDER BY lower(d.name), d.version DESC")
                .bind("space", space)
                .map((row, _) -> document(row))
                .list();
    }

    Optional<Document> find(UUID id) {
        return handle.createQuery(COLUMNS + " WHERE d.id = :id")
                .bind("id", id)
                .map((row, _) -> document(row))
                .findOne();
    }

    /** How many documents of each space are searched. */
    Map<UUID, Integer> searchable() {
        return handle
                .createQuery(
                        "SELECT space, count(*) AS documents FROM knowledge.document WHERE state = 'searchable' GROUP BY space")
                .map((row, _) -> Map.entry(row.getObject("space", UUID.class), row.getInt("documents")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    int count(UUID space) {
        return handle.createQuery("SELECT count(DISTINCT name) FROM knowledge.document WHERE space = :space")
                .bind("space", space)
                .mapTo(Integer.class)
                .one();
    }

    /** Whether the newest version of that name is this very file, and not one that failed. */
    boolean holds(UUID space, String name, String sha256) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM knowledge.document d
                            WHERE space = :space AND name = :name AND sha256 = :sha256 AND state <> 'failed'
                              AND version = (SELECT max(version) FROM knowledge.document
                                             WHERE space = :space AND name = :name))
                        """)
                .bind("space", space)
                .bind("name", name)
                .bind("sha256", sha256)
                .mapTo(Boolean.class)
                .one();
    }

    /** The next version of that name; nobody else makes it before the end of the transaction. */
    int nextVersion(UUID space, String name) {
        handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:what, 14)) IS NULL")
                .bind("what", space + "/" + name)
                .mapTo(Boolean.class)
                .one();
        return handle.createQuery("""
                        SELECT coalesce(max(version), 0) + 1 FROM knowledge.document
                        WHERE space = :space AND name = :name
                        """)
                .bind("space", space)
                .bind("name", name)
                .mapTo(Integer.class)
                .one();
    }

    void insert(Document document, byte[] sealed) {
        handle.createUpdate("""
                        INSERT INTO knowledge.document
                            (id, space, name, version, sha256, size, original, state, added_by, added_at)
                        VALUES (:id, :space, :name, :version, :sha256, :size, :original, 'waiting', :by, :at)
                        """)
                .bind("id", document.id())
                .bind("space", document.space())
                .bind("name", document.name())
                .bind("version", document.version())
                .bind("sha256", document.sha256())
                .bind("size", document.size())
                .bind("original", sealed)
                .bind("by", document.addedBy())
                .bind("at", document.addedAt().atOffset(ZoneOffset.UTC))
                .execute();
        Listener.announce(handle, WAITING);
    }

    Optional<byte[]> original(UUID id) {
        return handle.createQuery("SELECT original FROM knowledge.document WHERE id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne();
    }

    /** Lets one that failed be read once more. @return whether there was one */
    boolean retry(UUID id) {
        boolean waits = handle.createUpdate("""
                        UPDATE knowledge.document SET state = 'waiting', fault = NULL, attempts = 0, notes = '{}'
                        WHERE id = :id AND state = 'failed'
                        """).bind("id", id).execute() == 1;
        if (waits) Listener.announce(handle, WAITING);
        return waits;
    }

    /** All versions of that name. */
    void delete(UUID space, String name) {
        changed(handle.createQuery("DELETE FROM knowledge.document WHERE space = :space AND name = :name RETURNING id")
                .bind("space", space)
                .bind("name", name)
                .mapTo(UUID.class)
                .list());
    }

    /** All of a space, before it goes. */
    void deleteAll(UUID space) {
        changed(handle.createQuery("DELETE FROM knowledge.document WHERE space = :space RETURNING id")
                .bind("space", space)
                .mapTo(UUID.class)
                .list());
    }

    /** Those whose space does not keep them longer. @return how many */
    int expire(Instant now) {
        List<UUID> gone = handle.createQuery("""
                        DELETE FROM knowledge.document d USING knowledge.space s
                        WHERE s.id = d.space AND s.retention_days IS NOT NULL
                          AND d.added_at < :now - make_interval(days => s.retention_days)
                        RETURNING d.id
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(UUID.class)
                .list();
        changed(gone);
        return gone.size();
    }

    int countOfMission(String mission) {
        return handle.createQuery("""
                        SELECT count(*) FROM knowledge.document d JOIN knowledge.space s ON s.id = d.space
                        WHERE s.mission = :mission
                        """)
                .bind("mission", mission)
                .mapTo(Integer.class)
                .one();
    }

    int eraseOfMission(String mission) {
        List<UUID> gone = handle.createQuery("""
                        DELETE FROM knowledge.document d USING knowledge.space s
                        WHERE s.id = d.space AND s.mission = :mission RETURNING d.id
                        """)
                .bind("mission", mission)
                .mapTo(UUID.class)
                .list();
        changed(gone);
        return gone.size();
    }

    /**
     * What whoever reads it needs.
     *
     * @param mission whose key seals the original, where there is one
     * @param attempt from 1
     */
    record Claimed(UUID id, UUID space, String name, Optional<String> mission, int attempt, byte[] original) {}

    /** One that waits, or whose reader fell silent; no other replica takes it meanwhile. */
    Optional<Claimed> claim() {
        return handle.createQuery("""
                        WITH taken AS (
                            UPDATE knowledge.document SET state = 'reading', attempts = attempts + 1,
                                lease = now() + make_interval(secs => :lease)
                            WHERE id = (SELECT id FROM knowledge.document
                                        WHERE state = 'waiting' OR (state = 'reading' AND lease < now())
                                        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                            RETURNING id, space, name, attempts, original)
                        SELECT t.*, s.mission FROM taken t JOIN knowledge.space s ON s.id = t.space
                        """)
                .bind("lease", LEASE_SECONDS)
                .map((row, _) -> new Claimed(
                        row.getObject("id", UUID.class),
                        row.getObject("space", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("mission")),
                        row.getInt("attempts"),
                        row.getBytes("original")))
                .findOne();
    }

    /** Whoever reads it lives. */
    void prolong(UUID id) {
        handle.createUpdate("""
                        UPDATE knowledge.document SET lease = now() + make_interval(secs => :lease)
                        WHERE id = :id AND state = 'reading'
                        """).bind("lease", LEASE_SECONDS).bind("id", id).execute();
    }

    /** Gives it back: it is read again at another time. */
    void giveBack(Claimed claimed) {
        handle.createUpdate("""
                        UPDATE knowledge.document SET state = 'waiting', lease = NULL
                        WHERE id = :id AND state = 'reading' AND attempts = :attempt
                        """)
                .bind("id", claimed.id())
                .bind("attempt", claimed.attempt())
                .execute();
    }

    void failed(Claimed claimed, String fault) {
        handle.createUpdate("""
                        UPDATE knowledge.document SET state = 'failed', fault = :fault, lease = NULL, read_at = now()
                        WHERE id = :id AND state = 'reading' AND attempts = :attempt
                        """)
                .bind("fault", fault)
                .bind("id", claimed.id())
                .bind("attempt", claimed.attempt())
                .execute();
    }

    /**
     * Keeps what was read; the versions before are searched no more. Nothing where somebody else took it over meanwhile,
     * it was deleted, or a newer version came first.
     */
    void read(Claimed claimed, String title, List<String> notes, List<Excerpt> excerpts) {
        OptionalInt pages =
                excerpts.stream().flatMapToInt(one -> one.page().stream()).max();
        boolean mine = handle.createUpdate("""
                        UPDATE knowledge.document SET state = 'searchable', lease = NULL, read_at = now(),
                            title = :title, notes = :notes, pages = :pages
                        WHERE id = :id AND state = 'reading' AND attempts = :attempt
                        """)
                        .bind("title", title)
                        .bindArray("notes", String.class, notes)
                        .bind("pages", pages.isPresent() ? (Integer) pages.getAsInt() : null)
                        .bind("id", claimed.id())
                        .bind("attempt", claimed.attempt())
                        .execute()
                == 1;
        if (!mine) return;
        put(claimed.id(), excerpts);
        List<UUID> replaced = handle.createQuery("""
                        UPDATE knowledge.document SET state = 'replaced'
                        WHERE space = :space AND name = :name AND state = 'searchable'
                          AND version < (SELECT max(version) FROM knowledge.document
                                         WHERE space = :space AND name = :name AND state = 'searchable')
                        RETURNING id
                        """)
                .bind("space", claimed.space())
                .bind("name", claimed.name())
                .mapTo(UUID.class)
                .list();
        handle.createUpdate("DELETE FROM knowledge.passage WHERE document = ANY(:replaced)")
                .bindArray("replaced", UUID.class, replaced)
                .execute();
        changed(replaced);
        changed(List.of(claimed.id()));
    }

    private void put(UUID document, List<Excerpt> excerpts) {
        if (excerpts.isEmpty()) return;
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO knowledge.passage (document, number, page, heading, text, recognised)
                VALUES (:document, :number, :page, :heading, :text, :recognised)
                """);
        for (Excerpt one : excerpts) {
            batch.bind("document", document)
                    .bind("number", one.ordinal())
                    .bind("page", one.page().isPresent() ? (Integer) one.page().getAsInt() : null)
                    .bind("heading", one.section())
                    .bind("text", one.text())
                    .bind("recognised", one.recognised())
                    .add();
        }
        batch.execute();
    }

    /**
     * Tells the index to look at these again. Changes are numbered one transaction after the other, so that whoever has
     * seen a number has seen all before it.
     */
    private void changed(List<UUID> documents) {
        if (documents.isEmpty()) return;
        handle.createQuery("SELECT pg_advisory_xact_lock(140014001400) IS NULL")
                .mapTo(Boolean.class)
                .one();
        handle.createUpdate("""
                        INSERT INTO knowledge.change (document, number)
                        SELECT changed, nextval('knowledge.change_number') FROM unnest(:documents) changed
                        ON CONFLICT (document) DO UPDATE SET number = excluded.number
                        """).bindArray("documents", UUID.class, documents).execute();
        Listener.announce(handle, CHANGED);
    }

    private static Document document(ResultSet row) throws SQLException {
        @Nullable Integer pages = row.getObject("pages", Integer.class);
        return new Document(
                row.getObject("id", UUID.class),
                row.getObject("space", UUID.class),
                row.getString("name"),
                row.getInt("version"),
                row.getString("sha256"),
                row.getLong("size"),
                Document.State.of(row.getString("state")),
                Optional.ofNullable(row.getString("fault")),
                row.getString("title"),
                List.of((String[]) row.getArray("notes").getArray()),
                Optional.ofNullable(pages),
                row.getObject("added_by", UUID.class),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
