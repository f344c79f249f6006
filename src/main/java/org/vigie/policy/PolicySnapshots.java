package org.vigie.policy;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.kernel.Wording;
import org.vigie.policy.PolicyEffect.Draft;
import org.vigie.store.Listener;

/**
 * The snapshot in force on this replica, and any of before. Follows the other replicas by {@code LISTEN}, and by asking
 * for the newest number each second, since a connection may be dead without anybody knowing.
 */
@Singleton
public final class PolicySnapshots implements AutoCloseable {
    static final String CHANNEL = "vigie_policy";

    private static final Logger LOG = Logger.getLogger(PolicySnapshots.class);
    private static final String CONFIGURATION_SOURCE = "configuration";
    static final String MATRIX_SOURCE = "matrix";

    private final Jdbi jdbi;
    private final ScheduledExecutorService poll;
    private volatile Snapshot current;

    @Inject
    public PolicySnapshots(Jdbi jdbi, Catalog catalog, Listener listener) {
        this(jdbi, catalog);
        listener.subscribe(CHANNEL, _ -> followOthers());
        poll.scheduleWithFixedDelay(this::followOthers, 1, 1, TimeUnit.SECONDS);
    }

    /** One that follows nobody. */
    PolicySnapshots(Jdbi jdbi, Catalog catalog) {
        this.jdbi = jdbi;
        jdbi.useTransaction(handle -> {
            EffectStore store = new EffectStore(handle);
            store.oneAtATime();
            put(store, DecisionRecord.CONFIGURATION, CONFIGURATION_SOURCE, configured(catalog));
            writeDefaults(store);
        });
        this.current = jdbi.inTransaction(handle -> load(new EffectStore(handle)));
        this.poll = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("policy").unstarted(task));
    }

    public Snapshot current() {
        return current;
    }

    /** One that was in force; empty when there never was one of that number. */
    public Optional<Snapshot> at(long number) {
        return jdbi.inTransaction(handle -> {
            EffectStore store = new EffectStore(handle);
            if (number < 1 || number > store.newest()) return Optional.empty();
            return Optional.of(Snapshot.of(number, store.at(number)));
        });
    }

    /** Takes what was decided meanwhile. */
    synchronized void refresh() {
        Snapshot known = current;
        current = jdbi.inTransaction(handle -> {
            EffectStore store = new EffectStore(handle);
            long newest = store.newest();
            if (newest == known.number()) return known;
            return known.with(
                    newest, store.endedBetween(known.number(), newest), store.begunBetween(known.number(), newest));
        });
    }

    @PreDestroy
    @Override
    public void close() {
        poll.shutdownNow();
    }

    /** Asked again a second later: a failure here is made good then. */
    private void followOthers() {
        try {
            refresh();
        } catch (JdbiException unreachable) {
            LOG.debugf(
                    "The policy cannot be read again: %s",
                    unreachable.getClass().getName());
        }
    }

    private static Snapshot load(EffectStore store) {
        long newest = store.newest();
        return Snapshot.of(newest, store.at(newest));
    }

    /** What the file allows, as effects: the tower narrows it, never widens. */
    static List<Draft> configured(Catalog catalog) {
        Wording reason =
                new Wording("La configuration de l’instance le prévoit.", "The instance’s configuration says so.");
        List<Draft> drafts = new ArrayList<>();
        for (Provider provider : catalog.providers()) {
            drafts.add(new Draft(EffectScope.ORG, new Rule.AllowProvider(provider.id()), reason));
            drafts.add(new Draft(
                    EffectScope.provider(provider.id()), new Rule.MaxDataClass(provider.maxDataClass()), reason));
        }
        for (Route route : catalog.routes()) {
            drafts.add(new Draft(EffectScope.ORG, new Rule.AllowModel(route.model()), reason));
        }
        return drafts;
    }

    private static void put(EffectStore store, String decision, String source, List<Draft> drafts) {
        store.insertOnce(new DecisionRecord(decision, source, decision, "", Optional.empty(), Instant.now()));
        Decisions.replace(store, source, decision, drafts);
    }

    /** The matrix that stands until somebody decides on another. */
    private static void writeDefaults(EffectStore store) {
        if (!store.ofSource(MATRIX_SOURCE).isEmpty()) return;
        put(store, DecisionRecord.DEFAULT, MATRIX_SOURCE, Matrix.standard().effects());
    }
}
