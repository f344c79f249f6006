package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LETTER =
            "Écris un courriel à [[PERS_k7f2qx]] ([[MAIL_abc23d]]) pour son virement vers [[IBAN_zz9k2m]].";

    private static FakeModel model;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        model = FakeModel.start(Pace.NONE);
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        model.close();
    }

    @Test
    void lists_its_model() throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(model.baseUrl() + "/models")).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(JSON.readTree(response.body()).path("data").findValuesAsText("id"))
                .containsExactly("fake-small");
    }

    @Test
    void says_in_french_that_it_is_a_demonstration_and_uses_the_placeholders() throws Exception {
        String answer = answer("fake-small", LETTER);

        assertThat(answer)
                .startsWith("> **Modèle de démonstration.**")
                .contains("message de " + LETTER.length() + " caractères")
                .contains("J’écrirais à [[PERS_k7f2qx]].", "l’adresse [[MAIL_abc23d]].", "le compte [[IBAN_zz9k2m]]")
                .contains("### Brouillon", "Bonjour [[PERS_k7f2qx]],");
    }

    @Test
    void answers_in_english_to_english() throws Exception {
        assertThat(answer("fake-small", "Please write a letter to [[PERS_k7f2qx]] with the figures."))
                .startsWith("> **Demonstration model.**")
                .contains("I would write to [[PERS_k7f2qx]].", "Hello [[PERS_k7f2qx]],");
    }

    @Test
    void puts_placeholders_into_a_table_when_one_is_asked_for() throws Exception {
        assertThat(answer("fake-small", "Un tableau avec [[PERS_k7f2qx]] et [[PHONE_abcdef]]"))
                .contains("| Personne | [[PERS_k7f2qx]] | destinataire |", "| Téléphone | [[PHONE_abcdef]] | rappel |");
    }

    @Test
    void says_when_nothing_arrived_masked() throws Exception {
        assertThat(answer("fake-small", "Bonjour")).contains("Aucun élément ne m’est parvenu masqué.");
    }

    @Test
    void streams_what_it_would_answer_whole() throws Exception {
        List<String> data = events("fake-small", LETTER, ",\"stream_options\":{\"include_usage\":true}");

        assertThat(data.getLast()).isEqualTo("[DONE]");
        JsonNode usage = JSON.readTree(data.get(data.size() - 2));
        assertThat(usage.path("choices")).isEmpty();
        assertThat(usage.path("usage").path("total_tokens").asInt()).isPositive();
        assertThat(JSON.readTree(data.get(data.size() - 3))
                        .at("/choices/0/finish_reason")
                        .asText())
                .isEqualTo("stop");
        assertThat(data).hasSizeGreaterThan(30);
        assertThat(contentOf(data)).isEqualTo(answer("fake-small", LETTER));
    }

    @Test
    void gives_no_usage_in_a_stream_unless_asked() throws Exception {
        assertThat(events("fake-small", "Bonjour", "")).noneMatch(data -> data.contains("usage"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void a_stream_cut_into_packets_anywhere_says_the_same(int size) throws Exception {
        assertThat(contentOf(events("fake-bytes-" + size, LETTER, ""))).isEqualTo(answer("fake-small", LETTER));
    }

    @Test
    void echoes() throws Exception {
        String text = "Ça : « é 🧑‍🔧 » \\ \" fin";

        assertThat(answer("fake-echo", text)).isEqualTo(text);
        assertThat(contentOf(events("fake-echo", text, ""))).isEqualTo(text);
    }

    private static final String TOOLS = """
            ,"tools":[{"type":"function","function":{"name":"envoyer","parameters":{"type":"object","properties":{
            "destinataire":{"type":"string"},"adresse":{"type":"string"},"jours":{"type":"integer"},"urgent":{"type":"boolean"},
            "canal":{"enum":["courriel","lettre"]},"copies":{"type":"array","items":{"type":"string"}}}}}}]""";

    @Test
    void calls_a_tool_with_the_placeholders_when_asked() throws Exception {
        JsonNode choice = whole("fake-small", "Utilise l’outil pour " + LETTER + " dans 12 jours", TOOLS);

        assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");
        JsonNode function = choice.at("/message/tool_calls/0/function");
        assertThat(function.path("name").asText()).isEqualTo("envoyer");
        assertThat(JSON.readTree(function.path("arguments").asText())).isEqualTo(JSON.readTree("""
                        {"destinataire":"[[PERS_k7f2qx]]","adresse":"[[MAIL_abc23d]]","jours":12,"urgent":true,
                        "canal":"courriel","copies":["[[IBAN_zz9k2m]]"]}"""));
    }

    @Test
    void streams_a_tool_call_in_pieces() throws Exception {
        List<String> data = events("fake-small", "Appelle envoyer pour [[PERS_k7f2qx]]", TOOLS);
        StringBuilder arguments = new StringBuilder();
        for (String event : data.subList(0, data.size() - 1)) {
            arguments.append(JSON.readTree(event)
                    .at("/choices/0/delta/tool_calls/0/function/arguments")
                    .asText(""));
        }

        assertThat(JSON.readTree(data.getFirst())
                        .at("/choices/0/delta/tool_calls/0/function/name")
                        .asText())
                .isEqualTo("envoyer");
        assertThat(JSON.readTree(arguments.toString()).path("destinataire").asText())
                .isEqualTo("[[PERS_k7f2qx]]");
        assertThat(data.get(data.size() - 2)).contains("\"finish_reason\":\"tool_calls\"");
    }

    @Test
    void leaves_tools_alone_when_none_is_asked_for_or_one_has_answered() throws Exception {
        assertThat(whole("fake-small", "Bonjour", TOOLS).path("finish_reason").asText())
                .isEqualTo("stop");
        String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Utilise l’outil\"},"
                + "{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":\"fait pour [[PERS_k7f2qx]]\"}]" + TOOLS + "}";
        assertThat(JSON.readTree(post(body).body())
                        .at("/choices/0/message/content")
                        .asText())
                .contains("L’outil a répondu : « fait pour [[PERS_k7f2qx]] ».", "J’écrirais à [[PERS_k7f2qx]].");
    }

    @ParameterizedTest
    @CsvSource({"fake-500, 500, fake_500", "fake-429, 429, fake_429", "fake-401, 401, fake_401"})
    void fails_with_the_status_that_the_name_asks_for(String name, int status, String code) throws Exception {
        HttpResponse<String> response = post(body(name, "x", ""));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(response.body()).at("/error/code").asText()).isEqualTo(code);
        assertThat(response.headers().firstValue("retry-after").isPresent()).isEqualTo(status == 429);
    }

    @Test
    void fails_as_a_proxy_in_between_would() throws Exception {
        HttpResponse<String> response = post(body("fake-html-503", "x", ""));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("content-type")).contains("text/html");
    }

    @Test
    void cuts_a_stream_after_some_chunks_and_an_answer_in_its_middle() throws Exception {
        // HttpURLConnection, because HttpClient throws away what it has read when it sees the cut.
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(model.baseUrl() + "/chat/completions").toURL().openConnection();
        connection.setDoOutput(true);
        connection
                .getOutputStream()
                .write(body("fake-cut-4", "x", ",\"stream\":true").getBytes(StandardCharsets.UTF_8));
        StringBuilder read = new StringBuilder();

        try (InputStream stream = connection.getInputStream()) {
            assertThatThrownBy(() -> {
                        for (int b; (b = stream.read()) >= 0; ) read.append((char) b);
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(read.toString().split("\n\n")).hasSize(4);
        assertThatThrownBy(() -> post(body("fake-cut", "x", ""))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> post(body("fake-dead", "x", ""))).isInstanceOf(IOException.class);
    }

    @Test
    void stalls_until_the_client_goes_away_and_counts_it() throws Exception {
        int before = model.cancelled();
        try (InputStream stream =
                open(body("fake-stall", "x", ",\"stream\":true")).body()) {
            assertThat(new String(stream.readNBytes(5), StandardCharsets.UTF_8)).isEqualTo("data:");
            assertThat(model.underWay()).isEqualTo(1);
        }
        HttpRequest impatient = HttpRequest.newBuilder(URI.create(model.baseUrl() + "/chat/completions"))
                .timeout(Duration.ofMillis(300))
                .POST(HttpRequest.BodyPublishers.ofString(body("fake-stall", "x", "")))
                .build();
        assertThatThrownBy(() -> client.send(impatient, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);

        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (model.cancelled() < before + 2 && System.nanoTime() < until) Thread.sleep(10);
        assertThat(model.cancelled()).isEqualTo(before + 2);
        assertThat(model.underWay()).isZero();
    }

    @Test
    void ends_a_stream_by_an_error_event() throws Exception {
        List<String> data = events("fake-error-in-stream", "x", "");

        assertThat(JSON.readTree(data.getLast()).at("/error/code").asText()).isEqualTo("fake_error");
    }

    @Test
    void keeps_its_pace() throws Exception {
        try (FakeModel slow = FakeModel.start(new Pace(Duration.ofMillis(100), Duration.ofMillis(5)))) {
            long start = System.nanoTime();
            HttpRequest request = HttpRequest.newBuilder(URI.create(slow.baseUrl() + "/chat/completions"))
                    .POST(HttpRequest.BodyPublishers.ofString(
                            body("fake-echo", "0123456789".repeat(10), ",\"stream\":true")))
                    .build();
            client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
        }
    }

    @Test
    void records_requests_only_when_asked() throws Exception {
        try (FakeModel recorded = FakeModel.start(Pace.NONE)) {
            send(recorded, "{\"model\":\"m\",\"n\":1}");
            recorded.record();
            send(recorded, "{\"model\":\"m\",\"n\":2}");

            assertThat(recorded.served()).isEqualTo(2);
            assertThat(recorded.received()).singleElement().satisfies(request -> {
                assertThat(request.body()).isEqualTo("{\"model\":\"m\",\"n\":2}");
                assertThat(request.path()).isEqualTo("/v1/chat/completions");
                assertThat(request.headers()).containsEntry("authorization", "Bearer k");
            });
        }
    }

    @Test
    void refuses_what_is_no_json_and_what_it_does_not_serve() throws Exception {
        assertThat(post("{").statusCode()).isEqualTo(400);
        assertThat(client.send(HttpRequest.newBuilder(model.baseUrl()).build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    private static String body(String name, String message, String more) throws IOException {
        return "{\"model\":\"" + name + "\",\"messages\":[{\"role\":\"system\",\"content\":\"sys\"},"
                + "{\"role\":\"user\",\"content\":" + JSON.writeValueAsString(message) + "}]" + more + "}";
    }

    private static String answer(String name, String message) throws Exception {
        return whole(name, message, "").at("/message/content").asText();
    }

    private static JsonNode whole(String name, String message, String more) throws Exception {
        HttpResponse<String> response = post(body(name, message, more));
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body()).at("/choices/0");
    }

    private static List<String> events(String name, String message, String more) throws Exception {
        String stream = post(body(name, message, ",\"stream\":true" + more)).body();
        List<String> data = new ArrayList<>();
        for (String event : stream.split("\n\n")) {
            assertThat(event).startsWith("data: ");
            data.add(event.substring("data: ".length()));
        }
        return data;
    }

    private static String contentOf(List<String> data) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String event : data) {
            if (!event.equals("[DONE]")) {
                content.append(
                        JSON.readTree(event).at("/choices/0/delta/content").asText(""));
            }
        }
        return content.toString();
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return send(model, body);
    }

    private static HttpResponse<String> send(FakeModel to, String body) throws Exception {
        return client.send(request(to, body), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<InputStream> open(String body) throws Exception {
        return client.send(request(model, body), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static HttpRequest request(FakeModel to, String body) {
        return HttpRequest.newBuilder(URI.create(to.baseUrl() + "/chat/completions"))
                .header("authorization", "Bearer k")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
