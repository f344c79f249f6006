package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same request again, over real sockets: who gets the answer of before, who does not, and what is on record. */
class CacheIT {
    private static final String EMAIL = "olive.petit@client.example";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static ScriptedUpstream upstream;
    private static Installation here;

    @BeforeAll
    static void start() {
        upstream = ScriptedUpstream.start();
        upstream.does(SpokenAnswers::answer);
        here = Installation.start(
                List.of(
                        "{id: spoken, name: spoken, kind: openai, zone: internal, maxDataClass: C2, apiKey: k, baseUrl: \""
                                + upstream.url()
                                + "\", models: [{id: m, upstreamModel: up, inputPricePerMillion: 1000, outputPricePerMillion: 2000}]}"),
                List.of(
                        "{model: kept, targets: [spoken/m], retries: 0, cache: true}",
                        "{model: anew, targets: [spoken/m], retries: 0}"));
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (upstream != null) upstream.close();
    }

    private static String body(String model, boolean stream, String content) {
        return GatewayClient.body(model, stream, content);
    }

    private static HttpResponse<String> ask(String key, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(here.vigie().url().resolve("/v1/chat/completions"))
                .header("authorization", "Bearer " + key)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException noAnswer) {
            throw new AssertionError(noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String cache(HttpResponse<?> seen) {
        return seen.headers().firstValue("x-vigie-cache").orElse("off");
    }

    private static JsonObject record(HttpResponse<?> seen) {
        String id = seen.headers().firstValue("x-request-id").orElseThrow();
        return new JsonObject(send(HttpRequest.newBuilder(here.vigie().url().resolve("/api/v1/requests/" + id))
                        .header("authorization", "Bearer " + Installation.KEY))
                .body());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_same_request_gets_the_same_answer_with_its_values_and_nothing_leaves(boolean stream) {
        String body = body("kept", stream, "Écris à " + EMAIL + " (" + UUID.randomUUID() + ")");
        HttpResponse<String> first = ask(Installation.KEY, body);
        int served = upstream.served();
        HttpResponse<String> again = ask(Installation.KEY, body);
        assertThat(List.of(cache(first), cache(again))).containsExactly("miss", "hit");
        assertThat(upstream.served()).isEqualTo(served);
        assertThat(said(first, stream)).isEqualTo("Écrit à " + EMAIL);
        assertThat(said(again, stream)).isEqualTo("Écrit à " + EMAIL);
        assertThat(again.headers().firstValue("content-type"))
                .isEqualTo(first.headers().firstValue("content-type"));
        if (stream) assertThat(again.body()).endsWith("data: [DONE]\n\n");
        assertThat(again.headers().firstValue("x-vigie-decision")).hasValue("pseudonymised");
        JsonObject told = record(again);
        assertThat(told.getString("outcome")).isEqualTo("answered");
        assertThat(told.getBoolean("cached")).isTrue();
        assertThat(told.getInteger("attempts")).isZero();
        assertThat(told.getLong("costMicroEuros")).isZero();
        assertThat(told.getJsonObject("tokens").getLong("input")).isZero();
        assertThat(told.getString("model")).isEqualTo("spoken/m");
        assertThat(record(first).getLong("costMicroEuros")).isPositive();
    }

    /** Every piece of the answer's text, put together. */
    private static String said(HttpResponse<String> answer, boolean stream) {
        if (!stream) {
            return new JsonObject(answer.body())
                    .getJsonArray("choices")
                    .getJsonObject(0)
                    .getJsonObject("message")
                    .getString("content");
        }
        StringBuilder text = new StringBuilder();
        ScriptedSite.chunks(answer).map(JsonObject::new).forEach(chunk -> {
            if (chunk.getJsonArray("choices").isEmpty()) return;
            text.append(chunk.getJsonArray("choices")
                    .getJsonObject(0)
                    .getJsonObject("delta")
                    .getString("content", ""));
        });
        return text.toString();
    }

    @Test
    void another_person_another_value_or_another_route_misses() {
        String number = UUID.randomUUID().toString();
        String body = body("kept", false, "Écris à " + EMAIL + " (" + number + ")");
        assertThat(cache(ask(Installation.KEY, body))).isEqualTo("miss");
        assertThat(cache(ask(Installation.KEY + "-autre", body))).isEqualTo("miss");
        HttpResponse<String> other =
                ask(Installation.KEY, body("kept", false, "Écris à zoe@client.example (" + number + ")"));
        assertThat(cache(other)).isEqualTo("miss");
        assertThat(said(other, false)).isEqualTo("Écrit à zoe@client.example");
        assertThat(cache(ask(Installation.KEY, body("anew", false, "Écris à " + EMAIL + " (" + number + ")"))))
                .isEqualTo("off");
        assertThat(cache(ask(Installation.KEY + "-autre", body))).isEqualTo("hit");
    }

    @Test
    void a_client_can_ask_anew_or_leave_nothing_behind() {
        String body = body("kept", false, "Bonjour " + UUID.randomUUID());
        assertThat(cache(ask(Installation.KEY, body, "cache-control", "no-store")))
                .isEqualTo("miss");
        assertThat(cache(ask(Installation.KEY, body))).isEqualTo("miss");
        int served = upstream.served();
        assertThat(cache(ask(Installation.KEY, body, "cache-control", "no-cache")))
                .isEqualTo("miss");
        assertThat(upstream.served()).isEqualTo(served + 1);
        assertThat(cache(ask(Installation.KEY, body))).isEqualTo("hit");
    }

    @Test
    void what_broke_is_not_kept() {
        String body = body("kept", true, "coupe " + UUID.randomUUID());
        assertThat(cache(ask(Installation.KEY, body))).isEqualTo("miss");
        assertThat(cache(ask(Installation.KEY, body))).isEqualTo("miss");
    }

    @Test
    void nothing_of_a_content_is_printed() {
        String canary = "canari-" + UUID.randomUUID();
        String body = body("kept", false, canary + " pour " + EMAIL);
        ask(Installation.KEY, body);
        assertThat(cache(ask(Installation.KEY, body))).isEqualTo("hit");
        assertThat(here.vigie().log()).doesNotContain(canary).doesNotContain(EMAIL);
    }
}
