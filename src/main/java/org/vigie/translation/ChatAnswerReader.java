package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.translation.Answer.Block;
import org.vigie.translation.Answer.Stop;
import org.vigie.translation.Answer.Tokens;

/** OpenAI's {@code chat.completion}, with what common servers add: {@code reasoning_content}, content in parts. */
final class ChatAnswerReader implements AnswerReader {
    @Override
    public Answer whole(JsonNode answer, Terms terms) {
        JsonNode choice = answer.path("choices").path(0);
        JsonNode message = choice.path("message");
        if (!message.isObject()) throw new UnreadableAnswer("a chat completion without a message");
        Stop stop = stop(choice.path("finish_reason"));
        List<Block> blocks = new ArrayList<>();
        thought(message).ifPresent(text -> blocks.add(new Block.Thought(text)));
        String text = text(message.path("content"));
        if (!text.isEmpty()) blocks.add(new Block.Text(text));
        said(message.path("refusal")).ifPresent(refusal -> blocks.add(new Block.Refusal(refusal)));
        for (JsonNode call : message.path("tool_calls")) call(call, stop).ifPresent(blocks::add);
        return new Answer(
                answer.path("id").asText(),
                answer.path("model").asText(),
                answer.path("created").asLong(terms.clock().instant().getEpochSecond()),
                blocks,
                withCalls(stop, blocks.stream().anyMatch(Block.Call.class::isInstance)),
                sequence(choice),
                tokens(answer.path("usage")));
    }

    /** A call that the limit cut in the middle is left out: it must not be taken for one. */
    private static Optional<Block> call(JsonNode call, Stop stop) {
        JsonNode function = call.path("function");
        String arguments = arguments(function.path("arguments"));
        if (Json.objectIn(arguments).isEmpty()) {
            if (stop == Stop.LENGTH) return Optional.empty();
            throw new UnreadableAnswer("a tool call whose arguments are not JSON");
        }
        return Optional.of(new Block.Call(
                call.path("id").asText(), function.path("name").asText(), arguments.isBlank() ? "{}" : arguments));
    }

    /** A string of JSON; some servers give the object itself. */
    static String arguments(JsonNode arguments) {
        return arguments.isObject() ? Json.text(arguments) : arguments.asText();
    }

    /** Of a message or of a delta. */
    static Optional<String> thought(JsonNode holder) {
        StringBuilder parts = new StringBuilder();
        for (JsonNode part : holder.path("content")) {
            if (part.path("type").asText().equals("thinking")) parts.append(text(part.path("thinking")));
        }
        return said(holder.path("reasoning_content"))
                .or(() -> said(holder.path("reasoning")))
                .or(() -> Optional.of(parts.toString()).filter(text -> !text.isEmpty()));
    }

    /** A text, or parts of which those of type {@code text} are it. */
    static String text(JsonNode content) {
        if (content.isTextual()) return content.textValue();
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (part.path("type").asText().equals("text"))
                text.append(part.path("text").asText());
        }
        return text.toString();
    }

    static Optional<String> said(JsonNode text) {
        return Json.string(text).filter(words -> !words.isEmpty());
    }

    static Stop stop(JsonNode reason) {
        return switch (reason.asText()) {
            case "length" -> Stop.LENGTH;
            case "tool_calls", "function_call" -> Stop.CALLS;
            case "content_filter" -> Stop.FILTERED;
            default -> Stop.END;
        };
    }

    /** Some servers say {@code stop} after tool calls. */
    static Stop withCalls(Stop stop, boolean calls) {
        return stop == Stop.END && calls ? Stop.CALLS : stop;
    }

    /** vLLM's {@code stop_reason} names the stop sequence, as a string. */
    static Optional<String> sequence(JsonNode choice) {
        return choice.path("finish_reason").asText().equals("stop")
                ? said(choice.path("stop_reason"))
                : Optional.empty();
    }

    static Optional<Tokens> tokens(JsonNode usage) {
        if (!usage.isObject()) return Optional.empty();
        return Optional.of(new Tokens(
                usage.path("prompt_tokens").asLong(),
                usage.path("prompt_tokens_details").path("cached_tokens").asLong(),
                0,
                usage.path("completion_tokens").asLong(),
                usage.path("completion_tokens_details").path("reasoning_tokens").asLong()));
    }

    @Override
    public Steps steps(Terms terms) {
        return new ChatSteps(terms);
    }
}
