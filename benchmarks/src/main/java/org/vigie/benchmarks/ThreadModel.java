package org.vigie.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.benchmarks.ProxyModel.Model;

/** Compares the three {@link ProxyModel}s; the upstream writes every event of a stream on its own, as a model does. */
final class ThreadModel {
    private static final int CONNECTIONS = 32;

    private record Sample(Wrk.Result load, ClosedLoop.Latencies alone, double cpuMicros) {}

    private record Running(Model model, Child child, URI url) {}

    private ThreadModel() {}

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args, "thread-model.md");
        Path directory = Files.createTempDirectory("vigie-thread-model");
        String before = Report.load();
        List<Child> children = new ArrayList<>();
        try {
            children.add(Child.java(directory.resolve("upstream.log"), FakeUpstream.class, "--separate"));
            String upstream = children.getFirst().await("");
            List<Running> models = new ArrayList<>();
            for (Model model : Model.values()) {
                Child child = Child.java(directory.resolve(model + ".log"), ProxyModel.class, model.name(), upstream);
                children.add(child);
                models.add(new Running(
                        model, child, URI.create("http://127.0.0.1:" + child.await("") + "/v1/chat/completions")));
            }
            Report.write(options, table(measure(options, new Wrk(directory, "key"), models)), before);
        } finally {
            for (Child child : children) child.close();
            Files.walk(directory).sorted(Collections.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private static Map<Exchange, Map<Model, List<Sample>>> measure(Options options, Wrk wrk, List<Running> models)
            throws IOException, InterruptedException {
        Map<Exchange, Map<Model, List<Sample>>> samples = new EnumMap<>(Exchange.class);
        for (Exchange exchange : Exchange.values()) {
            byte[] body = exchange.requestBody(false);
            for (Running one : models) wrk.run(one.url(), body, CONNECTIONS, options.warmUpSeconds());
            for (int round = 0; round < options.rounds(); round++) {
                for (Running one : models) {
                    samples.computeIfAbsent(exchange, _ -> new EnumMap<>(Model.class))
                            .computeIfAbsent(one.model(), _ -> new ArrayList<>())
                            .add(sample(options, wrk, one, body));
                }
                Collections.rotate(models, 1);
            }
        }
        return samples;
    }

    private static Sample sample(Options options, Wrk wrk, Running one, byte[] body)
            throws IOException, InterruptedException {
        ClosedLoop.Latencies alone =
                ClosedLoop.measure(one.url(), "key", body, options.requests(), Duration.ofSeconds(options.seconds()));
        long before = one.child().cpuMicros();
        Wrk.Result load = wrk.run(one.url(), body, CONNECTIONS, options.seconds());
        return new Sample(load, alone, (double) (one.child().cpuMicros() - before) / load.requests());
    }

    private static String table(Map<Exchange, Map<Model, List<Sample>>> samples) {
        StringBuilder table = new StringBuilder("""
                | exchange | threads | req/s, 32 conn. (min–max) | p50 / p99 ms, 32 conn. | p50 / p99 µs, 1 conn. | CPU µs/req |
                | --- | --- | --- | --- | --- | --- |
                """);
        samples.forEach((exchange, byModel) -> byModel.forEach((model, own) -> {
            Spread rate = Spread.of(own, sample -> sample.load().perSecond());
            table.append("| %s | %s | %.0f (%.0f–%.0f) | %.2f / %.2f | %.0f / %.0f | %.0f |%n".formatted(
                    exchange == Exchange.WHOLE ? "whole" : "30 chunks",
                    model.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    rate.median(),
                    rate.least(),
                    rate.most(),
                    Spread.of(own, sample -> sample.load().p50()).median(),
                    Spread.of(own, sample -> sample.load().p99()).median(),
                    Spread.of(own, sample -> sample.alone().p50()).median(),
                    Spread.of(own, sample -> sample.alone().p99()).median(),
                    Spread.of(own, Sample::cpuMicros).median()));
        }));
        return table.toString();
    }
}
