package org.vigie.demo;

import java.util.Map;

/**
 * A request as it arrived at the fake model: what left Vigie.
 *
 * @param headers names in lower case; of several with one name, the last
 */
public record Received(String method, String path, Map<String, String> headers, String body) {
    public Received {
        headers = Map.copyOf(headers);
    }
}
