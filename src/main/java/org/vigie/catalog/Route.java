package org.vigie.catalog;

import java.time.Duration;
import java.util.List;

/**
 * What answers when a client names a model.
 *
 * @param model the name that clients use
 * @param targets in order of preference, at least one
 * @param retries further attempts on one target, only before its first byte
 * @param firstByte longest wait for the first byte of an answer
 * @param idle longest silence between two pieces of a stream
 */
public record Route(String model, List<Target> targets, int retries, Duration firstByte, Duration idle) {
    public Route {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) throw new IllegalArgumentException("a route needs a target");
    }
}
