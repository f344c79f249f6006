package org.vigie.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.catalog.Catalog;
import org.vigie.identity.Person;
import org.vigie.identity.Role;
import org.vigie.kernel.Language;
import org.vigie.kernel.Wording;
import org.vigie.mission.MissionFixture;
import org.vigie.mission.MissionSpaces;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Policy;
import org.vigie.policy.PolicyEffect.Draft;
import org.vigie.policy.PolicyFixture;
import org.vigie.policy.PolicySnapshots;
import org.vigie.policy.Rule;
import org.vigie.store.InstanceKeys;
import org.vigie.store.TestDatabase;
import org.vigie.store.TestKeys;

/** Conversations end when decisions say so, and no sooner. */
class RetentionTest {
    private static final Wording WHY = new Wording("Parce que.", "Because.");

    @TempDir
    Path directory;

    private final Person ada = person("conseil");
    private final Person bob = person("autre");
    private Jdbi jdbi;
    private ConversationStore store;
    private PolicySnapshots snapshots;
    private Retention retention;

    @BeforeEach
    void start() {
        jdbi = TestDatabase.migrated();
        InstanceKeys keys = TestKeys.fresh();
        store = new ConversationStore(jdbi, new Vaults(keys, new MissionSpaces(jdbi, keys, Clock.systemUTC())));
        for (String mission : List.of("ATLAS", "BOREAL")) {
            MissionFixture.insert(
                    jdbi, mission, LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(3));
        }
        Catalog catalog = PolicyFixture.catalog(directory);
        snapshots = PolicyFixture.snapshots(jdbi, catalog);
        retention = new Retention(store, () -> List.of(ada, bob), new Policy(catalog, snapshots));
    }

    @AfterEach
    void stop() {
        snapshots.close();
    }

    private static Person person(String team) {
        return new Person(
                UUID.randomUUID(),
                "a@example.org",
                "A",
                Set.of(Role.EMPLOYEE),
                Optional.of(team),
                Language.FRENCH,
                true);
    }

    private void keep(EffectScope scope, int days) {
        PolicyFixture.decide(
                jdbi,
                snapshots,
                "conduct:" + scope.kind().code() + ":" + scope.id(),
                List.of(new Draft(scope, new Rule.Retention(days), WHY)));
    }

    private void conversation(Person of, String title, Optional<String> mission, int daysOld) {
        UUID id = store.create(of.id(), title, mission);
        Instant then = Instant.now().minus(Duration.ofDays(daysOld)).minusSeconds(60);
        int aged = jdbi.inTransaction(handle -> {
            // Row-level security shows each person theirs alone.
            handle.createQuery("SELECT set_config('vigie.person', :person, true)")
                    .bind("person", of.id().toString())
                    .mapTo(String.class)
                    .one();
            return handle.createUpdate("UPDATE assistant.conversation SET updated_at = :then WHERE id = :id")
                    .bind("then", then)
                    .bind("id", id)
                    .execute();
        });
        assertThat(aged).isOne();
    }

    private List<String> titles(Person of) {
        return store.list(of.id()).stream().map(Conversation::title).sorted().toList();
    }

    @Test
    void nothing_ends_while_nobody_has_decided_how_long() {
        conversation(ada, "ancienne", Optional.empty(), 4_000);
        assertThat(retention.run(Instant.now())).isZero();
        assertThat(titles(ada)).containsExactly("ancienne");
    }

    @Test
    void the_shortest_of_what_holds_counts_and_a_mission_s_only_in_it() {
        keep(EffectScope.ORG, 30);
        keep(EffectScope.team("conseil"), 10);
        keep(EffectScope.mission("ATLAS"), 2);
        conversation(ada, "neuf jours", Optional.empty(), 9);
        conversation(ada, "dix jours", Optional.empty(), 10);
        conversation(ada, "mission, un jour", Optional.of("ATLAS"), 1);
        conversation(ada, "mission, deux jours", Optional.of("ATLAS"), 2);
        conversation(ada, "autre mission", Optional.of("BOREAL"), 9);
        conversation(bob, "vingt-neuf jours", Optional.empty(), 29);
        conversation(bob, "trente jours", Optional.empty(), 30);
        assertThat(retention.run(Instant.now())).isEqualTo(3);
        assertThat(titles(ada)).containsExactly("autre mission", "mission, un jour", "neuf jours");
        assertThat(titles(bob)).containsExactly("vingt-neuf jours");
        assertThat(store.purge(Instant.now().plusSeconds(1))).isEqualTo(3);
    }

    @Test
    void a_rule_that_is_withdrawn_ends_nothing_more() {
        keep(EffectScope.ORG, 1);
        PolicyFixture.decide(jdbi, snapshots, "conduct:org:", List.of());
        conversation(ada, "vieille", Optional.empty(), 400);
        assertThat(retention.run(Instant.now())).isZero();
    }
}
