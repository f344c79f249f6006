package org.vigie.catalog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.configuration.VigieConfiguration.RouteTarget;

/** The providers and routes of this instance. Immutable. */
@Singleton
public final class Catalog {
    private final List<Provider> providers;
    private final Map<String, Route> routes;
    private final Map<String, Route> byName;

    @Inject
    public Catalog(VigieConfiguration configuration) {
        this.providers = List.copyOf(configuration.providers());
        Map<String, Target> targets = new LinkedHashMap<>();
        for (Provider provider : providers) {
            provider.models().forEach(model -> {
                Target target = new Target(provider, model);
                targets.put(target.name(), target);
            });
        }
        Map<String, Route> byModel = new LinkedHashMap<>();
        configuration.routes().forEach(route -> byModel.put(route.model(), route(route, targets)));
        this.routes = Collections.unmodifiableMap(byModel);
        this.byName = byModel.values().stream()
                .flatMap(route -> route.names().stream().map(name -> Map.entry(name, route)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Route route(VigieConfiguration.Route route, Map<String, Target> targets) {
        List<Route.Leg> legs = new ArrayList<>();
        for (int i = 0; i < route.targets().size(); i++) {
            RouteTarget written = route.targets().get(i);
            Target target = Optional.ofNullable(targets.get(written.target()))
                    .orElseThrow(() ->
                            new IllegalStateException("route " + route.model() + ": no target " + written.target()));
            legs.add(new Route.Leg(
                    target,
                    RouteTarget.order(route.targets(), i),
                    written.weight().orElse(1)));
        }
        return new Route(
                route.model(),
                route.aliases(),
                legs,
                route.retries(),
                route.firstByteTimeoutSeconds().map(Duration::ofSeconds),
                route.idleTimeoutSeconds().map(Duration::ofSeconds));
    }

    public List<Provider> providers() {
        return providers;
    }

    /** In the order of the file. */
    public Collection<Route> routes() {
        return routes.values();
    }

    /** @param name a route's own or one of its aliases */
    public Optional<Route> route(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
