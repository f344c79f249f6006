package org.vigie.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.ProblemException;
import org.vigie.store.TestDatabase;

/** Thresholds on a real PostgreSQL; several objects of the class stand for several replicas. */
class AlertsTest {
    private static Jdbi jdbi;

    private final Subject team = Subject.team("t-" + UUID.randomUUID());
    private final List<Alert> recorded = new ArrayList<>();

    @BeforeAll
    static void createDatabase() {
        jdbi = TestDatabase.migrated();
    }

    @BeforeEach
    void forgetOthers() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM metering.replica"));
    }

    private Limit limit(long amount, String decision) {
        return new Limit(team, Measure.COST_PER_MONTH, amount, decision);
    }

    private void spend(long microEuros) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO metering.allowance AS known (subject, measure, starts, leased, spent, granted)
                        VALUES (:subject, 'cost_per_month', metering.starts('month', now()), :spent, :spent, 0)
                        ON CONFLICT (subject, measure) DO UPDATE SET
                            spent = known.spent + :spent, leased = known.leased + :spent
                        """)
                .bind("subject", team.code())
                .bind("spent", microEuros)
                .execute());
    }

    private List<Integer> raise(Limit limit) {
        return new Alerts(jdbi)
                .raise(List.of(limit), _ -> Set.of(), recorded::add).stream()
                        .map(Alert::percent)
                        .sorted()
                        .toList();
    }

    @Test
    void each_threshold_is_raised_once_when_it_is_reached() {
        Limit limit = limit(1_000, "D-2026-001");
        assertThat(raise(limit)).isEmpty();
        spend(499);
        assertThat(raise(limit)).isEmpty();
        spend(1);
        assertThat(raise(limit)).containsExactly(50);
        assertThat(raise(limit)).isEmpty();
        spend(499);
        assertThat(raise(limit)).containsExactly(80);
        spend(1);
        assertThat(raise(limit)).containsExactly(100);
        assertThat(raise(limit)).isEmpty();
        assertThat(recorded)
                .extracting(Alert::subject, Alert::percent, Alert::decision)
                .containsExactly(
                        tuple(team, 50, "D-2026-001"), tuple(team, 80, "D-2026-001"), tuple(team, 100, "D-2026-001"));
    }

    @Test
    void of_eight_replicas_that_see_it_at_once_one_raises_it() throws Exception {
        spend(850);
        Limit limit = limit(1_000, "D-2026-001");
        ConcurrentLinkedQueue<Integer> records = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < 20; round++) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> replicas = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                for (int i = 0; i < 8; i++) {
                    replicas.add(threads.submit(() -> {
                        start.await();
                        return new Alerts(jdbi)
                                .raise(List.of(limit), _ -> Set.of(), alert -> records.add(alert.percent()))
                                .size();
                    }));
                }
                start.countDown();
            }
            int raised = 0;
            for (Future<Integer> replica : replicas) raised += replica.get();
            assertThat(raised).as("round %d", round).isEqualTo(2);
            assertThat(records).as("acts of round %d", round).containsExactlyInAnyOrder(50, 80);
            records.clear();
            jdbi.useHandle(handle -> handle.execute("DELETE FROM metering.alert"));
        }
    }

    @Test
    void what_cannot_be_put_on_record_is_not_raised_and_comes_again() {
        spend(600);
        Limit limit = limit(1_000, "D-2026-001");
        assertThatThrownBy(() -> new Alerts(jdbi).raise(List.of(limit), _ -> Set.of(), _ -> {
                    throw new IllegalStateException("no audit");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(raise(limit)).containsExactly(50);
    }

    @Test
    void a_limit_that_is_decided_anew_is_judged_anew() {
        spend(900);
        assertThat(raise(limit(1_000, "D-2026-001"))).containsExactly(50, 80);
        assertThat(raise(limit(10_000, "D-2026-002"))).isEmpty();
        spend(4_100);
        assertThat(raise(limit(10_000, "D-2026-002"))).containsExactly(50);
        assertThat(raise(limit(1_000, "D-2026-003"))).containsExactly(50, 80, 100);
    }

    @Test
    void the_next_period_begins_with_none() {
        spend(900);
        Limit limit = limit(1_000, "D-2026-001");
        assertThat(raise(limit)).containsExactly(50, 80);
        jdbi.useHandle(handle -> {
            handle.execute(
                    "UPDATE metering.alert SET starts = starts - interval '1 month' WHERE subject = ?", team.code());
            handle.execute(
                    "UPDATE metering.allowance SET starts = starts - interval '1 month' WHERE subject = ?",
                    team.code());
        });
        assertThat(raise(limit)).isEmpty();
        assertThat(new Alerts(jdbi).current())
                .noneMatch(alert -> alert.subject().equals(team));
        jdbi.useHandle(handle -> handle.execute("DELETE FROM metering.allowance WHERE subject = ?", team.code()));
        spend(500);
        assertThat(raise(limit)).containsExactly(50);
    }

    @Test
    void a_refusal_for_want_of_budget_counts_as_used_up_until_it_is_raised() {
        Caller caller = new Caller(
                UUID.randomUUID(),
                "a@example.org",
                "A",
                Set.of(Role.EMPLOYEE),
                Optional.empty(),
                new Caller.Credential.Session(UUID.randomUUID()));
        Limit limit = limit(10_000, "D-2026-001");
        Reservations replica = new Reservations(_ -> List.of(), jdbi, System::nanoTime);
        replica.signOfLife();
        replica.reserve(caller, List.of(limit), new Expense(1, 1, 6_000)).settle(new Expense(1, 1, 6_000));
        replica.tellAll();
        assertThat(raise(limit)).containsExactly(50);
        assertThatThrownBy(() -> replica.reserve(caller, List.of(limit), new Expense(1, 1, 6_000)))
                .isInstanceOf(ProblemException.class);
        replica.tellAll();
        assertThat(raise(limit)).containsExactly(100);
        assertThat(replica.standing(limit).reached()).isEqualTo(100);
        assertThat(replica.standing(limit).percent()).isEqualTo(60);
        assertThat(replica.standing(limit(20_000, "D-2026-002")).reached()).isZero();
        assertThat(raise(limit(20_000, "D-2026-002"))).isEmpty();
    }

    @Test
    void whoever_answers_for_it_is_told_until_they_have_read_it() {
        UUID reader = person();
        spend(900);
        Alerts here = new Alerts(jdbi);
        Alerts there = new Alerts(jdbi);
        here.raise(List.of(limit(1_000, "D-2026-001")), _ -> Set.of(reader), _ -> {});
        there.refresh();
        assertThat(there.unreadBy(reader)).extracting(Alert::percent).containsExactly(80, 50);
        assertThat(there.unreadBy(UUID.randomUUID())).isEmpty();
        there.read(reader);
        assertThat(there.unreadBy(reader)).isEmpty();
        here.refresh();
        assertThat(here.unreadBy(reader)).isEmpty();
    }

    @Test
    void what_persons_reached_is_forgotten_after_two_months() {
        jdbi.useHandle(handle -> handle.execute("""
                        INSERT INTO metering.alert (subject, measure, starts, decision, amount, percent) VALUES
                            ('person:1', 'cost_per_month', now() - interval '63 days', 'D-1', 1, 50),
                            ('person:1', 'cost_per_month', now() - interval '20 days', 'D-1', 1, 50),
                            ('team:old', 'cost_per_month', now() - interval '63 days', 'D-1', 1, 50)
                        """));
        new Alerts(jdbi).forgetPersons();
        List<String> left = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT subject FROM metering.alert WHERE decision = 'D-1' ORDER BY subject")
                .mapTo(String.class)
                .list());
        assertThat(left).containsExactly("person:1", "team:old");
    }

    @Test
    void what_will_be_spent_is_told_once_a_tenth_of_the_time_has_passed() {
        Instant begin = Instant.parse("2026-11-01T00:00:00Z");
        Standing standing = new Standing(
                limit(1_000, "D-2026-001"), 300, 0, Optional.of(begin), Optional.of(begin.plusSeconds(1_000)), false);
        assertThat(standing.projected(begin.plusSeconds(99))).isEmpty();
        assertThat(standing.projected(begin.plusSeconds(250))).contains(1_200L);
        assertThat(standing.projected(begin.plusSeconds(1_000))).isEmpty();
        assertThat(Standing.unused(limit(1_000, "")).projected(begin)).isEmpty();
    }

    private static UUID person() {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO identity.person (id, email, name, password_hash, language, created_at)
                        VALUES (:id, :email, 'A', 'x', 'fr', now())
                        """)
                .bind("id", id)
                .bind("email", id + "@example.org")
                .execute());
        return id;
    }
}
