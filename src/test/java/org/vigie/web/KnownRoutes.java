package org.vigie.web;

import java.util.List;
import org.vigie.identity.Right;
import org.vigie.web.AccessRules.Access;

/** The table of routes, for tests that walk it. */
public final class KnownRoutes {
    private KnownRoutes() {}

    /** @param path with {@code *} for what differs */
    public record Known(String method, String path, Right right) {}

    public static List<Known> below(String prefix) {
        return AccessRules.table().stream()
                .filter(rule -> rule.path().startsWith(prefix))
                .filter(rule -> rule.access() instanceof Access.Needs)
                .map(rule -> new Known(rule.method(), rule.path(), ((Access.Needs) rule.access()).right()))
                .toList();
    }
}
