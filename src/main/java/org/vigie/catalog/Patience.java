package org.vigie.catalog;

import java.time.Duration;

/**
 * How long an answer may take.
 *
 * @param firstByte longest wait for its first byte
 * @param idle longest silence between two pieces of it
 * @param whole from the request to the end
 */
public record Patience(Duration firstByte, Duration idle, Duration whole) {}
