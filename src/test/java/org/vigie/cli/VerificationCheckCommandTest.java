package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What goes in, what comes out, and what is said of what cannot be read. */
class VerificationCheckCommandTest {
    @Test
    void answers_each_line_in_order_with_offsets_in_code_points() {
        Outcome outcome = run("""
                {"id":"a","passages":["Le préavis est de trois mois."],"answer":"\uD83D\uDE00 Préavis : 3 mois, puis 5 ans.","more":1}
                {"id":7,"passages":[],"answer":"Rien à dire."}
                """);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "{\"id\":\"a\",\"claims\":["
                                + "{\"start\":12,\"end\":18,\"kind\":\"number\",\"text\":\"3 mois\",\"status\":\"found\"},"
                                + "{\"start\":25,\"end\":30,\"kind\":\"number\",\"text\":\"5 ans\",\"status\":\"not_found\"}]}",
                        "{\"id\":7,\"claims\":[]}");
        assertThat(outcome.err()).isEqualTo("2 claims: 1 found, 1 not found, 0 to check (0.0 %)\n");
    }

    @Test
    void tells_a_bad_line_by_its_number_goes_on_and_exits_with_1() {
        Outcome outcome = run("""
                no json
                {"id":1,"answer":"a"}
                {"id":2,"passages":["a"]}
                {"id":3,"passages":[4],"answer":"a"}
                {"id":4,"passages":["a"],"answer":"a"}
                """);
        assertThat(outcome.code()).isOne();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "{\"line\":1,\"error\":\"not valid JSON at column 3\"}",
                        "{\"line\":2,\"error\":\"no array \\\"passages\\\"\"}",
                        "{\"line\":3,\"error\":\"no string \\\"answer\\\"\"}",
                        "{\"line\":4,\"error\":\"a passage that is no string\"}",
                        "{\"id\":4,\"claims\":[]}");
        assertThat(outcome.err()).isEmpty();
    }

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String lines) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = Vigie.execute("verification", "check");
            return new Outcome(
                    code, written.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }
}
