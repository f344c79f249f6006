package org.vigie.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.rulebook.DocumentFault.Kind;

class DocumentReaderTest {
    private static List<DocumentFault> faultsOf(String text) {
        return catchThrowableOfType(DocumentException.class, () -> DocumentReader.read(text))
                .faults();
    }

    @Test
    void what_is_written_is_read_back_in_both_forms() {
        Map<String, Object> mission = new LinkedHashMap<>();
        mission.put("name", "Réseau : « Boréal » #1");
        mission.put("starts", "2026-01-05");
        mission.put("state", "yes");
        mission.put("version", "1.0");
        mission.put("clause", "Une ligne\n\n  une autre, en retrait\n- un tiret\n");
        mission.put("members", List.of("a@example.org", "b@example.org"));
        mission.put("empty", "");
        mission.put("none", List.of());
        mission.put("flag", true);
        mission.put("smile", "👋 \u00a0\u202f!");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("vigieRules", 1);
        document.put("missions", Map.of("ATLAS", mission));
        for (String text : List.of(DocumentWriter.yaml(document), DocumentWriter.json(document))) {
            Fields read = new Fields(DocumentReader.read(text), new ArrayList<>());
            Fields atlas = read.table("missions").table("ATLAS");
            for (String key : List.of("name", "starts", "state", "version", "clause", "empty", "smile")) {
                assertThat(atlas.text(key)).as(text).isEqualTo(mission.get(key));
            }
            assertThat(atlas.texts("members")).containsExactly("a@example.org", "b@example.org");
            assertThat(atlas.texts("none")).isEmpty();
            assertThat(atlas.truth("flag")).isTrue();
            assertThat(read.text("vigieRules")).isEqualTo("1");
        }
    }

    @Test
    void a_text_of_several_lines_stays_so_in_yaml() {
        String yaml = DocumentWriter.yaml(Map.of("articles", "## Un\n\nDeux lignes\nde texte"));
        assertThat(yaml).isEqualTo("articles: |-\n  ## Un\n\n  Deux lignes\n  de texte\n");
    }

    @Test
    void aliases_that_multiply_are_refused_before_they_do() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name < 'k'; name++) {
            char before = (char) (name - 1);
            bomb.append(name).append(": &").append(name).append(" [");
            bomb.append(("*" + before + ", ").repeat(8))
                    .append('*')
                    .append(before)
                    .append("]\n");
        }
        assertThat(faultsOf(bomb.toString()))
                .extracting(DocumentFault::kind)
                .containsAnyOf(Kind.ALIAS, Kind.UNREADABLE);
        assertThat(faultsOf("a: &a {b: *a}")).extracting(DocumentFault::kind).containsExactly(Kind.ALIAS);
        assertThat(faultsOf("a: &x one\nb: *x")).containsExactly(new DocumentFault(1, Kind.ALIAS, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: !!java.net.URL [http://example.org] | TAG | 1",
                "a: !mine x | TAG | 1",
                "a: [1, 2 | UNREADABLE | 1",
                "[1, 2] | WRONG_TYPE | 1",
                "just text | WRONG_TYPE | 1",
                "{\"a\": 1} x | UNREADABLE | 1",
                "{\"a\": tru} | UNREADABLE | 1",
                "{\"a\": 1, \"a\": 2} | DUPLICATE_KEY | 1"
            })
    void what_is_no_document_says_so_with_its_line(String text, Kind kind, int line) {
        assertThat(faultsOf(text).getFirst().kind()).isEqualTo(kind);
        assertThat(faultsOf(text).getFirst().line()).isEqualTo(line);
    }

    @Test
    void a_key_that_is_written_twice_is_named_with_its_line() {
        assertThat(faultsOf("a: 1\nb: 2\na: 3")).containsExactly(new DocumentFault(3, Kind.DUPLICATE_KEY, "a"));
    }

    @Test
    void size_and_depth_are_bounded() {
        byte[] huge = new byte[50 * 1024 * 1024];
        assertThat(catchThrowableOfType(DocumentException.class, () -> DocumentReader.text(huge))
                        .faults())
                .containsExactly(new DocumentFault(0, Kind.TOO_LARGE, ""));
        byte[] latin = "é".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(DocumentException.class, () -> DocumentReader.text(latin))
                        .faults())
                .extracting(DocumentFault::kind)
                .containsExactly(Kind.NOT_TEXT);
        assertThat(faultsOf("a: " + "[".repeat(500) + "]".repeat(500))
                        .getFirst()
                        .kind())
                .isIn(Kind.TOO_MUCH, Kind.UNREADABLE);
        assertThat(faultsOf("{\"a\": " + "[".repeat(500) + "]".repeat(500) + "}")
                        .getFirst()
                        .kind())
                .isEqualTo(Kind.TOO_MUCH);
        assertThat(faultsOf("a: [" + "1, ".repeat(60_000) + "1]").getFirst().kind())
                .isEqualTo(Kind.TOO_MUCH);
    }

    @Test
    void what_nobody_asked_for_and_what_does_not_fit_are_faults_with_line_and_hint() {
        List<DocumentFault> faults = new ArrayList<>();
        Fields fields =
                new Fields(DocumentReader.read("ends: hier\nstrats: 2026-01-05\nmembers: {}\nname: [x]"), faults);
        fields.day("ends");
        fields.day("starts");
        fields.texts("members");
        fields.text("name");
        fields.finish();
        assertThat(faults)
                .containsExactlyInAnyOrder(
                        new DocumentFault(1, Kind.BAD_VALUE, "ends", "YYYY-MM-DD"),
                        new DocumentFault(2, Kind.UNKNOWN_KEY, "strats", "starts"),
                        new DocumentFault(3, Kind.WRONG_TYPE, "members", "list"),
                        new DocumentFault(4, Kind.WRONG_TYPE, "name", "text"));
    }
}
