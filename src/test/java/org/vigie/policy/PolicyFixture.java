package org.vigie.policy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.vigie.catalog.Catalog;

/** What the tests of other modules need to see a decision become a ruling, without an application around it. */
public final class PolicyFixture {
    private PolicyFixture() {}

    /** A provider in each zone ({@code ici}, {@code ue}, {@code usue}, {@code us}), a route to each, and one over all. */
    public static Catalog catalog(Path directory) {
        return PolicySamples.catalog(directory);
    }

    /** Follows no other replica. */
    public static PolicySnapshots snapshots(Jdbi jdbi, Catalog catalog) {
        return new PolicySnapshots(jdbi, catalog);
    }

    /** What a decision of this source puts into force, in the place of what it did before. */
    public static void decide(Jdbi jdbi, PolicySnapshots snapshots, String source, List<PolicyEffect.Draft> drafts) {
        jdbi.useTransaction(handle -> {
            EffectStore store = new EffectStore(handle);
            store.oneAtATime();
            int ordinal = store.nextOrdinal(2026);
            String number = "D-2026-%03d".formatted(ordinal);
            store.insert(
                    new DecisionRecord(number, source, source, "", Optional.empty(), Instant.now()), 2026, ordinal);
            Decisions.replace(store, source, number, drafts);
        });
        snapshots.refresh();
    }
}
