package org.vigie.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients of one API at a provider of another, through the running gateway, values masked and restored. */
class TranslationIT {
    private static final String EMAIL = "olive.petit@client.example";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[[A-Za-z0-9_]+]]");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<Asked> ASKED = new CopyOnWriteArrayList<>();

    private static HttpServer upstream;
    private static Path data;
    private static VigieProcess vigie;
    private static volatile String script = "";
    private static volatile int status = 200;

    private record Asked(String path, Map<String, List<String>> headers, JsonObject body) {
        boolean says(String header) {
            return headers.keySet().stream().anyMatch(header::equalsIgnoreCase);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        upstream.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        upstream.createContext("/", TranslationIT::answer);
        upstream.start();
        data = Installation.temporaryDirectory();
        Files.writeString(data.resolve("vigie.yaml"), """
                providers:
                  - {id: chat, kind: openai, apis: [chat], zone: internal, maxDataClass: C1, baseUrl: "%1$s",
                     apiKey: up, models: [{id: m, upstreamModel: up-m}]}
                  - {id: claude, kind: anthropic, zone: internal, maxDataClass: C1, baseUrl: "%1$s",
                     apiKey: up, models: [{id: m, upstreamModel: up-c, maxOutputTokens: 900}]}
                  - {id: builtin, kind: builtin}
                routes:
                  - {model: chat, targets: [chat/m], retries: 0}
                  - {model: claude, targets: [claude/m], retries: 0}
                  - {model: builtin, targets: [builtin/extractive]}
                bootstrap:
                  users: [{email: %2$s, password: "${PW}", roles: [employee]}]
                  apiKeys: [{name: essai, key: "%3$s", user: %2$s}]
                """.formatted(
                        "http://127.0.0.1:" + upstream.getAddress().getPort() + "/v1",
                        Installation.EMPLOYEE,
                        Installation.KEY));
        vigie = VigieProcess.start(data, Map.of("PW", Installation.PASSWORD));
    }

    @AfterAll
    static void stop() throws IOException {
        vigie.close();
        upstream.stop(0);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @BeforeEach
    void forget() {
        ASKED.clear();
        status = 200;
    }

    /** The script, in which {@code @} is the first placeholder of the request and {@code |} cuts it into packets. */
    private static void answer(HttpExchange http) throws IOException {
        String body = new String(http.getRequestBody().readAllBytes(), UTF_8);
        ASKED.add(
                new Asked(http.getRequestURI().getPath(), Map.copyOf(http.getRequestHeaders()), new JsonObject(body)));
        Matcher placeholder = PLACEHOLDER.matcher(body);
        String name = placeholder.find() ? placeholder.group() : "";
        String half = name.substring(0, name.length() / 2);
        String all = script.replace("@1", half)
                .replace("@2", name.substring(half.length()))
                .replace("@", name);
        boolean stream = all.startsWith("data:") || all.startsWith("event:");
        http.getResponseHeaders().set("content-type", stream ? "text/event-stream" : "application/json");
        http.sendResponseHeaders(status, 0);
        try (OutputStream out = http.getResponseBody()) {
            for (String packet : all.split("\\|")) {
                out.write(packet.getBytes(UTF_8));
                out.flush();
            }
        }
    }

    private static HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(vigie.url().resolve(path))
                .header("authorization", "Bearer " + Installation.KEY)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<JsonObject> events(HttpResponse<String> response) {
        return response.body()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> new JsonObject(line.substring("data: ".length())))
                .toList();
    }

    private static String chunk(String delta) {
        return "data: {\"id\":\"c1\",\"created\":1,\"model\":\"up-m\",\"choices\":[{\"index\":0,\"delta\":" + delta
                + ",\"finish_reason\":null}]}\n\n";
    }

    private static String arguments(String piece) {
        return chunk("{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"envoyer\",\"arguments\":\"" + piece + "\"}}]}");
    }

    private static final String CHAT_END = "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},"
            + "\"finish_reason\":\"tool_calls\"}]}\n\n|data: {\"id\":\"c1\",\"choices\":[],\"usage\":"
            + "{\"prompt_tokens\":50,\"completion_tokens\":9,\"prompt_tokens_details\":{\"cached_tokens\":40}}}\n\n"
            + "data: [DONE]\n\n";

    private static final String MESSAGES_ASKED = "{\"model\":\"chat\",\"max_tokens\":99,\"stream\":%s,"
            + "\"system\":\"Sois bref.\",\"tools\":[{\"name\":\"envoyer\",\"input_schema\":{\"type\":\"object\"}}],"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Écris à " + EMAIL + "\"}]}";

    @Test
    void an_anthropic_client_streams_from_an_openai_provider() throws Exception {
        script = chunk("{\"role\":\"assistant\",\"content\":\"À @1\"}") + "|" + chunk("{\"content\":\"@2 !\"}") + "|"
                + arguments("{\\\"a\\\":\\\"@1") + "|" + arguments("@2\\\"}") + "|" + CHAT_END;
        HttpResponse<String> response =
                post("/v1/messages", MESSAGES_ASKED.formatted("true"), "anthropic-version", "2023-06-01");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("x-vigie-decision")).contains("pseudonymised");
        List<JsonObject> events = events(response);
        assertThat(events.stream().map(event -> event.getString("type")).distinct())
                .containsExactly(
                        "message_start",
                        "content_block_start",
                        "content_block_delta",
                        "content_block_stop",
                        "message_delta",
                        "message_stop");
        assertThat(joined(events, "text")).isEqualTo("À " + EMAIL + " !");
        assertThat(joined(events, "partial_json")).isEqualTo("{\"a\":\"" + EMAIL + "\"}");
        JsonObject last = events.get(events.size() - 2);
        assertThat(last.getJsonObject("delta").getString("stop_reason")).isEqualTo("tool_use");
        assertThat(last.getJsonObject("usage").getInteger("input_tokens")).isEqualTo(10);
        assertThat(last.getJsonObject("usage").getInteger("cache_read_input_tokens"))
                .isEqualTo(40);

        Asked asked = ASKED.getFirst();
        assertThat(asked.path()).isEqualTo("/v1/chat/completions");
        assertThat(asked.says("anthropic-version")).isFalse();
        assertThat(asked.body().encode()).doesNotContain(EMAIL).contains("[[");
        assertThat(asked.body().getString("model")).isEqualTo("up-m");
        assertThat(asked.body().getInteger("max_tokens")).isEqualTo(99);
        assertThat(asked.body().getJsonArray("messages").getJsonObject(0).getString("role"))
                .isEqualTo("system");
    }

    private static String joined(List<JsonObject> events, String field) {
        StringBuilder text = new StringBuilder();
        for (JsonObject event : events) {
            text.append(event.getJsonObject("delta", new JsonObject()).getString(field, ""));
        }
        return text.toString();
    }

    @Test
    void an_anthropic_client_reads_a_whole_answer_of_an_openai_provider() throws Exception {
        script = "{\"id\":\"c1\",\"created\":1,\"model\":\"up-m\",\"choices\":[{\"index\":0,\"message\":{\"role\":"
                + "\"assistant\",\"content\":\"À @\",\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"envoyer\",\"arguments\":\"{\\\"a\\\":\\\"@\\\"}\"}}]},"
                + "\"finish_reason\":\"tool_calls\"}],\"usage\":{\"prompt_tokens\":50,\"completion_tokens\":9}}";
        JsonObject answer = new JsonObject(
                post("/v1/messages", MESSAGES_ASKED.formatted("false")).body());
        JsonArray content = answer.getJsonArray("content");
        assertThat(content.getJsonObject(0).getString("text")).isEqualTo("À " + EMAIL);
        assertThat(content.getJsonObject(1).getJsonObject("input").getString("a"))
                .isEqualTo(EMAIL);
        assertThat(answer.getString("stop_reason")).isEqualTo("tool_use");
    }

    private static final String CLAUDE_STREAM = """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","model":"up-c","usage":{"input_tokens":12,"output_tokens":1}}}

            |event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            |event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"À @1"}}

            |event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"@2 !"}}

            |event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            |event: content_block_start
            data: {"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_1","name":"envoyer","input":{}}}

            |event: content_block_delta
            data: {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\\"a\\":\\"@1"}}

            |event: content_block_delta
            data: {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"@2\\"}"}}

            |event: content_block_stop
            data: {"type":"content_block_stop","index":1}

            """;
    private static final String CLAUDE_END = """
            |event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":30}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    private static String chatAsked(String more) {
        return "{\"model\":\"claude\",\"messages\":[{\"role\":\"user\",\"content\":\"Écris à " + EMAIL + "\"}]" + more
                + "}";
    }

    @Test
    void an_openai_client_streams_from_an_anthropic_provider() throws Exception {
        script = CLAUDE_STREAM + CLAUDE_END;
        HttpResponse<String> response =
                post("/v1/chat/completions", chatAsked(",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));

        List<JsonObject> events = events(response);
        StringBuilder text = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        for (JsonObject event : events.subList(0, events.size() - 1)) {
            JsonObject delta = event.getJsonArray("choices").getJsonObject(0).getJsonObject("delta");
            text.append(delta.getString("content", ""));
            delta.getJsonArray("tool_calls", new JsonArray())
                    .forEach(call -> arguments.append(
                            ((JsonObject) call).getJsonObject("function").getString("arguments")));
        }
        assertThat(text).hasToString("À " + EMAIL + " !");
        assertThat(arguments).hasToString("{\"a\":\"" + EMAIL + "\"}");
        assertThat(events.getLast().getJsonObject("usage").getInteger("prompt_tokens"))
                .isEqualTo(12);
        assertThat(response.body()).endsWith("data: [DONE]\n\n");

        Asked asked = ASKED.getFirst();
        assertThat(asked.path()).isEqualTo("/v1/messages");
        assertThat(asked.says("x-api-key")).isTrue();
        assertThat(asked.says("anthropic-version")).isTrue();
        assertThat(asked.body().encode()).doesNotContain(EMAIL).contains("[[");
        assertThat(asked.body().getInteger("max_tokens")).isEqualTo(900);
    }

    @Test
    void usage_is_shown_to_those_who_asked_alone() throws Exception {
        script = CLAUDE_STREAM + CLAUDE_END;
        assertThat(post("/v1/chat/completions", chatAsked(",\"stream\":true")).body())
                .contains("[DONE]")
                .doesNotContain("prompt_tokens");
    }

    @Test
    void a_stream_that_was_cut_has_no_clean_end() throws Exception {
        script = CLAUDE_STREAM;
        assertThat(post("/v1/chat/completions", chatAsked(",\"stream\":true")).body())
                .contains("\"error\"")
                .doesNotContain("[DONE]");
        script = chunk("{\"content\":\"À\"}");
        assertThat(post("/v1/messages", MESSAGES_ASKED.formatted("true")).body())
                .contains("event: error")
                .doesNotContain("message_stop");
    }

    @Test
    void an_error_within_a_stream_is_told_in_the_clients_form() throws Exception {
        script = CLAUDE_STREAM
                + "|event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Full @\"}}\n\n";
        List<JsonObject> events = events(post("/v1/chat/completions", chatAsked(",\"stream\":true")));
        assertThat(events.getLast().getJsonObject("error").getString("message")).isEqualTo("Full " + EMAIL);
    }

    @Test
    void a_rejection_is_told_in_the_clients_form_with_the_values_back() throws Exception {
        status = 400;
        script = "{\"error\":{\"message\":\"no @\",\"type\":\"invalid_request_error\",\"code\":null}}";
        HttpResponse<String> response = post("/v1/messages", MESSAGES_ASKED.formatted("true"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.body()))
                .isEqualTo(new JsonObject("{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\","
                        + "\"message\":\"no " + EMAIL + "\"}}"));
    }

    @Test
    void what_cannot_be_translated_is_refused_and_nothing_leaves() throws Exception {
        HttpResponse<String> response = post("/v1/chat/completions", chatAsked(",\"logprobs\":true"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.body()).getJsonObject("error").getString("param"))
                .isEqualTo("logprobs");
        assertThat(ASKED).isEmpty();
    }

    @Test
    void responses_reach_a_server_that_has_chat_alone() throws Exception {
        script = chunk("{\"content\":\"À @1\"}") + "|" + chunk("{\"content\":\"@2 !\"}") + "|" + CHAT_END;
        List<JsonObject> events = events(
                post("/v1/responses", "{\"model\":\"chat\",\"stream\":true,\"input\":\"Écris à " + EMAIL + "\"}"));
        assertThat(ASKED.getFirst().path()).isEqualTo("/v1/chat/completions");
        assertThat(ASKED.getFirst().body().encode()).doesNotContain(EMAIL);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).getInteger("sequence_number")).isEqualTo(i);
        }
        JsonObject last = events.getLast();
        assertThat(last.getString("type")).isEqualTo("response.completed");
        assertThat(last.getJsonObject("response").getJsonArray("output").encode())
                .contains("À " + EMAIL + " !");
    }

    @Test
    void tokens_are_estimated_where_nobody_counts_them() throws Exception {
        HttpResponse<String> response = post(
                "/v1/messages/count_tokens",
                "{\"model\":\"chat\",\"messages\":[{\"role\":\"user\",\"content\":\"Bonjour\"}]}");
        assertThat(response.body()).isEqualTo("{\"input_tokens\":3}");
        assertThat(ASKED).isEmpty();
    }

    @Test
    void the_built_in_engine_is_reached_by_every_api() throws Exception {
        String text = "Le comité se réunit lundi. Le comité vote le budget. La salle du comité est réservée. Le comité "
                + "choisit son président. Les membres du comité déjeunent ensemble. "
                + "Le secrétaire du comité écrit le compte rendu et l’envoie aux membres avant la fin de la semaine. "
                + "Le budget du comité est relu chaque trimestre par les membres qui le souhaitent.";
        JsonObject message = new JsonObject(post(
                        "/v1/messages",
                        "{\"model\":\"builtin\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"" + text
                                + "\"}]}")
                .body());
        assertThat(message.getJsonArray("content").getJsonObject(0).getString("text"))
                .contains("comité");
        List<JsonObject> events =
                events(post("/v1/responses", "{\"model\":\"builtin\",\"stream\":true,\"input\":\"" + text + "\"}"));
        assertThat(events.getLast().getString("type")).isEqualTo("response.completed");
        assertThat(events.getLast().encode()).contains("comité");
    }
}
