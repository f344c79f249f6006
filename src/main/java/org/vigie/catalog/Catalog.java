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
import org.vigie.configuration.VigieConfiguration;
import org.vigie.configuration.VigieConfiguration.Provider;

/** The providers and routes of this instance. Immutable. */
@Singleton
public final class Catalog {
    private final List<Provider> providers;
    private final Map<String, Route> routes;

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
    }

    private static Route route(VigieConfiguration.Route route, Map<String, Target> targets) {
        List<Target> inOrder = new ArrayList<>();
        for (String name : route.targets()) {
            inOrder.add(Optional.ofNullable(targets.get(name))
                    .orElseThrow(() -> new IllegalStateException("route " + route.model() + ": no target " + name)));
        }
        return new Route(
                route.model(),
                inOrder,
                route.retries(),
                Duration.ofSeconds(route.firstByteTimeoutSeconds()),
                Duration.ofSeconds(route.idleTimeoutSeconds()));
    }

    public List<Provider> providers() {
        return providers;
    }

    /** In the order of the file. */
    public Collection<Route> routes() {
        return routes.values();
    }

    public Optional<Route> route(String model) {
        return Optional.ofNullable(routes.get(model));
    }
}
