package org.vigie.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.Store;
import org.vigie.store.TestDatabase;

/** Leased blocks on a real PostgreSQL; two objects of the class stand for two replicas. */
class ReservationsTest {
    private static final Expense CALL = new Expense(1, 100, 5_000);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static DatabaseAccess database;
    private static Jdbi jdbi;

    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicBoolean dead = new AtomicBoolean();
    private final AtomicLong ahead = new AtomicLong();
    private final Caller caller = caller();
    private final Subject person = Subject.person(caller.person());

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.migratedAccess();
        jdbi = Store.jdbi(database);
    }

    @BeforeEach
    void forgetOthers() {
        sql("DELETE FROM metering.holding");
        sql("DELETE FROM metering.replica");
    }

    private static Caller caller() {
        return new Caller(
                UUID.randomUUID(),
                "a.durand@example.org",
                "Amélie Durand",
                Set.of(Role.EMPLOYEE),
                Optional.empty(),
                new Caller.Credential.Session(UUID.randomUUID()));
    }

    /** A replica of its own, whose statements are counted, whose database can be dead and whose time can be put forward. */
    private Reservations replica(Limit... limits) {
        Jdbi observed = Jdbi.create(() -> {
            if (dead.get()) throw new SQLException("no connection");
            statements.incrementAndGet();
            return connection();
        });
        observed.installPlugin(new org.jdbi.v3.postgres.PostgresPlugin());
        Reservations replica = new Reservations(_ -> List.of(limits), observed, () -> System.nanoTime() + ahead.get());
        replica.signOfLife();
        return replica;
    }

    private static Connection connection() throws SQLException {
        return database.connect();
    }

    private Limit limit(Measure measure, long amount) {
        return new Limit(person, measure, amount);
    }

    private static void sql(String statement) {
        jdbi.useHandle(handle -> handle.execute(statement));
    }

    private Map<String, Object> row(Measure measure) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT leased, spent, starts FROM metering.allowance
                        WHERE subject = :subject AND measure = :measure
                        """)
                .bind("subject", person.code())
                .bind("measure", measure.code())
                .mapToMap()
                .one());
    }

    private Optional<Problem> ask(Reservations replica, Expense expected, Expense real) {
        try {
            replica.reserve(caller, List.of(), expected).settle(real);
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.problem());
        }
    }

    /** How many of so many calls at once on each replica pass. */
    private long passing(int each, Expense expected, Expense real, Reservations... replicas)
            throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Optional<Problem>>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < each; i++) {
                for (Reservations replica : replicas) {
                    Callable<Optional<Problem>> call = () -> {
                        start.await();
                        return ask(replica, expected, real);
                    };
                    calls.add(threads.submit(call));
                }
            }
            start.countDown();
        }
        long passed = 0;
        for (Future<Optional<Problem>> call : calls) if (call.get().isEmpty()) passed++;
        return passed;
    }

    @Test
    void of_two_replicas_with_64_parallel_calls_each_exactly_10_pass() throws Exception {
        for (Measure measure : List.of(Measure.COST_PER_DAY, Measure.REQUESTS_PER_MINUTE, Measure.TOKENS_PER_MINUTE)) {
            Limit ten = limit(measure, 10 * CALL.of(measure));
            assertThat(passing(64, CALL, CALL, replica(ten), replica(ten)))
                    .as(measure.name())
                    .isEqualTo(10);
            assertThat(row(measure).get("leased")).isEqualTo(ten.amount());
        }
    }

    @Test
    void so_do_exactly_10_of_one_replica_and_what_comes_later_is_refused() throws Exception {
        Reservations alone = replica(limit(Measure.COST_PER_MONTH, 50_000));
        assertThat(passing(64, CALL, CALL, alone)).isEqualTo(10);
        assertThat(ask(alone, CALL, CALL)).containsInstanceOf(Problem.OverBudget.class);
    }

    @Test
    void a_large_budget_is_used_to_its_last_call_and_never_beyond() throws Exception {
        Limit twoHundred = limit(Measure.COST_PER_MONTH, 200 * CALL.microEuros());
        Reservations one = replica(twoHundred);
        Reservations two = replica(twoHundred);
        long passed = passing(150, CALL, CALL, one, two);
        assertThat(passed).isBetween(150L, 200L);
        ahead.addAndGet(Duration.ofSeconds(3).toNanos());
        one.tellAll();
        two.tellAll();
        long more = passing(64, CALL, CALL, one, two);
        assertThat(passed + more).isEqualTo(200);
    }

    @Test
    void what_was_reserved_too_much_comes_back_to_the_other_replica() {
        Limit budget = limit(Measure.COST_PER_DAY, 10_000);
        Reservations one = replica(budget);
        Reservations two = replica(budget);
        Expense dear = new Expense(1, 100, 9_000);
        Expense cheap = new Expense(1, 10, 900);
        for (int i = 0; i < 2; i++)
            assertThat(ask(i % 2 == 0 ? one : two, dear, cheap)).isEmpty();
        assertThat(ask(one, dear, cheap)).containsInstanceOf(Problem.OverBudget.class);
        assertThat(ask(two, new Expense(1, 10, 8_200), cheap)).isEmpty();
        one.tellAll();
        two.tellAll();
        assertThat(row(Measure.COST_PER_DAY)).containsEntry("leased", 2_700L).containsEntry("spent", 2_700L);
    }

    @Test
    void a_budget_that_others_only_reserved_is_worth_another_try() {
        Reservations one = replica(limit(Measure.COST_PER_DAY, 5_000));
        Reservation running = one.reserve(caller, List.of(), CALL);
        assertThat(ask(one, CALL, CALL)).contains(new Problem.TooMany(2));
        running.settle(CALL);
        ahead.addAndGet(Duration.ofMillis(300).toNanos());
        Problem refused = ask(one, CALL, CALL).orElseThrow();
        assertThat(refused).isInstanceOf(Problem.OverBudget.class);
        Problem.OverBudget over = (Problem.OverBudget) refused;
        assertThat(over.subject()).isEqualTo("person");
        assertThat(over.period()).isEqualTo("day");
        assertThat(over.renews())
                .isEqualTo(ZonedDateTime.now(Meter.ZONE)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(Meter.ZONE)
                        .toInstant());
    }

    @Test
    void what_was_used_beyond_the_estimate_counts_too() {
        Reservations one = replica(limit(Measure.COST_PER_DAY, 10_000));
        assertThat(ask(one, CALL, new Expense(1, 100, 12_000))).isEmpty();
        assertThat(ask(one, CALL, CALL)).containsInstanceOf(Problem.OverBudget.class);
        one.tellAll();
        assertThat(row(Measure.COST_PER_DAY)).containsEntry("leased", 12_000L).containsEntry("spent", 12_000L);
    }

    @Test
    void an_attempt_that_came_to_nothing_takes_nothing() {
        Reservations one = replica(limit(Measure.COST_PER_DAY, 5_000), limit(Measure.REQUESTS_PER_MINUTE, 1));
        for (int i = 0; i < 5; i++) one.reserve(caller, List.of(), CALL).release();
        assertThat(ask(one, CALL, CALL)).isEmpty();
        assertThat(ask(one, CALL, CALL)).isPresent();
    }

    @Test
    void a_refusal_by_one_limit_takes_nothing_of_the_others() {
        Reservations one = replica(limit(Measure.COST_PER_DAY, 50_000), limit(Measure.REQUESTS_PER_MINUTE, 2));
        for (int i = 0; i < 6; i++) ask(one, CALL, CALL);
        one.tellAll();
        assertThat(row(Measure.COST_PER_DAY)).containsEntry("spent", 10_000L);
    }

    @Test
    void places_are_taken_together_by_both_replicas_and_free_again_at_once() {
        Limit three = limit(Measure.CONCURRENCY, 3);
        Reservations one = replica(three);
        Reservations two = replica(three);
        List<Reservation> running = new ArrayList<>(List.of(
                one.reserve(caller, List.of(), CALL),
                two.reserve(caller, List.of(), CALL),
                one.reserve(caller, List.of(), CALL)));
        assertThat(ask(two, CALL, CALL)).contains(new Problem.TooMany(1));
        running.removeFirst().settle(CALL);
        ahead.addAndGet(Duration.ofMillis(300).toNanos());
        assertThat(ask(two, CALL, CALL)).isEmpty();
        assertThat(ask(one, CALL, CALL)).isEmpty();
        running.forEach(reservation -> reservation.settle(CALL));
        assertThat(row(Measure.CONCURRENCY)).containsEntry("leased", 0L);
    }

    @Test
    void a_limit_of_nothing_allows_nothing() {
        assertThat(ask(replica(limit(Measure.CONCURRENCY, 0)), CALL, CALL)).containsInstanceOf(Problem.TooMany.class);
        assertThat(ask(replica(limit(Measure.COST_PER_MONTH, 0)), CALL, CALL))
                .containsInstanceOf(Problem.OverBudget.class);
    }

    @Test
    void a_hundred_requests_in_plenty_make_few_statements() {
        Reservations one = replica(
                limit(Measure.COST_PER_MONTH, 1_000_000_000_000L), limit(Measure.REQUESTS_PER_MINUTE, 1_000_000));
        ask(one, CALL, CALL);
        int before = statements.get();
        for (int i = 0; i < 1_000; i++) assertThat(ask(one, CALL, CALL)).isEmpty();
        assertThat(statements.get() - before).isLessThan(40);
    }

    @Test
    void nothing_is_free_while_the_database_is_dead() {
        Reservations one = replica(limit(Measure.COST_PER_MONTH, 50_000), limit(Measure.CONCURRENCY, 1));
        dead.set(true);
        assertThat(ask(one, CALL, CALL)).contains(new Problem.Unavailable());
        dead.set(false);
        for (int i = 0; i < 10; i++) assertThat(ask(one, CALL, CALL)).isEmpty();
        assertThat(ask(one, CALL, CALL)).containsInstanceOf(Problem.OverBudget.class);
    }

    @Test
    void a_settling_that_the_dead_database_does_not_hear_is_told_later() {
        Limit budget = limit(Measure.COST_PER_MONTH, 50_000);
        Reservations one = replica(budget, limit(Measure.CONCURRENCY, 1));
        replica(budget);
        Reservation running = one.reserve(caller, List.of(), CALL);
        dead.set(true);
        running.settle(new Expense(1, 100, 1_000));
        dead.set(false);
        one.tellAll();
        assertThat(row(Measure.COST_PER_MONTH)).containsEntry("spent", 1_000L);
        assertThat(ask(one, CALL, CALL)).isEmpty();
    }

    @Test
    void what_a_dead_replica_had_reserved_counts_as_spent_and_its_places_are_free() {
        Limit budget = limit(Measure.COST_PER_MONTH, 10_000);
        Limit places = limit(Measure.CONCURRENCY, 1);
        Reservations killed = replica(budget, places);
        killed.reserve(caller, List.of(), CALL);
        Reservations other = replica(budget, places);
        assertThat(ask(other, CALL, CALL)).contains(new Problem.TooMany(1));
        sql(
                "UPDATE metering.replica SET expires_at = now() - interval '1 second' WHERE expires_at = (SELECT min(expires_at) FROM metering.replica)");
        other.buryDead();
        ahead.addAndGet(Duration.ofMillis(300).toNanos());
        assertThat(ask(other, CALL, CALL)).isEmpty();
        other.tellAll();
        assertThat(row(Measure.COST_PER_MONTH)).containsEntry("leased", 10_000L).containsEntry("spent", 10_000L);
        ahead.addAndGet(Duration.ofMillis(300).toNanos());
        assertThat(ask(other, CALL, CALL)).containsInstanceOf(Problem.OverBudget.class);
    }

    @Test
    void a_replica_that_was_only_thought_dead_has_no_block_any_more() {
        Limit budget = limit(Measure.COST_PER_MONTH, 100 * CALL.microEuros());
        Reservations stalled = replica(budget);
        Reservation running = stalled.reserve(caller, List.of(), CALL);
        sql("UPDATE metering.replica SET expires_at = now() - interval '1 second'");
        replica(budget).buryDead();
        stalled.signOfLife();
        running.settle(Expense.NONE);
        stalled.tellAll();
        assertThat(row(Measure.COST_PER_MONTH)).containsEntry("leased", 5_000L).containsEntry("spent", 5_000L);
        assertThat(ask(stalled, CALL, CALL)).isEmpty();
    }

    @Test
    void a_replica_that_stops_gives_back_what_it_did_not_use() {
        Limit budget = limit(Measure.COST_PER_MONTH, 1_000 * CALL.microEuros());
        Reservations one = replica(budget);
        for (int i = 0; i < 20; i++) ask(one, CALL, CALL);
        one.stop(new io.quarkus.runtime.ShutdownEvent());
        assertThat(row(Measure.COST_PER_MONTH))
                .containsEntry("leased", 100_000L)
                .containsEntry("spent", 100_000L);
        long held = jdbi.withHandle(handle -> handle.select("SELECT count(*) FROM metering.holding")
                .mapTo(Long.class)
                .one());
        assertThat(held).isZero();
    }

    @Test
    void a_new_month_is_a_new_budget() {
        Reservations one = replica(limit(Measure.COST_PER_MONTH, 5_000));
        Reservation late = inAnotherMonth(one);
        assertThat(ask(one, CALL, CALL)).isEmpty();
        late.settle(CALL);
        one.tellAll();
        assertThat(row(Measure.COST_PER_MONTH)).containsEntry("spent", 5_000L);
    }

    /** Reserved in a month that is over when this returns, for the database and for the replica. */
    private Reservation inAnotherMonth(Reservations replica) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO metering.allowance VALUES (?, ?, date_trunc('month', now()) + interval '40 days', 0, 0, 0)",
                person.code(),
                Measure.COST_PER_MONTH.code()));
        Reservation reserved = replica.reserve(caller, List.of(), CALL);
        sql("UPDATE metering.allowance SET starts = starts - interval '3 months'");
        ahead.addAndGet(Duration.ofDays(90).toNanos());
        return reserved;
    }

    @Test
    void a_clock_that_goes_back_gives_no_budget_twice() {
        Limit budget = limit(Measure.COST_PER_MONTH, 5_000);
        Reservations before = replica(budget);
        ask(before, CALL, CALL);
        before.tellAll();
        sql("UPDATE metering.allowance SET starts = starts + interval '1 month' WHERE measure = 'cost_per_month'");
        assertThat(ask(replica(budget), CALL, CALL)).containsInstanceOf(Problem.OverBudget.class);
        assertThat(row(Measure.COST_PER_MONTH).get("starts"))
                .isInstanceOfSatisfying(
                        java.sql.Timestamp.class,
                        starts -> assertThat(starts.toInstant()).isAfter(Instant.now()));
    }

    @Test
    void a_clock_that_goes_back_locks_nobody_out_for_longer_than_two_minutes() {
        Limit once = limit(Measure.REQUESTS_PER_MINUTE, 1);
        ask(replica(once), CALL, CALL);
        sql("UPDATE metering.allowance SET starts = starts + interval '1 hour' WHERE measure = 'requests_per_minute'");
        assertThat(ask(replica(once), CALL, CALL)).isEmpty();
        assertThat(ask(replica(once), CALL, CALL)).isPresent();
    }

    @Test
    void days_and_months_are_those_of_paris() {
        assertThat(period("day", "2026-03-29T00:30:00Z")).isEqualTo("2026-03-28T23:00:00Z 2026-03-29T22:00:00Z");
        assertThat(period("day", "2026-10-25T12:00:00Z")).isEqualTo("2026-10-24T22:00:00Z 2026-10-25T23:00:00Z");
        assertThat(period("month", "2026-12-31T23:30:00Z")).isEqualTo("2026-12-31T23:00:00Z 2027-01-31T23:00:00Z");
        assertThat(period("minute", "2026-10-25T00:59:59Z")).isEqualTo("2026-10-25T00:59:00Z 2026-10-25T01:00:00Z");
    }

    private static String period(String unit, String at) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT metering.starts(:unit, :at) AS starts, metering.ends(:unit, metering.starts(:unit, :at)) AS ends
                        """)
                .bind("unit", unit)
                .bind("at", Instant.parse(at))
                .map((row, _) -> row.getTimestamp("starts").toInstant() + " "
                        + row.getTimestamp("ends").toInstant())
                .one());
    }

    @Test
    void three_hundred_random_calls_never_exceed_the_limit() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        java.util.Random random = new java.util.Random(seed);
        Limit budget = limit(Measure.COST_PER_DAY, 100_000);
        Reservations one = replica(budget);
        Reservations two = replica(budget);
        AtomicLong spent = new AtomicLong();
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Reservations replica = random.nextBoolean() ? one : two;
            Expense expected = new Expense(1, 1, 1 + random.nextInt(3_000));
            Expense real = new Expense(1, 1, random.nextInt((int) expected.microEuros() + 1));
            calls.add(() -> {
                if (ask(replica, expected, real).isEmpty()) spent.addAndGet(real.microEuros());
                return null;
            });
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            for (Future<Void> call : threads.invokeAll(calls)) call.get();
        }
        assertThat(System.nanoTime()).isLessThan(until);
        assertThat(spent.get()).isBetween(80_000L, 100_000L);
        ahead.addAndGet(Duration.ofSeconds(3).toNanos());
        one.tellAll();
        two.tellAll();
        assertThat(row(Measure.COST_PER_DAY))
                .containsEntry("spent", spent.get())
                .containsEntry("leased", spent.get());
    }

    @Test
    void a_refused_caller_learns_when_the_minute_is_over() {
        Reservations one = replica(limit(Measure.REQUESTS_PER_MINUTE, 1));
        ask(one, CALL, CALL);
        assertThatThrownBy(() -> one.reserve(caller, List.of(), CALL))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(((Problem.TooMany) refused.problem()).retryAfterSeconds())
                                .isBetween(1, 60));
    }
}
