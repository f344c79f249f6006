package org.vigie.metering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The SQL of alerts, within one transaction. */
record AlertStore(Handle handle) {
    private static final String CURRENT =
            "starts >= metering.starts(CASE measure WHEN 'cost_per_day' THEN 'day' ELSE 'month' END, now())";

    /** An alert that another transaction is writing is waited for: whoever commits first has raised it. */
    List<Alert> raise(Collection<Limit> limits) {
        return bind(handle.createQuery("""
                        INSERT INTO metering.alert (subject, measure, starts, decision, amount, percent)
                        SELECT known.subject, known.measure, known.starts, asked.decision, asked.amount, threshold.percent
                        FROM unnest(:subjects, :measures, :units, :decisions, :amounts)
                            AS asked (subject, measure, unit, decision, amount)
                        JOIN metering.allowance known USING (subject, measure)
                        CROSS JOIN unnest(:thresholds) AS threshold (percent)
                        WHERE NOT metering.renews(asked.unit, known.starts, metering.starts(asked.unit, now()))
                          AND (known.spent::numeric * 100 >= asked.amount::numeric * threshold.percent AND known.spent > 0
                               OR threshold.percent = 100 AND known.refused_limit >= asked.amount)
                          AND NOT EXISTS (
                              SELECT FROM metering.alert raised
                              WHERE raised.subject = known.subject AND raised.measure = known.measure
                                AND raised.starts = known.starts AND raised.decision = asked.decision
                                AND raised.amount = asked.amount AND raised.percent = threshold.percent)
                        ON CONFLICT DO NOTHING
                        RETURNING id, subject, measure, starts, decision, amount, percent, raised_at
                        """), limits)
                .bindArray("thresholds", Integer.class, Standing.THRESHOLDS)
                .map((row, _) -> alert(row))
                .list();
    }

    private static Query bind(Query query, Collection<Limit> limits) {
        return query.bindArray(
                        "subjects",
                        String.class,
                        limits.stream().map(one -> one.subject().code()).toList())
                .bindArray(
                        "measures",
                        String.class,
                        limits.stream().map(one -> one.measure().code()).toList())
                .bindArray(
                        "units",
                        String.class,
                        limits.stream().map(one -> one.measure().unit()).toList())
                .bindArray(
                        "decisions",
                        String.class,
                        limits.stream().map(Limit::decision).toList())
                .bindArray(
                        "amounts",
                        Long.class,
                        limits.stream().map(Limit::amount).toList());
    }

    void tell(Alert alert, Set<UUID> readers) {
        if (readers.isEmpty()) return;
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO metering.alert_reader (alert, person) VALUES (:alert, :person)");
        readers.forEach(
                reader -> batch.bind("alert", alert.id()).bind("person", reader).add());
        batch.execute();
    }

    /** Of periods that are not over, the newest first. */
    List<Alert> current() {
        return handle.createQuery(
                        "SELECT * FROM metering.alert WHERE " + CURRENT + " ORDER BY raised_at DESC, percent DESC")
                .map((row, _) -> alert(row))
                .list();
    }

    record Unread(UUID person, Alert alert) {}

    /** Of periods that are not over. */
    List<Unread> unread() {
        return handle.createQuery("""
                        SELECT person, alert.* FROM metering.alert JOIN metering.alert_reader ON alert = id
                        WHERE read_at IS NULL AND\s""" + CURRENT + " ORDER BY percent DESC, raised_at DESC")
                .map((row, _) -> new Unread(row.getObject("person", UUID.class), alert(row)))
                .list();
    }

    void read(UUID person) {
        handle.createUpdate(
                        "UPDATE metering.alert_reader SET read_at = now() WHERE person = :person AND read_at IS NULL")
                .bind("person", person)
                .execute();
    }

    /** What one person used is told to them; it is not kept for anybody once its period is long over. */
    int forgetPersons() {
        return handle.createUpdate("""
                        DELETE FROM metering.alert
                        WHERE (subject LIKE 'person:%' OR subject LIKE 'key:%') AND starts < now() - interval '62 days'
                        """).execute();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                Subject.parse(row.getString("subject")),
                Measure.valueOf(row.getString("measure").toUpperCase(Locale.ROOT)),
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                row.getString("decision"),
                row.getLong("amount"),
                row.getInt("percent"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant());
    }
}
