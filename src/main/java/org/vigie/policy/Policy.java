package org.vigie.policy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.catalog.Target;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Problem;
import org.vigie.kernel.Problem.Refusal;
import org.vigie.kernel.Problem.Refusal.Reason;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Quotable;

/**
 * The one place that says yes or no. Met twice in an exchange: {@link #admit} before the content is read, {@link #choose}
 * once its class is known. Both only read memory.
 */
@Singleton
public final class Policy {
    /** The decision that stands behind what the configuration file says. */
    public static final String CONFIGURATION = "configuration";

    private final Catalog catalog;
    private final PolicySnapshots snapshots;

    @Inject
    public Policy(Catalog catalog, PolicySnapshots snapshots) {
        this.catalog = catalog;
        this.snapshots = snapshots;
    }

    /** The number of the snapshot in force, recorded with every exchange. */
    public String snapshot() {
        return Long.toString(snapshots.current());
    }

    /**
     * Whether this caller may ask this at all.
     *
     * @return the route that answers for the model
     * @throws ProblemException a {@link Refusal}, or {@link Problem.UnknownModel} also for a model that is not theirs
     */
    public Route admit(Caller caller, Ask ask) {
        if (!Rights.allows(caller.roles(), Right.USE_ASSISTANT)) {
            throw new ProblemException(new Problem.UnknownModel(ask.model()));
        }
        ask.mission().ifPresent(Policy::refuseUnknownMission);
        ask.useCase().ifPresent(Policy::refuseUnknownMission);
        return catalog.route(ask.model())
                .orElseThrow(() -> new ProblemException(new Problem.UnknownModel(ask.model())));
    }

    /** A header can only narrow to what exists; no mission and no use case exists yet in this version. */
    private static void refuseUnknownMission(String code) {
        throw new ProblemException(new Refusal(Reason.MISSION_MISMATCH, Quotable.name(code), CONFIGURATION));
    }

    /** Whether this is the name of a model here, and so may be kept: any other text could be anything. */
    public boolean knows(String model) {
        return catalog.route(model).isPresent();
    }

    /** The routes that this caller may name, in the order of the configuration. */
    public List<Route> routes(Caller caller) {
        if (!Rights.allows(caller.roles(), Right.USE_ASSISTANT)) return List.of();
        return List.copyOf(catalog.routes());
    }

    /**
     * Where this content may go.
     *
     * @throws ProblemException a {@link Refusal} when it may go nowhere
     */
    public Choice choose(Route route, Exposure exposure) {
        List<Target> allowed = route.targets().stream()
                .filter(target -> !exposure.leaving().exceeds(target.provider().maxDataClass()))
                .toList();
        if (allowed.isEmpty()) throw new ProblemException(refusal(route, exposure));
        return new Choice(allowed, !route.prefers(allowed.getFirst()));
    }

    private static Refusal refusal(Route route, Exposure exposure) {
        if (!exposure.unreadable().isEmpty()) {
            String kinds =
                    String.join(", ", exposure.unreadable().stream().sorted().toList());
            return new Refusal(Reason.CONTENT_NOT_EXAMINABLE, kinds, CONFIGURATION);
        }
        return new Refusal(Reason.CLASS_TOO_HIGH, route.model(), CONFIGURATION);
    }
}
