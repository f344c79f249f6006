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

    public Policy(Catalog catalog, PolicySnapshots snapshots) {
        this(catalog, snapshots, Clock.systemUTC());
    }

    @Inject
    Policy(Catalog catalog, PolicySnapshots snapshots, Clock clock) {
        this.catalog = catalog;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** What is in force for one request; the whole exchange is judged by it, whatever is decided meanwhile. */
    public Ruling ruling(Caller caller, Ask ask) {
        return new Ruling(snapshots.current(), catalog, caller, ask, clock.instant());
    }

    /** The same out of another snapshot, one of before or one that is only supposed. */
    public Ruling ruling(Snapshot snapshot, Caller caller, Ask ask, Instant at) {
        return new Ruling(snapshot, catalog, caller, ask, at);
    }

    /** The snapshot in force, with another matrix. */
    public Snapshot supposing(Matrix matrix) {
        Snapshot current = snapshots.current();
        List<PolicyEffect> cells = current.of(EffectScope.ORG).effects().stream()
                .filter(effect -> effect.rule() instanceof Rule.ZoneRule)
                .toList();
        List<PolicyEffect> others = matrix.effects().stream()
                .map(draft -> draft.by(PolicySnapshots.MATRIX_SOURCE, DecisionRecord.DEFAULT))
                .toList();
        return current.with(current.number(), cells, others);
    }

    /** The moment that requests are judged at. */
    public Instant now() {
        return clock.instant();
    }

    public Snapshot snapshot() {
        return snapshots.current();
    }

    /** Empty when there never was one of that number. */
    public Optional<Snapshot> snapshot(long number) {
        return snapshots.at(number);
    }

    /** Whether this is the name of a model here, and so may be kept: any other text could be anything. */
    public boolean knows(String model) {
        return catalog.route(model).isPresent();
    }

    /** The routes that this caller may name, in the order of the configuration. */
    public List<Route> routes(Caller caller) {
        return routes(caller, Ask.PLAIN);
    }

    /** Those that answer in a mission or a use case. */
    public List<Route> routes(Caller caller, Ask ask) {
        Ruling ruling = ruling(caller, ask);
        return catalog.routes().stream().filter(ruling::admits).toList();
    }

    /** What suspends a scope now. */
    public Optional<PolicyEffect> suspension(EffectScope scope) {
        return snapshots.current().of(scope).first(Rule.Kind.SUSPEND, clock.instant());
    }

    /** The matrix in force. */
    public Matrix matrix() {
        return Matrix.of(snapshots.current().of(EffectScope.ORG).all(Rule.Kind.ZONE_RULE, clock.instant()).stream());
    }
}
