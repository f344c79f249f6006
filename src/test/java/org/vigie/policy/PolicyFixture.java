package org.vigie.policy;

import java.nio.file.Path;
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
}
