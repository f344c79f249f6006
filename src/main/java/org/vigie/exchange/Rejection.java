package org.vigie.exchange;

import java.util.Optional;

/**
 * What a provider itself says of a request that it does not take: passed on to the client in the provider's own words.
 *
 * @param body JSON
 * @param retryAfter as its {@code retry-after} header says
 */
public record Rejection(int status, byte[] body, Optional<String> retryAfter) {}
