package org.vigie.catalog;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What answers when a client names a model.
 *
 * @param model the name that clients use
 * @param aliases other names for it
 * @param legs by order, at least one
 * @param retries further attempts on one target, only before its first byte
 * @param firstByte longest wait for the first byte of an answer; empty where the provider's own counts
 * @param idle longest silence between two pieces of a stream; empty where the provider's own counts
 */
public record Route(
        String model,
        List<String> aliases,
        List<Leg> legs,
        int retries,
        Optional<Duration> firstByte,
        Optional<Duration> idle) {
    private static final Duration DEFAULT = Duration.ofSeconds(60);

    public Route {
        aliases = List.copyOf(aliases);
        legs = legs.stream().sorted(Comparator.comparingInt(Leg::order)).toList();
        if (legs.isEmpty()) throw new IllegalArgumentException("a route needs a target");
    }

    /**
     * One target's place among a route's.
     *
     * @param order the lowest is asked first
     * @param weight its share among those of the same order, at least 1
     */
    public record Leg(Target target, int order, int weight) {}

    /** In order of preference, at least one. */
    public List<Target> targets() {
        return legs.stream().map(Leg::target).toList();
    }

    /** Whether it is one of those that are asked first. */
    public boolean prefers(Target target) {
        int first = legs.getFirst().order();
        return legs.stream()
                .anyMatch(leg -> leg.order() == first && leg.target().equals(target));
    }

    /** Every name that clients may use, {@link #model} first. */
    public List<String> names() {
        return Stream.concat(Stream.of(model), aliases.stream()).toList();
    }

    /** How long to wait for this target: as the route says, else as its provider does, else a minute. */
    public Patience patience(Target target) {
        var connection = target.provider().connection();
        return new Patience(
                firstByte
                        .or(() -> connection.firstByteTimeoutSeconds().map(Duration::ofSeconds))
                        .orElse(DEFAULT),
                idle.or(() -> connection.idleTimeoutSeconds().map(Duration::ofSeconds))
                        .orElse(DEFAULT),
                Duration.ofSeconds(connection.answerTimeoutSeconds()));
    }
}
