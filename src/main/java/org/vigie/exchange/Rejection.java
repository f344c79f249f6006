package org.vigie.exchange;

import java.util.Map;

/**
 * What a provider itself says of a request that it does not take: passed on to the client in the provider's own words.
 *
 * @param body JSON
 * @param headers those of the answer that tell when and whether to ask again: {@code retry-after}, {@code retry-after-ms},
 *     {@code x-should-retry}
 */
public record Rejection(int status, byte[] body, Map<String, String> headers) {
    public Rejection {
        headers = Map.copyOf(headers);
    }

    /** The same in other words. */
    public Rejection saying(byte[] words) {
        return new Rejection(status, words, headers);
    }
}
