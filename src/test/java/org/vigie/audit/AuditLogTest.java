package org.vigie.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Ids;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Secret;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.Store;

@Timeout(120)
class AuditLogTest {
    private static final Limits QUICK =
            new Limits(20_000, 2_000, Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ofHours(1));

    private static final Limits PATIENT =
            new Limits(20_000, 2_000, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofHours(1));

    private static DistributionPostgres postgres;

    @TempDir
    Path directory;

    private final KeyPair keys = Samples.keys();
    private String url;
    private DatabaseAccess database;

    @BeforeAll
    static void startPostgres() {
        postgres = DistributionPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void createDatabase() throws SQLException, IOException {
        url = postgres.newDatabase();
        database = DistributionPostgres.access(url);
    }

    @Test
    void finds_an_exchange_as_it_was_recorded() throws Exception {
        Opening opening = Samples.opening();
        try (AuditLog log = start()) {
            Turn turn = log.open(opening);
            assertThat(log.find(opening.exchange()).orElseThrow().outcome()).isEmpty();

            turn.close(Samples.answered());

            ExchangeRecord found = log.find(opening.exchange()).orElseThrow();
            assertThat(found.opening())
                    .usingRecursiveComparison()
                    .withEqualsForType(AuditLogTest::sameMicrosecond, Instant.class)
                    .isEqualTo(opening);
            assertThat(found.state())
                    .isInstanceOfSatisfying(
                            ExchangeRecord.State.Closed.class,
                            closed -> assertThat(closed.closing()).isEqualTo(Samples.answered()));
            assertThat(found.outcome()).contains(Outcome.ANSWERED);
            assertThat(log.find(Ids.next())).isEmpty();
        }
    }

    @Test
    void tells_what_began_in_a_mission_over_a_period() throws Exception {
        try (AuditLog log = start()) {
            Opening first = Samples.opening();
            Opening second = Samples.opening();
            Turn one = log.open(first);
            log.open(second);
            one.close(Samples.answered());

            List<ExchangeRecord> told = new ArrayList<>();
            log.inMission("ATLAS", first.at().minusSeconds(60), first.at().plusSeconds(60), told::add);
            assertThat(told)
                    .extracting(record -> record.opening().exchange(), ExchangeRecord::outcome)
                    .containsExactlyInAnyOrder(
                            tuple(first.exchange(), Optional.of(Outcome.ANSWERED)),
                            tuple(second.exchange(), Optional.empty()));
            told.clear();
            log.inMission("ATLA", first.at().minusSeconds(60), first.at().plusSeconds(60), told::add);
            log.inMission("ATLAS", first.at().minusSeconds(60), first.at().minusSeconds(1), told::add);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void is_on_disk_before_open_and_close_return() throws Exception {
        try (AuditLog log = start()) {
            Turn turn = log.open(Samples.opening());
            assertThat(entries()).isEqualTo(1);
            turn.close(Samples.answered());
            assertThat(entries()).isEqualTo(2);
        }
    }

    @Test
    void records_only_the_first_closing() throws Exception {
        try (AuditLog log = start()) {
            Turn turn = log.open(Samples.opening());
            turn.close(Closing.refused("mission_forbids_ai", Latency.NONE));
            turn.close(Samples.answered());

            assertThat(entries()).isEqualTo(2);
            assertThat(log.find(turn.exchange()).orElseThrow().outcome()).contains(Outcome.REFUSED);
        }
    }

    @Test
    void records_acts_in_the_same_chain() throws Exception {
        try (AuditLog log = start()) {
            log.act(Act.now(Samples.PERSON, "key.created", "ci"));
            log.act(new Act(
                    Ids.next(),
                    Instant.now(),
                    Optional.empty(),
                    "session.refused",
                    Optional.empty(),
                    Map.of("é\0\ud800", "\"\\")));
        }
        assertThat(bodies())
                .containsExactly(
                        "{\"action\":\"key.created\",\"subject\":\"ci\"}",
                        "{\"action\":\"session.refused\",\"details\":{\"\\u00e9\\u0000\\ud800\":\"\\\"\\\\\"}}");
    }

    @Test
    void does_not_record_a_model_name_that_could_be_content() {
        Opening opening = Samples.opening();
        assertThat(withModel(opening, "Write to jean@example.org").model()).isEqualTo("(unreadable)");
        assertThat(withModel(opening, "meta-llama/Llama-3.3:70b@eu").model()).isEqualTo("meta-llama/Llama-3.3:70b@eu");
    }

    @Test
    void groups_the_commits_of_many_callers_into_one_intact_chain() throws Exception {
        long before = commits();
        try (AuditLog log = start()) {
            inParallel(200, 50, _ -> log.open(Samples.opening()).close(Samples.answered()));
        }
        assertThat(entries()).isEqualTo(20_000);
        assertThat(commits() - before).isLessThan(5_000);
        assertThat(faultsInChain()).isEmpty();
    }

    @Test
    void continues_the_chain_after_a_restart() throws Exception {
        for (int run = 0; run < 3; run++) {
            try (AuditLog log = start()) {
                log.open(Samples.opening()).close(Samples.answered());
            }
        }
        assertThat(entries()).isEqualTo(6);
        assertThat(faultsInChain()).isEmpty();
    }

    @Test
    void records_as_lost_what_the_last_process_left_open() throws Exception {
        Opening lost = Samples.opening();
        Opening ended = Samples.opening();
        try (AuditLog log = start()) {
            log.open(lost);
            log.open(ended).close(Samples.answered());
        }
        try (AuditLog log = start()) {
            assertThat(log.find(lost.exchange()).orElseThrow().outcome()).contains(Outcome.LOST);
            assertThat(log.find(ended.exchange()).orElseThrow().outcome()).contains(Outcome.ANSWERED);
            assertThat(entries()).isEqualTo(4);
        }
        try (AuditLog log = start()) {
            assertThat(entries()).isEqualTo(4);
        }
        assertThat(faultsInChain()).isEmpty();
    }

    @Test
    void keeps_the_chain_intact_when_its_connection_is_cut_again_and_again() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        List<UUID> closed = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger cuts = new AtomicInteger();
        try (AuditLog log = start(PATIENT)) {
            Thread cutter = Thread.ofPlatform().start(() -> cutUntil(done, closed, cuts));
            inParallel(100, 20, _ -> {
                try {
                    Turn turn = log.open(Samples.opening());
                    turn.close(Samples.answered());
                    closed.add(turn.exchange());
                } catch (ProblemException unavailable) {
                    refused.incrementAndGet();
                }
            });
            done.set(true);
            cutter.join();
            assertThat(closed)
                    .allSatisfy(exchange -> assertThat(
                                    log.find(exchange).orElseThrow().outcome())
                            .contains(Outcome.ANSWERED));
        }
        assertThat(refused).hasValue(0);
        assertThat(cuts.get()).isGreaterThan(3);
        assertThat(entries()).isEqualTo(4_000);
        assertThat(faultsInChain()).isEmpty();
    }

    @Test
    void refuses_while_the_database_is_down_keeps_the_closings_and_goes_on_after() throws Exception {
        List<Turn> open = new ArrayList<>();
        try (AuditLog log = start(QUICK)) {
            for (int i = 0; i < 20; i++) {
                open.add(log.open(Samples.opening()));
            }
            postgres.crash();
            try {
                inParallel(20, 1, i -> assertUnavailable(() -> open.get(i).close(Samples.answered())));
                inParallel(20, 1, _ -> assertUnavailable(() -> log.open(Samples.opening())));
                assertThat(log.health().recording()).isFalse();
                assertUnavailable(() -> log.act(Act.now(Samples.PERSON, "key.created", "ci")));
            } finally {
                postgres.resume();
            }
            await(() -> log.health().recording());
            log.open(Samples.opening()).close(Samples.answered());
            assertThat(open)
                    .allSatisfy(turn -> assertThat(
                                    log.find(turn.exchange()).orElseThrow().outcome())
                            .contains(Outcome.ANSWERED));
            assertThat(entries()).isEqualTo(42);
        }
        assertThat(faultsInChain()).isEmpty();
    }

    @Test
    void closes_as_lost_what_could_not_be_written_before_the_end() throws Exception {
        Turn turn;
        AuditLog log = start(QUICK);
        turn = log.open(Samples.opening());
        postgres.crash();
        try {
            assertUnavailable(() -> turn.close(Samples.answered()));
            log.close();
        } finally {
            postgres.resume();
        }
        try (AuditLog next = start()) {
            assertThat(next.find(turn.exchange()).orElseThrow().outcome()).contains(Outcome.LOST);
        }
        assertThat(faultsInChain()).isEmpty();
    }

    @Test
    void says_in_the_chain_that_nothing_came_of_an_opening_that_was_written_too_late() throws Exception {
        Opening late = Samples.opening();
        try (AuditLog log = start(QUICK);
                Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE audit.entry IN SHARE MODE");
            assertUnavailable(() -> log.open(late));
            blocker.rollback();
            await(() ->
                    log.find(late.exchange()).flatMap(ExchangeRecord::outcome).isPresent());
            assertThat(log.find(late.exchange()).orElseThrow().outcome()).contains(Outcome.REFUSED);
        }
        assertThat(faultsInChain()).isEmpty();
    }

    @Test
    void refuses_at_once_when_the_queue_is_full_but_never_a_closing() throws Exception {
        Limits tight = new Limits(2, 1, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofHours(1));
        try (AuditLog log = start(tight);
                Connection blocker = database.connect();
                Statement statement = blocker.createStatement();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Turn turn = log.open(Samples.opening());
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE audit.entry IN SHARE MODE");
            List<Future<Turn>> waiting = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                waiting.add(callers.submit(() -> log.open(Samples.opening())));
                Thread.sleep(200);
            }
            long start = System.nanoTime();
            assertUnavailable(() -> log.open(Samples.opening()));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            Future<?> closing = callers.submit(() -> turn.close(Samples.answered()));
            blocker.rollback();
            closing.get(5, TimeUnit.SECONDS);
            for (Future<Turn> turnOf : waiting) {
                turnOf.get(5, TimeUnit.SECONDS).close(Samples.answered());
            }
        }
        assertThat(entries()).isEqualTo(8);
        assertThat(faultsInChain()).isEmpty();
    }

    @Test
    void does_not_start_while_another_process_writes_under_its_name() throws Exception {
        try (AuditLog _ = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("another process writes the audit as");
        }
    }

    @Test
    void needs_no_right_to_update_or_delete() throws Exception {
        DistributionPostgres.execute(url, """
                CREATE ROLE clerk LOGIN;
                GRANT USAGE ON SCHEMA audit TO clerk;
                GRANT SELECT, INSERT ON audit.entry TO clerk;
                """);
        DatabaseAccess clerk = DatabaseAccess.external(url, "clerk", new Secret(""));
        try (AuditLog log = AuditLog.start(Store.jdbi(clerk), clerk, directory, keys)) {
            log.open(Samples.opening()).close(Samples.answered());
        } finally {
            DistributionPostgres.execute(url, "DROP OWNED BY clerk; DROP ROLE clerk");
        }
        assertThat(entries()).isEqualTo(2);
        assertThatThrownBy(() -> DistributionPostgres.execute(url, "DELETE FROM audit.entry"))
                .hasMessageContaining("append-only");
    }

    @Test
    void begins_a_new_chain_where_the_database_holds_less_than_the_last_checkpoint() throws Exception {
        try (AuditLog log = start()) {
            log.open(Samples.opening()).close(Samples.answered());
        }
        String former = WriterName.of(directory);
        DistributionPostgres.execute(url, """
                ALTER TABLE audit.entry DISABLE TRIGGER append_only;
                DELETE FROM audit.entry WHERE seq = 2;
                """);
        try (AuditLog log = start()) {
            log.open(Samples.opening()).close(Samples.answered());
        }
        assertThat(WriterName.of(directory)).isNotEqualTo(former);
        assertThat(entries()).isEqualTo(3);
    }

    /** Loose floors: the machine is shared. The figures are printed for {@code docs/performance.md}. */
    @Test
    void takes_thousands_of_entries_a_second() throws Exception {
        try (AuditLog log = start()) {
            inParallel(2_000, 10, _ -> log.open(Samples.opening()).close(Samples.answered()));
            long start = System.nanoTime();
            inParallel(2_000, 20, _ -> log.open(Samples.opening()).close(Samples.answered()));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("audit: %.0f entries/s from 2,000 callers%n", 80_000 / seconds);
            assertThat(80_000 / seconds).isGreaterThan(2_000);

            long[] micros = oneByOne(log, 500);
            System.out.printf("audit: one caller, open p50 %d us, p99 %d us%n", micros[250], micros[495]);
            assertThat(micros[250]).isLessThan(50_000);
        }
    }

    private static long[] oneByOne(AuditLog log, int times) {
        AtomicLongArray micros = new AtomicLongArray(times);
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            Turn turn = log.open(Samples.opening());
            micros.set(i, (System.nanoTime() - start) / 1_000);
            turn.close(Samples.answered());
        }
        long[] sorted = IntStream.range(0, times).mapToLong(micros::get).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private AuditLog start() throws IOException, SQLException {
        return start(Limits.DEFAULT);
    }

    private AuditLog start(Limits limits) throws IOException, SQLException {
        return AuditLog.start(Store.jdbi(database), database, directory, keys, limits);
    }

    /** After every so many exchanges, so that a slow machine is cut as often as a fast one and always gets on between. */
    private void cutUntil(AtomicBoolean done, List<UUID> closed, AtomicInteger cuts) {
        int next = 150;
        while (!done.get()) {
            try {
                if (closed.size() >= next) {
                    DistributionPostgres.terminateWriter(url);
                    cuts.incrementAndGet();
                    next += 150;
                }
                Thread.sleep(1);
            } catch (SQLException | InterruptedException cutOurselves) {
                throw new IllegalStateException(cutOurselves);
            }
        }
    }

    private List<Fault> faultsInChain() throws IOException {
        return AuditVerifier.ofDatabase(Store.jdbi(database)).verifyChains().faults();
    }

    private long entries() throws SQLException {
        return number("SELECT count(*) FROM audit.entry");
    }

    private long commits() throws SQLException {
        return number("SELECT count(DISTINCT xmin::text) FROM audit.entry");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        new AuditStore(Store.jdbi(database))
                .forEach(entry -> bodies.add(entry.fact().body()), new Faults());
        return bodies;
    }

    private static Opening withModel(Opening opening, String model) {
        return new Opening(
                opening.exchange(),
                opening.at(),
                opening.person(),
                opening.key(),
                opening.door(),
                model,
                opening.snapshot(),
                opening.mission(),
                opening.useCase());
    }

    private static boolean sameMicrosecond(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.MICROS).equals(other.truncatedTo(ChronoUnit.MICROS));
    }

    private static void assertUnavailable(Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("audit_unavailable"));
    }

    private interface Job {
        void run(int caller) throws Exception;
    }

    private static void inParallel(int callers, int times, Job job) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int number = caller;
                running.add(threads.submit(() -> {
                    go.await();
                    for (int i = 0; i < times; i++) {
                        job.run(number);
                    }
                    return null;
                }));
            }
            go.countDown();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }
}
