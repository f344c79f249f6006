package org.vigie.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.catalog.Route;
import org.vigie.routing.TargetHealth;

/**
 * One target as {@code /api/v1} tells it. Counts are since the replica's start.
 *
 * @param target {@code provider/model}
 * @param routes the models that lead to it
 * @param state of its circuit breaker: {@code closed}, {@code open}, {@code half_open}
 * @param retryInSeconds until it may be asked again; 0 when it may be now
 * @param answered attempts that began to answer, or whose request was rejected
 * @param faults attempts that ended in a fault, also after they began
 * @param busy attempts that were told to come back later
 * @param firstByte of the last minutes; absent where there was no answer
 */
public record TargetReport(
        String target,
        String provider,
        String zone,
        List<String> routes,
        String state,
        long retryInSeconds,
        int underWay,
        long answered,
        long faults,
        long busy,
        Optional<LastFault> lastFault,
        Optional<FirstByte> firstByte) {

    /** @param kind {@code unreachable}, {@code timed_out}, {@code failed}, {@code busy} */
    public record LastFault(String kind, Instant at) {}

    /** @param answers how many the percentiles are made of, at most 512 */
    public record FirstByte(int answers, double p50Millis, double p95Millis) {}

    static TargetReport of(TargetHealth health, Collection<Route> routes) {
        return new TargetReport(
                health.target().name(),
                health.target().provider().name(),
                lower(health.target().provider().zone()).replace('_', '-'),
                routes.stream()
                        .filter(route -> route.targets().contains(health.target()))
                        .map(Route::model)
                        .toList(),
                lower(health.state()),
                wholeSeconds(health.restsFor()),
                health.underWay(),
                health.answered(),
                health.faults(),
                health.busy(),
                health.lastFault().map(fault -> new LastFault(lower(fault.kind()), fault.at())),
                Optional.of(health.latency())
                        .filter(latency -> latency.answers() > 0)
                        .map(latency -> new FirstByte(
                                latency.answers(), latency.p50Micros() / 1_000.0, latency.p95Micros() / 1_000.0)));
    }

    private static long wholeSeconds(Duration wait) {
        return (wait.toMillis() + 999) / 1_000;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
