package org.vigie.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.configuration.VigieConfiguration.Route;

/** What clients may call the routes: no name may lead to two of them. */
final class RouteNames {
    private final Checks checks;
    private final Map<String, String> first = new HashMap<>();

    RouteNames(Checks checks) {
        this.checks = checks;
    }

    void run(List<Route> routes) {
        checks.each("routes", routes, (path, route) -> take(path + ".model", route.model()));
        checks.each("routes", routes, (path, route) -> checks.each(path + ".aliases", route.aliases(), this::take));
    }

    private void take(String path, String name) {
        if (!checks.sound(path)) return;
        checks.require(path, first.putIfAbsent(name, path) == null, "\"" + name + "\" is used twice");
    }
}
