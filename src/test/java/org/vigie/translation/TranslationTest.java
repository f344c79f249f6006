package org.vigie.translation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.exchange.Dialect;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** What the golden files do not show: any cut of a stream, what is refused, faults of a provider. */
class TranslationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Terms TERMS = new Terms(Optional.empty(), false, InstantSource.system());
    private static final String LETTERS = "abc é€🙂\\\"\n[]_{}";

    private static Translation translation(Dialect client, Dialect provider, String request) {
        return Translation.of(client, provider, TERMS, request.getBytes(UTF_8));
    }

    private static Translation translation(Dialect client, Dialect provider) {
        return translation(client, provider, client == Dialect.RESPONSES ? "{\"input\":\"x\"}" : "{\"messages\":[]}");
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int[] letters = LETTERS.codePoints().toArray();
        for (int i = random.nextInt(60); i >= 0; i--) text.appendCodePoint(letters[random.nextInt(letters.length)]);
        return text.toString();
    }

    /** Cuts anywhere, also within a surrogate pair. */
    private static List<String> cut(String text, Random random) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int next = Math.min(text.length(), at + random.nextInt(6));
            pieces.add(text.substring(at, next));
            at = next;
        }
        return pieces;
    }

    private static ObjectNode chunk(ObjectNode delta) {
        ObjectNode chunk =
                JSON.createObjectNode().put("id", "c").put("created", 1).put("model", "m");
        ObjectNode choice =
                chunk.putArray("choices").addObject().put("index", 0).putNull("finish_reason");
        choice.set("delta", delta);
        return chunk;
    }

    private static ObjectNode finish() {
        ObjectNode last = chunk(JSON.createObjectNode());
        ((ObjectNode) last.path("choices").path(0)).put("finish_reason", "stop");
        return last;
    }

    private static ObjectNode call(int index, String arguments) {
        ObjectNode delta = JSON.createObjectNode();
        delta.putArray("tool_calls")
                .addObject()
                .put("index", index)
                .put("id", "call_" + index)
                .putObject("function")
                .put("name", "f" + index)
                .put("arguments", arguments);
        return delta;
    }

    /** Text first, then calls whose deltas come in any mixture; each keeps its own order. */
    private static List<ObjectNode> chatStream(String text, List<String> calls, Random random) {
        List<ObjectNode> events = new ArrayList<>();
        cut(text, random)
                .forEach(piece -> events.add(chunk(JSON.createObjectNode().put("content", piece))));
        List<List<String>> rest = new ArrayList<>();
        calls.forEach(arguments -> rest.add(new ArrayList<>(cut(arguments, random))));
        while (rest.stream().anyMatch(pieces -> !pieces.isEmpty())) {
            int index = random.nextInt(rest.size());
            if (!rest.get(index).isEmpty()) {
                events.add(chunk(call(index, rest.get(index).removeFirst())));
            }
        }
        events.add(finish());
        return events;
    }

    private static List<ObjectNode> messagesStream(String text, List<String> calls, Random random) {
        List<ObjectNode> events = new ArrayList<>();
        ObjectNode start = JSON.createObjectNode().put("type", "message_start");
        start.putObject("message").put("id", "msg_1").put("model", "m");
        events.add(start);
        block(events, 0, "text", text, random);
        for (int i = 0; i < calls.size(); i++) block(events, i + 1, "tool_use", calls.get(i), random);
        ObjectNode delta = JSON.createObjectNode().put("type", "message_delta");
        delta.putObject("delta").put("stop_reason", "end_turn");
        events.add(delta);
        events.add(JSON.createObjectNode().put("type", "message_stop"));
        return events;
    }

    private static void block(List<ObjectNode> events, int index, String type, String text, Random random) {
        ObjectNode start =
                JSON.createObjectNode().put("type", "content_block_start").put("index", index);
        start.putObject("content_block").put("type", type).put("id", "call_" + (index - 1));
        events.add(start);
        boolean isText = type.equals("text");
        cut(text, random).forEach(piece -> {
            ObjectNode delta =
                    JSON.createObjectNode().put("type", "content_block_delta").put("index", index);
            delta.putObject("delta")
                    .put("type", isText ? "text_delta" : "input_json_delta")
                    .put(isText ? "text" : "partial_json", piece);
            events.add(delta);
        });
        events.add(JSON.createObjectNode().put("type", "content_block_stop").put("index", index));
    }

    private static String objectWith(String text) {
        return JSON.createObjectNode().put("a", text).toString();
    }

    /** What a client makes of a stream: its text, and each call's arguments. */
    private static List<String> heard(Dialect client, List<byte[]> events) throws IOException {
        List<StringBuilder> heard = new ArrayList<>();
        heard.add(new StringBuilder());
        for (byte[] bytes : events) {
            JsonNode event = JSON.readTree(bytes);
            switch (client) {
                case CHAT_COMPLETIONS -> {
                    JsonNode delta = event.path("choices").path(0).path("delta");
                    heard.getFirst().append(delta.path("content").asText());
                    JsonNode call = delta.path("tool_calls").path(0);
                    if (!call.isMissingNode()) {
                        at(heard, call.path("index").asInt() + 1)
                                .append(call.path("function").path("arguments").asText());
                    }
                }
                case MESSAGES -> {
                    JsonNode delta = event.path("delta");
                    heard.getFirst().append(delta.path("text").asText());
                    if (event.path("content_block").path("type").asText().equals("tool_use")) {
                        heard.add(new StringBuilder());
                    }
                    heard.getLast().append(delta.path("partial_json").asText());
                }
                case RESPONSES -> {
                    switch (event.path("type").asText()) {
                        case "response.output_text.delta" ->
                            heard.getFirst().append(event.path("delta").asText());
                        case "response.function_call_arguments.done" ->
                            heard.add(new StringBuilder(event.path("arguments").asText()));
                        default -> {}
                    }
                }
                default -> throw new IllegalArgumentException(client.name());
            }
        }
        return heard.stream().map(StringBuilder::toString).toList();
    }

    private static StringBuilder at(List<StringBuilder> heard, int index) {
        while (heard.size() <= index) heard.add(new StringBuilder());
        return heard.get(index);
    }

    @ParameterizedTest
    @CsvSource({
        "MESSAGES, CHAT_COMPLETIONS",
        "RESPONSES, CHAT_COMPLETIONS",
        "CHAT_COMPLETIONS, MESSAGES",
        "RESPONSES, MESSAGES"
    })
    void a_stream_says_the_same_however_it_is_cut(Dialect client, Dialect provider) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            String text = randomText(random);
            List<String> calls = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) calls.add(objectWith(randomText(random)));
            List<ObjectNode> native_ = provider == Dialect.MESSAGES
                    ? messagesStream(text, calls, random)
                    : chatStream(text, calls, random);
            Translation.Stream stream = translation(client, provider).stream();
            List<byte[]> out = new ArrayList<>();
            List<byte[]> packet = new ArrayList<>();
            for (ObjectNode event : native_) {
                packet.add(Json.bytes(event));
                if (random.nextBoolean()) {
                    out.addAll(stream.events(packet));
                    packet.clear();
                }
            }
            out.addAll(stream.events(packet));
            out.addAll(stream.end());
            List<String> heard = heard(client, out);
            assertThat(heard.getFirst()).as("seed %d, round %d", seed, round).isEqualTo(text);
            assertThat(heard.subList(1, heard.size()))
                    .as("seed %d, round %d", seed, round)
                    .containsExactlyInAnyOrderElementsOf(calls);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHAT_COMPLETIONS | {'messages':[],'n':2} | n
            CHAT_COMPLETIONS | {'messages':[],'logprobs':true} | logprobs
            CHAT_COMPLETIONS | {'messages':[],'frequency_penalty':0.5} | frequency_penalty
            CHAT_COMPLETIONS | {'messages':[],'logit_bias':{'5':1}} | logit_bias
            CHAT_COMPLETIONS | {'messages':[],'response_format':{'type':'json_object'}} | response_format.type
            CHAT_COMPLETIONS | {'messages':[],'modalities':['text','audio']} | modalities
            CHAT_COMPLETIONS | {'messages':[],'unheard_of':{'a':1}} | unheard_of
            CHAT_COMPLETIONS | {'messages':[{'role':'user','content':[{'type':'input_audio'}]}]} | messages[0].content[0].type
            CHAT_COMPLETIONS | {'messages':[{'role':'user','content':[{'type':'file','file':{'file_id':'f'}}]}]} | messages[0].content[0].file
            CHAT_COMPLETIONS | {'messages':[],'tools':[{'type':'custom'}]} | tools[0].type
            MESSAGES | {'messages':[],'top_k':4} | top_k
            MESSAGES | {'messages':[],'mcp_servers':[{'url':'x'}]} | mcp_servers
            MESSAGES | {'messages':[],'tools':[{'type':'web_search_20250305','name':'w'}]} | tools[0].type
            MESSAGES | {'messages':[{'role':'user','content':[{'type':'image','source':{'type':'file','file_id':'f'}}]}]} | messages[0].content[0].source.type
            RESPONSES | {'input':'x','top_logprobs':3} | top_logprobs
            RESPONSES | {'input':'x','prompt':{'id':'p'}} | prompt
            RESPONSES | {'input':'x','tools':[{'type':'web_search'}]} | tools[0].type
            RESPONSES | {'input':[{'type':'item_reference','id':'i'}]} | input[0].type
            """)
    void what_has_no_counterpart_is_refused_by_its_name(Dialect client, String request, String place) {
        Dialect provider = client == Dialect.CHAT_COMPLETIONS ? Dialect.MESSAGES : Dialect.CHAT_COMPLETIONS;
        assertThatThrownBy(() -> translation(client, provider, request.replace('\'', '"')))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem()).isInstanceOf(Problem.Malformed.class);
                    assertThat(((Problem.Malformed) refused.problem()).place()).isEqualTo(place);
                });
    }

    @Test
    void an_error_within_a_stream_has_the_form_of_the_stream() throws IOException {
        byte[] words = json("{'error':{'message':'no','type':'server_error','code':null}}");
        Translation.Stream stream = translation(Dialect.RESPONSES, Dialect.CHAT_COMPLETIONS).stream();
        assertThat(JSON.readTree(stream.broken(502, words))
                        .path("error")
                        .path("message")
                        .asText())
                .isEqualTo("no");
        stream.events(List.of(Json.bytes(chunk(JSON.createObjectNode().put("content", "a")))));
        assertThat(JSON.readTree(stream.broken(502, words)))
                .isEqualTo(JSON.readTree(json(
                        "{'type':'error','sequence_number':5,'code':'api_error'," + "'message':'no','param':null}")));
    }

    @Test
    void an_answer_that_is_none_is_a_fault() {
        Translation translation = translation(Dialect.MESSAGES, Dialect.CHAT_COMPLETIONS);
        assertThatThrownBy(() -> translation.whole(json("{'error':{'message':'no'}}")))
                .isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> translation.whole(json("{'choices':[{'finish_reason':'tool_calls','message':{"
                        + "'tool_calls':[{'id':'c','function':{'name':'f','arguments':'{'}}]}}]}")))
                .isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> translation.stream().end()).isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void a_count_is_estimated_from_what_is_read() throws IOException {
        byte[] request = json("{'model':'not-counted','messages':[{'role':'user','content':[{'type':'text',"
                + "'text':'12345678'},{'type':'image','source':{'type':'base64','media_type':'','data':'"
                + "A".repeat(10_000) + "'}}]}]}");
        // user, text, 12345678, image, base64: 4 + 4 + 8 + 5 + 6 bytes
        assertThat(JSON.readTree(Translation.estimatedCount(request))
                        .path("input_tokens")
                        .asInt())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            -     | -                                          | 4096 | 0
            900   | -                                          | 900  | 0
            -     | 'reasoning_effort':'high'                  | 20480 | 16384
            30000 | 'reasoning_effort':'high'                  | 30000 | 15000
            900   | 'max_tokens':70                            | 70   | 0
            -     | 'max_tokens':70,'reasoning_effort':'high'  | 70   | 0
            """)
    void the_answers_limit_is_the_clients_else_the_models(
            @Nullable Integer model, @Nullable String asked, int limit, int thinking) throws IOException {
        Terms terms = new Terms(Optional.ofNullable(model), false, InstantSource.system());
        byte[] request = json("{'messages':[{'role':'user','content':'x'}]" + (asked == null ? "" : "," + asked) + "}");
        JsonNode sent = JSON.readTree(Translation.of(Dialect.CHAT_COMPLETIONS, Dialect.MESSAGES, terms, request)
                .request());
        assertThat(sent.path("max_tokens").asInt()).isEqualTo(limit);
        assertThat(sent.path("thinking").path("budget_tokens").asInt()).isEqualTo(thinking);
    }

    @Test
    void newer_models_of_openai_get_the_limit_under_its_newer_name() throws IOException {
        byte[] request = json("{'model':'m','max_tokens':5,'messages':[{'role':'user','content':'x'}]}");
        Terms terms = new Terms(Optional.empty(), true, InstantSource.system());
        JsonNode sent = JSON.readTree(Translation.of(Dialect.MESSAGES, Dialect.CHAT_COMPLETIONS, terms, request)
                .request());
        assertThat(sent.path("max_completion_tokens").asInt()).isEqualTo(5);
        assertThat(sent.has("max_tokens")).isFalse();
    }

    @Test
    void every_other_pair_is_said_not_to_exist() {
        for (Dialect same : Dialect.values())
            assertThat(Translation.between(same, same)).isFalse();
        assertThat(Translation.between(Dialect.EMBEDDINGS, Dialect.MESSAGES)).isFalse();
        assertThat(Translation.between(Dialect.COUNT_TOKENS, Dialect.CHAT_COMPLETIONS))
                .isFalse();
        assertThat(Translation.between(Dialect.MESSAGES, Dialect.RESPONSES)).isFalse();
    }
}
