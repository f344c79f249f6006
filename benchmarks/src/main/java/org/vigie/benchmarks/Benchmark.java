package org.vigie.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run: the same exchange direct, through nginx and through Vigie, in rounds whose order rotates so that what else the
 * machine does falls on each alike. Everything is on loopback and shares the processors; read the ratios.
 */
final class Benchmark {
    private static final int CONNECTIONS = 32;
    private static final Duration LOOP_LIMIT = Duration.ofSeconds(10);

    private final Options options;
    private final Path directory;
    private final Wrk wrk;
    private final Map<Exchange, Map<String, List<Sample>>> samples = new LinkedHashMap<>();

    private Benchmark(Options options, Path directory) {
        this.options = options;
        this.directory = directory;
        this.wrk = new Wrk(directory, Installation.KEY);
    }

    /** @param child whose CPU time counts; empty for the direct call, which has nothing in between */
    private record Target(String name, URI url, Optional<Child> child) {}

    private record Sample(Wrk.Result load, ClosedLoop.Latencies alone, double cpuMicros) {}

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args, "results.md");
        if (!Files.exists(options.jar())) {
            System.err.println(options.jar() + " is missing: build it first (./vigie --help builds it).");
            System.exit(1);
        }
        Path directory = Files.createTempDirectory("vigie-benchmark");
        try {
            new Benchmark(options, directory).run();
        } finally {
            Files.walk(directory).sorted(Collections.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private void run() throws Exception {
        String before = Report.load();
        try (Child upstream = Child.java(log("upstream"), FakeUpstream.class)) {
            int port = Integer.parseInt(upstream.await(""));
            int nginxPort = freePort();
            try (Child nginx = Nginx.start(directory, port, nginxPort, log("nginx"));
                    Child vigie = Installation.start(options, directory, port)) {
                List<Target> targets = new ArrayList<>(List.of(
                        target("direct", port, Optional.empty()),
                        target("nginx", nginxPort, Optional.of(nginx)),
                        target("Vigie", URI.create(vigie.await("Vigie ready: ")).getPort(), Optional.of(vigie))));
                warmUp(targets);
                for (int round = 1; round <= options.rounds(); round++) {
                    System.err.println("round " + round + " of " + options.rounds());
                    measure(targets);
                    Collections.rotate(targets, 1);
                }
            }
        }
        Report.write(options, table(), before);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private Path log(String name) {
        return directory.resolve(name + ".log");
    }

    private static Target target(String name, int port, Optional<Child> child) {
        return new Target(name, URI.create("http://127.0.0.1:" + port + "/v1/chat/completions"), child);
    }

    /** One look at each answer first: what is fast because it is wrong must not be measured. */
    private void warmUp(List<Target> targets) throws Exception {
        for (Exchange exchange : Exchange.values()) {
            for (Target target : targets) {
                check(target, exchange);
                // What is compiled while it runs gets the time that this takes; nginx is as fast from the first second on.
                int seconds = target.name().equals("Vigie") ? options.warmUpSeconds() : Math.min(3, options.warmUpSeconds());
                wrk.run(target.url(), exchange.requestBody(options.findings()), CONNECTIONS, seconds);
            }
        }
    }

    private void check(Target target, Exchange exchange) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(target.url())
                .header("authorization", "Bearer " + Installation.KEY)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(exchange.requestBody(options.findings())))
                .build();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            String wanted = exchange == Exchange.WHOLE ? "\"total_tokens\":400" : "data: [DONE]";
            if (answer.statusCode() != 200 || !answer.body().contains(wanted)) {
                throw new IOException(target.name() + " answered " + answer.statusCode() + ": " + answer.body());
            }
        }
    }

    private void measure(List<Target> targets) throws Exception {
        for (Exchange exchange : Exchange.values()) {
            byte[] body = exchange.requestBody(options.findings());
            for (Target target : targets) {
                ClosedLoop.Latencies alone = ClosedLoop.measure(target.url(), Installation.KEY, body, options.requests(), LOOP_LIMIT);
                long cpuBefore = target.child().map(Child::cpuMicros).orElse(0L);
                Wrk.Result load = wrk.run(target.url(), body, CONNECTIONS, options.seconds());
                long cpu = target.child().map(Child::cpuMicros).orElse(0L) - cpuBefore;
                samples.computeIfAbsent(exchange, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(target.name(), _ -> new ArrayList<>())
                        .add(new Sample(load, alone, (double) cpu / load.requests()));
            }
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder("""
                | exchange | through | req/s, 32 conn. (min–max) | ÷ nginx | p50 / p99 ms, 32 conn. | p50 / p99 µs, 1 conn. | added p50 / p99 µs | CPU µs/req | failures |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        samples.forEach((exchange, byTarget) -> List.of("direct", "nginx", "Vigie").forEach(name ->
                table.append(row(exchange, name, byTarget))));
        return table.toString();
    }

    private static String row(Exchange exchange, String name, Map<String, List<Sample>> byTarget) {
        List<Sample> own = byTarget.getOrDefault(name, List.of());
        List<Sample> direct = byTarget.getOrDefault("direct", List.of());
        List<Sample> nginx = byTarget.getOrDefault("nginx", List.of());
        Spread rate = Spread.of(own, sample -> sample.load().perSecond());
        Spread p50 = Spread.of(own, sample -> sample.alone().p50());
        Spread p99 = Spread.of(own, sample -> sample.alone().p99());
        double addedP50 = p50.median() - Spread.of(direct, sample -> sample.alone().p50()).median();
        double addedP99 = p99.median() - Spread.of(direct, sample -> sample.alone().p99()).median();
        return "| %s | %s | %.0f (%.0f–%.0f) | %.2f | %.2f / %.2f | %.0f / %.0f | %s | %s | %s |%n".formatted(
                exchange == Exchange.WHOLE ? "whole" : "30 chunks",
                name,
                rate.median(),
                rate.least(),
                rate.most(),
                rate.median() / Spread.of(nginx, sample -> sample.load().perSecond()).median(),
                Spread.of(own, sample -> sample.load().p50()).median(),
                Spread.of(own, sample -> sample.load().p99()).median(),
                p50.median(),
                p99.median(),
                name.equals("direct") ? "–" : "%.0f / %.0f".formatted(addedP50, addedP99),
                name.equals("direct") ? "–" : "%.0f".formatted(Spread.of(own, Sample::cpuMicros).median()),
                String.join("; ", own.stream().map(sample -> sample.load().failures()).filter(text -> !text.isEmpty()).toList()));
    }
}
