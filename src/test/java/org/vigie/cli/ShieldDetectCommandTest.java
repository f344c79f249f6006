package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes in, what comes out, and what is said of what cannot be read. */
class ShieldDetectCommandTest {
    private static final String MAIL = "olive.petit@client.example";

    @TempDir
    Path temporary;

    @Test
    void answers_each_line_in_order_with_offsets_in_code_points() {
        Outcome outcome = detect("""
                {"id":"a","text":"\uD83D\uDE00 é : olive.petit@client.example !","more":1}
                {"id":7,"text":"rien"}

                {"text":"tél. 06 12 34 56 78"}
                """);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "{\"id\":\"a\",\"findings\":[{\"start\":6,\"end\":32,\"type\":\"EMAIL\",\"subtype\":\"\",\"text\":\""
                                + MAIL + "\",\"confidence\":0.99,\"rule\":\"email\"}]}",
                        "{\"id\":7,\"findings\":[]}",
                        "{\"id\":null,\"findings\":[{\"start\":5,\"end\":19,\"type\":\"PHONE\",\"subtype\":\"\",\"text\":\"06 12"
                                + " 34 56 78\",\"confidence\":0.99,\"rule\":\"phone-fr\"}]}");
    }

    @Test
    void tells_a_bad_line_by_its_number_goes_on_and_exits_with_1() {
        byte[] lines = "{\"id\":1,\"text\":\"a\"}\nno json\n{\"id\":2}\n[]\n{\"text\":\"é\"}\n{\"id\":3,\"text\":\"b\"}"
                .getBytes(StandardCharsets.UTF_8);
        lines = new String(lines, StandardCharsets.ISO_8859_1)
                .replace("\u00c3\u00a9", "\u00e9")
                .getBytes(StandardCharsets.ISO_8859_1);
        Outcome outcome = run(lines, "shield", "detect");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "{\"id\":1,\"findings\":[]}",
                        "{\"line\":2,\"error\":\"not valid JSON at column 3\"}",
                        "{\"line\":3,\"error\":\"no string \\\"text\\\"\"}",
                        "{\"line\":4,\"error\":\"not a JSON object\"}",
                        "{\"line\":5,\"error\":\"The line is not UTF-8 at byte 9; convert it first.\"}",
                        "{\"id\":3,\"findings\":[]}");
    }

    @Test
    void reads_plain_text_from_a_file_or_standard_input() throws Exception {
        Path file = Files.writeString(temporary.resolve("note.txt"), "Écrire à " + MAIL + "\net à personne\n");
        Outcome fromFile = run(new byte[0], "shield", "detect", "--plain", file.toString());
        assertThat(fromFile.code()).isZero();
        assertThat(fromFile.out())
                .startsWith("{\"id\":\"" + file + "\",\"findings\":[{\"start\":9,\"end\":35,\"type\":\"EMAIL\"")
                .hasLineCount(1);
        Outcome fromInput = run(MAIL.getBytes(StandardCharsets.UTF_8), "shield", "detect", "--plain");
        assertThat(fromInput.out()).startsWith("{\"id\":\"-\",\"findings\":[{\"start\":0,\"end\":26,");
    }

    @Test
    void reads_a_folder_by_name_and_goes_on_behind_a_file_that_it_cannot_read() throws Exception {
        Files.createDirectories(temporary.resolve("b"));
        Files.writeString(temporary.resolve("a.txt"), MAIL);
        Files.write(temporary.resolve("b/latin.txt"), new byte[] {'c', (byte) 0xe9});
        Files.writeString(temporary.resolve("b/z.txt"), "rien");
        Files.writeString(temporary.resolve(".hidden"), MAIL);
        Outcome outcome = run(new byte[0], "shield", "detect", temporary.toString());
        assertThat(outcome.code()).isOne();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines())
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("{\"id\":\"a.txt\",\"findings\":[{"),
                        second -> assertThat(second)
                                .startsWith("{\"id\":\"b/latin.txt\",\"error\":")
                                .contains("is not UTF-8 at byte 1"),
                        third -> assertThat(third).isEqualTo("{\"id\":\"b/z.txt\",\"findings\":[]}"));
    }

    @Test
    void reports_for_people_without_showing_the_values() throws Exception {
        Files.writeString(temporary.resolve("mail.txt"), "Écrire à " + MAIL);
        Files.writeString(temporary.resolve("clean.txt"), "Bonjour");
        Files.write(temporary.resolve("latin.txt"), new byte[] {(byte) 0xe9});
        Outcome outcome = run(new byte[0], "shield", "detect", "--report", temporary.toString());
        assertThat(outcome.code()).isOne();
        assertThat(outcome.out())
                .startsWith("# What the shield found\n\n2 texts, 1 without any finding, 1 findings.\n")
                .contains("| EMAIL | 1 |", "## C2: 1 text\n- mail.txt: EMAIL 1\n  - EMAIL (email): Écrire à o…\n")
                .contains("## Not examined\n- latin.txt: ")
                .doesNotContain(MAIL);
    }

    @Test
    void looks_only_for_the_types_that_are_named() {
        String line = "{\"id\":1,\"text\":\"M. Durand, " + MAIL + ", 34 ans, tél. 06 12 34 56 78\"}";
        assertThat(detect(line, "--types", "phone,AGE").out())
                .contains("\"type\":\"AGE\"", "\"type\":\"PHONE\"")
                .doesNotContain("EMAIL", "PERSON");
    }

    @Test
    void uses_a_dictionary() throws Exception {
        Path terms = Files.writeString(
                temporary.resolve("terms.csv"), "term;type;action\nÉcume;code-name;\n" + MAIL + ";;ignore\n");
        Outcome outcome = detect("{\"id\":1,\"text\":\"l'écume, " + MAIL + "\"}", "--dictionary", terms.toString());
        assertThat(outcome.out().strip())
                .isEqualTo("{\"id\":1,\"findings\":[{\"start\":2,\"end\":7,\"type\":\"TERM\",\"subtype\":\"code-name\","
                        + "\"text\":\"écume\",\"confidence\":0.99,\"rule\":\"dictionary\"}]}");
    }

    @Test
    void says_before_the_first_text_what_is_wrong_with_a_dictionary() throws Exception {
        Path terms = Files.writeString(temporary.resolve("terms.csv"), "term;action\nAtlas;hide\n");
        assertFails(
                detect("", "--dictionary", terms.toString()),
                1,
                terms + ", line 2, column 7: the action is neither protect nor ignore");
        Path latin = Files.write(temporary.resolve("latin.csv"), new byte[] {'t', (byte) 0xe9});
        assertFails(detect("", "--dictionary", latin.toString()), 1, latin + " cannot be used: it is not UTF-8.");
        Path none = temporary.resolve("none.csv");
        assertFails(detect("", "--dictionary", none.toString()), 1, none + " cannot be used: there is no such file.");
    }

    @Test
    void says_how_it_is_used_when_it_is_used_wrongly() {
        Outcome type = detect("", "--types", "PERSONNE");
        assertThat(type.code()).isEqualTo(2);
        assertThat(type.err()).contains("'PERSONNE'").contains("PERSON, EMAIL");
        Outcome option = detect("", "--dictionnary", "a.csv");
        assertThat(option.code()).isEqualTo(2);
        assertThat(option.err()).contains("--dictionnary").contains("--dictionary");
        Outcome none = run(new byte[0], "shield");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("shield needs one of: detect, pseudonymise, restore");
        for (String command : new String[] {"detect", "pseudonymise", "restore"}) {
            Outcome help = run(new byte[0], "shield", command, "--help");
            assertThat(help.code()).as(command).isZero();
            assertThat(help.out()).as(command).contains("Usage: vigie shield " + command);
        }
    }

    @Test
    void says_in_one_line_that_a_file_or_a_folder_cannot_be_read() throws Exception {
        Path none = temporary.resolve("none.jsonl");
        assertFails(
                run(new byte[0], "shield", "detect", none.toString()),
                1,
                none + " cannot be used: there is no such file.");
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        assertFails(run(new byte[0], "shield", "detect", empty.toString()), 1, empty + " holds no file.");
        Path latin = Files.write(temporary.resolve("latin.txt"), new byte[] {'a', (byte) 0xe9});
        assertFails(
                run(new byte[0], "shield", "detect", "--plain", latin.toString()),
                1,
                latin + " is not UTF-8 at byte 1; convert it first.");
    }

    private static void assertFails(Outcome outcome, int code, String line) {
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).containsExactly(line);
    }

    private record Outcome(int code, String out, String err) {}

    private static Outcome detect(String lines, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "shield";
        arguments[1] = "detect";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return run(lines.getBytes(StandardCharsets.UTF_8), arguments);
    }

    private static Outcome run(byte[] input, String... arguments) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream(input));
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.US_ASCII));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            int code = Vigie.execute(arguments);
            return new Outcome(
                    code, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }
}
