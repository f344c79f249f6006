package org.vigie.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.catalog.Catalog;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Wording;
import org.vigie.policy.PolicyEffect.Draft;
import org.vigie.store.TestDatabase;

/** Decisions in a real database: what begins, what ends, and what can be read again. */
class DecisionsTest {
    private static final Wording REASON = new Wording("Parce que.", "Because.");

    @TempDir
    Path directory;

    private Jdbi jdbi;
    private Catalog catalog;

    @BeforeEach
    void start() {
        jdbi = TestDatabase.migrated();
        catalog = PolicySamples.catalog(directory);
    }

    @Test
    void the_same_configuration_keeps_its_number_over_starts() {
        long first = number();
        assertThat(number()).isEqualTo(first);
    }

    @Test
    void a_decision_replaces_the_effects_of_its_source_and_of_no_other() {
        try (PolicySnapshots snapshots = new PolicySnapshots(jdbi, catalog)) {
            long before = snapshots.current().effects().count();
            Draft cap = new Draft(EffectScope.mission("A"), new Rule.MaxDataClass(DataClass.C1), REASON);
            Draft deny = new Draft(EffectScope.mission("A"), new Rule.DenyProvider("us"), REASON);
            replace("mission:A", "D-2026-001", List.of(cap, deny));
            replace("mission:B", "D-2026-002", List.of(cap));
            snapshots.refresh();
            assertThat(snapshots.current().effects()).hasSize((int) before + 3);

            Draft suspend = new Draft(EffectScope.mission("A"), new Rule.Suspend(), REASON);
            replace("mission:A", "D-2026-003", List.of(cap, suspend));
            snapshots.refresh();
            // What stays the same is still due to the decision that put it into force.
            assertThat(snapshots
                            .current()
                            .effects()
                            .filter(effect -> effect.source().equals("mission:A")))
                    .extracting(PolicyEffect::decision, effect -> effect.rule().kind())
                    .containsExactlyInAnyOrder(
                            tuple("D-2026-001", Rule.Kind.MAX_DATA_CLASS), tuple("D-2026-003", Rule.Kind.SUSPEND));
            assertThat(snapshots
                            .current()
                            .effects()
                            .filter(effect -> effect.source().equals("mission:B")))
                    .hasSize(1);
        }
    }

    @Test
    void any_snapshot_of_before_can_be_read_again() {
        try (PolicySnapshots snapshots = new PolicySnapshots(jdbi, catalog)) {
            Draft deny = new Draft(EffectScope.ORG, new Rule.DenyProvider("us"), REASON);
            replace("x", "D-2026-001", List.of(deny));
            snapshots.refresh();
            long denied = snapshots.current().number();
            replace("x", "D-2026-002", List.of());
            snapshots.refresh();
            assertThat(has(snapshots.current(), deny.rule())).isFalse();
            assertThat(has(snapshots.at(denied).orElseThrow(), deny.rule())).isTrue();
            assertThat(has(snapshots.at(denied - 1).orElseThrow(), deny.rule())).isFalse();
            assertThat(snapshots.at(denied + 9)).isEmpty();
            assertThat(snapshots.at(0)).isEmpty();
        }
    }

    @Test
    void nothing_changes_the_number_when_nothing_changes() {
        try (PolicySnapshots snapshots = new PolicySnapshots(jdbi, catalog)) {
            Draft cap = new Draft(
                    EffectScope.ORG, new Rule.MaxDataClass(DataClass.C1), Validity.until(Instant.now()), REASON);
            replace("x", "D-2026-001", List.of(cap));
            snapshots.refresh();
            long number = snapshots.current().number();
            replace("x", "D-2026-002", List.of(cap));
            snapshots.refresh();
            assertThat(snapshots.current().number()).isEqualTo(number);
        }
    }

    private static boolean has(Snapshot snapshot, Rule rule) {
        return snapshot.effects().anyMatch(effect -> effect.rule().equals(rule));
    }

    private long number() {
        try (PolicySnapshots snapshots = new PolicySnapshots(jdbi, catalog)) {
            return snapshots.current().number();
        }
    }

    private void replace(String source, String decision, List<Draft> drafts) {
        jdbi.useTransaction(handle -> {
            EffectStore store = new EffectStore(handle);
            store.oneAtATime();
            DecisionRecord record = new DecisionRecord(decision, source, source, "", Optional.empty(), Instant.now());
            store.insert(record, 2026, store.nextOrdinal(2026));
            Decisions.replace(store, source, decision, drafts);
        });
    }
}
