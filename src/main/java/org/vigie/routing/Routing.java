package org.vigie.routing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.catalog.Target;
import org.vigie.exchange.Cancellation;

/** Which target is asked next, and how each of them does. In memory, each replica for itself. */
@Singleton
public final class Routing {
    private final Map<String, TargetRecord> records = new LinkedHashMap<>();
    private final RandomGenerator random;

    @Inject
    public Routing(Catalog catalog) {
        this(catalog, System::nanoTime, () -> ThreadLocalRandom.current().nextLong());
    }

    Routing(Catalog catalog, LongSupplier nanoTime, RandomGenerator random) {
        this.random = random;
        catalog.routes().stream()
                .flatMap(route -> route.targets().stream())
                .forEach(target -> records.putIfAbsent(target.name(), new TargetRecord(target, nanoTime)));
    }

    /**
     * @param allowed those of the route's targets that may receive this content, in the route's order; and, in the place
     *     of others, those that a rule sends it to instead
     */
    public Itinerary itinerary(Route route, List<Target> allowed, Cancellation cancellation) {
        Iterator<TargetRecord> drawn = drawn(route, allowed).iterator();
        List<TargetRecord> asked = allowed.stream()
                .map(target -> route.targets().contains(target) ? drawn.next() : record(target))
                .toList();
        return new Itinerary(asked, route.retries(), cancellation, random);
    }

    private List<TargetRecord> drawn(Route route, List<Target> allowed) {
        return route.legs().stream()
                .filter(leg -> allowed.contains(leg.target()))
                .map(leg -> new Drawn(leg, lot(leg.weight())))
                .sorted(Comparator.comparingInt((Drawn one) -> one.leg().order())
                        .thenComparingDouble(Drawn::lot))
                .map(one -> record(one.leg().target()))
                .toList();
    }

    private record Drawn(Route.Leg leg, double lot) {}

    /**
     * Exponentially distributed with the weight as its rate: the least of several is each one's with the probability of
     * its share (Efraimidis and Spirakis 2006, "Weighted random sampling with a reservoir").
     */
    private double lot(int weight) {
        return -Math.log(1 - random.nextDouble()) / weight;
    }

    /** Of every target that a route names, in the order of the configuration. */
    public List<TargetHealth> health() {
        return records.values().stream().map(TargetRecord::health).toList();
    }

    private TargetRecord record(Target target) {
        return Objects.requireNonNull(records.get(target.name()), "a target of a route");
    }
}
