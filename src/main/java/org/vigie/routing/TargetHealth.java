package org.vigie.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.catalog.Target;
import org.vigie.provider.ProviderFailure;

/**
 * How one target does, as this replica has seen it since its start; no content, nobody's name. Each replica learns for
 * itself: what one cannot reach, another may.
 *
 * @param restsFor until it may be asked again; zero when it may be now
 * @param underWay attempts that have not ended
 * @param answered attempts that began to answer, rejections of a request included
 * @param faults attempts that ended in a fault, also after they began
 * @param busy attempts that were told to come back later
 * @param latency to the first byte, of the last minutes
 */
public record TargetHealth(
        Target target,
        State state,
        Duration restsFor,
        int underWay,
        long answered,
        long faults,
        long busy,
        Optional<Fault> lastFault,
        Latency latency) {
    /** Of its circuit breaker. */
    public enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    public record Fault(ProviderFailure.Kind kind, Instant at) {}

    /** @param answers how many it is made of; the others are zero when it is 0 */
    public record Latency(int answers, long p50Micros, long p95Micros) {}
}
