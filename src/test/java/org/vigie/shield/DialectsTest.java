package org.vigie.shield;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.catalog.Target;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.detection.Detector;
import org.vigie.detection.StaffDirectory;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.ModelRequest;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Problem;
import org.vigie.kernel.Problem.Refusal;
import org.vigie.kernel.ProblemException;
import org.vigie.opinion.SecondOpinion;

/** The shield at work in the dialects besides chat completions, which {@link ShieldTest} has. */
final class DialectsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[[^\\]]+]]");
    private static final String EMAIL = "jeanne.moreau@example.org";

    private final Shield shield = new Shield(new Detector(StaffDirectory.EMPTY), SecondOpinion.NONE, new byte[32]);

    private static Target target() {
        Model model = new Model(
                "m",
                "upstream",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Target(
                new Provider(
                        "p",
                        "P",
                        Provider.Kind.OPENAI,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Provider.Api.values()),
                        Optional.empty(),
                        VigieConfiguration.Connection.DEFAULT,
                        Zone.INTERNAL,
                        DataClass.C2,
                        List.of(model)),
                model);
    }

    private static ModelRequest request(Dialect dialect, String json) {
        return ModelRequest.parse(dialect, Map.of(), json.getBytes(UTF_8));
    }

    private ClearedPrompt clear(Dialect dialect, String json) {
        return shield.clear(shield.inspect(request(dialect, json)), target(), "scope");
    }

    private static String sent(ClearedPrompt prompt) {
        return new String(prompt.body(), UTF_8);
    }

    private static String placeholder(ClearedPrompt prompt) {
        Matcher matcher = PLACEHOLDER.matcher(sent(prompt));
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static List<JsonNode> restored(ClearedPrompt prompt, List<String> events) throws Exception {
        ReplyRestorer restorer = prompt.restorer();
        List<byte[]> out = new ArrayList<>();
        for (String event : events) out.addAll(restorer.events(List.of(event.getBytes(UTF_8))));
        out.addAll(restorer.end());
        List<JsonNode> read = new ArrayList<>();
        for (byte[] event : out) read.add(JSON.readTree(event));
        return read;
    }

    private static String joined(List<JsonNode> events, String... field) {
        StringBuilder text = new StringBuilder();
        for (JsonNode event : events) {
            JsonNode at = event;
            for (String step : field) at = at.path(step);
            text.append(at.asText(""));
        }
        return text.toString();
    }

    @Test
    void a_message_keeps_its_bytes_but_for_what_was_found() {
        String json =
                "{\"model\":\"m\",\"max_tokens\":12345678901234567890,\"system\":[{\"type\":\"text\",\"text\":\"Écris à "
                        + EMAIL + ".\"}],\"messages\":[{\"role\":\"user\",\"content\":\"Bonjour\"}],\"x\" : { }}";
        ClearedPrompt prompt = clear(Dialect.MESSAGES, json);
        assertThat(sent(prompt))
                .isEqualTo(
                        json.replace(EMAIL, placeholder(prompt)).replace("\"model\":\"m\"", "\"model\":\"upstream\""));
    }

    @Test
    void a_stream_of_messages_is_restored_however_it_is_cut() throws Exception {
        ClearedPrompt prompt = clear(
                Dialect.MESSAGES,
                "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"" + EMAIL + "\"}]}");
        String text = "À : " + placeholder(prompt);
        for (int cut = 0; cut <= text.length(); cut++) {
            List<JsonNode> events = restored(
                    prompt,
                    List.of(
                            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}}",
                            "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
                            textDelta(text.substring(0, cut)),
                            textDelta(text.substring(cut)),
                            "{\"type\":\"content_block_stop\",\"index\":0}",
                            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":7}}",
                            "{\"type\":\"message_stop\"}"));
            assertThat(joined(events, "delta", "text")).isEqualTo("À : " + EMAIL);
            List<String> types =
                    events.stream().map(event -> event.path("type").asText()).toList();
            assertThat(types.subList(types.size() - 3, types.size()))
                    .containsExactly("content_block_stop", "message_delta", "message_stop");
        }
    }

    private static String textDelta(String text) {
        return "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text
                + "\"}}";
    }

    @Test
    void what_a_text_still_holds_back_comes_before_its_block_ends() throws Exception {
        ClearedPrompt prompt = clear(
                Dialect.MESSAGES,
                "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"" + EMAIL + "\"}]}");
        String half = placeholder(prompt).substring(0, 6);
        List<JsonNode> events =
                restored(prompt, List.of(textDelta(half), "{\"type\":\"content_block_stop\",\"index\":0}"));
        assertThat(joined(events, "delta", "text")).isEqualTo(half);
        assertThat(events.getLast().path("type").asText()).isEqualTo("content_block_stop");
    }

    @Test
    void a_tools_input_is_restored_as_json_within_json() throws Exception {
        String named = "O'Neil \\\"Jo\\\" " + EMAIL;
        ClearedPrompt prompt = clear(
                Dialect.MESSAGES,
                "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"" + named + "\"}]}");
        String arguments = "{\\\"to\\\":\\\"" + placeholder(prompt) + "\\\"}";
        List<JsonNode> events = restored(
                prompt,
                List.of(
                        "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\""
                                + arguments + "\"}}",
                        "{\"type\":\"content_block_stop\",\"index\":1}"));
        assertThat(JSON.readTree(joined(events, "delta", "partial_json"))
                        .path("to")
                        .asText())
                .contains(EMAIL);
    }

    @Test
    void signed_thinking_passes_as_it_is_and_is_refused_when_it_holds_a_finding() {
        String json =
                "{\"model\":\"m\",\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"%s\",\"signature\":\"EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pkiMOYds\"}]},{\"role\":\"user\",\"content\":\"oui\"}]}";
        String harmless = json.formatted("Je réponds en deux points.");
        assertThat(sent(clear(Dialect.MESSAGES, harmless))).isEqualTo(harmless.replace("\"m\"", "\"upstream\""));
        assertThatThrownBy(() -> clear(Dialect.MESSAGES, json.formatted("Son adresse est " + EMAIL)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem())
                                .isInstanceOfSatisfying(
                                        Refusal.class,
                                        why -> assertThat(why.reason())
                                                .isEqualTo(Refusal.Reason.CONTENT_NOT_EXAMINABLE)));
    }

    @Test
    void a_signature_counts_only_where_signatures_stand() {
        ClearedPrompt prompt = clear(
                Dialect.MESSAGES,
                "{\"model\":\"m\",\"signature\":\"" + EMAIL
                        + "\",\"messages\":[{\"role\":\"user\",\"content\":\"oui\"}]}");
        assertThat(sent(prompt)).doesNotContain(EMAIL);
    }

    @Test
    void what_is_no_text_in_a_message_is_named() {
        assertThat(request(
                                Dialect.MESSAGES,
                                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"iVBORw0KGgo\"}},{\"type\":\"document\",\"source\":{\"type\":\"url\",\"url\":\"https://example.org/a.pdf\"}},{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"bonjour\"}},{\"type\":\"new_kind\"}]}]}")
                        .unreadable())
                .containsExactlyInAnyOrder("image", "data", "source:base64", "source:url", "new_kind");
    }

    @Test
    void a_response_is_never_stored_at_the_provider() {
        assertThat(sent(clear(Dialect.RESPONSES, "{\"model\":\"m\",\"input\":\"bonjour\"}")))
                .isEqualTo("{\"store\":false,\"model\":\"upstream\",\"input\":\"bonjour\"}");
        assertThat(sent(clear(Dialect.RESPONSES, "{\"model\":\"m\",\"store\":null,\"input\":\"bonjour\"}")))
                .isEqualTo("{\"model\":\"upstream\",\"store\":false,\"input\":\"bonjour\"}");
        for (String stored : List.of(
                "\"previous_response_id\":\"resp_1\"", "\"background\":true", "\"conversation\":{\"id\":\"conv_1\"}")) {
            assertThatThrownBy(() -> request(Dialect.RESPONSES, "{\"model\":\"m\",\"input\":\"oui\"," + stored + "}"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem()).isInstanceOf(Problem.Malformed.class));
        }
    }

    @Test
    void a_stream_of_a_response_is_restored_and_its_events_stay_counted() throws Exception {
        ClearedPrompt prompt =
                clear(Dialect.RESPONSES, "{\"model\":\"m\",\"stream\":true,\"input\":\"" + EMAIL + "\"}");
        String placeholder = placeholder(prompt);
        String half = placeholder.substring(0, 5);
        List<JsonNode> events = restored(
                prompt,
                List.of(
                        outputDelta(4, placeholder.substring(0, 3)),
                        outputDelta(5, placeholder.substring(3) + " " + half),
                        "{\"type\":\"response.output_text.done\",\"sequence_number\":6,\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"text\":\""
                                + placeholder + " " + half + "\"}",
                        "{\"type\":\"response.completed\",\"sequence_number\":7,\"response\":{\"output\":[{\"content\":[{\"type\":\"output_text\",\"text\":\""
                                + placeholder + "\"}]}],\"usage\":{\"input_tokens\":3,\"output_tokens\":4}}}"));
        assertThat(joined(events, "delta")).isEqualTo(EMAIL + " " + half);
        assertThat(events.stream().map(event -> event.path("sequence_number").asInt()))
                .containsExactly(4, 5, 6, 7, 8);
        assertThat(events.get(3).path("text").asText()).isEqualTo(EMAIL + " " + half);
        assertThat(events.getLast().toString()).contains(EMAIL).doesNotContain(placeholder);
    }

    private static String outputDelta(int sequence, String text) {
        return "{\"type\":\"response.output_text.delta\",\"sequence_number\":" + sequence
                + ",\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":\"" + text + "\"}";
    }

    @Test
    void texts_to_embed_are_masked_and_tokens_cannot_be_read() {
        assertThat(sent(clear(Dialect.EMBEDDINGS, "{\"model\":\"m\",\"input\":[\"" + EMAIL + "\"]}")))
                .doesNotContain(EMAIL);
        assertThat(request(Dialect.EMBEDDINGS, "{\"model\":\"m\",\"input\":[[1,2,3]]}")
                        .unreadable())
                .containsExactly("tokens");
    }

    @Test
    void tokens_that_a_stream_tells_in_two_places_are_told_once() {
        ReplyRestorer restorer = clear(
                        Dialect.MESSAGES, "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"oui\"}]}")
                .restorer();
        restorer.events(List.of(
                "{\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":9,\"cache_read_input_tokens\":100,\"output_tokens\":1}}}"
                        .getBytes(UTF_8),
                "{\"type\":\"message_delta\",\"usage\":{\"output_tokens\":42}}".getBytes(UTF_8)));
        assertThat(restorer.usage()).hasValueSatisfying(usage -> {
            assertThat(usage.input()).isEqualTo(109);
            assertThat(usage.output()).isEqualTo(42);
        });
    }
}
