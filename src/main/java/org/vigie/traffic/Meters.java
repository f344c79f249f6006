package org.vigie.traffic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.audit.Latency;
import org.vigie.audit.Outcome;

/**
 * The meters behind {@code /q/metrics}. Names, units and buckets of {@code gen_ai.*} follow the OpenTelemetry semantic
 * conventions for generative AI in version 1.37.0 ("Generative AI metrics"); what they have no name for begins with
 * {@code vigie.}. Labels name models, providers and outcomes: never a person, a key or a content.
 */
@Singleton
final class Meters {
    /** Seconds, as the conventions advise for durations and for the time to the first token. */
    private static final double[] DURATIONS = {
        0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92
    };

    private static final double[] FIRST_TOKENS = {
        0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0
    };
    private static final double[] TOKENS = {1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304
    };

    private final MeterRegistry registry;
    private final Map<Kind, Group> groups = new ConcurrentHashMap<>();

    @Inject
    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Kind(String operation, Line line) {}

    /** The meters of one kind of exchange, looked up once. */
    private record Group(
            Timer duration,
            Timer upstream,
            Timer firstToken,
            Timer queue,
            Timer shield,
            Timer own,
            DistributionSummary input,
            DistributionSummary output,
            Counter cost) {}

    void count(Passage passage) {
        Group group = groups.computeIfAbsent(new Kind(passage.operation(), Line.of(passage)), this::group);
        Latency latency = passage.closing().latency();
        group.duration().record(micros(latency.totalMicros()));
        group.queue().record(micros(latency.queueMicros()));
        group.shield().record(micros(latency.shieldMicros()));
        group.own().record(micros(latency.ownMicros()));
        if (passage.target().isEmpty() || passage.closing().cached()) return;
        group.upstream().record(micros(latency.upstreamMicros()));
        if (passage.streamed() && latency.firstByteMicros() > 0) {
            group.firstToken().record(micros(latency.firstByteMicros()));
        }
        group.input().record(passage.closing().tokens().input());
        group.output().record(passage.closing().tokens().output());
        group.cost().increment(passage.closing().costMicroEuros() / 1e6);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }

    private Group group(Kind kind) {
        Tags tags = tags(kind);
        Tags plain = Tags.of("outcome", code(kind.line().outcome()));
        return new Group(
                timer("gen_ai.server.request.duration", "From a request to the end of its answer", DURATIONS, tags),
                timer("gen_ai.client.operation.duration", "Of which the provider", DURATIONS, tags),
                timer("gen_ai.server.time_to_first_token", "Until a streamed answer begins", FIRST_TOKENS, tags),
                timer("vigie.exchange.queue", "Until the exchange is on record and admitted", FIRST_TOKENS, plain),
                timer("vigie.exchange.shield", "Examination of the request", FIRST_TOKENS, plain),
                timer("vigie.exchange.own", "Without the provider and the shield", FIRST_TOKENS, plain),
                tokens("input", tags),
                tokens("output", tags),
                Counter.builder("vigie.cost")
                        .baseUnit("euros")
                        .description("At the prices of the configuration")
                        .tags(tags)
                        .register(registry));
    }

    private static Tags tags(Kind kind) {
        String target = kind.line().target();
        int slash = target.indexOf('/');
        Outcome outcome = kind.line().outcome();
        return Tags.of(
                "gen_ai.operation.name", kind.operation(),
                "gen_ai.provider.name", slash < 0 ? "" : target.substring(0, slash),
                "gen_ai.request.model", kind.line().route(),
                "gen_ai.response.model", slash < 0 ? "" : target.substring(slash + 1),
                "error.type", outcome == Outcome.ANSWERED ? "" : code(outcome));
    }

    private static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private Timer timer(String name, String description, double[] seconds, Tags tags) {
        Duration[] limits = new Duration[seconds.length];
        for (int at = 0; at < seconds.length; at++) limits[at] = Duration.ofNanos(Math.round(seconds[at] * 1e9));
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(limits)
                .tags(tags)
                .register(registry);
    }

    private DistributionSummary tokens(String type, Tags tags) {
        return DistributionSummary.builder("gen_ai.client.token.usage")
                .baseUnit("token")
                .description("Tokens, as the provider counts them or estimated")
                .serviceLevelObjectives(TOKENS)
                .tags(tags.and("gen_ai.token.type", type))
                .register(registry);
    }
}
