package org.vigie.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Ids;

/** The SQL of incidents and their logs, within one transaction. */
record IncidentStore(Handle handle) {
    /** Numbers are without gaps: until this transaction ends, nobody else reports. */
    int nextOrdinal(int year) {
        handle.execute("LOCK TABLE incident.incident IN SHARE ROW EXCLUSIVE MODE");
        return handle.createQuery("SELECT coalesce(max(ordinal), 0) + 1 FROM incident.incident WHERE year = :year")
                .bind("year", year)
                .mapTo(Integer.class)
                .one();
    }

    void insert(Incident incident, int year, int ordinal) {
        Report report = incident.report();
        bind(handle.createUpdate("""
                                INSERT INTO incident.incident (id, code, year, ordinal, state, reported_kind, what, occurred_at,
                                    reported_at, reported_by, exchange, mission, data_class, kind, severity, detected_at, personal,
                                    high_risk, serious, staff, client_days, persons, target, use_case, root_cause, actions, lessons,
                                    version)
                                VALUES (:id, :code, :year, :ordinal, :state, :reportedKind, :what, :occurredAt, :reportedAt,
                                    :reportedBy, :exchange, :mission, :dataClass, :kind, :severity, :detectedAt, :personal,
                                    :highRisk, :serious, :staff, :clientDays, :persons, :target, :useCase, :rootCause, :actions,
                                    :lessons, 1)
                                """), incident.handling())
                .bind("id", incident.id())
                .bind("code", incident.code())
                .bind("year", year)
                .bind("ordinal", ordinal)
                .bind("state", incident.state().code())
                .bind("reportedKind", report.kind().code())
                .bind("what", report.what())
                .bind("occurredAt", at(report.occurredAt()))
                .bind("reportedAt", at(incident.reportedAt()))
                .bind("reportedBy", incident.reporter().orElse(null))
                .bind("exchange", report.exchange().orElse(null))
                .bind("mission", report.mission())
                .bind("dataClass", report.dataClass().map(Enum::name).orElse(null))
                .execute();
    }

    /** @return false where it has changed since that version */
    boolean update(String code, int version, Handling handling) {
        return bind(handle.createUpdate("""
                                        UPDATE incident.incident SET kind = :kind, severity = :severity, detected_at = :detectedAt,
                                            personal = :personal, high_risk = :highRisk, serious = :serious, staff = :staff,
                                            client_days = :clientDays, persons = :persons, target = :target, use_case = :useCase,
                                            root_cause = :rootCause, actions = :actions, lessons = :lessons, version = version + 1
                                        WHERE code = :code AND version = :version
                                        """), handling)
                        .bind("code", code)
                        .bind("version", version)
                        .execute()
                == 1;
    }

    private static <T extends SqlStatement<T>> T bind(T statement, Handling handling) {
        return statement
                .bind("kind", handling.kind().code())
                .bind("severity", handling.severity().map(Enum::name).orElse(null))
                .bind("detectedAt", at(handling.detectedAt()))
                .bind("personal", handling.personal())
                .bind("highRisk", handling.highRisk())
                .bind("serious", handling.serious())
                .bind("staff", handling.staff())
                .bind("clientDays", handling.clientDays().orElse(null))
                .bind("persons", handling.persons().orElse(null))
                .bind("target", handling.target())
                .bind("useCase", handling.useCase())
                .bind("rootCause", handling.rootCause())
                .bind("actions", handling.actions())
                .bind("lessons", handling.lessons());
    }

    void move(String code, State to) {
        handle.createUpdate("UPDATE incident.incident SET state = :state, version = version + 1 WHERE code = :code")
                .bind("state", to.code())
                .bind("code", code)
                .execute();
    }

    /** Held until the transaction ends. */
    Optional<Incident> locked(String code) {
        return one("SELECT * FROM incident.incident WHERE code = :code FOR UPDATE", code);
    }

    Optional<Incident> find(String code) {
        return one("SELECT * FROM incident.incident WHERE code = :code", code);
    }

    private Optional<Incident> one(String sql, String code) {
        return handle.createQuery(sql)
                .bind("code", code)
                .map((row, _) -> incident(row, settled(row.getObject("id", UUID.class))))
                .findOne();
    }

    /** The newest first. */
    List<Incident> all() {
        return handle.createQuery("SELECT * FROM incident.incident ORDER BY year DESC, ordinal DESC")
                .map((row, _) -> incident(row, settled(row.getObject("id", UUID.class))))
                .list();
    }

    /** Those that are not over and of which somebody must be told in a time that is measured. */
    List<Incident> clocked() {
        return handle.createQuery("""
                        SELECT * FROM incident.incident
                        WHERE state NOT IN ('closed', 'dismissed') AND (personal OR client_days IS NOT NULL)
                        """)
                .map((row, _) -> incident(row, settled(row.getObject("id", UUID.class))))
                .list();
    }

    List<Incident> of(UUID reporter) {
        return handle.createQuery(
                        "SELECT * FROM incident.incident WHERE reported_by = :by ORDER BY year DESC, ordinal DESC")
                .bind("by", reporter)
                .map((row, _) -> incident(row, settled(row.getObject("id", UUID.class))))
                .list();
    }

    private Map<Notice.Kind, Notice.Done> settled(UUID incident) {
        Map<Notice.Kind, Notice.Done> settled = new EnumMap<>(Notice.Kind.class);
        handle.createQuery("SELECT kind, done_at, done_by, reference FROM incident.notice WHERE incident = :incident")
                .bind("incident", incident)
                .map((row, _) -> Map.entry(
                        Notice.Kind.find(row.getString("kind")).orElseThrow(),
                        new Notice.Done(
                                moment(row, "done_at"),
                                row.getObject("done_by", UUID.class),
                                row.getString("reference"))))
                .forEach(one -> settled.put(one.getKey(), one.getValue()));
        return settled;
    }

    void settle(UUID incident, Notice.Kind kind, Notice.Done done) {
        handle.createUpdate("""
                        INSERT INTO incident.notice (incident, kind, done_at, done_by, reference)
                        VALUES (:incident, :kind, :at, :by, :reference)
                        ON CONFLICT (incident, kind) DO UPDATE
                        SET done_at = excluded.done_at, done_by = excluded.done_by, reference = excluded.reference
                        """)
                .bind("incident", incident)
                .bind("kind", kind.code())
                .bind("at", at(done.at()))
                .bind("by", done.by())
                .bind("reference", done.reference())
                .execute();
    }

    void log(UUID incident, LogEntry entry) {
        handle.createUpdate("""
                        INSERT INTO incident.entry (id, incident, at, by_whom, act, about, text)
                        VALUES (:id, :incident, :at, :by, :act, :about, :text)
                        """)
                .bind("id", Ids.next())
                .bind("incident", incident)
                .bind("at", at(entry.at()))
                .bind("by", entry.by().orElse(null))
                .bind("act", entry.act().code())
                .bind("about", entry.about())
                .bind("text", entry.text())
                .execute();
    }

    /** The newest first. */
    List<LogEntry> entries(UUID incident) {
        return handle.createQuery("SELECT * FROM incident.entry WHERE incident = :incident ORDER BY at DESC, id DESC")
                .bind("incident", incident)
                .map((row, _) -> new LogEntry(
                        moment(row, "at"),
                        Optional.ofNullable(row.getObject("by_whom", UUID.class)),
                        LogEntry.Act.of(row.getString("act")),
                        row.getString("about"),
                        row.getString("text")))
                .list();
    }

    private static Incident incident(ResultSet row, Map<Notice.Kind, Notice.Done> settled) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                row.getString("code"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Report(
                        kind(row, "reported_kind"),
                        row.getString("what"),
                        moment(row, "occurred_at"),
                        Optional.ofNullable(row.getObject("exchange", UUID.class)),
                        row.getString("mission"),
                        Optional.ofNullable(row.getString("data_class")).map(DataClass::valueOf)),
                Optional.ofNullable(row.getObject("reported_by", UUID.class)),
                moment(row, "reported_at"),
                handling(row),
                settled,
                row.getInt("version"));
    }

    private static Handling handling(ResultSet row) throws SQLException {
        return new Handling(
                kind(row, "kind"),
                Optional.ofNullable(row.getString("severity")).map(Severity::valueOf),
                moment(row, "detected_at"),
                row.getBoolean("personal"),
                row.getBoolean("high_risk"),
                row.getBoolean("serious"),
                row.getBoolean("staff"),
                Optional.ofNullable(row.getObject("client_days", Integer.class)),
                Optional.ofNullable(row.getObject("persons", Integer.class)),
                row.getString("target"),
                row.getString("use_case"),
                row.getString("root_cause"),
                row.getString("actions"),
                row.getString("lessons"));
    }

    private static Kind kind(ResultSet row, String column) throws SQLException {
        return Kind.valueOf(row.getString(column).toUpperCase(Locale.ROOT));
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
