package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vigie.translation.Answer.Block;
import org.vigie.translation.Answer.Stop;
import org.vigie.translation.Answer.Tokens;

/**
 * Anthropic's {@code message}. A thought that nobody signed is left out: a client would send it back, and no provider could
 * take it.
 */
final class MessagesAnswerWriter implements AnswerWriter {
    @Override
    public ObjectNode whole(Answer answer, JsonNode request) {
        ObjectNode out = head(answer.id(), answer.model());
        ArrayNode content = out.putArray("content");
        for (Block block : answer.blocks()) {
            switch (block) {
                case Block.Text text -> content.addObject().put("type", "text").put("text", text.text());
                case Block.Refusal no -> content.addObject().put("type", "text").put("text", no.text());
                case Block.Call call ->
                    content.addObject()
                            .put("type", "tool_use")
                            .put("id", call.id())
                            .put("name", call.name())
                            .set(
                                    "input",
                                    Json.objectIn(call.arguments())
                                            .orElseThrow(() -> new UnreadableAnswer("arguments that are not JSON")));
                case Block.Thought _ -> {}
            }
        }
        boolean refused = answer.blocks().stream().anyMatch(Block.Refusal.class::isInstance);
        stop(refused ? Stop.FILTERED : answer.stop(), answer.stopSequence(), out);
        usage(answer.tokens(), out);
        return out;
    }

    static ObjectNode head(String id, String model) {
        return Json.object()
                .put("id", id.startsWith("msg_") ? id : "msg_" + id)
                .put("type", "message")
                .put("role", "assistant")
                .put("model", model);
    }

    static void stop(Stop stop, Optional<String> sequence, ObjectNode out) {
        Stop known = stop == Stop.END && sequence.isPresent() ? Stop.SEQUENCE : stop;
        out.put(
                "stop_reason",
                switch (known) {
                    case END -> "end_turn";
                    case LENGTH -> "max_tokens";
                    case SEQUENCE -> "stop_sequence";
                    case CALLS -> "tool_use";
                    case FILTERED -> "refusal";
                });
        out.put("stop_sequence", sequence.orElse(null));
    }

    /** The dialect has no place for « unknown »: nothing told is nothing counted. */
    static void usage(Optional<Tokens> tokens, ObjectNode out) {
        Tokens known = tokens.orElse(new Tokens(0, 0, 0, 0, 0));
        out.putObject("usage")
                .put("input_tokens", Math.max(0, known.input() - known.cacheRead() - known.cacheWritten()))
                .put("cache_creation_input_tokens", known.cacheWritten())
                .put("cache_read_input_tokens", known.cacheRead())
                .put("output_tokens", known.output());
    }

    @Override
    public ObjectNode error(Fault fault) {
        return anthropicError(fault);
    }

    static ObjectNode anthropicError(Fault fault) {
        ObjectNode out = Json.object().put("type", "error");
        out.putObject("error").put("type", fault.type()).put("message", fault.message());
        return out;
    }

    @Override
    public Events events(JsonNode request) {
        return new MessagesEvents();
    }
}
