package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.translation.Answer.Block;
import org.vigie.translation.Answer.Stop;
import org.vigie.translation.Answer.Tokens;

/** Anthropic's {@code message}. */
final class MessagesAnswerReader implements AnswerReader {
    @Override
    public Answer whole(JsonNode answer, Terms terms) {
        if (!answer.path("content").isArray()) throw new UnreadableAnswer("a message without content");
        List<Block> blocks = new ArrayList<>();
        for (JsonNode block : answer.path("content")) block(block).ifPresent(blocks::add);
        return new Answer(
                answer.path("id").asText(),
                answer.path("model").asText(),
                terms.clock().instant().getEpochSecond(),
                blocks,
                stop(answer.path("stop_reason")),
                Json.string(answer.path("stop_sequence")),
                tokens(answer.path("usage"), Optional.empty()));
    }

    /** Redacted thinking is for the provider alone. */
    private static Optional<Block> block(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "text" -> Optional.of(new Block.Text(block.path("text").asText()));
            case "thinking" ->
                Optional.of(new Block.Thought(block.path("thinking").asText()));
            case "tool_use" ->
                Optional.of(new Block.Call(
                        block.path("id").asText(), block.path("name").asText(), Json.text(block.path("input"))));
            default -> Optional.empty();
        };
    }

    static Stop stop(JsonNode reason) {
        return switch (reason.asText()) {
            case "max_tokens", "model_context_window_exceeded" -> Stop.LENGTH;
            case "stop_sequence" -> Stop.SEQUENCE;
            case "tool_use" -> Stop.CALLS;
            case "refusal" -> Stop.FILTERED;
            default -> Stop.END;
        };
    }

    /** @param before what the stream said so far: later counts replace those that they name */
    static Optional<Tokens> tokens(JsonNode usage, Optional<Tokens> before) {
        if (!usage.isObject()) return before;
        Tokens known = before.orElse(new Tokens(0, 0, 0, 0, 0));
        long read = usage.path("cache_read_input_tokens").asLong(known.cacheRead());
        long written = usage.path("cache_creation_input_tokens").asLong(known.cacheWritten());
        long fresh = usage.path("input_tokens").asLong(known.input() - known.cacheRead() - known.cacheWritten());
        return Optional.of(new Tokens(
                fresh + read + written,
                read,
                written,
                usage.path("output_tokens").asLong(known.output()),
                0));
    }

    @Override
    public Steps steps(Terms terms) {
        return new MessagesSteps(terms);
    }
}
