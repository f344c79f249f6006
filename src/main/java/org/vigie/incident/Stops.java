package org.vigie.incident;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.catalog.Target;
import org.vigie.identity.Caller;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.policy.Decisions.Enacting;
import org.vigie.policy.Decisions.Wanted;
import org.vigie.policy.EffectScope;
import org.vigie.policy.PolicyEffect.Draft;

/**
 * The kill switch. What it holds is refused by the gateway before the call returns, and within a second on every other
 * replica; answers that are on their way go on to their end.
 */
@Singleton
public final class Stops {
    private final Decisions decisions;
    private final Catalog catalog;
    private final Jdbi jdbi;

    @Inject
    public Stops(Decisions decisions, Catalog catalog, Jdbi jdbi) {
        this.decisions = decisions;
        this.catalog = catalog;
        this.jdbi = jdbi;
    }

    /**
     * What a stop would do to the names that clients ask for.
     *
     * @param silent they no longer answer
     * @param detoured they answer by another target than now
     */
    public record Impact(Set<String> silent, Set<String> detoured) {}

    /** What the switch can be put on, besides a use case by its code: everything, each provider, each model. */
    List<EffectScope> choices() {
        List<EffectScope> choices = new ArrayList<>(List.of(EffectScope.ORG));
        catalog.providers().forEach(provider -> choices.add(EffectScope.provider(provider.id())));
        catalog.providers()
                .forEach(provider -> provider.models()
                        .forEach(model -> choices.add(EffectScope.model(new Target(provider, model).name()))));
        return choices;
    }

    Impact impactOf(EffectScope wanted) {
        if (wanted.equals(EffectScope.ORG)) {
            return new Impact(
                    catalog.routes().stream().map(Route::model).collect(Collectors.toCollection(TreeSet::new)),
                    Set.of());
        }
        List<EffectScope> held = live().stream().map(Stop::scope).toList();
        Set<String> silent = new TreeSet<>();
        Set<String> detoured = new TreeSet<>();
        for (Route route : catalog.routes()) {
            List<Target> left = route.targets().stream()
                    .filter(target -> held.stream().noneMatch(scope -> holds(scope, target)))
                    .toList();
            if (left.stream().noneMatch(target -> holds(wanted, target))) continue;
            boolean last = left.stream().allMatch(target -> holds(wanted, target));
            (last ? silent : detoured).add(route.model());
        }
        return new Impact(silent, detoured);
    }

    private static boolean holds(EffectScope scope, Target target) {
        return scope.equals(EffectScope.provider(target.provider().id()))
                || scope.equals(EffectScope.model(target.name()));
    }

    /**
     * Suspends something.
     *
     * @param incident the code of what it contains
     * @param motive read by whoever is refused
     * @throws ProblemException not found, where there is no such incident
     * @throws IllegalArgumentException where it is held already for the same reason, or cannot be held
     */
    public DecisionRecord stop(Caller caller, Optional<String> incident, EffectScope scope, String motive) {
        boolean known = choices().contains(scope) || scope.kind() == EffectScope.Kind.USE_CASE;
        if (!known || motive.isBlank()) throw new IllegalArgumentException("what is to be stopped");
        String action = incident.isPresent() ? "incident.contained" : "gateway.stopped";
        Wanted wanted = new Wanted(
                caller,
                action,
                Stop.source(incident, scope),
                "Suspension : " + StopWords.subject(scope),
                motive.strip());
        return decisions.enact(wanted, now -> {
            StopStore store = new StopStore(now.handle());
            if (isHeld(store, incident, scope)) throw new IllegalArgumentException("held already");
            incident.ifPresent(code -> contain(caller, code, scope, motive, now));
            store.insert(new Stop(
                    Ids.next(),
                    incident,
                    scope,
                    motive.strip(),
                    now.number(),
                    caller.person(),
                    now.at(),
                    Optional.empty()));
            return effects(store, Stop.source(incident, scope));
        });
    }

    private static boolean isHeld(StopStore store, Optional<String> incident, EffectScope scope) {
        return store.live().stream()
                .anyMatch(
                        stop -> stop.incident().equals(incident) && stop.scope().equals(scope));
    }

    /** A qualified incident is contained with it; one that nobody has looked at yet stays to be qualified. */
    private static void contain(Caller caller, String code, EffectScope scope, String motive, Enacting now) {
        IncidentStore store = new IncidentStore(now.handle());
        Incident incident = store.locked(code).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        Optional<UUID> by = Optional.of(caller.person());
        String what = StopWords.subject(scope) + " : " + motive.strip();
        store.log(incident.id(), new LogEntry(now.at(), by, LogEntry.Act.STOPPED, now.number(), what));
        if (incident.obstacleTo(State.CONTAINED, "").isPresent()) return;
        store.move(code, State.CONTAINED);
        store.log(incident.id(), new LogEntry(now.at(), by, LogEntry.Act.MOVED, State.CONTAINED.code(), ""));
    }

    /**
     * Ends one.
     *
     * @throws ProblemException not found, where there is no such stop or it was lifted already
     */
    public DecisionRecord lift(Caller caller, UUID id, String motive) {
        if (motive.isBlank()) throw new IllegalArgumentException("motive");
        Stop stop = live(id);
        String action = stop.incident().isPresent() ? "incident.released" : "gateway.resumed";
        Wanted wanted = new Wanted(
                caller, action, stop.source(), "Reprise : " + StopWords.subject(stop.scope()), motive.strip());
        return decisions.enact(wanted, now -> {
            StopStore store = new StopStore(now.handle());
            if (!store.lift(id, new Stop.Lifted(caller.person(), now.at(), now.number(), motive.strip())))
                throw missing();
            stop.incident().ifPresent(code -> {
                IncidentStore incidents = new IncidentStore(now.handle());
                String what = StopWords.subject(stop.scope()) + " : " + motive.strip();
                incidents
                        .find(code)
                        .ifPresent(incident -> incidents.log(
                                incident.id(),
                                new LogEntry(
                                        now.at(),
                                        Optional.of(caller.person()),
                                        LogEntry.Act.LIFTED,
                                        now.number(),
                                        what)));
            });
            return effects(store, stop.source());
        });
    }

    /** All that one source still holds: a decision replaces what was there before. */
    private static List<Draft> effects(StopStore store, String source) {
        return store.live().stream()
                .filter(stop -> stop.source().equals(source))
                .flatMap(stop -> stop.effects().stream())
                .toList();
    }

    /** @throws ProblemException not found */
    Stop live(UUID id) {
        return jdbi.withHandle(handle -> new StopStore(handle).find(id))
                .filter(Stop::isLive)
                .orElseThrow(Stops::missing);
    }

    public List<Stop> live() {
        return jdbi.withHandle(handle -> new StopStore(handle).live());
    }

    List<Stop> lifted(int most) {
        return jdbi.withHandle(handle -> new StopStore(handle).lifted(most));
    }

    List<Stop> of(String incident) {
        return jdbi.withHandle(handle -> new StopStore(handle).ofIncident(incident));
    }

    private static ProblemException missing() {
        return new ProblemException(new Problem.NotFound());
    }
}
