package org.vigie.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One Vigie whose providers follow a script, shared by the classes that use it: the models {@code scripted} and
 * {@code claude} wait a minute for everything, {@code hasty} and {@code hasty-claude} two seconds. Each request goes to a
 * target of its own, so that what one test broke is not left alone when the next one asks.
 */
final class ScriptedSite implements BeforeAllCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TARGETS = 60;
    private static final Pattern MODEL = Pattern.compile("\"model\":\"(scripted|claude|hasty|hasty-claude)\"");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Running running;

    /** What lives as long as all the tests. */
    record Running(ScriptedUpstream upstream, Installation installation) implements AutoCloseable {
        static Running start() {
            ScriptedUpstream upstream = ScriptedUpstream.start();
            List<String> providers = new ArrayList<>();
            List<String> routes = new ArrayList<>();
            String models = IntStream.rangeClosed(0, TARGETS)
                    .mapToObj(number -> "{id: m" + number + ", upstreamModel: up}")
                    .collect(Collectors.joining(", "));
            for (String kind : List.of("openai", "anthropic")) {
                providers.add("{id: " + kind + ", name: " + kind + ", kind: " + kind
                        + ", zone: internal, maxDataClass: C2, " + "apiKey: upstream-key, baseUrl: \"" + upstream.url()
                        + "\", models: [" + models + "]}");
            }
            for (int number = 0; number <= TARGETS; number++) {
                String suffix = number == 0 ? "" : "-" + number;
                String hasty = ", firstByteTimeoutSeconds: 2, idleTimeoutSeconds: 2";
                routes.add(route("scripted" + suffix, "openai/m" + number, ""));
                routes.add(route("claude" + suffix, "anthropic/m" + number, ""));
                routes.add(route("hasty" + suffix, "openai/m" + number, hasty));
                routes.add(route("hasty-claude" + suffix, "anthropic/m" + number, hasty));
            }
            return new Running(upstream, Installation.start(providers, routes));
        }

        private static String route(String model, String target, String more) {
            return "{model: " + model + ", targets: [" + target + "], retries: 0" + more + "}";
        }

        @Override
        public void close() {
            installation.close();
            upstream.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
    }

    ScriptedUpstream upstream() {
        return running.upstream();
    }

    VigieProcess vigie() {
        return running.installation().vigie();
    }

    URI url(String path) {
        return vigie().url().resolve(path);
    }

    /** A request of whoever holds the key. @param headers names and values in turn */
    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path))
                .timeout(PATIENCE)
                .header("authorization", "Bearer " + Installation.KEY)
                .header("content-type", "application/json");
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return request;
    }

    /** The same request to a target that nobody has used of late. */
    static String fresh(String json) {
        int number = 1 + NEXT.getAndIncrement() % TARGETS;
        return MODEL.matcher(json).replaceFirst("\"model\":\"$1-" + number + "\"");
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofString(fresh(json))));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException noAnswer) {
            throw new AssertionError("no answer: " + noAnswer, noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** A stream while it comes. */
    BufferedReader open(String path, String json, String... headers) {
        HttpResponse<InputStream> answer =
                send(request(path, headers).POST(BodyPublishers.ofString(fresh(json))), BodyHandlers.ofInputStream());
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The payloads of a stream's events. */
    static List<String> payloads(HttpResponse<String> stream) {
        return stream.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()))
                .toList();
    }

    static Stream<String> chunks(HttpResponse<String> stream) {
        return payloads(stream).stream().filter(payload -> !payload.equals("[DONE]"));
    }
}
