package org.vigie.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a change was asked for by a page of ours. Two independent checks: where the browser says that the request
 * comes from, and the token that only a page of this session knows.
 */
final class Csrf {
    static final String HEADER = "x-csrf-token";
    static final String FIELD = "_csrf";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** The scheme, host and port that people use, as {@code https://ia.example.org}, when they are configured. */
    private final Optional<String> publicOrigin;

    Csrf(Optional<URI> publicUrl) {
        this.publicOrigin = publicUrl.map(url -> url.getScheme() + "://" + url.getAuthority());
    }

    static boolean changes(String method) {
        return !SAFE.contains(method);
    }

    /**
     * {@code Origin} names this server, by its public URL or by the host that the request was sent to. A browser that
     * sends none must not say that the request comes from elsewhere (Fetch Metadata); where it says neither, the token
     * remains.
     */
    boolean sameOrigin(HttpServerRequest request) {
        return sameOrigin(
                Optional.ofNullable(request.getHeader("Origin")),
                Optional.ofNullable(request.getHeader("Sec-Fetch-Site")),
                Optional.ofNullable(request.getHeader("Host")));
    }

    boolean sameOrigin(Optional<String> origin, Optional<String> site, Optional<String> host) {
        if (origin.isEmpty())
            return site.isEmpty()
                    || site.get().equals("same-origin")
                    || site.get().equals("none");
        String from = origin.get();
        return publicOrigin.filter(from::equalsIgnoreCase).isPresent()
                || host.filter(name ->
                                from.equalsIgnoreCase("http://" + name) || from.equalsIgnoreCase("https://" + name))
                        .isPresent();
    }

    /** In constant time. */
    static boolean tokenIs(String expected, @Nullable String presented) {
        return presented != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the token may stand in the body, where only the form's reader finds it. */
    static boolean isForm(@Nullable String contentType) {
        if (contentType == null) return false;
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data");
    }
}
