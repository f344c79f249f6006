package org.vigie.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address that slows down guesses: the browser's, also behind a reverse proxy. */
final class ClientAddress {
    private static final Pattern PRIVATE = Pattern.compile(
            "127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|::1|0:0:0:0:0:0:0:1|f[cd].*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private ClientAddress() {}

    /**
     * The peer's address; where that is a private one, what it appended to {@code X-Forwarded-For}, if anything. A
     * neighbour in the same network could pretend another address so, and escape the delay per address but not the one
     * per account.
     */
    static String of(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        if (!PRIVATE.matcher(peer).matches()) return peer;
        return Optional.ofNullable(request.getHeader("X-Forwarded-For"))
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                .filter(address -> ADDRESS.matcher(address).matches())
                .orElse(peer);
    }
}
