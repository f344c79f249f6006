package org.vigie.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.vigie.disclosure.Disclosure.Answer;
import org.vigie.kernel.Ids;

/** The SQL of disclosures, within one transaction. */
record DisclosureStore(Handle handle) {
    private static final String NEWEST_FIRST = " ORDER BY year DESC, ordinal DESC";

    /** Numbers are without gaps: until this transaction ends, nobody else asks. */
    int nextOrdinal(int year) {
        handle.execute("LOCK TABLE disclosure.request IN SHARE ROW EXCLUSIVE MODE");
        return handle.createQuery("SELECT coalesce(max(ordinal), 0) + 1 FROM disclosure.request WHERE year = :year")
                .bind("year", year)
                .mapTo(Integer.class)
                .one();
    }

    void insert(Disclosure asked, int year, int ordinal) {
        Wanted wanted = asked.wanted();
        handle.createUpdate("""
                        INSERT INTO disclosure.request (id, code, year, ordinal, about, first_day, last_day, category,
                            reason, incident, days, asked_by, asked_as, asked_at)
                        VALUES (:id, :code, :year, :ordinal, :about, :from, :to, :category, :reason, :incident, :days,
                            :by, :as, :at)
                        """)
                .bind("id", asked.id())
                .bind("code", asked.code())
                .bind("year", year)
                .bind("ordinal", ordinal)
                .bind("about", wanted.about())
                .bind("from", wanted.from())
                .bind("to", wanted.to())
                .bind("category", wanted.category().code())
                .bind("reason", wanted.reason())
                .bind("incident", wanted.incident().orElse(null))
                .bind("days", wanted.days())
                .bind("by", asked.first().person())
                .bind("as", asked.first().capacity().code())
                .bind("at", utc(asked.askedAt()))
                .execute();
        for (KeyHolder second : asked.seconds()) {
            handle.createUpdate("""
                            INSERT INTO disclosure.second_key (request, person, capacity)
                            VALUES (:request, :person, :capacity)
                            """)
                    .bind("request", asked.id())
                    .bind("person", second.person())
                    .bind("capacity", second.capacity().code())
                    .execute();
        }
    }

    void answer(UUID request, Answer answer) {
        Optional<Instant> until = answer instanceof Answer.Given given ? Optional.of(given.until()) : Optional.empty();
        Optional<String> reason =
                answer instanceof Answer.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
        handle.createUpdate("""
                        UPDATE disclosure.request SET answered_by = :by, answered_at = :at, given = :given,
                            answer_reason = :reason, until = :until
                        WHERE id = :id AND answered_by IS NULL AND ended_at IS NULL
                        """)
                .bind("by", answer.by().person())
                .bind("at", utc(answer.at()))
                .bind("given", until.isPresent())
                .bind("reason", reason.orElse(null))
                .bind("until", until.map(DisclosureStore::utc).orElse(null))
                .bind("id", request)
                .execute();
    }

    void end(UUID request, UUID by, Instant at) {
        handle.createUpdate("UPDATE disclosure.request SET ended_by = :by, ended_at = :at WHERE id = :id")
                .bind("by", by)
                .bind("at", utc(at))
                .bind("id", request)
                .execute();
    }

    void seen(UUID request, Instant at) {
        handle.createUpdate("UPDATE disclosure.request SET seen_at = :at WHERE id = :id AND seen_at IS NULL")
                .bind("at", utc(at))
                .bind("id", request)
                .execute();
    }

    void read(UUID request, UUID by, Instant at, Disclosures.Form form) {
        handle.createUpdate("""
                        INSERT INTO disclosure.reading (id, request, by_whom, at, form)
                        VALUES (:id, :request, :by, :at, :form)
                        """)
                .bind("id", Ids.next())
                .bind("request", request)
                .bind("by", by)
                .bind("at", utc(at))
                .bind("form", form.name().toLowerCase(Locale.ROOT))
                .execute();
    }

    /** How often, and when last, the traces were opened. */
    List<Instant> readings(UUID request) {
        return handle.createQuery("SELECT at FROM disclosure.reading WHERE request = :request ORDER BY at")
                .bind("request", request)
                .map((row, _) -> moment(row, "at").orElseThrow())
                .list();
    }

    Optional<Disclosure> find(String code) {
        return handle.createQuery("SELECT * FROM disclosure.request WHERE code = :code")
                .bind("code", code)
                .map((row, _) -> disclosure(row))
                .findOne();
    }

    /** Held until the transaction ends. */
    Optional<Disclosure> locked(String code) {
        return handle.createQuery("SELECT * FROM disclosure.request WHERE code = :code FOR UPDATE")
                .bind("code", code)
                .map((row, _) -> disclosure(row))
                .findOne();
    }

    List<Disclosure> all() {
        return handle.createQuery("SELECT * FROM disclosure.request" + NEWEST_FIRST)
                .map((row, _) -> disclosure(row))
                .list();
    }

    /** Those in which somebody asked, answered, or may answer. */
    List<Disclosure> ofHolder(UUID person) {
        return handle
                .createQuery("""
                        SELECT * FROM disclosure.request r
                        WHERE asked_by = :person OR EXISTS (
                            SELECT FROM disclosure.second_key k WHERE k.request = r.id AND k.person = :person)
                        """ + NEWEST_FIRST)
                .bind("person", person)
                .map((row, _) -> disclosure(row))
                .list()
                .stream()
                .filter(disclosure -> disclosure.concernsAsHolder(person))
                .toList();
    }

    /** Those that opened somebody's traces. */
    List<Disclosure> openedAbout(UUID person) {
        return handle.createQuery(
                        "SELECT * FROM disclosure.request WHERE about = :person AND until IS NOT NULL" + NEWEST_FIRST)
                .bind("person", person)
                .map((row, _) -> disclosure(row))
                .list();
    }

    /** Those of somebody's traces that are open or were not seen, and those that may wait for their key. */
    List<Disclosure> toTell(UUID person, Instant now) {
        return handle.createQuery("""
                        SELECT * FROM disclosure.request r
                        WHERE (about = :person AND until IS NOT NULL
                               AND (seen_at IS NULL OR (until > :now AND ended_at IS NULL)))
                           OR (answered_by IS NULL AND ended_at IS NULL AND EXISTS (
                               SELECT FROM disclosure.second_key k WHERE k.request = r.id AND k.person = :person))
                        ORDER BY year, ordinal
                        """)
                .bind("person", person)
                .bind("now", utc(now))
                .map((row, _) -> disclosure(row))
                .list();
    }

    /** The newest first, those that have ended too. */
    List<Naming> namings() {
        return handle.createQuery("SELECT * FROM disclosure.key_holder ORDER BY named_at DESC")
                .map((row, _) -> naming(row))
                .list();
    }

    /** @return whether they were not named already */
    boolean insert(Naming naming) {
        return handle.createUpdate("""
                                INSERT INTO disclosure.key_holder (id, person, capacity, decision, named_by, named_at)
                                VALUES (:id, :person, :capacity, :decision, :by, :at) ON CONFLICT DO NOTHING
                                """)
                        .bind("id", naming.id())
                        .bind("person", naming.person())
                        .bind("capacity", naming.capacity().code())
                        .bind("decision", naming.decision())
                        .bind("by", naming.by())
                        .bind("at", utc(naming.at()))
                        .execute()
                == 1;
    }

    /** @return whether it was in force */
    boolean end(UUID naming, String decision, Instant at) {
        return handle.createUpdate("""
                                UPDATE disclosure.key_holder SET ended_at = :at, end_decision = :decision
                                WHERE id = :id AND ended_at IS NULL
                                """)
                        .bind("at", utc(at))
                        .bind("decision", decision)
                        .bind("id", naming)
                        .execute()
                == 1;
    }

    private Disclosure disclosure(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<KeyHolder> seconds = handle.createQuery(
                        "SELECT person, capacity FROM disclosure.second_key WHERE request = :id ORDER BY person")
                .bind("id", id)
                .map((key, _) ->
                        new KeyHolder(key.getObject("person", UUID.class), Capacity.of(key.getString("capacity"))))
                .list();
        return new Disclosure(
                id,
                row.getString("code"),
                new Wanted(
                        row.getObject("about", UUID.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        Category.find(row.getString("category")).orElseThrow(),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("incident")),
                        row.getInt("days")),
                new KeyHolder(row.getObject("asked_by", UUID.class), Capacity.of(row.getString("asked_as"))),
                moment(row, "asked_at").orElseThrow(),
                seconds,
                answer(row, seconds),
                moment(row, "ended_at"),
                moment(row, "seen_at"));
    }

    private static Optional<Answer> answer(ResultSet row, List<KeyHolder> seconds) throws SQLException {
        UUID by = row.getObject("answered_by", UUID.class);
        if (by == null) return Optional.empty();
        KeyHolder holder = seconds.stream()
                .filter(second -> second.person().equals(by))
                .findFirst()
                .orElseThrow();
        Instant at = moment(row, "answered_at").orElseThrow();
        return Optional.of(
                row.getBoolean("given")
                        ? new Answer.Given(holder, at, moment(row, "until").orElseThrow())
                        : new Answer.Refused(holder, at, row.getString("answer_reason")));
    }

    private static Naming naming(ResultSet row) throws SQLException {
        return new Naming(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                Capacity.of(row.getString("capacity")),
                row.getString("decision"),
                row.getObject("named_by", UUID.class),
                moment(row, "named_at").orElseThrow(),
                moment(row, "ended_at"),
                Optional.ofNullable(row.getString("end_decision")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
