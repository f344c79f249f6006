package org.vigie.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.audit.AuditLog;
import org.vigie.kernel.ProblemException;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.InstanceKeys;
import org.vigie.store.Sealed;
import org.vigie.store.Store;
import org.vigie.store.StoreException;
import org.vigie.store.TestDatabase;
import org.vigie.store.TestKeys;

/** The end of missions in a real database, at the days that a clock says. */
class MissionPurgeTest {
    private static final LocalDate END = LocalDate.of(2026, 10, 25);
    private static final String PURPOSE = "test/things";

    @TempDir
    Path directory;

    private final InstanceKeys keys = TestKeys.fresh();
    private final List<String> revoked = new ArrayList<>();
    private Jdbi jdbi;
    private AuditLog audit;

    @BeforeEach
    void start() throws Exception {
        DatabaseAccess access = TestDatabase.migratedAccess();
        jdbi = Store.jdbi(access);
        audit = AuditLog.start(
                jdbi, access, directory, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    @AfterEach
    void stop() {
        audit.close();
    }

    private static Clock at(LocalDate day) {
        return Clock.fixed(day.atStartOfDay(Mission.ZONE).toInstant(), ZoneOffset.UTC);
    }

    private MissionSpaces spaces(LocalDate day) {
        return new MissionSpaces(jdbi, keys, at(day));
    }

    private MissionPurge replica(LocalDate day, MissionContent... contents) {
        return new MissionPurge(
                jdbi,
                audit,
                spaces(day),
                binding -> {
                    revoked.add(binding.mission().orElse(""));
                    return 1;
                },
                List.of(contents),
                at(day));
    }

    private Mission mission(String code) {
        return jdbi.withHandle(handle -> new MissionStore(handle).find(code)).orElseThrow();
    }

    private void close(String code, LocalDate purge) {
        Mission closed = mission(code)
                .closed(purge, END.atStartOfDay(Mission.ZONE).toInstant())
                .by("D-2026-002");
        jdbi.useTransaction(handle -> new MissionStore(handle).update(closed));
    }

    private List<String> acts() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT body FROM audit.entry WHERE body LIKE '%mission.%' ORDER BY seq")
                        .mapTo(String.class)
                        .list());
    }

    /** Counts how often it is emptied, slowly enough for two replicas to meet. */
    private static final class Things implements MissionContent {
        private final List<String> erased = new ArrayList<>();

        @Override
        public String kind() {
            return "things";
        }

        @Override
        public int count(Handle handle, String mission) {
            return 3;
        }

        @Override
        public synchronized int erase(Handle handle, String mission) {
            erased.add(mission);
            handle.execute("SELECT pg_sleep(0.2)");
            return 3;
        }
    }

    @Test
    void erases_on_its_day_and_not_before_and_leaves_what_was_decided() {
        MissionFixture.insert(jdbi, "ATLAS", END);
        close("ATLAS", END.plusDays(10));
        Things things = new Things();

        assertThat(replica(END.plusDays(9), things).run()).isEmpty();
        assertThat(things.erased).isEmpty();
        assertThat(replica(END.plusDays(10), things).run()).containsExactly("ATLAS");
        assertThat(replica(END.plusDays(11), things).run()).isEmpty();

        assertThat(things.erased).containsExactly("ATLAS");
        assertThat(mission("ATLAS").purgedAt()).contains(at(END.plusDays(10)).instant());
        assertThat(mission("ATLAS").decision()).isEqualTo("D-2026-002");
    }

    @Test
    void one_that_nobody_closed_loses_its_keys_after_its_last_day_and_its_contents_a_year_later() {
        MissionFixture.insert(jdbi, "ATLAS", END);
        Things things = new Things();

        replica(END, things).run();
        assertThat(revoked).isEmpty();
        replica(END.plusDays(1), things).run();
        assertThat(revoked).containsExactly("ATLAS");
        assertThat(mission("ATLAS").isClosed()).isFalse();
        assertThat(replica(END.plusYears(1).minusDays(1), things).run()).isEmpty();
        assertThat(replica(END.plusYears(1), things).run()).containsExactly("ATLAS");
        assertThat(mission("ATLAS").isClosed()).isTrue();
    }

    @Test
    void two_replicas_erase_each_mission_once() throws Exception {
        for (String code : List.of("A", "B", "C", "D")) {
            MissionFixture.insert(jdbi, code, END);
            close(code, END.plusDays(1));
        }
        Things here = new Things();
        Things there = new Things();
        List<String> both = new ArrayList<>();
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> first =
                    replicas.submit(() -> replica(END.plusDays(1), here).run());
            Future<List<String>> second =
                    replicas.submit(() -> replica(END.plusDays(1), there).run());
            both.addAll(first.get());
            both.addAll(second.get());
        }

        assertThat(both).containsExactlyInAnyOrder("A", "B", "C", "D");
        assertThat(here.erased.size() + there.erased.size()).isEqualTo(4);
    }

    @Test
    void a_fault_leaves_all_as_it_was_for_the_next_time() {
        MissionFixture.insert(jdbi, "ATLAS", END);
        close("ATLAS", END.plusDays(1));
        Optional<byte[]> key = spaces(END).derive("ATLAS", PURPOSE);
        MissionContent broken = new MissionContent() {
            @Override
            public String kind() {
                return "broken";
            }

            @Override
            public int count(Handle handle, String mission) {
                return 0;
            }

            @Override
            public int erase(Handle handle, String mission) {
                throw new IllegalStateException("broken");
            }
        };

        assertThatThrownBy(() -> replica(END.plusDays(1), broken).run()).isInstanceOf(IllegalStateException.class);
        assertThat(mission("ATLAS").purgedAt()).isEmpty();
        assertThat(spaces(END).derive("ATLAS", PURPOSE))
                .hasValueSatisfying(same -> assertThat(same).isEqualTo(key.orElseThrow()));
        assertThat(replica(END.plusDays(1)).run()).containsExactly("ATLAS");
    }

    @Test
    void without_its_key_nothing_that_it_sealed_opens_again() {
        MissionFixture.insert(jdbi, "ATLAS", END);
        MissionFixture.insert(jdbi, "NOVA", END.plusYears(3));
        byte[] key = spaces(END).derive("ATLAS", PURPOSE).orElseThrow();
        assertThat(spaces(END).derive("ATLAS", PURPOSE).orElseThrow()).isEqualTo(key);
        assertThat(spaces(END).derive("ATLAS", "test/others").orElseThrow()).isNotEqualTo(key);
        byte[] other = spaces(END).derive("NOVA", PURPOSE).orElseThrow();
        assertThat(other).isNotEqualTo(key);
        byte[] copied = new Sealed(key).seal("mot".getBytes(StandardCharsets.UTF_8), "ici");
        close("ATLAS", END.plusDays(1));

        replica(END.plusDays(1)).run();

        assertThat(spaces(END).derive("ATLAS", PURPOSE)).isEmpty();
        Optional<byte[]> held = jdbi.withHandle(handle -> spaces(END).hold(handle, "ATLAS", PURPOSE));
        assertThat(held).isEmpty();
        assertThatThrownBy(() -> new Sealed(other).open(copied, "ici")).isInstanceOf(StoreException.class);
        List<String> kept = jdbi.withHandle(
                handle -> handle.createQuery("SELECT mission FROM mission.vault_key WHERE wrapped IS NOT NULL")
                        .mapTo(String.class)
                        .list());
        assertThat(kept).containsExactly("NOVA");
    }

    @Test
    void whoever_writes_is_waited_for_and_nobody_writes_after() throws Exception {
        MissionFixture.insert(jdbi, "ATLAS", END);
        spaces(END).derive("ATLAS", PURPOSE);
        close("ATLAS", END.plusDays(1));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> purge = jdbi.inTransaction(handle -> {
                assertThat(spaces(END).hold(handle, "ATLAS", PURPOSE)).isPresent();
                Future<List<String>> waiting =
                        threads.submit(() -> replica(END.plusDays(1)).run());
                Thread.sleep(300);
                assertThat(waiting.isDone()).isFalse();
                return waiting;
            });
            assertThat(purge.get()).containsExactly("ATLAS");
        }
    }

    @Test
    void a_mission_takes_nothing_more_after_its_last_day_or_once_it_is_closed() {
        MissionFixture.insert(jdbi, "ATLAS", END);
        MissionFixture.insert(jdbi, "NOVA", END);
        close("NOVA", END.plusDays(1));

        jdbi.useHandle(handle -> spaces(END).requireOpen(handle, "ATLAS"));
        assertThatThrownBy(
                        () -> jdbi.useHandle(handle -> spaces(END.plusDays(1)).requireOpen(handle, "ATLAS")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> jdbi.useHandle(handle -> spaces(END).requireOpen(handle, "NOVA")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> jdbi.useHandle(handle -> spaces(END).requireOpen(handle, "AUCUNE")))
                .isInstanceOf(ProblemException.class);
        assertThat(spaces(END).derive("AUCUNE", PURPOSE)).isEmpty();
    }

    @Test
    void the_day_comes_sooner_at_will_and_later_with_a_reason() {
        Mission closed = Mission.begin("ATLAS", "Nom", "Client", UUID.randomUUID(), END.minusYears(1), END)
                .closed(END.plusDays(30), Instant.parse("2026-10-26T10:00:00Z"));

        assertThat(closed.purgedSooner(END.plusDays(5), END.plusDays(5)).purgeDay())
                .isEqualTo(END.plusDays(5));
        assertThat(closed.purgedLater(END.plusDays(90), "Litige").purgeDay()).isEqualTo(END.plusDays(90));
        assertThatThrownBy(() -> closed.purgedSooner(END.plusDays(31), END)).isInstanceOf(MissionException.class);
        assertThatThrownBy(() -> closed.purgedSooner(END, END.plusDays(1))).isInstanceOf(MissionException.class);
        assertThatThrownBy(() -> closed.purgedLater(END.plusDays(29), "Litige")).isInstanceOf(MissionException.class);
        assertThatThrownBy(() -> closed.purgedLater(END.plusDays(90), " ")).isInstanceOf(MissionException.class);
        assertThatThrownBy(() -> closed.purgedLater(END.plusYears(9), "Litige")).isInstanceOf(MissionException.class);
    }

    @Test
    void each_erasure_is_on_record_with_its_counts() {
        MissionFixture.insert(jdbi, "ATLAS", END);
        close("ATLAS", END.plusDays(1));

        replica(END.plusDays(1), new Things()).run();

        assertThat(acts()).singleElement().asString().contains("mission.purged", "mission:ATLAS", "\"things\":\"3\"");
    }
}
