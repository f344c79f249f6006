package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.endtoend.ScriptedUpstream.Script;

/** What goes wrong at a provider, at a client or between them, and in which words and shape each of the APIs tells it. */
class GatewayFaultIT {
    @RegisterExtension
    static final ScriptedSite SITE = new ScriptedSite();

    private static final String CHAT = "/v1/chat/completions";
    private static final String EMAIL = "olive.petit@client.example";
    private static final String PIECE =
            "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":null}]}";
    private static final String START =
            "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"up\","
                    + "\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":3,\"output_tokens\":1}}}";

    private static String ask(String model, boolean stream) {
        return "{\"model\":\"" + model + "\",\"max_tokens\":9,\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"Écris à " + EMAIL + "\"}]}";
    }

    private static String path(String model) {
        return model.endsWith("claude") ? "/v1/messages" : CHAT;
    }

    private static HttpResponse<String> post(String model, boolean stream) {
        return SITE.post(path(model), ask(model, stream));
    }

    /** The error, after a look at the shape around it. */
    private static JsonObject error(String path, String body) {
        JsonObject root = new JsonObject(body);
        JsonObject error = root.getJsonObject("error");
        assertThat(error.getString("message")).isNotBlank();
        assertThat(error.getString("type")).isNotBlank();
        if (path.startsWith("/v1/messages")) {
            assertThat(root.getString("type")).isEqualTo("error");
        } else {
            assertThat(root.fieldNames()).containsExactly("error");
            assertThat(error.fieldNames()).contains("message", "type", "param", "code");
        }
        return error;
    }

    private static JsonObject error(String path, HttpResponse<String> seen) {
        assertThat(seen.headers().firstValue("content-type").orElseThrow()).startsWith("application/json");
        return error(path, seen.body());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_429_passes_with_what_it_says_of_when_to_come_back(boolean stream) {
        SITE.upstream()
                .does((asked, reply) -> reply.json(
                        429,
                        "{\"error\":{\"message\":\"Too fast for " + asked.placeholder()
                                + "\",\"type\":\"requests\",\"param\":null,\"code\":\"rate_limit_exceeded\"}}",
                        "retry-after: 7",
                        "retry-after-ms: 6500",
                        "x-should-retry: true",
                        "set-cookie: a=b",
                        "x-request-id: theirs"));
        HttpResponse<String> seen = post("scripted", stream);
        assertThat(seen.statusCode()).isEqualTo(429);
        assertThat(error(CHAT, seen).getString("message")).isEqualTo("Too fast for " + EMAIL);
        assertThat(seen.headers().firstValue("retry-after")).hasValue("7");
        assertThat(seen.headers().firstValue("retry-after-ms")).hasValue("6500");
        assertThat(seen.headers().firstValue("x-should-retry")).hasValue("true");
        assertThat(seen.headers().firstValue("set-cookie")).isEmpty();
        assertThat(seen.headers().allValues("x-request-id")).hasSize(1).doesNotContain("theirs");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_400_keeps_its_param_and_code(boolean stream) {
        String body = "{\"error\":{\"message\":\"Non\",\"type\":\"invalid_request_error\",\"param\":\"messages[0].zz\","
                + "\"code\":\"context_length_exceeded\",\"inner\":12345678901234567890}}";
        SITE.upstream().does((_, reply) -> reply.json(400, body));
        HttpResponse<String> seen = post("scripted", stream);
        assertThat(seen.statusCode()).isEqualTo(400);
        assertThat(seen.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scripted | {\"detail\":\"pas de modèle\"} | pas de modèle",
                "scripted | {\"error\":\"pas de modèle\"} | pas de modèle",
                "scripted | {\"object\":\"error\",\"message\":\"pas de modèle\",\"code\":404} | pas de modèle",
                "scripted | {\"detail\":[{\"loc\":[\"body\"],\"msg\":\"pas de modèle\"}]} | pas de modèle",
                "claude | {\"detail\":\"pas de modèle\"} | pas de modèle",
                "claude | {\"error\":{\"message\":\"pas de modèle\",\"type\":\"x\"}} | pas de modèle"
            })
    void a_providers_own_shape_of_an_error_becomes_that_of_the_api(String model, String body, String words) {
        SITE.upstream().does((_, reply) -> reply.json(404, body));
        HttpResponse<String> seen = post(model, false);
        assertThat(seen.statusCode()).isEqualTo(404);
        assertThat(error(path(model), seen).getString("message")).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "scripted, 503, 502, upstream_error",
        "scripted, 302, 502, upstream_error",
        "scripted, 401, 502, upstream_error",
        "scripted, 504, 504, upstream_error",
        "scripted, 200, 502, upstream_error",
        "claude, 503, 502, api_error",
        "claude, 200, 502, api_error",
        "claude, 504, 504, timeout_error"
    })
    void a_web_page_in_place_of_an_answer_becomes_json(String model, int told, int status, String type) {
        for (boolean stream : new boolean[] {true, false}) {
            SITE.upstream()
                    .does((_, reply) -> reply.whole(
                            told,
                            "text/html",
                            "<html><body>Bad gateway</body></html>",
                            "location: http://127.0.0.1:1/"));
            HttpResponse<String> seen = post(model, stream);
            assertThat(seen.statusCode()).isEqualTo(status);
            assertThat(error(path(model), seen).getString("type")).isEqualTo(type);
            assertThat(seen.body()).doesNotContain("html");
        }
    }

    @Test
    void a_429_without_words_is_one_in_the_shape_of_the_api() {
        for (String model : List.of("scripted", "claude")) {
            SITE.upstream().does((_, reply) -> reply.whole(429, "text/html", "<html>", "retry-after: 7"));
            HttpResponse<String> seen = post(model, false);
            assertThat(seen.statusCode()).isEqualTo(429);
            assertThat(seen.headers().firstValue("retry-after")).hasValue("7");
            assertThat(error(path(model), seen).getString("type")).isEqualTo("rate_limit_error");
        }
    }

    @Test
    void an_error_in_an_answer_that_says_200_is_no_answer() {
        SITE.upstream()
                .does((_, reply) -> reply.json(
                        200,
                        "{\"error\":{\"message\":\"Boum\",\"type\":\"server_error\",\"param\":null,\"code\":null}}"));
        HttpResponse<String> seen = post("scripted", false);
        assertThat(seen.statusCode()).isEqualTo(502);
        assertThat(error(CHAT, seen).getString("message")).isEqualTo("Boum");
    }

    @Test
    void a_whole_answer_where_a_stream_was_asked_is_no_answer_and_the_other_way_round() {
        SITE.upstream().does((_, reply) -> reply.json(200, "{\"choices\":[]}"));
        assertThat(post("scripted", true).statusCode()).isEqualTo(502);
        SITE.upstream().does((_, reply) -> reply.stream(List.of(PIECE, "[DONE]")));
        assertThat(post("scripted", false).statusCode()).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"Boum\",\"type\":\"server_error\",\"param\":null,\"code\":null}}",
                "{ \"error\" : {\"message\":\"Boum\",\"type\":\"server_error\",\"param\":null,\"code\":null}}",
                "{\"id\":\"c\",\"error\":{\"message\":\"Boum\",\"code\":502},\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]}"
            })
    void an_error_inside_a_stream_reaches_the_client_and_ends_it(String error) {
        SITE.upstream().does((_, reply) -> reply.stream(List.of(PIECE, error, PIECE, "[DONE]")));
        HttpResponse<String> seen = post("scripted", true);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(ScriptedSite.payloads(seen)).containsExactly(PIECE, error);
        String id = seen.headers().firstValue("x-request-id").orElseThrow();
        assertThat(new JsonObject(SITE.get("/api/v1/requests/" + id).body()).getString("outcome"))
                .isEqualTo("failed");
    }

    @Test
    void an_error_that_is_all_of_a_stream_has_a_status_of_its_own() {
        SITE.upstream().does((_, reply) -> reply.stream(List.of("{\"error\":{\"message\":\"Boum\",\"type\":\"x\"}}")));
        HttpResponse<String> seen = post("scripted", true);
        assertThat(seen.statusCode()).isEqualTo(502);
        assertThat(new JsonObject(seen.body()).getJsonObject("error").getString("message"))
                .isEqualTo("Boum");
    }

    @Test
    void an_error_event_of_anthropic_reaches_the_client_and_ends_the_stream() {
        String error = "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}";
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            reply.event("message_start", START);
            reply.event("error", error);
            reply.end();
        });
        HttpResponse<String> seen = post("claude", true);
        assertThat(seen.body())
                .isEqualTo("event: message_start\ndata: " + START + "\n\nevent: error\ndata: " + error + "\n\n");
    }

    /** Every way in which an answer can break off. */
    private static final List<Script> CUTS = List.of(
            (_, reply) -> {
                reply.stream();
                reply.data(PIECE);
                reply.cut();
            },
            (_, reply) -> reply.stream(List.of(PIECE)),
            (_, reply) -> {
                reply.stream();
                reply.packet("data: " + PIECE + "\n\ndata: {\"id\":\"c\",\"cho");
                reply.end();
            },
            (_, reply) -> {
                reply.raw("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: " + PIECE + "\n\n");
                reply.cut();
            },
            (_, reply) -> reply.stream(List.of(PIECE, "no json", "[DONE]")),
            (_, reply) -> {
                reply.stream();
                reply.data(PIECE);
                reply.packet("data: " + "x".repeat(20 * 1024 * 1024));
                reply.awaitGone();
            },
            (_, reply) -> {
                reply.stream();
                reply.data(PIECE);
                reply.raw("zz\r\nno chunk");
                reply.awaitGone();
            });

    @Test
    void a_stream_that_was_cut_is_never_shown_as_a_clean_end() {
        for (Script cut : CUTS) {
            SITE.upstream().does(cut);
            HttpResponse<String> seen = post("scripted", true);
            List<String> payloads = ScriptedSite.payloads(seen);
            assertThat(payloads).as("cut %d", CUTS.indexOf(cut)).hasSize(2).startsWith(PIECE);
            assertThat(error(CHAT, payloads.getLast()).getString("code")).isEqualTo("upstream_failed");
        }
    }

    @Test
    void a_message_that_was_cut_ends_with_an_error_event() {
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            reply.event("message_start", START);
            reply.cut();
        });
        HttpResponse<String> seen = post("claude", true);
        assertThat(seen.body())
                .contains("event: error\ndata: {\"type\":\"error\"")
                .doesNotContain("message_stop");
        assertThat(error("/v1/messages", ScriptedSite.payloads(seen).getLast()).getString("type"))
                .isEqualTo("api_error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{\"choices\":[]}",
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5\r\n\r\n{\"choices\":[]}",
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: -1\r\n\r\n{}",
                "NONSENSE\r\n\r\n",
                ""
            })
    void a_whole_answer_that_is_cut_or_lies_of_its_length_is_a_failure(String bytes) {
        SITE.upstream().does((_, reply) -> {
            reply.raw(bytes);
            reply.cut();
        });
        HttpResponse<String> seen = post("scripted", false);
        assertThat(seen.statusCode()).isEqualTo(502);
        assertThat(error(CHAT, seen).getString("code")).isEqualTo("upstream_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hasty", "hasty-claude"})
    void silence_is_a_timeout(String model) {
        SITE.upstream().does((_, reply) -> reply.awaitGone());
        for (boolean stream : new boolean[] {true, false}) {
            HttpResponse<String> seen = post(model, stream);
            assertThat(seen.statusCode()).as(seen.body()).isEqualTo(504);
            assertThat(error(path(model), seen).getString("code")).isEqualTo("upstream_timeout");
        }
    }

    @Test
    void silence_in_the_middle_is_a_timeout_too() {
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            reply.data(PIECE);
            reply.awaitGone();
        });
        List<String> payloads = ScriptedSite.payloads(post("hasty", true));
        assertThat(payloads).hasSize(2);
        assertThat(error(CHAT, payloads.getLast()).getString("code")).isEqualTo("upstream_timeout");
    }

    @ParameterizedTest
    @CsvSource({"scripted, true", "scripted, false", "claude, true", "claude, false"})
    void a_client_that_goes_away_is_felt_by_the_provider_within_a_second(String model, boolean stream)
            throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Long> gone = new CompletableFuture<>();
        SITE.upstream().does((_, reply) -> {
            if (stream) {
                reply.stream();
                if (model.equals("claude")) reply.event("message_start", START);
                else reply.data(PIECE);
            }
            asked.countDown();
            try {
                reply.awaitGone();
            } catch (IOException reset) {
                // As good as an end.
            }
            gone.complete(System.nanoTime());
        });
        String json = ScriptedSite.fresh(ask(model, stream));
        long left;
        try (RawConnection client = new RawConnection(SITE.vigie().url())) {
            client.send(RawConnection.head(
                            "POST " + path(model) + " HTTP/1.1",
                            "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length)
                    + json);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            if (stream) client.until("data: ");
            left = System.nanoTime();
        }
        assertThat(Duration.ofNanos(gone.get(10, TimeUnit.SECONDS) - left)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void nothing_of_the_client_but_its_body_goes_upstream() {
        SITE.upstream().does((_, reply) -> reply.json(200, "{\"choices\":[]}"));
        HttpResponse<String> seen = SITE.post(
                CHAT,
                ask("scripted", false),
                "cookie",
                "a=b",
                "x-api-key",
                "client-key",
                "x-vigie-use-case",
                "",
                "x-stainless-lang",
                "java",
                "openai-organization",
                "org-client",
                "x-forwarded-for",
                "10.0.0.1",
                "referer",
                "http://intranet/client",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "anthropic-beta",
                "files-api-2025-04-14",
                "user-agent",
                "secret-agent/1");
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        assertThat(SITE.upstream().asked().headers().keySet())
                .containsExactlyInAnyOrder(
                        "accept",
                        "accept-encoding",
                        "authorization",
                        "content-length",
                        "content-type",
                        "host",
                        "user-agent");
        assertThat(SITE.upstream().asked().headers())
                .containsEntry("authorization", "Bearer upstream-key")
                .containsEntry("user-agent", "vigie");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/nothing, 404",
        "POST, /v1/chat/completions/nothing, 404",
        "POST, /v1/completions, 404",
        "GET, /v1/nothing, 404",
        "DELETE, /v1/nothing, 404",
        "GET, /v1, 404",
        "GET, /v1/, 404",
        "GET, /v1/chat/completions, 405",
        "OPTIONS, /v1/chat/completions, 405",
        "DELETE, /v1/models/scripted, 405",
        "GET, /v1/models/nothing, 404",
        "POST, /v1/messages/nothing, 404",
        "GET, /v1/messages, 405"
    })
    void what_does_not_exist_is_told_in_the_shape_of_the_api(String method, String path, int status) {
        HttpResponse<String> seen = SITE.send(SITE.request(path).method(method, BodyPublishers.noBody()));
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(status);
        error(path, seen);
    }

    @Test
    void a_head_is_a_get_without_its_body() {
        HttpResponse<String> seen = SITE.send(SITE.request("/v1/models").method("HEAD", BodyPublishers.noBody()));
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("content-type").orElseThrow()).startsWith("application/json");
        assertThat(SITE.send(SITE.request("/v1/models/scripted").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {CHAT, "/v1/messages"})
    void without_a_valid_key_nothing_is_read_and_the_connection_lives(String path) throws Exception {
        int before = SITE.upstream().served();
        HttpResponse<String> seen = SITE.post(path, ask("scripted", false), "authorization", "Bearer vigie_wrong");
        assertThat(seen.statusCode()).isEqualTo(401);
        error(path, seen);
        try (RawConnection client = new RawConnection(SITE.vigie().url())) {
            String body = "x".repeat(1024 * 1024);
            client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body + RawConnection.head("GET /v1/models HTTP/1.1", "Content-Length: 0"));
            assertThat(client.rest()).contains("HTTP/1.1 401").contains("HTTP/1.1 200");
        }
        assertThat(SITE.upstream().served()).isEqualTo(before);
    }

    @Test
    void a_compressed_body_is_refused_in_words() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(ask("scripted", false).getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> seen = SITE.send(
                SITE.request(CHAT, "content-encoding", "gzip").POST(BodyPublishers.ofByteArray(packed.toByteArray())));
        assertThat(seen.statusCode()).isEqualTo(400);
        assertThat(error(CHAT, seen).getString("param")).isEqualTo("content-encoding");
    }

    @Test
    void a_client_that_waits_to_be_told_to_go_on_is_told() throws Exception {
        SITE.upstream().does((_, reply) -> reply.json(200, "{\"choices\":[]}"));
        String json = ScriptedSite.fresh(ask("scripted", false));
        try (RawConnection client = new RawConnection(SITE.vigie().url())) {
            client.send(RawConnection.head(
                    "POST /v1/chat/completions HTTP/1.1",
                    "Expect: 100-continue\r\nContent-Length: " + json.getBytes(StandardCharsets.UTF_8).length));
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            client.send(json);
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
        }
    }
}
