package org.vigie.web;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.vigie.kernel.Language;

/**
 * What a browser remembers of how its person likes the pages, in cookies that {@code vigie.js} writes: they are read
 * here so that the first paint is right. A value that is not known counts as none.
 */
public final class Appearance {
    private static final Set<String> THEMES = Set.of("light", "dark");

    private Appearance() {}

    /** The language chosen on the page, else the one that the browser asks for. */
    public static Language language(RoutingContext request) {
        return chosen(request)
                .orElseGet(() -> Language.preferredBy(request.request().getHeader("Accept-Language")));
    }

    /** The language chosen on the page, if one was. */
    static Optional<Language> chosen(RoutingContext request) {
        return cookie(request, "vigie-language").flatMap(Appearance::known);
    }

    static String theme(RoutingContext request) {
        return cookie(request, "vigie-theme").filter(THEMES::contains).orElse("");
    }

    static boolean railClosed(RoutingContext request) {
        return cookie(request, "vigie-rail").filter("closed"::equals).isPresent();
    }

    private static Optional<Language> known(String code) {
        for (Language language : Language.values()) {
            if (language.code().equals(code)) return Optional.of(language);
        }
        return Optional.empty();
    }

    private static Optional<String> cookie(RoutingContext request, String name) {
        return Optional.ofNullable(request.request().getCookie(name)).map(Cookie::getValue);
    }
}
