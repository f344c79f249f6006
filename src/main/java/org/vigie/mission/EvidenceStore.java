package org.vigie.mission;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.vigie.store.Sealed;

/** The SQL of evidence, within one transaction; names and contents are sealed for their rows. */
record EvidenceStore(Handle handle, Sealed sealed) {
    /** The oldest first. */
    List<Evidence> of(String mission) {
        return handle.createQuery("""
                        SELECT id, kind, name, size, sha256, added_by, added_at FROM mission.evidence
                        WHERE mission = :mission ORDER BY added_at, id
                        """)
                .bind("mission", mission)
                .map((row, _) -> evidence(row))
                .list();
    }

    Optional<byte[]> content(String mission, UUID id) {
        return handle.createQuery("SELECT content FROM mission.evidence WHERE mission = :mission AND id = :id")
                .bind("mission", mission)
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne()
                .map(content -> sealed.open(content, context(id, "content")));
    }

    void insert(String mission, Evidence evidence, byte[] content) {
        byte[] name = evidence.name().getBytes(StandardCharsets.UTF_8);
        handle.createUpdate("""
                        INSERT INTO mission.evidence
                            (id, mission, kind, name, content, size, sha256, added_by, added_at)
                        VALUES (:id, :mission, :kind, :name, :content, :size, :sha256, :by, :at)
                        """)
                .bind("id", evidence.id())
                .bind("mission", mission)
                .bind("kind", evidence.kind().code())
                .bind("name", sealed.seal(name, context(evidence.id(), "name")))
                .bind("content", sealed.seal(content, context(evidence.id(), "content")))
                .bind("size", evidence.size())
                .bind("sha256", evidence.sha256())
                .bind("by", evidence.addedBy())
                .bind("at", evidence.addedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    void remove(String mission, UUID id) {
        handle.createUpdate("DELETE FROM mission.evidence WHERE mission = :mission AND id = :id")
                .bind("mission", mission)
                .bind("id", id)
                .execute();
    }

    static int count(Handle handle, String mission) {
        return handle.createQuery("SELECT count(*) FROM mission.evidence WHERE mission = :mission")
                .bind("mission", mission)
                .mapTo(Integer.class)
                .one();
    }

    static int erase(Handle handle, String mission) {
        return handle.createUpdate("DELETE FROM mission.evidence WHERE mission = :mission")
                .bind("mission", mission)
                .execute();
    }

    private Evidence evidence(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Evidence(
                id,
                Evidence.Kind.of(row.getString("kind")),
                new String(sealed.open(row.getBytes("name"), context(id, "name")), StandardCharsets.UTF_8),
                row.getInt("size"),
                row.getString("sha256"),
                row.getObject("added_by", UUID.class),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    private static String context(UUID id, String part) {
        return "evidence/" + id + "/" + part;
    }
}
