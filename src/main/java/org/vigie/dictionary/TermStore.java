package org.vigie.dictionary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.vigie.detection.Dictionary.Entry;
import org.vigie.detection.Dictionary.Regime;
import org.vigie.detection.FindingType;
import org.vigie.kernel.Ids;

/** The SQL of the terms. */
final class TermStore {
    private static final int BATCH = 1_000;

    private final Handle handle;

    TermStore(Handle handle) {
        this.handle = handle;
    }

    List<Entry> entries() {
        return handle.createQuery("SELECT term, type, subtype, regime, mission FROM dictionary.term")
                .map((row, _) -> entry(row))
                .list();
    }

    int count() {
        return handle.createQuery("SELECT count(*) FROM dictionary.term")
                .mapTo(Integer.class)
                .one();
    }

    /** Those that contain a text, in the order of the alphabet. */
    List<Term> search(String text, int most) {
        return handle.createQuery("""
                        SELECT id, term, type, subtype, regime, mission, added_at FROM dictionary.term
                        WHERE position(lower(:text) IN lower(term)) > 0
                        ORDER BY lower(term), mission LIMIT :most
                        """)
                .bind("text", text)
                .bind("most", most)
                .map((row, _) -> term(row))
                .list();
    }

    /** Those of one mission, in the order of the alphabet. */
    List<Term> ofMission(String mission) {
        return handle.createQuery("""
                        SELECT id, term, type, subtype, regime, mission, added_at FROM dictionary.term
                        WHERE mission = :mission ORDER BY lower(term)
                        """)
                .bind("mission", mission)
                .map((row, _) -> term(row))
                .list();
    }

    int countOf(String mission) {
        return handle.createQuery("SELECT count(*) FROM dictionary.term WHERE mission = :mission")
                .bind("mission", mission)
                .mapTo(Integer.class)
                .one();
    }

    /** @return how many there were */
    int removeAllOf(String mission) {
        return handle.createUpdate("DELETE FROM dictionary.term WHERE mission = :mission")
                .bind("mission", mission)
                .execute();
    }

    /** A term that is there already becomes what it is said to be now. */
    void put(List<Entry> entries, UUID by, Instant now) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO dictionary.term (id, term, type, subtype, regime, mission, added_by, added_at)
                VALUES (:id, :term, :type, :subtype, :regime, :mission, :by, :now)
                ON CONFLICT (term, mission) DO UPDATE
                SET type = excluded.type, subtype = excluded.subtype, regime = excluded.regime,
                    added_by = excluded.added_by, added_at = excluded.added_at
                """);
        int waiting = 0;
        for (Entry entry : entries) {
            batch.bind("id", Ids.next())
                    .bind("term", entry.term())
                    .bind("type", entry.type().name())
                    .bind("subtype", entry.subtype())
                    .bind("regime", entry.regime().code())
                    .bind("mission", entry.mission())
                    .bind("by", by)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .add();
            if (++waiting % BATCH == 0) batch.execute();
        }
        if (waiting % BATCH != 0) batch.execute();
    }

    Optional<Entry> remove(UUID id) {
        return handle.createQuery("""
                        DELETE FROM dictionary.term WHERE id = :id
                        RETURNING term, type, subtype, regime, mission
                        """)
                .bind("id", id)
                .map((row, _) -> entry(row))
                .findOne();
    }

    private static Term term(ResultSet row) throws SQLException {
        return new Term(
                row.getObject("id", UUID.class),
                entry(row),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("term"),
                FindingType.valueOf(row.getString("type")),
                row.getString("subtype"),
                Regime.valueOf(row.getString("regime").toUpperCase(Locale.ROOT)),
                row.getString("mission"));
    }
}
