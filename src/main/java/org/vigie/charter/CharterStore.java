package org.vigie.charter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.vigie.charter.CharterText.Advice;
import org.vigie.kernel.Ids;

/** The SQL of versions, signatures and reminders, within one transaction. */
record CharterStore(Handle handle) {
    private static final String OPEN = "state IN ('draft', 'in_review', 'staff_opinion', 'approved')";
    private static final String PUBLISHED = "SELECT * FROM charter.version WHERE NOT " + OPEN;

    Optional<Draft> draft() {
        return handle.createQuery("SELECT * FROM charter.version WHERE " + OPEN)
                .map((row, _) -> draft(row))
                .findOne();
    }

    /** @return whether the draft was still at the revision that is replaced */
    boolean keep(int revision, CharterText text, UUID by, Instant now) {
        UUID fresh = Ids.next();
        Optional<UUID> kept = revision == 0
                ? handle.createQuery("""
                                INSERT INTO charter.version
                                    (id, state, revision, title, articles, statement, quiz, edited_by, edited_at, authors)
                                VALUES (:id, 'draft', 1, :title, :articles, :statement, :quiz, :by, :now, ARRAY[:by])
                                ON CONFLICT DO NOTHING RETURNING id
                                """)
                        .bind("id", fresh)
                        .bind("title", text.title())
                        .bind("articles", text.articles())
                        .bind("statement", text.statement())
                        .bind("quiz", text.questions())
                        .bind("by", by)
                        .bind("now", utc(now))
                        .mapTo(UUID.class)
                        .findOne()
                : handle.createQuery("""
                                UPDATE charter.version
                                SET revision = revision + 1, title = :title, articles = :articles,
                                    statement = :statement, quiz = :quiz, edited_by = :by, edited_at = :now,
                                    authors = CASE WHEN :by = ANY (authors) THEN authors ELSE authors || :by END
                                WHERE state = 'draft' AND revision = :revision RETURNING id
                                """)
                        .bind("revision", revision)
                        .bind("title", text.title())
                        .bind("articles", text.articles())
                        .bind("statement", text.statement())
                        .bind("quiz", text.questions())
                        .bind("by", by)
                        .bind("now", utc(now))
                        .mapTo(UUID.class)
                        .findOne();
        kept.ifPresent(id -> text.advice().forEach((audience, advice) -> advise(id, audience, advice)));
        return kept.isPresent();
    }

    private void advise(UUID version, Audience audience, Advice advice) {
        handle.createUpdate("""
                        INSERT INTO charter.advice (version, audience, dos, donts)
                        VALUES (:version, :audience, :dos, :donts)
                        ON CONFLICT (version, audience) DO UPDATE SET dos = excluded.dos, donts = excluded.donts
                        """)
                .bind("version", version)
                .bind("audience", audience.code())
                .bindArray("dos", String.class, advice.dos().toArray())
                .bindArray("donts", String.class, advice.donts().toArray())
                .execute();
    }

    boolean discard(int revision) {
        return handle.createUpdate("DELETE FROM charter.version WHERE " + OPEN + " AND revision = :revision")
                        .bind("revision", revision)
                        .execute()
                > 0;
    }

    /** Puts it before others. @return whether there was a draft of this revision */
    boolean submit(int revision, boolean sanctions, UUID by) {
        return step(revision, "draft", """
                        state = 'in_review', sanctions = :sanctions, remark = '',
                        authors = CASE WHEN :by = ANY (authors) THEN authors ELSE authors || :by END
                        """)
                        .bind("sanctions", sanctions)
                        .bind("by", by)
                        .execute()
                > 0;
    }

    boolean opine(int revision, Draft.Opinion opinion, UUID by) {
        return step(revision, "in_review", """
                        state = 'staff_opinion', opinion = :kind, opinion_on = :on, opinion_text = :text,
                        opinion_by = :by
                        """)
                        .bind("kind", opinion.kind().code())
                        .bind("on", opinion.on())
                        .bind("text", opinion.text())
                        .bind("by", by)
                        .execute()
                > 0;
    }

    /** @param from the state that it is in */
    boolean approve(int revision, Draft.State from, UUID by, String decision) {
        return step(revision, from.code(), "state = 'approved', approved_by = :by, approval = :decision")
                        .bind("by", by)
                        .bind("decision", decision)
                        .execute()
                > 0;
    }

    /** A draft again, without what was said of it but why. */
    boolean sendBack(int revision, Draft.State from, String remark) {
        return step(revision, from.code(), """
                        state = 'draft', remark = :remark, opinion = NULL, opinion_on = NULL, opinion_text = '',
                        opinion_by = NULL, approved_by = NULL, approval = NULL
                        """).bind("remark", remark).execute() > 0;
    }

    private Update step(int revision, String from, String changes) {
        return handle.createUpdate("UPDATE charter.version SET revision = revision + 1, " + changes
                        + " WHERE state = :from AND revision = :revision")
                .bind("from", from)
                .bind("revision", revision);
    }

    /** @return whether what was approved was of this revision */
    boolean publish(Charter.Publication wanted, VersionNumber number, Instant at, Instant askedFrom, String decision) {
        end(Published.State.REPLACED, at);
        return handle.createUpdate("""
                                UPDATE charter.version
                                SET state = 'published', major = :major, minor = :minor, published_at = :at,
                                    asked_from = :from, reminders = :reminders, decision = :decision,
                                    allowed_class = :allowedClass, allowed_zone = :allowedZone
                                WHERE state = 'approved' AND revision = :revision
                                """)
                        .bindArray("reminders", Integer.class, List.copyOf(wanted.reminders()))
                        .bind("allowedClass", wanted.allowance().most().name())
                        .bind("allowedZone", wanted.allowance().farthestCode())
                        .bind("major", number.major())
                        .bind("minor", number.minor())
                        .bind("at", utc(at))
                        .bind("from", utc(askedFrom))
                        .bind("decision", decision)
                        .bind("revision", wanted.revision())
                        .execute()
                > 0;
    }

    /** @return whether one was in force */
    boolean end(Published.State as, Instant at) {
        return handle.createUpdate(
                                "UPDATE charter.version SET state = :state, ended_at = :at WHERE state = 'published'")
                        .bind("state", as.code())
                        .bind("at", utc(at))
                        .execute()
                > 0;
    }

    /** The newest first. */
    List<Published> published() {
        return handle.createQuery(PUBLISHED + " ORDER BY major DESC, minor DESC")
                .map((row, _) -> publishedOf(row))
                .list();
    }

    Optional<Published> published(VersionNumber number) {
        return handle.createQuery(PUBLISHED + " AND major = :major AND minor = :minor")
                .bind("major", number.major())
                .bind("minor", number.minor())
                .map((row, _) -> publishedOf(row))
                .findOne();
    }

    Optional<Published> current() {
        return handle.createQuery("SELECT * FROM charter.version WHERE state = 'published'")
                .map((row, _) -> publishedOf(row))
                .findOne();
    }

    void sign(UUID version, Signature signature) {
        handle.createUpdate("""
                        INSERT INTO charter.signature
                          (id, version, person, audience, sha256, correct, questions, method, network, signed_at)
                        VALUES (:id, :version, :person, :audience, :sha256, :correct, :questions, :method, :network, :at)
                        """)
                .bind("id", Ids.next())
                .bind("version", version)
                .bind("person", signature.person())
                .bind("audience", signature.audience().code())
                .bind("sha256", signature.sha256())
                .bind("correct", signature.score().correct())
                .bind("questions", signature.score().questions())
                .bind("method", signature.method().code())
                .bind("network", signature.network())
                .bind("at", utc(signature.at()))
                .execute();
    }

    /** The newest of each person who signed this major version. */
    List<Signature> signatures(int major) {
        return handle.createQuery("""
                        SELECT DISTINCT ON (s.person) s.*, v.major, v.minor
                        FROM charter.signature s JOIN charter.version v ON v.id = s.version
                        WHERE v.major = :major ORDER BY s.person, v.minor DESC
                        """)
                .bind("major", major)
                .map((row, _) -> signature(row))
                .list();
    }

    /** Of one person, the newest version first. */
    List<Signature> signaturesOf(UUID person) {
        return handle.createQuery("""
                        SELECT s.*, v.major, v.minor
                        FROM charter.signature s JOIN charter.version v ON v.id = s.version
                        WHERE s.person = :person ORDER BY v.major DESC, v.minor DESC
                        """)
                .bind("person", person)
                .map((row, _) -> signature(row))
                .list();
    }

    /** That somebody was shown a reminder of a major version. @return whether they put it off before */
    boolean remind(int major, UUID person, int day, Instant now) {
        return handle.createQuery("""
                        INSERT INTO charter.reminder (major, person, day, shown_at) VALUES (:major, :person, :day, :now)
                        ON CONFLICT (major, person, day) DO UPDATE SET day = excluded.day
                        RETURNING put_off_at IS NOT NULL
                        """)
                .bind("major", major)
                .bind("person", person)
                .bind("day", day)
                .bind("now", utc(now))
                .mapTo(Boolean.class)
                .one();
    }

    void putOff(int major, UUID person, int day, Instant now) {
        handle.createUpdate("""
                        UPDATE charter.reminder SET put_off_at = coalesce(put_off_at, :now)
                        WHERE major = :major AND person = :person AND day = :day
                        """)
                .bind("major", major)
                .bind("person", person)
                .bind("day", day)
                .bind("now", utc(now))
                .execute();
    }

    /** When each person was reminded last. */
    Map<UUID, Instant> reminded(int major) {
        Map<UUID, Instant> reminded = new HashMap<>();
        handle.createQuery(
                        "SELECT person, max(shown_at) AS at FROM charter.reminder WHERE major = :major GROUP BY person")
                .bind("major", major)
                .map((row, _) -> Map.entry(
                        row.getObject("person", UUID.class), moment(row, "at").orElseThrow()))
                .forEach(entry -> reminded.put(entry.getKey(), entry.getValue()));
        return reminded;
    }

    private Map<Audience, Advice> advice(UUID version) {
        Map<Audience, Advice> advice = new EnumMap<>(Audience.class);
        handle.createQuery("SELECT audience, dos, donts FROM charter.advice WHERE version = :version")
                .bind("version", version)
                .map((row, _) -> Map.entry(
                        Audience.of(row.getString("audience")).orElseThrow(),
                        new Advice(lines(row, "dos"), lines(row, "donts"))))
                .forEach(entry -> advice.put(entry.getKey(), entry.getValue()));
        return advice;
    }

    private static List<String> lines(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private CharterText text(ResultSet row) throws SQLException {
        return new CharterText(
                row.getString("title"),
                row.getString("articles"),
                advice(row.getObject("id", UUID.class)),
                row.getString("statement"),
                row.getString("quiz"));
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getInt("revision"),
                Draft.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                text(row),
                row.getBoolean("sanctions"),
                Set.of((UUID[]) row.getArray("authors").getArray()),
                row.getString("remark"),
                opinion(row),
                Optional.ofNullable(row.getString("approval")));
    }

    private static Optional<Draft.Opinion> opinion(ResultSet row) throws SQLException {
        @Nullable String kind = row.getString("opinion");
        if (kind == null) return Optional.empty();
        return Optional.of(new Draft.Opinion(
                Draft.Opinion.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                row.getObject("opinion_on", LocalDate.class),
                row.getString("opinion_text")));
    }

    private Published publishedOf(ResultSet row) throws SQLException {
        return new Published(
                row.getObject("id", UUID.class),
                Published.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new VersionNumber(row.getInt("major"), row.getInt("minor")),
                text(row),
                moment(row, "published_at").orElseThrow(),
                moment(row, "asked_from").orElseThrow(),
                row.getString("decision"),
                moment(row, "ended_at"),
                Collections.unmodifiableSortedSet(new TreeSet<>(
                        List.of((Integer[]) row.getArray("reminders").getArray()))),
                Allowance.of(row.getString("allowed_class"), row.getString("allowed_zone"))
                        .orElseThrow());
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                row.getObject("person", UUID.class),
                new VersionNumber(row.getInt("major"), row.getInt("minor")),
                Audience.of(row.getString("audience")).orElseThrow(),
                row.getString("sha256"),
                new Quiz.Score(row.getInt("correct"), row.getInt("questions")),
                Signature.Method.valueOf(row.getString("method").toUpperCase(Locale.ROOT)),
                row.getString("network"),
                moment(row, "signed_at").orElseThrow());
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
