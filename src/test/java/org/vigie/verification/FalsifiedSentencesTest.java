package org.vigie.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * 1,267 sentences of public texts, each written again in another notation, which must pass, and falsified, which must
 * be flagged; against the passage that it comes from. The data are not ours to ship.
 */
@EnabledIfEnvironmentVariable(
        named = "VIGIE_TEST_DATA",
        matches = ".+",
        disabledReason = "VIGIE_TEST_DATA names no directory with verification/cases.jsonl")
class FalsifiedSentencesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DATA = Path.of(System.getenv().getOrDefault("VIGIE_TEST_DATA", ""));

    private final Map<String, Score> scores = new TreeMap<>();

    private static final class Score {
        private int flagged;
        private int flaggedWrongly;
        private int falsified;

        double precision() {
            return (double) flagged / (flagged + flaggedWrongly);
        }

        double recall() {
            return (double) flagged / falsified;
        }
    }

    @Test
    void what_was_falsified_is_flagged_and_what_was_written_again_is_not() throws IOException {
        Map<String, String> passages = passages();
        for (String line : Files.readAllLines(DATA.resolve("verification/cases.jsonl"))) {
            JsonNode one = JSON.readTree(line);
            String passage = passages.getOrDefault(one.get("passage").asText(), "");
            for (String kind : List.of("all", one.get("kind").asText())) count(kind, one, passage);
        }
        scores.forEach((kind, score) -> System.out.printf(
                "%s: %d falsified, precision %.4f, recall %.4f%n",
                kind, score.falsified, score.precision(), score.recall()));
        assertThat(scores).containsOnlyKeys("all", "date", "nombre", "reference");
        scores.forEach((kind, score) -> {
            boolean strict = kind.equals("date") || kind.equals("reference");
            assertThat(score.precision()).as(kind).isGreaterThanOrEqualTo(strict ? 0.98 : 0.99);
            assertThat(score.recall()).as(kind).isGreaterThanOrEqualTo(strict ? 0.98 : 0.96);
        });
    }

    private void count(String kind, JsonNode one, String passage) {
        Score score = scores.computeIfAbsent(kind, _ -> new Score());
        score.falsified++;
        if (isFlagged(one.get("unsupported").asText(), passage)) score.flagged++;
        if (isFlagged(one.get("supported").asText(), passage)) score.flaggedWrongly++;
    }

    private static boolean isFlagged(String sentence, String passage) {
        return Verifier.check(sentence, List.of(passage)).count(Status.NOT_FOUND) > 0;
    }

    private static Map<String, String> passages() throws IOException {
        Map<String, String> passages = new HashMap<>();
        for (String line : Files.readAllLines(DATA.resolve("retrieval/corpus.jsonl"))) {
            JsonNode one = JSON.readTree(line);
            passages.put(
                    one.get("_id").asText(),
                    one.path("title").asText() + "\n" + one.get("text").asText());
        }
        return passages;
    }
}
