package org.vigie.endtoend;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A program that asks over plain HTTP and notices exactly how far each answer came. */
final class GatewayClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<URI> url;
    private final String key;

    /** @param url asked for each time: a server that starts again has another port */
    GatewayClient(Supplier<URI> url, String key) {
        this.url = url;
        this.key = key;
    }

    /**
     * @param status 0 when no answer began
     * @param id {@code x-request-id}, where the client got to see it
     * @param verdict {@code x-vigie-decision}; empty where there is none
     * @param model {@code x-vigie-model}: what really answered; empty where nothing did
     * @param whole whether its end was seen: the body of a whole answer, or {@code [DONE]}
     */
    record Seen(int status, Optional<UUID> id, String verdict, String model, boolean whole, String text) {
        static final Seen NOTHING = new Seen(0, Optional.empty(), "", "", false, "");

        boolean answered() {
            return status == 200 && whole;
        }

        /** The error's code, or nothing. */
        String code() {
            if (status == 200 || text.isEmpty()) return "";
            return new JsonObject(text).getJsonObject("error").getString("code");
        }
    }

    static String body(String model, boolean stream, String content) {
        return new JsonObject()
                .put("model", model)
                .put("stream", stream)
                .put("messages", List.of(Map.of("role", "user", "content", content)))
                .encode();
    }

    Seen ask(String model, boolean stream, String content) {
        return send(body(model, stream, content));
    }

    Seen send(String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.get().resolve("/v1/chat/completions"))
                .timeout(PATIENCE)
                .header("authorization", "Bearer " + key)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        try {
            return read(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException noAnswer) {
            return Seen.NOTHING;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Seen.NOTHING;
        }
    }

    private static Seen read(HttpResponse<InputStream> response) {
        Optional<UUID> id = response.headers().firstValue("x-request-id").map(UUID::fromString);
        String verdict = response.headers().firstValue("x-vigie-decision").orElse("");
        String model = response.headers().firstValue("x-vigie-model").orElse("");
        boolean stream = response.headers()
                .firstValue("content-type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        StringBuilder text = new StringBuilder();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> text.append(line).append('\n'));
        } catch (IOException | java.io.UncheckedIOException cut) {
            boolean done = text.indexOf("data: [DONE]") >= 0;
            return new Seen(response.statusCode(), id, verdict, model, done, text.toString());
        }
        boolean whole = !stream || text.indexOf("data: [DONE]") >= 0;
        return new Seen(response.statusCode(), id, verdict, model, whole, text.toString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(url.get().resolve(path))
                        .timeout(PATIENCE)
                        .header("authorization", "Bearer " + key)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Asks until it is answered; how long that took. */
    Duration answersAgain(Duration patience) throws InterruptedException {
        long from = System.nanoTime();
        Seen last = Seen.NOTHING;
        while (System.nanoTime() - from < patience.toNanos()) {
            last = ask("assistant", false, "Bonjour");
            if (last.answered()) return Duration.ofNanos(System.nanoTime() - from);
            Thread.sleep(50);
        }
        throw new AssertionError("no answer again within " + patience + ": " + last);
    }
}
