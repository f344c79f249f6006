package org.vigie.mission;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of missions' keys, within one transaction. */
record MissionKeyStore(Handle handle) {
    record Standing(boolean closed, LocalDate ends, String decision) {}

    /** Nobody changes it before the end of the transaction. */
    Optional<Standing> standing(String mission) {
        return handle.createQuery("""
                        SELECT state = 'closed' AS closed, ends, decision FROM mission.mission WHERE code = :mission
                        FOR SHARE
                        """)
                .bind("mission", mission)
                .map((row, _) -> new Standing(
                        row.getBoolean("closed"), row.getObject("ends", LocalDate.class), row.getString("decision")))
                .findOne();
    }

    /** Sealed as it is stored; empty before the first use and after the purge. */
    Optional<byte[]> find(String mission) {
        return wrapped(mission, "");
    }

    /** The same; nobody destroys it before the end of the transaction. */
    Optional<byte[]> hold(String mission) {
        return wrapped(mission, " FOR SHARE");
    }

    private Optional<byte[]> wrapped(String mission, String lock) {
        return handle.createQuery(
                        "SELECT wrapped FROM mission.vault_key WHERE mission = :mission AND wrapped IS NOT NULL" + lock)
                .bind("mission", mission)
                .mapTo(byte[].class)
                .findOne();
    }

    /** Does nothing for a mission that does not exist, was purged, or has its key. */
    void insert(String mission, byte[] wrapped) {
        handle.createUpdate("""
                        INSERT INTO mission.vault_key (mission, wrapped, created_at)
                        SELECT code, :wrapped, now() FROM mission.mission WHERE code = :mission AND purged_at IS NULL
                        ON CONFLICT (mission) DO NOTHING
                        """)
                .bind("mission", mission)
                .bind("wrapped", wrapped)
                .execute();
    }

    /** Waits for those who hold it. Afterwards the mission can have none any more. */
    void destroy(String mission) {
        handle.createUpdate("""
                        INSERT INTO mission.vault_key (mission, wrapped, created_at, destroyed_at)
                        VALUES (:mission, NULL, now(), now())
                        ON CONFLICT (mission) DO UPDATE SET wrapped = NULL, destroyed_at = now()
                        """).bind("mission", mission).execute();
    }
}
