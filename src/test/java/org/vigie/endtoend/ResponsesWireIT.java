package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenAI's responses, event by event, between a client and a provider that follows a script. */
class ResponsesWireIT {
    @RegisterExtension
    static final ScriptedSite SITE = new ScriptedSite();

    private static final String RESPONSES = "/v1/responses";
    private static final String EMAIL = "olive.petit@client.example";

    private static String ask(String input, String more) {
        return "{\"model\":\"scripted\",\"input\":\"" + input + "\"" + more + "}";
    }

    private static String response(String status, String text) {
        return "{\"id\":\"resp_1\",\"object\":\"response\",\"created_at\":1,\"status\":\"" + status
                + "\",\"error\":null,\"model\":\"up\",\"output\":[{\"type\":\"message\",\"id\":\"msg_1\",\"status\":\"completed\","
                + "\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"" + text
                + "\",\"annotations\":[]}]}],\"usage\":{\"input_tokens\":12,\"output_tokens\":4,\"total_tokens\":16}}";
    }

    private static String event(String type, int number, String more) {
        return "{\"type\":\"" + type + "\",\"sequence_number\":" + number + more + "}";
    }

    private static String delta(int number, String text) {
        return event(
                "response.output_text.delta",
                number,
                ",\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":\"" + text + "\"");
    }

    /** A stream whose text comes in these pieces. */
    private static List<String> stream(List<String> pieces) {
        List<String> events = new ArrayList<>();
        events.add(event(
                "response.created", 0, ",\"response\":{\"id\":\"resp_1\",\"status\":\"in_progress\",\"output\":[]}"));
        for (String piece : pieces) events.add(delta(events.size(), piece));
        String text = String.join("", pieces);
        events.add(event(
                "response.output_text.done",
                events.size(),
                ",\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"text\":\"" + text + "\""));
        events.add(event("response.completed", events.size(), ",\"response\":" + response("completed", text)));
        return events;
    }

    private static String named(String payload) {
        return "event: " + new JsonObject(payload).getString("type") + "\ndata: " + payload + "\n\n";
    }

    @Test
    void a_stream_keeps_the_names_the_numbers_and_the_bytes_of_its_events() {
        List<String> events = stream(List.of("Bon", "jour \\u00e9 🦊"));
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            for (String event : events) reply.packet(named(event));
            reply.end();
        });
        HttpResponse<String> seen = SITE.post(RESPONSES, ask("Bonjour", ",\"stream\":true"));
        assertThat(seen.body())
                .isEqualTo(events.stream().map(ResponsesWireIT::named).collect(Collectors.joining()));
        String id = seen.headers().firstValue("x-request-id").orElseThrow();
        assertThat(new JsonObject(SITE.get("/api/v1/requests/" + id).body()).getJsonObject("tokens"))
                .isEqualTo(TokensTold.of(12, 4));
    }

    @Test
    void restored_events_are_numbered_without_a_gap_and_agree_with_the_whole() {
        SITE.upstream().does((asked, reply) -> {
            String place = asked.placeholder();
            reply.stream();
            for (String event : stream(List.of("À ", place.substring(0, 5), place.substring(5), " [[PER"))) {
                reply.packet(named(event));
            }
            reply.end();
        });
        HttpResponse<String> seen = SITE.post(RESPONSES, ask("Écris à " + EMAIL, ",\"stream\":true"));
        List<JsonObject> events =
                ScriptedSite.payloads(seen).stream().map(JsonObject::new).toList();
        for (int at = 0; at < events.size(); at++) {
            assertThat(events.get(at).getInteger("sequence_number")).isEqualTo(at);
        }
        String streamed = events.stream()
                .filter(event -> event.getString("type").equals("response.output_text.delta"))
                .map(event -> event.getString("delta"))
                .collect(Collectors.joining());
        assertThat(streamed).isEqualTo("À " + EMAIL + " [[PER");
        assertThat(events.get(events.size() - 2).getString("text")).isEqualTo(streamed);
        assertThat(events.getLast().encode()).contains(streamed);
    }

    @Test
    void a_whole_answer_keeps_its_bytes_and_its_error_that_is_none() {
        String answer = response("completed", "Bon\\u006aour");
        SITE.upstream().does((_, reply) -> reply.json(200, answer));
        assertThat(SITE.post(RESPONSES, ask("Bonjour", "")).body()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"store\":true", ",\"store\":null", ",\"store\":false"})
    void nothing_is_stored_at_the_provider(String more) {
        SITE.upstream().does((_, reply) -> reply.json(200, response("completed", "ok")));
        assertThat(SITE.post(RESPONSES, ask("Bonjour", more)).statusCode()).isEqualTo(200);
        assertThat(new JsonObject(SITE.upstream().asked().text()).getBoolean("store"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "previous_response_id | \"resp_1\"",
                "conversation | \"conv_1\"",
                "conversation | {\"id\":\"conv_1\"}",
                "background | true"
            })
    void what_rests_on_something_stored_there_is_refused(String field, String value) {
        int before = SITE.upstream().served();
        HttpResponse<String> seen = SITE.post(RESPONSES, ask("Bonjour", ",\"" + field + "\":" + value));
        assertThat(seen.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(seen.body()).getJsonObject("error").getString("param"))
                .isEqualTo(field);
        assertThat(SITE.upstream().served()).isEqualTo(before);
    }

    @Test
    void a_response_that_failed_is_complete_and_says_so() {
        List<String> events = List.of(
                event(
                        "response.created",
                        0,
                        ",\"response\":{\"id\":\"resp_1\",\"status\":\"in_progress\",\"output\":[]}"),
                event(
                        "response.failed",
                        1,
                        ",\"response\":{\"id\":\"resp_1\",\"status\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":\"Boum\"},\"output\":[]}"));
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            for (String event : events) reply.packet(named(event));
            reply.end();
        });
        HttpResponse<String> seen = SITE.post(RESPONSES, ask("Bonjour", ",\"stream\":true"));
        assertThat(ScriptedSite.payloads(seen)).isEqualTo(events);
    }

    @Test
    void a_stream_that_was_cut_ends_with_an_error_event_in_its_turn() {
        List<String> events = stream(List.of("Bon", "jour")).subList(0, 3);
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            for (String event : events) reply.packet(named(event));
            reply.end();
        });
        HttpResponse<String> seen = SITE.post(RESPONSES, ask("Bonjour", ",\"stream\":true"));
        List<String> payloads = ScriptedSite.payloads(seen);
        assertThat(payloads).hasSize(4).startsWith(events.toArray(String[]::new));
        assertThat(seen.body()).contains("event: error\ndata: ").doesNotContain("event: \n");
        JsonObject last = new JsonObject(payloads.getLast());
        assertThat(last.getString("type")).isEqualTo("error");
        assertThat(last.getInteger("sequence_number")).isEqualTo(3);
        assertThat(last.getString("code")).isEqualTo("upstream_failed");
        assertThat(last.getString("message")).isNotBlank();
    }
}
