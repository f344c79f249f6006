package org.vigie.demo;

import java.time.Duration;

/**
 * How fast a fake model answers.
 *
 * @param beforeFirst until the first byte of the answer
 * @param betweenChunks between two chunks of a stream
 */
public record Pace(Duration beforeFirst, Duration betweenChunks) {
    /** As a small model on one's own machines: about thirty tokens per second. */
    public static final Pace DEMONSTRATION = new Pace(Duration.ofMillis(350), Duration.ofMillis(33));

    /** As fast as the socket takes it, for tests. */
    public static final Pace NONE = new Pace(Duration.ZERO, Duration.ZERO);
}
