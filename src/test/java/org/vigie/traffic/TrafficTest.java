package org.vigie.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.vigie.audit.Closing;
import org.vigie.audit.Latency;
import org.vigie.audit.Outcome;
import org.vigie.audit.Tokens;
import org.vigie.kernel.FindingSummary;
import org.vigie.kernel.Language;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.Store;
import org.vigie.store.TestDatabase;
import org.vigie.traffic.TrafficView.Period;
import org.vigie.traffic.TrafficView.Row;

final class TrafficTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:30Z");

    private static Passage passage(Instant at, Outcome outcome, String target, long cost) {
        return new Passage(
                at,
                "chat",
                "assistant",
                true,
                new Closing(
                        outcome,
                        "pseudonymised",
                        Optional.empty(),
                        FindingSummary.NONE,
                        0,
                        Optional.empty(),
                        target.isEmpty() ? Optional.empty() : Optional.of(target),
                        1,
                        false,
                        new Tokens(10, 0, 0, 20, 0, false),
                        cost,
                        new Latency(100, 200, 50_000, 30_000, 51_000)));
    }

    @Test
    void two_replicas_add_to_the_same_hour() {
        Jdbi jdbi = TestDatabase.migrated();
        Traffic one = new Traffic(new Meters(new SimpleMeterRegistry()), jdbi);
        Traffic other = new Traffic(new Meters(new SimpleMeterRegistry()), jdbi);
        Instant now = Instant.now();
        one.passed(passage(now, Outcome.ANSWERED, "p/m", 1_500));
        other.passed(passage(now, Outcome.ANSWERED, "p/m", 2_500));
        other.passed(passage(now, Outcome.FAILED, "p/m", 0));
        one.since(Duration.ofDays(1), now);

        TrafficView view = TrafficView.of(Period.DAY, other.since(Duration.ofDays(1), now));

        assertThat(view.rows()).singleElement().satisfies(row -> {
            assertThat(row.sums().exchanges()).isEqualTo(3);
            assertThat(row.answered()).isEqualTo(2);
            assertThat(row.failedPercent()).isEqualTo(33);
            assertThat(row.maskedPercent()).isEqualTo(100);
            assertThat(row.sums().costMicroEuros()).isEqualTo(4_000);
            assertThat(row.totalMillis()).isEqualTo(51);
            assertThat(row.ownMicros()).isEqualTo(800);
            assertThat(row.firstByteMillis()).isEqualTo(30);
        });
    }

    @Test
    void what_cannot_be_written_waits() throws Exception {
        DatabaseAccess access = TestDatabase.migratedAccess();
        Jdbi jdbi = Store.jdbi(access);
        Traffic traffic = new Traffic(new Meters(new SimpleMeterRegistry()), jdbi);
        Instant now = Instant.now();
        asOwner(access, "ALTER TABLE traffic.hour RENAME TO away");
        traffic.passed(passage(now, Outcome.ANSWERED, "p/m", 1));
        traffic.stop();
        asOwner(access, "ALTER TABLE traffic.away RENAME TO hour");
        assertThat(traffic.since(Duration.ofDays(1), now).values())
                .singleElement()
                .satisfies(sums -> assertThat(sums.exchanges()).isOne());
    }

    private static void asOwner(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = access.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void an_hour_is_drawn_minute_by_minute_and_forgotten_after() {
        LastHour hour = new LastHour();
        hour.add(passage(NOON, Outcome.ANSWERED, "p/m", 0));
        hour.add(passage(NOON.minusSeconds(60), Outcome.REFUSED, "", 0));
        hour.add(passage(NOON.minusSeconds(3600), Outcome.FAILED, "p/m", 0));

        assertThat(hour.minutes(NOON))
                .hasSize(60)
                .last()
                .satisfies(minute -> assertThat(minute.answered()).isOne());
        assertThat(hour.minutes(NOON).get(58).refused()).isOne();
        assertThat(hour.minutes(NOON).stream().mapToInt(LastHour.Minute::failed).sum())
                .isZero();
        assertThat(hour.minutes(NOON.plusSeconds(7200)).stream()
                        .mapToInt(LastHour.Minute::all)
                        .sum())
                .isZero();
        assertThat(hour.percentileMillis(0.95)).isEqualTo(51);
    }

    @Test
    void meters_bear_the_names_of_the_conventions_and_nobodys() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new Meters(registry).count(passage(NOON, Outcome.ANSWERED, "interne/fake", 2_000_000));

        assertThat(registry.get("gen_ai.server.time_to_first_token")
                        .tag("gen_ai.provider.name", "interne")
                        .tag("gen_ai.request.model", "assistant")
                        .timer()
                        .totalTime(java.util.concurrent.TimeUnit.MILLISECONDS))
                .isEqualTo(30.0);
        assertThat(registry.get("gen_ai.client.token.usage")
                        .tag("gen_ai.token.type", "output")
                        .summary()
                        .totalAmount())
                .isEqualTo(20.0);
        assertThat(registry.get("vigie.cost").counter().count()).isEqualTo(2.0);
    }

    @Test
    void figures_are_written_as_the_language_has_them() {
        Figures french = new Figures(Language.FRENCH);
        assertThat(french.euros(1_234_560_000)).isEqualTo("1\u202f234,56\u00a0€");
        assertThat(french.euros(1_200)).isEqualTo("0,0012\u00a0€");
        assertThat(french.micros(360)).isEqualTo("0,4\u00a0ms");
        assertThat(new Figures(Language.ENGLISH).count(12_345)).isEqualTo("12,345");
    }

    @Test
    void a_table_for_a_spreadsheet_holds_no_formula() {
        Sums sums = Sums.of(passage(NOON, Outcome.ANSWERED, "p/m", 1_500));
        Row row = new Row("=cmd\"", "p/m", sums, 0, 0, 0);
        String csv = TrafficCsv.of(new TrafficView(Period.DAY, java.util.List.of(row), row));
        assertThat(csv).contains("\"'=cmd\"\"\",\"p/m\",1,1,0,0,0,1,10,20,0,0.001500,51,50,200,800,30");
    }

    @Test
    void nothing_known_is_an_empty_page() {
        TrafficView view = TrafficView.of(Period.of("nonsense"), Map.of());
        assertThat(view.rows()).isEmpty();
        assertThat(view.period()).isEqualTo(Period.DAY);
    }
}
