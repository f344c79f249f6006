package org.vigie.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.exchange.JsonDocument.Patch;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

class JsonDocumentTest {
    private static JsonDocument parse(String json) {
        return JsonDocument.parse(json.getBytes(UTF_8));
    }

    private static Value.Text text(JsonDocument document, String path) {
        return document.values().stream()
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast)
                .filter(value -> value.path().toString().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keeps_every_byte_that_is_not_patched() {
        String json = "{ \"n\": 12345678901234567890 , \"s\":\"é\\u00e9\\n\",\t\"x\" : [1.0, true,null]}\n";
        assertThat(new String(parse(json).patched(List.of()), UTF_8)).isEqualTo(json);
    }

    @Test
    void patches_a_span_after_escapes_and_wide_characters() {
        String json = "{\"s\":\"a\\\"\\u00e9😀é Durand fin\"}";
        JsonDocument document = parse(json);
        Value.Text text = text(document, "s");
        int start = text.value().indexOf("Durand");
        int from = document.byteOffset(text.from(), start);
        int to = document.byteOffset(from, "Durand".length());
        byte[] patched = document.patched(List.of(new Patch(from, to, "[[X]]".getBytes(UTF_8))));
        assertThat(new String(patched, UTF_8)).isEqualTo("{\"s\":\"a\\\"\\u00e9😀é [[X]] fin\"}");
    }

    @Test
    void finds_every_string_where_it_stands_in_random_documents() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ObjectMapper mapper = new ObjectMapper();
        for (int round = 0; round < 300; round++) {
            List<String> strings = new ArrayList<>();
            for (int i = 0; i < 5; i++) strings.add(randomText(random));
            byte[] bytes = mapper.writeValueAsBytes(strings);
            JsonDocument document = JsonDocument.parse(bytes);
            List<Patch> patches = new ArrayList<>();
            for (Value value : document.values()) {
                if (value instanceof Value.Text text) {
                    assertThat(document.byteOffset(text.from(), text.value().length()))
                            .as("seed %d", seed)
                            .isEqualTo(text.to());
                    patches.add(new Patch(text.from(), text.to(), JsonDocument.escaped(text.value() + "!")));
                }
            }
            List<?> back = mapper.readValue(document.patched(patches), List.class);
            assertThat(back)
                    .as("seed %d", seed)
                    .isEqualTo(strings.stream().map(s -> s + "!").toList());
        }
    }

    private static String randomText(Random random) {
        String[] alphabet = {"a", "é", "\"", "\\", "\n", "😀", "/", "\u0001", "中", "{", "\u2028"};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) text.append(alphabet[random.nextInt(alphabet.length)]);
        return text.toString();
    }

    @Test
    void names_places_as_people_read_them() {
        List<String> paths = parse("{\"messages\":[{\"content\":\"x\"}]}").values().stream()
                .map(value -> value.path().toString())
                .distinct()
                .toList();
        assertThat(paths).containsExactly("the document", "messages", "messages[0]", "messages[0].content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{\"a\":", "{\"a\":1,}", "{\"a\":1} x", "nul", "[\"a", "{\"a\" 1}", "\"\\x\""})
    void says_where_a_text_is_not_json(String json) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem())
                                .isInstanceOfSatisfying(
                                        Problem.Malformed.class,
                                        malformed -> assertThat(malformed.place())
                                                .matches("(line \\d+, column \\d+|byte \\d+)")));
    }

    @Test
    void never_quotes_the_text_in_the_error() {
        assertThatThrownBy(() -> parse("{\"secret\": Canari42 }"))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem().toString()).doesNotContain("Canari42");
                    assertThat(thrown.getMessage()).doesNotContain("Canari42");
                });
    }

    @Test
    void refuses_other_encodings_and_bottomless_nesting() {
        assertThatThrownBy(() -> JsonDocument.parse("{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_16)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> parse("[".repeat(100_000))).isInstanceOf(ProblemException.class);
    }
}
