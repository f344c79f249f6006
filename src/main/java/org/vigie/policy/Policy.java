package org.vigie.policy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.identity.Caller;

/** The one place that says yes or no, out of the snapshot in force. Only reads memory. */
@Singleton
public final class Policy {
    private final Catalog catalog;
    private final PolicySnapshots snapshots;
    private final Clock clock;

    @Inject
    public Policy(Catalog catalog, PolicySnapshots snapshots) {
        this(catalog, snapshots, Clock.systemUTC());
    }

    Policy(Catalog catalog, PolicySnapshots snapshots, Clock clock) {
        this.catalog = catalog;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** What is in force for one request; the whole exchange is judged by it, whatever is decided meanwhile. */
    public Ruling ruling(Caller caller, Ask ask) {
        return new Ruling(snapshots.current(), catalog, caller, ask, clock.instant());
    }

    /** The same of another time; empty when there never was a snapshot of that number. */
    public Optional<Ruling> ruling(Caller caller, Ask ask, long snapshot, Instant at) {
        return snapshots.at(snapshot).map(then -> new Ruling(then, catalog, caller, ask, at));
    }

    /** Whether this is the name of a model here, and so may be kept: any other text could be anything. */
    public boolean knows(String model) {
        return catalog.route(model).isPresent();
    }

    /** The routes that this caller may name, in the order of the configuration. */
    public List<Route> routes(Caller caller) {
        Ruling ruling = ruling(caller, Ask.PLAIN);
        return catalog.routes().stream().filter(ruling::admits).toList();
    }

    /** The matrix in force. */
    public Matrix matrix() {
        return Matrix.of(snapshots.current().of(EffectScope.ORG).all(Rule.Kind.ZONE_RULE, clock.instant()).stream());
    }
}
