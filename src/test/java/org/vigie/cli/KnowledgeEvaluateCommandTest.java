package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The measure of the search, and what is said of a collection that cannot be read. */
class KnowledgeEvaluateCommandTest {
    @TempDir
    Path directory;

    @Test
    void each_set_is_measured_by_itself() throws IOException {
        write("""
                {"_id":"p1","title":"Congés","text":"Le congé dure cinq semaines."}
                {"_id":"p2","text":"Le train est remboursé."}
                """, """
                {"_id":"q1","set":"rh","text":"Combien de semaines de congés ?","more":1}
                {"_id":"q2","set":"frais","text":"Que dit-on des avions ?"}
                {"_id":"q3","set":"frais","text":"Qui rembourse le train ?"}
                {"_id":"q4","set":"frais","text":"sans jugement"}
                """, "query-id\tcorpus-id\tscore\nq1\tp1\t1\nq2\tp2\t1\nq3\tp2\t1\n");
        Outcome outcome = run("--json");
        assertThat(outcome.code()).isZero();
        JsonNode told = new ObjectMapper().readTree(outcome.out());
        assertThat(told.get("passages").asInt()).isEqualTo(2);
        assertThat(told.get("unjudged").asInt()).isOne();
        assertThat(told.at("/sets/rh/ndcg@10/mean").asDouble()).isEqualTo(1);
        assertThat(told.at("/sets/frais/queries").asInt()).isEqualTo(2);
        assertThat(told.at("/sets/frais/recall@5/mean").asDouble()).isEqualTo(0.5);
        assertThat(told.at("/sets/frais/recall@5/low").asDouble()).isZero();
        assertThat(run().out()).contains("| rh | 1 | 1.000 (1.000–1.000) |", "1 queries have no judgement");
    }

    @Test
    void a_fault_is_told_with_its_file_and_line() throws IOException {
        write("{\"_id\":\"p1\"}\n", "", "query-id\tcorpus-id\tscore\n");
        assertThat(run().err()).contains("corpus.jsonl, line 1: no string \"text\".");
        write("{\"_id\":\"p1\",\"text\":\"a\"}\n", "", "query-id\tcorpus-id\tscore\nq1 p1 1\n");
        assertThat(run().err()).contains("qrels.tsv, line 2: not query-id, corpus-id and a whole number, by tabs.");
        write("{\"_id\":\"p1\",\"text\":\"a\"}\n", "", "query-id\tcorpus-id\tscore\n");
        assertThat(run().err()).contains("No query of");
        Files.delete(directory.resolve("queries.jsonl"));
        Outcome outcome = run();
        assertThat(outcome.err()).contains("queries.jsonl").doesNotContain("Exception");
        assertThat(outcome.code()).isOne();
    }

    /** On questions that nothing here was chosen by; the data are not ours to ship. */
    @Test
    @EnabledIfEnvironmentVariable(
            named = "VIGIE_TEST_DATA",
            matches = ".+",
            disabledReason = "VIGIE_TEST_DATA names no directory with retrieval/")
    void french_questions_find_their_passages() throws IOException {
        directory = Path.of(System.getenv("VIGIE_TEST_DATA")).resolve("retrieval");
        System.out.println(run().out());
        JsonNode sets = new ObjectMapper().readTree(run("--json").out()).get("sets");
        assertThat(sets.at("/piaf/ndcg@10/mean").asDouble()).isGreaterThanOrEqualTo(0.76);
        assertThat(sets.at("/piaf/recall@5/mean").asDouble()).isGreaterThanOrEqualTo(0.83);
        assertThat(sets.at("/cnil-reformule/ndcg@10/mean").asDouble()).isGreaterThanOrEqualTo(0.62);
        assertThat(sets.at("/cnil-reformule/recall@5/mean").asDouble()).isGreaterThanOrEqualTo(0.73);
    }

    private void write(String corpus, String queries, String judgements) throws IOException {
        Files.writeString(directory.resolve("corpus.jsonl"), corpus);
        Files.writeString(directory.resolve("queries.jsonl"), queries);
        Files.writeString(directory.resolve("qrels.tsv"), judgements);
    }

    private record Outcome(int code, String out, String err) {}

    private Outcome run(String... options) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            String[] arguments = new String[options.length + 3];
            arguments[0] = "knowledge";
            arguments[1] = "evaluate";
            arguments[2] = directory.toString();
            System.arraycopy(options, 0, arguments, 3, options.length);
            int code = Vigie.execute(arguments);
            return new Outcome(
                    code, written.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
