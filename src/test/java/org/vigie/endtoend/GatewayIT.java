package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAI-compatible API as programs use it: the ordinary SDK, and plain HTTP where the SDK hides too much. */
class GatewayIT {
    private static final String EMAIL = "olive.petit@client.example";
    private static final String PROMPT = "Écris à Mme Olive Petit (" + EMAIL + ") pour confirmer le rendez-vous.";

    private static Installation here;
    private static OpenAIClient sdk;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        here = Installation.start();
        here.model().record();
        sdk = sdk(Installation.KEY);
    }

    @AfterAll
    static void stop() {
        here.close();
    }

    private static OpenAIClient sdk(String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(here.vigie().url().resolve("/v1").toString())
                .apiKey(key)
                .maxRetries(0)
                .build();
    }

    private static ChatCompletionCreateParams.Builder ask(String model) {
        return ChatCompletionCreateParams.builder().model(model).addUserMessage(PROMPT);
    }

    private static HttpResponse<String> post(String json, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(here.vigie().url().resolve("/v1/chat/completions"))
                .header("authorization", "Bearer " + Installation.KEY)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String body(String model, boolean stream, String content) {
        return new JsonObject()
                .put("model", model)
                .put("stream", stream)
                .put("messages", List.of(Map.of("role", "user", "content", content)))
                .encode();
    }

    private static JsonObject error(HttpResponse<String> response) {
        return new JsonObject(response.body()).getJsonObject("error");
    }

    @Test
    void the_sdk_reads_a_whole_answer_with_the_values_back() {
        ChatCompletion answer = sdk.chat().completions().create(ask("assistant").build());
        assertThat(answer.choices().getFirst().message().content().orElseThrow())
                .contains(EMAIL);
        assertThat(answer.usage()).isPresent();
        assertThat(here.model().received().getLast().body())
                .doesNotContain(EMAIL)
                .doesNotContain("Olive")
                .contains("[[");
    }

    @Test
    void the_sdk_reads_a_stream_with_the_values_back() {
        try (StreamResponse<ChatCompletionChunk> stream =
                sdk.chat().completions().createStreaming(ask("fake-bytes-3").build())) {
            String text = stream.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> choice.delta().content().stream())
                    .collect(Collectors.joining());
            assertThat(text).contains(EMAIL).contains("Olive Petit").doesNotContain("[[");
        }
    }

    @Test
    void the_sdk_gets_tool_calls_with_the_values_back() {
        ChatCompletionCreateParams request = ChatCompletionCreateParams.builder()
                .model("assistant")
                .addUserMessage("Appelle l’outil envoyer pour écrire à " + EMAIL)
                .addTool(ChatCompletionFunctionTool.builder()
                        .function(FunctionDefinition.builder()
                                .name("envoyer")
                                .parameters(FunctionParameters.builder()
                                        .putAdditionalProperty("type", JsonValue.from("object"))
                                        .putAdditionalProperty(
                                                "properties",
                                                JsonValue.from(Map.of("destinataire", Map.of("type", "string"))))
                                        .build())
                                .build())
                        .build())
                .build();
        ChatCompletion whole = sdk.chat().completions().create(request);
        String arguments = whole.choices()
                .getFirst()
                .message()
                .toolCalls()
                .orElseThrow()
                .getFirst()
                .asFunction()
                .function()
                .arguments();
        assertThat(new JsonObject(arguments).encode()).contains(EMAIL);
        try (StreamResponse<ChatCompletionChunk> stream =
                sdk.chat().completions().createStreaming(request)) {
            String streamed = stream.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> choice.delta().toolCalls().stream().flatMap(List::stream))
                    .flatMap(call -> call.function().stream())
                    .flatMap(function -> function.arguments().stream())
                    .collect(Collectors.joining());
            assertThat(new JsonObject(streamed)).isEqualTo(new JsonObject(arguments));
        }
    }

    @Test
    void the_sdk_lists_the_models() {
        assertThat(sdk.models().list().data().stream().map(model -> model.id()).toList())
                .contains("assistant", "extractif");
        assertThat(sdk.models().retrieve("assistant").id()).isEqualTo("assistant");
    }

    @Test
    void the_sdk_understands_what_it_may_not_do() {
        assertThatThrownBy(() -> sdk("vigie_wrong")
                        .chat()
                        .completions()
                        .create(ask("assistant").build()))
                .isInstanceOf(UnauthorizedException.class);
        assertThatThrownBy(() -> sdk.chat().completions().create(ask("inconnu").build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("inconnu");
    }

    @Test
    void headers_tell_what_was_done() throws Exception {
        HttpResponse<String> response = post(body("assistant", false, PROMPT));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("x-vigie-decision")).hasValue("pseudonymised");
        assertThat(response.headers().firstValue("x-vigie-findings")).hasValue("EMAIL=1,PERSON=1");
        assertThat(response.headers().firstValue("x-vigie-model")).hasValue("interne/fake-small");
        assertThat(response.headers().firstValue("x-vigie-snapshot")).isPresent();
        HttpResponse<String> plain = post(body("assistant", false, "Bonjour"));
        assertThat(plain.headers().firstValue("x-vigie-decision")).hasValue("allowed");
        assertThat(plain.headers().firstValue("x-vigie-findings")).isEmpty();
    }

    @Test
    void only_the_owner_learns_what_happened_to_a_request() throws Exception {
        HttpResponse<String> response = post(body("assistant", false, PROMPT));
        String id = response.headers().firstValue("x-request-id").orElseThrow();
        JsonObject record = new JsonObject(request(id, Installation.KEY).body());
        assertThat(record.getString("outcome")).isEqualTo("answered");
        assertThat(record.getString("model")).isEqualTo("interne/fake-small");
        assertThat(record.getJsonObject("findings").getInteger("EMAIL")).isEqualTo(1);
        assertThat(record.getLong("costMicroEuros")).isPositive();
        assertThat(record.encode()).doesNotContain(EMAIL);
        assertThat(request(id, Installation.KEY + "-autre").statusCode()).isEqualTo(404);
        assertThat(request(UUID.randomUUID().toString(), Installation.KEY).statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> request(String id, String key) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(here.vigie().url().resolve("/api/v1/requests/" + id))
                        .header("authorization", "Bearer " + key)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "fake-500, 502, upstream_failed",
        "fake-html-503, 502, upstream_failed",
        "fake-bad-json, 502, upstream_failed",
        "fake-dead, 502, upstream_failed",
        "closed, 502, upstream_failed",
        "fake-stall-0, 504, upstream_timeout",
        "inconnu, 404, model_not_found"
    })
    void a_provider_that_fails_gives_a_clear_error(String model, int status, String code) throws Exception {
        for (boolean stream : new boolean[] {false, true}) {
            HttpResponse<String> response = post(body(model, stream, PROMPT));
            assertThat(response.statusCode())
                    .as("stream %s: %s", stream, response.body())
                    .isEqualTo(status);
            assertThat(error(response).getString("code")).isEqualTo(code);
            assertThat(error(response).getString("message")).isNotBlank().doesNotContain("{");
            assertThat(response.headers().firstValue("x-request-id")).isPresent();
        }
    }

    @Test
    void what_the_provider_says_of_the_request_reaches_the_client() throws Exception {
        assertThat(post(body("fake-400", false, PROMPT)).statusCode()).isEqualTo(400);
        assertThat(post(body("fake-429", false, PROMPT)).statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({"fake-cut-5", "fake-stall-3"})
    void a_stream_that_breaks_says_so_and_has_no_end_mark(String model) throws Exception {
        HttpResponse<String> response = post(body(model, true, PROMPT));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("data: {\"error\":").doesNotContain("[DONE]");
    }

    @Test
    void another_target_answers_when_the_first_is_dead() throws Exception {
        HttpResponse<String> response = post(body("fallback", false, "Bonjour"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("x-vigie-model")).hasValue("interne/fake-small");
        assertThat(response.headers().firstValue("x-vigie-decision")).hasValue("rerouted");
    }

    @Test
    void an_image_goes_only_where_unmasked_confidential_content_may_go() throws Exception {
        String image = """
                {"model":"%s","messages":[{"role":"user","content":[{"type":"text","text":"Que vois-tu ?"},
                 {"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgo="}}]}]}""";
        HttpResponse<String> refused = post(image.formatted("far"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused).getString("code")).isEqualTo("content_not_examinable");
        assertThat(error(refused).getString("type")).isEqualTo("policy_refused");
        assertThat(refused.headers().firstValue("x-vigie-decision")).hasValue("refused");
        assertThat(post(image.formatted("assistant")).statusCode()).isEqualTo(200);
        HttpResponse<String> rerouted = post(image.formatted("two-zones"));
        assertThat(rerouted.headers().firstValue("x-vigie-model")).hasValue("interne/fake-small");
        assertThat(rerouted.headers().firstValue("x-vigie-decision")).hasValue("rerouted");
    }

    @Test
    void a_mission_that_does_not_exist_is_refused() throws Exception {
        HttpResponse<String> response = post(body("assistant", false, "Bonjour"), "X-Vigie-Mission", "ALPHA");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(error(response).getString("code")).isEqualTo("mission_mismatch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~{\"model\":\"assistant\",\"messages\":[{\"role\":\"user\"~",
                "~[]~",
                "~{}~",
                "~~",
                "~{\"model\":\"assistant\"}~",
                "~{\"model\":\"assistant\",\"model\":\"far\",\"messages\":[]}~"
            })
    void a_malformed_body_is_told_where_the_fault_is(String json) throws Exception {
        HttpResponse<String> response = post(json == null ? "" : json);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response).getString("code")).isEqualTo("malformed_body");
        assertThat(error(response).getString("param")).isNotBlank();
    }

    @Test
    void a_body_of_twenty_megabytes_is_refused_in_words() throws Exception {
        HttpResponse<String> response = post(body("assistant", false, "a".repeat(20 * 1024 * 1024)));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(error(response).getString("code")).isEqualTo("body_too_large");
    }

    @Test
    void eight_megabytes_pass() throws Exception {
        HttpResponse<String> response = post(body("assistant", false, "bonjour ".repeat(1024 * 1024)));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void unknown_fields_and_long_numbers_keep_their_bytes() throws Exception {
        String json = "{\"model\":\"assistant\", \"seed\":12345678901234567890,\"zzz\":{\"é\":[1.50,null]},"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"\\u0042onjour\"}]}";
        assertThat(post(json).statusCode()).isEqualTo(200);
        assertThat(here.model().received().getLast().body()).isEqualTo(json.replace("assistant", "fake-small"));
    }

    @Test
    void our_headers_never_go_upstream() throws Exception {
        assertThat(post(body("assistant", false, "Bonjour"), "X-Vigie-Use-Case", "", "cookie", "a=b")
                        .statusCode())
                .isEqualTo(200);
        assertThat(here.model().received().getLast().headers())
                .doesNotContainKeys("x-vigie-use-case", "x-vigie-mission", "cookie", "x-api-key")
                .containsEntry("authorization", "Bearer upstream-key");
    }

    @Test
    void the_language_of_an_error_follows_the_client() throws Exception {
        String french = error(post(body("inconnu", false, "x"))).getString("message");
        String english = error(post(body("inconnu", false, "x"), "accept-language", "en-GB,en;q=0.8"))
                .getString("message");
        assertThat(french).isNotEqualTo(english);
    }

    @Test
    void the_builtin_engine_says_what_it_is() throws Exception {
        String text =
                ("Le comité a validé le budget. Les travaux commenceront en mars. Le budget couvre les travaux de "
                                + "la tour. La direction a remercié les équipes. Un point sera fait en avril sur le budget. ")
                        .repeat(2);
        HttpResponse<String> response = post(body("extractif", true, "Résume : " + text));
        assertThat(response.body()).contains("data: [DONE]").contains("modèle");
    }

    @Test
    void a_client_that_goes_away_cancels_the_provider_within_a_second() throws Exception {
        int before = here.model().cancelled();
        URI url = here.vigie().url();
        String json = body("fake-stall-3", true, "Bonjour");
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + Installation.KEY + "\r\nContent-Type: application/json\r\nContent-Length: "
                                    + json.length() + "\r\n\r\n" + json)
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(15), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
        }
        long gone = System.nanoTime();
        while (here.model().cancelled() == before && System.nanoTime() - gone < 3_000_000_000L) Thread.sleep(5);
        assertThat(here.model().cancelled()).isGreaterThan(before);
        assertThat(Duration.ofNanos(System.nanoTime() - gone)).isLessThan(Duration.ofSeconds(1));
    }
}
