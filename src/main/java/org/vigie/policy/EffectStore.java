package org.vigie.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Wording;

/** The SQL of decisions, snapshots and effects, within one transaction. */
record EffectStore(Handle handle) {
    private static final String COLUMNS = "id, source, decision, scope_kind, scope_id, kind, value, valid_from,"
            + " valid_until, reason_fr, reason_en";

    /** Until this transaction ends, nobody else decides: numbers are without gaps and come in the order of commits. */
    void oneAtATime() {
        handle.execute("LOCK TABLE policy.snapshot IN SHARE ROW EXCLUSIVE MODE");
    }

    /** The newest snapshot's number; 0 before the first. */
    long newest() {
        return handle.createQuery("SELECT coalesce(max(number), 0) FROM policy.snapshot")
                .mapTo(Long.class)
                .one();
    }

    long nextSnapshot(String decision) {
        return handle.createQuery("INSERT INTO policy.snapshot (decision) VALUES (:decision) RETURNING number")
                .bind("decision", decision)
                .mapTo(Long.class)
                .one();
    }

    int nextOrdinal(int year) {
        return handle.createQuery("SELECT coalesce(max(ordinal), 0) + 1 FROM policy.decision WHERE year = :year")
                .bind("year", year)
                .mapTo(Integer.class)
                .one();
    }

    void insert(DecisionRecord decision, int year, int ordinal) {
        handle.createUpdate("""
                        INSERT INTO policy.decision (number, year, ordinal, source, subject, motive, decided_by, decided_at)
                        VALUES (:number, :year, :ordinal, :source, :subject, :motive, :by, :at)
                        """)
                .bind("number", decision.number())
                .bind("year", year)
                .bind("ordinal", ordinal)
                .bind("source", decision.source())
                .bind("subject", decision.subject())
                .bind("motive", decision.motive())
                .bind("by", decision.by().orElse(null))
                .bind("at", decision.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The decisions that nobody numbered: what the file says, and what stands before anybody decides. */
    void insertOnce(DecisionRecord decision) {
        handle.createUpdate("""
                        INSERT INTO policy.decision (number, year, ordinal, source, subject, motive, decided_at)
                        VALUES (:number, 0, (SELECT count(*) FROM policy.decision WHERE year = 0), :source, :subject, '', :at)
                        ON CONFLICT (number) DO NOTHING
                        """)
                .bind("number", decision.number())
                .bind("source", decision.source())
                .bind("subject", decision.subject())
                .bind("at", decision.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<DecisionRecord> decision(String number) {
        return handle.createQuery("SELECT * FROM policy.decision WHERE number = :number")
                .bind("number", number)
                .map((row, _) -> decision(row))
                .findOne();
    }

    /** The newest first. */
    List<DecisionRecord> decisions(int most) {
        return handle.createQuery("""
                        SELECT * FROM policy.decision ORDER BY decided_at DESC, year DESC, ordinal DESC LIMIT :most
                        """)
                .bind("most", most)
                .map((row, _) -> decision(row))
                .list();
    }

    /** Those in force at a snapshot. */
    List<PolicyEffect> at(long snapshot) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM policy.effect"
                        + " WHERE since <= :at AND (until IS NULL OR until > :at)")
                .bind("at", snapshot)
                .setFetchSize(5_000)
                .map((row, _) -> effect(row))
                .list();
    }

    List<PolicyEffect> ofSource(String source) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM policy.effect WHERE source = :source AND until IS NULL")
                .bind("source", source)
                .map((row, _) -> effect(row))
                .list();
    }

    List<PolicyEffect> ofDecision(String number) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM policy.effect WHERE decision = :number ORDER BY id")
                .bind("number", number)
                .map((row, _) -> effect(row))
                .list();
    }

    /** Those that began after one snapshot and were in force at a later one. */
    List<PolicyEffect> begunBetween(long after, long upTo) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM policy.effect"
                        + " WHERE since > :after AND since <= :upTo AND (until IS NULL OR until > :upTo)")
                .bind("after", after)
                .bind("upTo", upTo)
                .map((row, _) -> effect(row))
                .list();
    }

    /** Those in force at one snapshot and no more at a later one. */
    List<PolicyEffect> endedBetween(long after, long upTo) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM policy.effect"
                        + " WHERE until > :after AND until <= :upTo AND since <= :after")
                .bind("after", after)
                .bind("upTo", upTo)
                .map((row, _) -> effect(row))
                .list();
    }

    void end(Collection<UUID> ids, long at) {
        if (ids.isEmpty()) return;
        handle.createUpdate("UPDATE policy.effect SET until = :at WHERE id = ANY(:ids)")
                .bind("at", at)
                .bindArray("ids", UUID.class, ids.toArray())
                .execute();
    }

    void begin(Collection<PolicyEffect> effects, long at) {
        if (effects.isEmpty()) return;
        PreparedBatch batch = handle.prepareBatch("INSERT INTO policy.effect (" + COLUMNS + ", since) VALUES"
                + " (:id, :source, :decision, :scopeKind, :scopeId, :kind, :value, :from, :until, :fr, :en, :since)");
        for (PolicyEffect effect : effects) {
            batch.bind("id", effect.id())
                    .bind("source", effect.source())
                    .bind("decision", effect.decision())
                    .bind("scopeKind", effect.scope().kind().code())
                    .bind("scopeId", effect.scope().id())
                    .bind("kind", effect.rule().kind().code())
                    .bind("value", effect.rule().value())
                    .bind("from", at(effect.validity().from()))
                    .bind("until", at(effect.validity().until()))
                    .bind("fr", effect.reason().french())
                    .bind("en", effect.reason().english())
                    .bind("since", at)
                    .add();
        }
        batch.execute();
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> moment) {
        return moment.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static PolicyEffect effect(ResultSet row) throws SQLException {
        return new PolicyEffect(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("decision"),
                new EffectScope(EffectScope.Kind.of(row.getString("scope_kind")), row.getString("scope_id")),
                Rule.of(Rule.Kind.of(row.getString("kind")), row.getString("value")),
                new Validity(moment(row, "valid_from"), moment(row, "valid_until")),
                new Wording(row.getString("reason_fr"), row.getString("reason_en")));
    }

    private static DecisionRecord decision(ResultSet row) throws SQLException {
        return new DecisionRecord(
                row.getString("number"),
                row.getString("source"),
                row.getString("subject"),
                row.getString("motive"),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)),
                moment(row, "decided_at").orElseThrow());
    }
}
