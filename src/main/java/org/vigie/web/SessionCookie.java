package org.vigie.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import org.vigie.identity.Sessions;
import org.vigie.kernel.Secret;

/** The cookie that holds a session's token. */
final class SessionCookie {
    static final String NAME = "vigie_session";

    private SessionCookie() {}

    static Optional<String> read(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .map(Cookie::getValue)
                .filter(token -> !token.isEmpty());
    }

    /** @param secure whether people reach this instance over TLS */
    static void write(HttpServerResponse response, Secret token, boolean secure) {
        response.addCookie(cookie(token.reveal(), secure).setMaxAge(Sessions.LONGEST.toSeconds()));
    }

    static void clear(HttpServerResponse response, boolean secure) {
        response.addCookie(cookie("", secure).setMaxAge(0));
    }

    private static Cookie cookie(String value, boolean secure) {
        return Cookie.cookie(NAME, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX);
    }
}
