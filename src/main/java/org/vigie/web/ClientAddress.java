package org.vigie.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
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
     * Without its last part: {@code 192.0.2.0} for 24 bits of IPv4, {@code 2001:db8:7::} for 48 bits of IPv6.
     *
     * @param address as {@link #of} gives it; empty when it is none
     */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            Arrays.fill(bytes, bytes.length == 4 ? 3 : 6, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return "";
        }
    }

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
