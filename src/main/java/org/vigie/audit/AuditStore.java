package org.vigie.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The SQL of the audit. Rows are only ever inserted and selected. */
final class AuditStore implements EntrySource {
    private static final int FETCH_ROWS = 1_000;

    private final Jdbi jdbi;

    AuditStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The facts about one exchange or act, in the order of their chain. */
    List<Fact> facts(UUID subject) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT kind, subject, person, at, body FROM audit.entry
                        WHERE subject = :subject ORDER BY writer, seq
                        """)
                .bind("subject", subject)
                .map((row, _) -> fact(row))
                .list());
    }

    /** The newest that have ended since a moment, with all that is recorded of each. */
    List<ExchangeRecord> closedSince(Instant since, int most) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        SELECT kind, subject, person, at, body FROM audit.entry
                        WHERE subject IN (
                          SELECT subject FROM audit.entry WHERE kind = 'closed' AND at >= :since
                          ORDER BY at DESC LIMIT :most)
                        ORDER BY writer, seq
                        """)
                .bind("since", since)
                .bind("most", most)
                .map((row, _) -> fact(row))
                .stream()
                .collect(Collectors.groupingBy(Fact::subject, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(facts -> ExchangeRecord.of(facts).stream())
                .toList());
    }

    List<Place> places(UUID subject) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT kind, writer, seq, hash FROM audit.entry WHERE subject = :subject ORDER BY writer, seq
                        """)
                .bind("subject", subject)
                .map((row, _) -> new Place(
                        row.getString("kind"),
                        row.getString("writer"),
                        row.getLong("seq"),
                        Hash.ofBytes(row.getBytes("hash")).hex()))
                .list());
    }

    /** The exchanges opened in a mission from one moment to before another, one after the other. */
    void inMission(String mission, Instant from, Instant until, Consumer<ExchangeRecord> reader) {
        tell("substring(opened.body FROM '\"mission\":\"([A-Z0-9-]+)\"') = :which", mission, from, until, reader);
    }

    /** The exchanges that one person opened from one moment to before another, one after the other. */
    void ofPerson(UUID person, Instant from, Instant until, Consumer<ExchangeRecord> reader) {
        tell("opened.person = :which", person, from, until, reader);
    }

    private void tell(String condition, Object which, Instant from, Instant until, Consumer<ExchangeRecord> reader) {
        List<Fact> facts = new ArrayList<>();
        jdbi.useTransaction(handle -> {
            try (Stream<Fact> all = handle
                    .createQuery("""
                            SELECT told.kind, told.subject, told.person, told.at, told.body
                            FROM audit.entry opened JOIN audit.entry told ON told.subject = opened.subject
                            WHERE opened.kind = 'opened' AND opened.at >= :from AND opened.at < :until AND
                            """ + condition + " ORDER BY opened.at, told.subject, told.writer, told.seq")
                    .setFetchSize(FETCH_ROWS)
                    .bind("which", which)
                    .bind("from", from)
                    .bind("until", until)
                    .map((row, _) -> fact(row))
                    .stream()) {
                all.forEach(fact -> {
                    if (!facts.isEmpty() && !facts.getFirst().subject().equals(fact.subject())) {
                        ExchangeRecord.of(facts).ifPresent(reader);
                        facts.clear();
                    }
                    facts.add(fact);
                });
            }
        });
        ExchangeRecord.of(facts).ifPresent(reader);
    }

    Use useOf(UUID person, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) AS exchanges,
                               coalesce(sum((told ->> 'input_tokens')::bigint), 0)::bigint AS input,
                               coalesce(sum((told ->> 'output_tokens')::bigint), 0)::bigint AS output,
                               coalesce(sum((told ->> 'cost_micro_euros')::bigint), 0)::bigint AS cost,
                               count(*) FILTER (WHERE (told ->> 'estimated')::boolean) AS estimated
                        FROM (SELECT body::jsonb AS told FROM audit.entry
                              WHERE person = :person AND kind = 'closed' AND at >= :since) AS closed
                        WHERE (told ->> 'reached')::boolean
                        """)
                .bind("person", person)
                .bind("since", since)
                .map((row, _) -> new Use(
                        row.getLong("exchanges"),
                        row.getLong("input"),
                        row.getLong("output"),
                        row.getLong("cost"),
                        row.getLong("estimated")))
                .one());
    }

    /** As they are at one moment; holds a few in memory. */
    @Override
    public void forEach(Consumer<Entry> reader, Faults faults) {
        jdbi.useTransaction(handle -> {
            handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            try (Stream<Entry> entries =
                    handle.createQuery("""
                            SELECT writer, seq, kind, subject, person, at, open_from, body, prev_hash, hash
                            FROM audit.entry ORDER BY writer, seq
                            """).setFetchSize(FETCH_ROWS).map((row, _) -> entry(row)).stream()) {
                entries.forEach(reader);
            }
        });
    }

    /** True while the connection lives: no other process may then write as this writer. False when one does. */
    static boolean lock(Handle handle, String writer) {
        long key = ByteBuffer.wrap(Hash.sha256("vigie.audit:" + writer).bytes()).getLong();
        return handle.createQuery("SELECT pg_try_advisory_lock(:key)")
                .bind("key", key)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whatever the server's default is, a commit means on disk here. */
    static void makeDurable(Handle handle) {
        handle.execute("""
                SELECT set_config('synchronous_commit', 'on', false)
                WHERE current_setting('synchronous_commit') = 'off'
                """);
    }

    static Head head(Handle handle, String writer) {
        return handle.createQuery("""
                        SELECT seq, hash, open_from FROM audit.entry
                        WHERE writer = :writer ORDER BY seq DESC LIMIT 1
                        """)
                .bind("writer", writer)
                .map((row, _) -> new Head(
                        writer, row.getLong("seq"), Hash.ofBytes(row.getBytes("hash")), row.getLong("open_from")))
                .findOne()
                .orElseGet(() -> Head.ofEmpty(writer));
    }

    static Optional<Hash> hashAt(Handle handle, String writer, long seq) {
        return handle.createQuery("SELECT hash FROM audit.entry WHERE writer = :writer AND seq = :seq")
                .bind("writer", writer)
                .bind("seq", seq)
                .map((row, _) -> Hash.ofBytes(row.getBytes("hash")))
                .findOne();
    }

    static List<OpenExchange> openExchanges(Handle handle, Head head) {
        return handle.createQuery("""
                        SELECT opened.subject, opened.person, opened.seq FROM audit.entry opened
                        WHERE opened.writer = :writer AND opened.seq >= :openFrom AND opened.kind = 'opened'
                          AND NOT EXISTS (
                            SELECT FROM audit.entry ended
                            WHERE ended.subject = opened.subject AND ended.kind IN ('closed', 'lost'))
                        ORDER BY opened.seq
                        """)
                .bind("writer", head.writer())
                .bind("openFrom", head.openFrom())
                .map((row, _) -> new OpenExchange(uuid(row, "subject"), person(row), row.getLong("seq")))
                .list();
    }

    static PreparedStatement prepareInsert(Connection connection) throws SQLException {
        return connection.prepareStatement("""
                INSERT INTO audit.entry (writer, seq, kind, subject, person, at, open_from, body, prev_hash, hash)
                SELECT ?, seq, kind, subject, person, timestamptz 'epoch' + at * interval '1 microsecond', open_from,
                       convert_from(body, 'UTF8'), prev_hash, hash
                FROM unnest(?::bigint[], ?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bytea[],
                            ?::bytea[], ?::bytea[])
                     AS entry (seq, kind, subject, person, at, open_from, body, prev_hash, hash)
                """);
    }

    /**
     * All or none, in one round trip when the connection commits by itself. Plain JDBC and one array a column, of types
     * that the driver sends as bytes: this is the one place that writes thousands of rows per second.
     *
     * @param entries of one writer, at least one
     */
    static void insert(PreparedStatement statement, List<Entry> entries) throws SQLException {
        Connection arrays = statement.getConnection();
        statement.setString(1, entries.getFirst().writer());
        statement.setArray(2, arrays.createArrayOf("bigint", column(entries, Entry::seq, Long[]::new)));
        statement.setArray(
                3,
                arrays.createArrayOf(
                        "text", column(entries, entry -> entry.fact().kind().code(), String[]::new)));
        statement.setArray(
                4,
                arrays.createArrayOf(
                        "uuid", column(entries, entry -> entry.fact().subject(), UUID[]::new)));
        statement.setArray(
                5,
                arrays.createArrayOf(
                        "uuid", column(entries, entry -> entry.fact().person().orElse(null), UUID[]::new)));
        statement.setArray(6, arrays.createArrayOf("bigint", column(entries, AuditStore::micros, Long[]::new)));
        statement.setArray(7, arrays.createArrayOf("bigint", column(entries, Entry::openFrom, Long[]::new)));
        statement.setArray(8, arrays.createArrayOf("bytea", column(entries, AuditStore::body, byte[][]::new)));
        statement.setArray(
                9,
                arrays.createArrayOf(
                        "bytea", column(entries, entry -> entry.previous().bytes(), byte[][]::new)));
        statement.setArray(
                10,
                arrays.createArrayOf(
                        "bytea", column(entries, entry -> entry.hash().bytes(), byte[][]::new)));
        statement.executeUpdate();
    }

    private static Long micros(Entry entry) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, entry.fact().at());
    }

    private static byte[] body(Entry entry) {
        return entry.fact().body().getBytes(StandardCharsets.UTF_8);
    }

    private static <T> @Nullable T[] column(
            List<Entry> entries, Function<Entry, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        @Nullable T[] column = array.apply(entries.size());
        for (int i = 0; i < column.length; i++) column[i] = value.apply(entries.get(i));
        return column;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("writer"),
                row.getLong("seq"),
                fact(row),
                row.getLong("open_from"),
                Hash.ofBytes(row.getBytes("prev_hash")),
                Hash.ofBytes(row.getBytes("hash")));
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                Kind.of(row.getString("kind")),
                uuid(row, "subject"),
                person(row),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("body"));
    }

    private static Optional<UUID> person(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("person", UUID.class));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
