package org.vigie.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens as each dialect tells them, and the bound that a request sets. */
class UsageTest {
    private static Usage usage(Dialect dialect, String json) {
        return dialect.answer()
                .usage(JsonDocument.parse(json.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
    }

    @Test
    void chat_completions_count_cached_and_reasoning_tokens_within() {
        assertThat(usage(Dialect.CHAT_COMPLETIONS, """
                {"choices":[],"usage":{"prompt_tokens":100,"completion_tokens":40,"total_tokens":140,
                 "prompt_tokens_details":{"cached_tokens":64,"audio_tokens":0},
                 "completion_tokens_details":{"reasoning_tokens":30}}}
                """)).isEqualTo(new Usage(100, 64, 0, 40, 30, false));
    }

    @Test
    void cached_tokens_count_also_where_the_chunk_holds_a_choice() {
        assertThat(usage(Dialect.CHAT_COMPLETIONS, """
                {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":10,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":8}}}
                """)).isEqualTo(new Usage(10, 8, 0, 4, 0, false));
    }

    @Test
    void responses_count_them_within_too() {
        String usage = """
                "usage":{"input_tokens":100,"output_tokens":40,"input_tokens_details":{"cached_tokens":64},
                 "output_tokens_details":{"reasoning_tokens":30}}
                """;
        Usage told = new Usage(100, 64, 0, 40, 30, false);
        assertThat(usage(Dialect.RESPONSES, "{" + usage + "}")).isEqualTo(told);
        assertThat(usage(Dialect.RESPONSES, "{\"type\":\"response.completed\",\"response\":{" + usage + "}}"))
                .isEqualTo(told);
    }

    @Test
    void messages_count_the_cache_apart_and_again_in_each_event() {
        Usage start = usage(Dialect.MESSAGES, """
                {"type":"message_start","message":{"usage":{"input_tokens":10,"cache_read_input_tokens":60,
                 "cache_creation_input_tokens":30,"output_tokens":1}}}
                """);
        Usage end = usage(Dialect.MESSAGES, """
                {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":25}}
                """);
        assertThat(start.updated(end)).isEqualTo(new Usage(100, 60, 30, 25, 0, false));
    }

    @Test
    void two_attempts_are_counted_together() {
        assertThat(new Usage(10, 4, 1, 5, 2, false).plus(Usage.estimated(8, 0)))
                .isEqualTo(new Usage(12, 4, 1, 5, 2, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "4096 | ~~",
                "100 | ~,\"max_tokens\":100~",
                "200 | ~,\"max_completion_tokens\":200,\"max_tokens\":100~",
                "300 | ~,\"max_tokens\":100,\"n\":3~",
                "4096 | ~,\"max_tokens\":null,\"n\":0~",
                "4096 | ~,\"max_tokens\":1e3~",
                "100000000000 | ~,\"max_tokens\":9223372036854775807,\"n\":9223372036854775807~",
                "4096 | ~,\"metadata\":{\"max_tokens\":5}~"
            })
    void a_request_says_how_long_its_answers_may_get(long bound, String fields) {
        String json = "{\"model\":\"m\",\"messages\":[]" + (fields == null ? "" : fields) + "}";
        assertThat(OutputBound.of(
                        ModelRequest.parse(Dialect.CHAT_COMPLETIONS, Map.of(), json.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(bound);
    }

    @Test
    void what_writes_nothing_has_no_bound() {
        assertThat(OutputBound.of(ModelRequest.parse(
                        Dialect.EMBEDDINGS,
                        Map.of(),
                        "{\"model\":\"m\",\"input\":\"x\"}".getBytes(StandardCharsets.UTF_8))))
                .isZero();
    }
}
