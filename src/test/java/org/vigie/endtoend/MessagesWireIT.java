package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anthropic's API, byte by byte, between a client and a provider that follows a script. */
class MessagesWireIT {
    @RegisterExtension
    static final ScriptedSite SITE = new ScriptedSite();

    private static final String MESSAGES = "/v1/messages";
    private static final String EMAIL = "olive.petit@client.example";
    /** Not base64 of anything: only its bytes matter. */
    private static final String SIGNATURE = "EqQBCkYIAxgCKkDx+/9zz==\\u003d\\/";

    private static final String START =
            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"up\","
                    + "\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":25,\"output_tokens\":1}}}";
    private static final String END =
            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":15}}";
    private static final String STOP = "{\"type\":\"message_stop\"}";

    private static String ask(String content, String more) {
        return "{\"model\":\"claude\",\"max_tokens\":64,\"messages\":[{\"role\":\"user\",\"content\":" + content + "}]"
                + more + "}";
    }

    private static String block(int index, String block) {
        return "{\"type\":\"content_block_start\",\"index\":" + index + ",\"content_block\":" + block + "}";
    }

    private static String delta(int index, String delta) {
        return "{\"type\":\"content_block_delta\",\"index\":" + index + ",\"delta\":" + delta + "}";
    }

    private static String stop(int index) {
        return "{\"type\":\"content_block_stop\",\"index\":" + index + "}";
    }

    private static String named(String payload) {
        return "event: " + new JsonObject(payload).getString("type") + "\ndata: " + payload + "\n\n";
    }

    private static void streams(List<String> payloads) {
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            for (String payload : payloads) reply.packet(named(payload));
            reply.end();
        });
    }

    @Test
    void a_stream_keeps_its_events_and_their_bytes() {
        List<String> payloads = List.of(
                START,
                block(0, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}"),
                "{\"type\": \"ping\"}",
                delta(0, "{\"type\":\"thinking_delta\",\"thinking\":\"Voyons \\u00e9\"}"),
                delta(0, "{\"type\":\"signature_delta\",\"signature\":\"" + SIGNATURE + "\"}"),
                stop(0),
                block(1, "{\"type\":\"text\",\"text\":\"\"}"),
                delta(1, "{\"type\":\"text_delta\",\"text\":\"Bonjour 🦊\",\"zz\":12345678901234567890}"),
                stop(1),
                END,
                STOP);
        streams(payloads);
        HttpResponse<String> seen = SITE.post(MESSAGES, ask("\"Bonjour\"", ",\"stream\":true"));
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body())
                .isEqualTo(payloads.stream().map(MessagesWireIT::named).collect(Collectors.joining()));
        String id = seen.headers().firstValue("request-id").orElseThrow();
        assertThat(seen.headers().firstValue("x-request-id")).hasValue(id);
        assertThat(new JsonObject(SITE.get("/api/v1/requests/" + id).body()).getJsonObject("tokens"))
                .isEqualTo(TokensTold.of(25, 15));
    }

    @Test
    void a_thinking_block_goes_and_comes_with_its_signature_byte_for_byte() {
        String thinking = "[{\"type\":\"thinking\",\"thinking\":\"Voyons \\u00e9\",\"signature\":\"" + SIGNATURE
                + "\"}," + "{\"type\":\"redacted_thinking\",\"data\":\"" + SIGNATURE
                + "\"},{\"type\":\"text\",\"text\":\"Oui\"}]";
        String answer =
                "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"up\",\"content\":" + thinking
                        + ",\"stop_reason\":\"end_turn\",\"stop_sequence\":null,\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}";
        SITE.upstream().does((_, reply) -> reply.json(200, answer));
        String json = "{\"model\":\"claude\",\"max_tokens\":64,\"messages\":[{\"role\":\"user\",\"content\":\"Écris à "
                + EMAIL + "\"},{\"role\":\"assistant\",\"content\":" + thinking
                + "},{\"role\":\"user\",\"content\":\"Continue\"}]}";
        HttpResponse<String> seen = SITE.post(MESSAGES, json);
        assertThat(seen.body()).isEqualTo(answer);
        assertThat(SITE.upstream().asked().text()).contains(thinking).doesNotContain(EMAIL);
    }

    @Test
    void a_tools_json_comes_in_its_pieces_with_the_values_back() {
        SITE.upstream().does((asked, reply) -> {
            String place = asked.placeholder();
            reply.stream();
            reply.packet(named(START));
            reply.packet(
                    named(block(0, "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"envoyer\",\"input\":{}}")));
            for (String piece : List.of("", "{\\\"a\\\": \\\"", place.substring(0, 3), place.substring(3), "\\\"}")) {
                reply.packet(named(delta(0, "{\"type\":\"input_json_delta\",\"partial_json\":\"" + piece + "\"}")));
            }
            reply.packet(named(stop(0)));
            reply.packet(named(END));
            reply.packet(named(STOP));
            reply.end();
        });
        HttpResponse<String> seen = SITE.post(MESSAGES, ask("\"Écris à " + EMAIL + "\"", ",\"stream\":true"));
        String json = ScriptedSite.payloads(seen).stream()
                .map(JsonObject::new)
                .filter(event -> event.getString("type").equals("content_block_delta"))
                .map(event -> event.getJsonObject("delta").getString("partial_json"))
                .collect(Collectors.joining());
        assertThat(json).isEqualTo("{\"a\": \"" + EMAIL + "\"}");
        assertThat(ScriptedSite.payloads(seen)).endsWith(stop(0), END, STOP);
    }

    @Test
    void every_block_of_a_message_keeps_its_bytes() {
        String content =
                "[{\"type\":\"text\",\"text\":\"\\u0042onjour\",\"cache_control\":{\"type\":\"ephemeral\"}},{\"type\":\"image\",\"source\":"
                        + "{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"iVBORw0KGgo=\"}},{\"type\":\"document\",\"source\":"
                        + "{\"type\":\"base64\",\"media_type\":\"application/pdf\",\"data\":\"JVBERi0=\"}}]";
        String json =
                ask(content, ",\"zz\":12345678901234567890,\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":1024}");
        SITE.upstream().does((_, reply) -> reply.json(200, "{\"type\":\"message\",\"content\":[]}"));
        assertThat(SITE.post(MESSAGES + "?beta=true", json).statusCode()).isEqualTo(200);
        assertThat(SITE.upstream().asked().text()).isEqualTo(json.replace("\"claude\"", "\"up\""));
        assertThat(SITE.upstream().asked().path()).startsWith("/v1/messages");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anthropic-version | 2023-06-01",
                "anthropic-version | 2024-10-22",
                "anthropic-beta | interleaved-thinking-2025-05-14",
                "anthropic-beta | claude-code-20250219,oauth-2025-04-20, fine-grained-tool-streaming-2025-05-14",
                "anthropic-beta | context-1m-2025-08-07,max-tokens-3-5-sonnet-2024-07-15",
                "anthropic-beta | model-context-window-exceeded-2025-08-26"
            })
    void the_headers_of_the_dialect_pass(String name, String value) {
        SITE.upstream().does((_, reply) -> reply.json(200, "{\"type\":\"message\",\"content\":[]}"));
        assertThat(SITE.post(MESSAGES, ask("\"x\"", ""), name, value).statusCode())
                .isEqualTo(200);
        assertThat(SITE.upstream().asked().headers())
                .containsEntry(name, value)
                .containsKey("anthropic-version")
                .containsEntry("x-api-key", "upstream-key")
                .doesNotContainKey("authorization");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anthropic-version | latest",
                "anthropic-version | olive.petit@client.example",
                "anthropic-beta | Olive Petit",
                "anthropic-beta | interleaved-thinking",
                "anthropic-beta | secret-2025-05-14; x"
            })
    void a_header_that_could_hold_anything_is_refused(String name, String value) {
        int before = SITE.upstream().served();
        HttpResponse<String> seen = SITE.post(MESSAGES, ask("\"x\"", ""), name, value);
        assertThat(seen.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(seen.body()).getJsonObject("error").getString("type"))
                .isEqualTo("invalid_request_error");
        assertThat(seen.body()).contains(name).doesNotContain(value);
        assertThat(SITE.upstream().served()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error, 400",
        "404, not_found_error, 404",
        "413, request_too_large, 413",
        "429, rate_limit_error, 429"
    })
    void what_anthropic_says_of_the_request_keeps_its_words(int told, String type, int status) {
        String body = "{\"type\":\"error\",\"error\":{\"type\":\"" + type
                + "\",\"message\":\"Non\"},\"request_id\":\"req_1\"}";
        SITE.upstream().does((_, reply) -> reply.json(told, body));
        HttpResponse<String> seen = SITE.post(MESSAGES, ask("\"x\"", ""));
        assertThat(seen.statusCode()).isEqualTo(status);
        assertThat(seen.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/messages, '{\"model\":\"inconnu\",\"max_tokens\":1,\"messages\":[]}', 404, not_found_error",
        "POST, /v1/messages, '{\"model\":\"claude\"}', 400, invalid_request_error",
        "POST, /v1/messages, 'nothing', 400, invalid_request_error",
        "POST, /v1/messages/count_tokens, '{}', 400, invalid_request_error"
    })
    void our_own_errors_have_anthropics_types(String method, String path, String json, int status, String type) {
        HttpResponse<String> seen = SITE.post(path, json);
        assertThat(seen.statusCode()).isEqualTo(status);
        JsonObject body = new JsonObject(seen.body());
        assertThat(body.getString("type")).isEqualTo("error");
        assertThat(body.getJsonObject("error").getString("type")).isEqualTo(type);
        assertThat(seen.headers().firstValue("request-id")).isPresent();
        assertThat(body.getString("request_id"))
                .isEqualTo(seen.headers().firstValue("request-id").orElseThrow());
    }

    @Test
    void tokens_are_counted_by_the_provider_and_cost_nothing() {
        SITE.upstream().does((_, reply) -> reply.json(200, "{\"input_tokens\":2095}"));
        HttpResponse<String> seen = SITE.post(MESSAGES + "/count_tokens", ask("\"Écris à " + EMAIL + "\"", ""));
        assertThat(seen.body()).isEqualTo("{\"input_tokens\":2095}");
        assertThat(SITE.upstream().asked().path()).isEqualTo("/v1/messages/count_tokens");
        assertThat(SITE.upstream().asked().text()).doesNotContain(EMAIL);
    }

    @Test
    void the_models_are_listed_in_anthropics_shape_for_whoever_names_its_version() {
        JsonObject list = new JsonObject(
                SITE.get("/v1/models", "anthropic-version", "2023-06-01").body());
        JsonArray models = list.getJsonArray("data");
        assertThat(list.getBoolean("has_more")).isFalse();
        assertThat(list.getString("first_id")).isEqualTo(models.getJsonObject(0).getString("id"));
        assertThat(list.getString("last_id"))
                .isEqualTo(models.getJsonObject(models.size() - 1).getString("id"));
        assertThat(models.stream().map(JsonObject.class::cast))
                .allSatisfy(model -> assertThat(model.fieldNames())
                        .containsExactlyInAnyOrder("type", "id", "display_name", "created_at"));
        JsonObject one = new JsonObject(
                SITE.get("/v1/models/claude", "anthropic-version", "2023-06-01").body());
        assertThat(one.getString("type")).isEqualTo("model");
        assertThat(one.getString("id")).isEqualTo("claude");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/models/inconnu", "/v1/nothing"})
    void an_error_is_anthropics_for_whoever_names_its_version(String path) {
        HttpResponse<String> seen = SITE.get(path, "anthropic-version", "2023-06-01");
        assertThat(seen.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(seen.body()).getJsonObject("error").getString("type"))
                .isEqualTo("not_found_error");
        assertThat(new JsonObject(seen.body()).getString("type")).isEqualTo("error");
    }
}
