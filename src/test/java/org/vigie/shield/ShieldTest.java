package org.vigie.shield;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.catalog.Target;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.configuration.VigieConfiguration.Connection;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.detection.Detector;
import org.vigie.detection.Finding;
import org.vigie.detection.FindingType;
import org.vigie.detection.StaffDirectory;
import org.vigie.exchange.ChatChunk;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.JsonDocument;
import org.vigie.exchange.ModelRequest;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Secret;
import org.vigie.opinion.ModelFiles;
import org.vigie.opinion.SecondOpinion;

/** Requests in, what leaves, and answers back, byte for byte. */
class ShieldTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[[A-Z]+_[A-Za-z0-9_]+]]");
    private static final String EMAIL = "olive.petit@client.example";
    private static final String IBAN = "FR76 1009 6072 6421 4714 7820 706";

    private final Shield shield = new Shield(new Detector(StaffDirectory.EMPTY), SecondOpinion.NONE, new byte[32]);

    static Target target(String upstreamModel) {
        Model model = new Model(
                "m",
                upstreamModel,
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
                        Optional.<Secret>empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Provider.Api.values()),
                        Optional.empty(),
                        Connection.DEFAULT,
                        Zone.INTERNAL,
                        DataClass.C2,
                        List.of(model)),
                model);
    }

    private ClearedPrompt clear(String json) {
        Inspection found = shield.inspect(ModelRequest.parse(Dialect.CHAT_COMPLETIONS, Map.of(), json.getBytes(UTF_8)));
        return shield.clear(found, target("upstream"), "scope");
    }

    private static String sent(ClearedPrompt prompt) {
        return new String(prompt.body(), UTF_8);
    }

    private static List<String> placeholders(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) found.add(matcher.group());
        return found;
    }

    @Test
    void examines_every_string_wherever_it_stands() {
        String sent = sent(clear("""
                {"model":"m","user":"a@b.example","metadata":{"c@d.example":"e@f.example"},"unknown":[["g@h.example"]],
                 "tools":[{"type":"function","function":{"name":"f","description":"write to i@j.example",
                   "parameters":{"type":"object","properties":{"to":{"enum":["k@l.example"]}}}}}],
                 "messages":[{"role":"system","content":"m@n.example"},
                   {"role":"user","name":"o@p.example","content":[{"type":"text","text":"q@r.example"}]},
                   {"role":"assistant","tool_calls":[{"id":"1","type":"function",
                     "function":{"name":"f","arguments":"{\\"to\\":\\"s\\u0040t.example\\"}"}}]},
                   {"role":"tool","tool_call_id":"1","content":"u@v.example"}]}"""));
        assertThat(sent).doesNotContain("@").doesNotContain("u0040").doesNotContain(".example");
        assertThat(placeholders(sent)).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void a_second_opinion_masks_what_the_rules_leave_and_the_rest_stays_the_same(@TempDir Path directory) {
        String json = user("Le dossier de Zorblax Quintaff est prêt, écrire à " + EMAIL);
        assertThat(sent(clear(json))).contains("Zorblax Quintaff");
        Optional<VigieConfiguration.SecondOpinion> model =
                Optional.of(new VigieConfiguration.SecondOpinion(ModelFiles.wordPiece(directory), 10_000, 1));
        try (SecondOpinion opinion = SecondOpinion.start(model)) {
            opinion.awaitLoaded();
            Shield asking = new Shield(new Detector(StaffDirectory.EMPTY), opinion, new byte[32]);
            ModelRequest request = ModelRequest.parse(Dialect.CHAT_COMPLETIONS, Map.of(), json.getBytes(UTF_8));
            ClearedPrompt prompt = asking.clear(asking.inspect(request), target("upstream"), "scope");
            assertThat(sent(prompt))
                    .doesNotContain("Zorblax")
                    .doesNotContain("Quintaff")
                    .doesNotContain(EMAIL);
            assertThat(placeholders(sent(prompt))).hasSize(2);
        }
    }

    @Test
    void keeps_every_other_byte() {
        ClearedPrompt prompt = clear("{\"model\" : \"m\",\n \"messages\":[{\"role\":\"user\",\"content\":\"é " + EMAIL
                + " \\u00e9\"}], \"seed\":12345678901234567890,\"x\":1.0 }");
        String placeholder = placeholders(sent(prompt)).getFirst();
        assertThat(sent(prompt))
                .isEqualTo("{\"model\" : \"upstream\",\n \"messages\":[{\"role\":\"user\",\"content\":\"é "
                        + placeholder + " \\u00e9\"}], \"seed\":12345678901234567890,\"x\":1.0 }");
    }

    @Test
    void asks_every_stream_what_it_cost_and_stores_nothing() {
        assertThat(sent(clear("{\"model\":\"m\",\"stream\":true,\"store\":true,\"messages\":[]}")))
                .isEqualTo("{\"stream_options\":{\"include_usage\":true},\"model\":\"upstream\",\"stream\":true,"
                        + "\"store\":false,\"messages\":[]}");
        assertThat(sent(clear("{\"model\":\"m\",\"stream\":true,\"stream_options\":{},\"messages\":[]}")))
                .contains("\"stream_options\":{\"include_usage\":true}");
        assertThat(sent(clear("{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"x\":1},\"messages\":[]}")))
                .contains("\"stream_options\":{\"include_usage\":true,\"x\":1}");
        assertThat(sent(clear("{\"model\":\"m\",\"stream\":true,\"stream_options\":null,\"messages\":[]}")))
                .contains("\"stream_options\":{\"include_usage\":true}");
        assertThat(
                        sent(
                                clear(
                                        "{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":false},\"messages\":[]}")))
                .contains("\"stream_options\":{\"include_usage\":true}");
    }

    @Test
    void a_placeholder_that_a_user_typed_is_plain_text() {
        String ours = placeholders(sent(clear(user(EMAIL)))).getFirst();
        ClearedPrompt prompt = clear(user(EMAIL + " et " + ours));
        String answer = new String(prompt.restorer().whole(whole(ours)), UTF_8);
        assertThat(answer).isEqualTo(new String(whole(ours), UTF_8));
    }

    @Test
    void says_the_class_and_counts_of_what_it_found() {
        Inspection found = shield.inspect(ModelRequest.parse(
                Dialect.CHAT_COMPLETIONS, Map.of(), user(EMAIL + " " + IBAN).getBytes(UTF_8)));
        assertThat(found.summary().headerValue()).isEqualTo("EMAIL=1,IBAN=1");
        assertThat(found.dataClass()).isEqualTo(DataClass.C2);
        assertThat(found.replacedAt("messages[0].content")).hasSize(2);
    }

    @Test
    void a_marking_is_counted_and_is_not_among_what_is_replaced() {
        Inspection found = shield.inspect(ModelRequest.parse(
                Dialect.CHAT_COMPLETIONS,
                Map.of(),
                user("Confidentiel. Écris à " + EMAIL).getBytes(UTF_8)));
        assertThat(found.summary().headerValue()).isEqualTo("EMAIL=1,MARKING=1");
        assertThat(found.summary().replaced()).isEqualTo(Map.of("EMAIL", 1));
        assertThat(found.replacedAt("messages[0].content"))
                .extracting(Finding::type)
                .containsExactly(FindingType.EMAIL);
    }

    @Test
    void reads_data_by_the_names_of_its_fields_and_keeps_numbers_numbers() {
        ClearedPrompt prompt = clear("{\"model\":\"m\",\"max_tokens\":16384,\"siret\":77863644900010,\"messages\":["
                + "{\"role\":\"user\",\"content\":\""
                + escape("{\"date_naissance\":\"12/03/1980\",\"lignes\":[{\"numSecu\":185057511604590}],\"total\":120}")
                + "\"}]}");
        String sent = sent(prompt);
        assertThat(sent)
                .contains("16384")
                .contains("120")
                .contains("[[BIRTH_")
                .doesNotContain("12/03/1980", "77863644900010");
        String surrogate = sent.replaceAll(".*\"siret\":(\\d+),.*", "$1");
        String answer =
                "{\"siret\": " + surrogate + ", \"né\": \"" + placeholders(sent).getFirst() + "\"}";
        assertThat(content(new String(prompt.restorer().whole(whole(answer)), UTF_8)))
                .isEqualTo("{\"siret\": 77863644900010, \"né\": \"12/03/1980\"}");
    }

    @Test
    void leaves_a_marking_where_it_is_and_heeds_it() {
        Inspection found = shield.inspect(ModelRequest.parse(
                Dialect.CHAT_COMPLETIONS,
                Map.of(),
                user("STRICTEMENT CONFIDENTIEL - le contrat de " + EMAIL).getBytes(UTF_8)));
        assertThat(found.summary().headerValue()).isEqualTo("EMAIL=1,MARKING=1");
        assertThat(found.dataClassMasked()).isEqualTo(found.dataClass()).isNotEqualTo(DataClass.C1);
        assertThat(sent(clear(user("STRICTEMENT CONFIDENTIEL - " + EMAIL)))).contains("STRICTEMENT CONFIDENTIEL");
    }

    @Test
    void restores_a_whole_answer_and_keeps_its_bytes() {
        ClearedPrompt prompt = clear(user(EMAIL));
        String placeholder = placeholders(sent(prompt)).getFirst();
        String answer = "{ \"choices\":[{\"message\":{\"content\":\"À " + placeholder
                + "\"},\"logprobs\":{\"content\":[{\"token\":\"" + placeholder + "\"}]}}],\"n\":1.50}";
        assertThat(new String(prompt.restorer().whole(answer.getBytes(UTF_8)), UTF_8))
                .isEqualTo("{ \"choices\":[{\"message\":{\"content\":\"À " + EMAIL
                        + "\"},\"logprobs\":{\"content\":[{\"token\":\"" + placeholder + "\"}]}}],\"n\":1.50}");
    }

    @Test
    void a_stream_cut_at_every_byte_reads_like_the_whole() {
        ClearedPrompt prompt = clear(user(EMAIL + ", " + IBAN + " et M. Olivier Durand"));
        List<String> issued = placeholders(sent(prompt));
        assertThat(issued).hasSize(3);
        String said = "Écrire à " + issued.get(0) + issued.get(1) + " [[pas un]] " + issued.get(2) + " [[";
        String whole = content(new String(prompt.restorer().whole(whole(said)), UTF_8));
        assertThat(whole)
                .contains(EMAIL)
                .contains(IBAN)
                .contains("Olivier Durand")
                .endsWith(" [[");
        for (int first = 0; first <= said.length(); first++) {
            for (int second : new int[] {first, (first + said.length()) / 2, said.length()}) {
                assertThat(streamed(
                                prompt,
                                List.of(
                                        said.substring(0, first),
                                        said.substring(first, second),
                                        said.substring(second))))
                        .as("cut at %d and %d", first, second)
                        .isEqualTo(whole);
            }
        }
        assertThat(streamed(prompt, said.chars().mapToObj(Character::toString).toList()))
                .isEqualTo(whole);
    }

    @Test
    void counts_placeholders_that_the_exchange_did_not_issue() {
        ClearedPrompt prompt = clear(user(EMAIL));
        String said = "[[PERS_k7f2qx]] et " + placeholders(sent(prompt)).getFirst() + " et [[MAIL_abc23d]]";
        ReplyRestorer whole = prompt.restorer();
        assertThat(content(new String(whole.whole(whole(said)), UTF_8)))
                .isEqualTo("[[PERS_k7f2qx]] et " + EMAIL + " et [[MAIL_abc23d]]");
        assertThat(whole.strays()).isEqualTo(2);
        ReplyRestorer streamed = prompt.restorer();
        streamed.events(said.chars().mapToObj(c -> chunk(Character.toString(c))).toList());
        streamed.events(List.of(finish("stop")));
        assertThat(streamed.strays()).isEqualTo(2);
    }

    @Test
    void arguments_of_interleaved_tool_calls_are_restored_and_escaped() {
        ClearedPrompt prompt = clear(user("M. Jean Dupont " + EMAIL));
        List<String> issued = placeholders(sent(prompt));
        ReplyRestorer restorer = prompt.restorer();
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        String one = "{\"to\":\"" + issued.get(1) + "\"}";
        String two = "{\"who\":\"" + issued.get(0) + "\"}";
        for (int at = 0; at < Math.max(one.length(), two.length()); at++) {
            for (byte[] event : restorer.events(List.of(calls(piece(one, at), piece(two, at)))))
                read(event, first, second);
        }
        for (byte[] event : restorer.events(List.of(finish("tool_calls")))) read(event, first, second);
        assertThat(first.toString()).isEqualTo("{\"to\":\"" + EMAIL + "\"}");
        assertThat(second.toString()).isEqualTo("{\"who\":\"Jean Dupont\"}");
    }

    @Test
    void usage_is_read_and_hidden_when_the_client_did_not_ask() {
        ReplyRestorer restorer =
                clear("{\"model\":\"m\",\"stream\":true,\"messages\":[]}").restorer();
        assertThat(restorer.events(List.of(
                        "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":9}}".getBytes(UTF_8))))
                .isEmpty();
        assertThat(restorer.usage()).hasValueSatisfying(usage -> {
            assertThat(usage.input()).isEqualTo(7);
            assertThat(usage.output()).isEqualTo(9);
        });
    }

    private static String piece(String text, int at) {
        return at < text.length() ? text.substring(at, at + 1) : "";
    }

    private static byte[] calls(String one, String two) {
        return ("{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":1,\"function\":{\"arguments\":\""
                        + escape(two) + "\"}},{\"index\":0,\"function\":{\"arguments\":\"" + escape(one) + "\"}}]}}]}")
                .getBytes(UTF_8);
    }

    private static void read(byte[] event, StringBuilder first, StringBuilder second) {
        ChatChunk chunk = ChatChunk.of(JsonDocument.parse(event));
        chunk.deltas().forEach(delta -> {
            if (!delta.field().getLast().equals("arguments")) return;
            (delta.field().get(1).equals(0) ? first : second)
                    .append(delta.text().value());
        });
    }

    private static String streamed(ClearedPrompt prompt, List<String> pieces) {
        ReplyRestorer restorer = prompt.restorer();
        StringBuilder text = new StringBuilder();
        List<byte[]> events = new ArrayList<>();
        pieces.forEach(piece -> events.addAll(restorer.events(List.of(chunk(piece)))));
        events.addAll(restorer.events(List.of(finish("stop"))));
        events.addAll(restorer.end());
        events.forEach(
                event -> text.append(ChatChunk.of(JsonDocument.parse(event)).content()));
        return text.toString();
    }

    private static byte[] chunk(String content) {
        return ("{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + escape(content)
                        + "\"},\"finish_reason\":null}]}")
                .getBytes(UTF_8);
    }

    private static byte[] finish(String reason) {
        return ("{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}")
                .getBytes(UTF_8);
    }

    private static byte[] whole(String content) {
        return ("{\"choices\":[{\"index\":0,\"message\":{\"content\":\"" + escape(content) + "\"}}]}").getBytes(UTF_8);
    }

    private static String content(String whole) {
        JsonDocument document = JsonDocument.parse(whole.getBytes(UTF_8));
        return document.values().stream()
                .filter(JsonDocument.Value.Text.class::isInstance)
                .map(JsonDocument.Value.Text.class::cast)
                .filter(text -> text.path().name().equals("content"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static String escape(String text) {
        return new String(JsonDocument.escaped(text), UTF_8);
    }

    private static String user(String content) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + escape(content) + "\"}]}";
    }
}
