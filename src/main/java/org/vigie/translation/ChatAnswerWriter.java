package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vigie.translation.Answer.Block;
import org.vigie.translation.Answer.Stop;
import org.vigie.translation.Answer.Tokens;

/** OpenAI's {@code chat.completion}; thinking stands in {@code reasoning_content}, where clients look for it. */
final class ChatAnswerWriter implements AnswerWriter {
    @Override
    public ObjectNode whole(Answer answer, JsonNode request) {
        ObjectNode out = Json.object()
                .put("id", id(answer.id()))
                .put("object", "chat.completion")
                .put("created", answer.created())
                .put("model", answer.model());
        ObjectNode choice = out.putArray("choices").addObject().put("index", 0);
        message(answer, choice.putObject("message"));
        choice.putNull("logprobs").put("finish_reason", finish(answer.stop()));
        answer.tokens().ifPresent(tokens -> usage(tokens, out));
        return out;
    }

    static String id(String id) {
        return id.startsWith("chatcmpl") ? id : "chatcmpl-" + id;
    }

    private static void message(Answer answer, ObjectNode message) {
        StringBuilder text = new StringBuilder();
        StringBuilder thought = new StringBuilder();
        StringBuilder refusal = new StringBuilder();
        ArrayNode calls = Json.array();
        for (Block block : answer.blocks()) {
            switch (block) {
                case Block.Text said -> text.append(said.text());
                case Block.Thought thinking -> thought.append(thinking.text());
                case Block.Refusal no -> refusal.append(no.text());
                case Block.Call call ->
                    calls.addObject()
                            .put("id", call.id())
                            .put("type", "function")
                            .putObject("function")
                            .put("name", call.name())
                            .put("arguments", call.arguments());
            }
        }
        message.put("role", "assistant");
        if (text.isEmpty() && !calls.isEmpty()) message.putNull("content");
        else message.put("content", text.toString());
        if (refusal.isEmpty()) message.putNull("refusal");
        else message.put("refusal", refusal.toString());
        if (!thought.isEmpty()) message.put("reasoning_content", thought.toString());
        if (!calls.isEmpty()) message.set("tool_calls", calls);
    }

    static String finish(Stop stop) {
        return switch (stop) {
            case END, SEQUENCE -> "stop";
            case LENGTH -> "length";
            case CALLS -> "tool_calls";
            case FILTERED -> "content_filter";
        };
    }

    static void usage(Tokens tokens, ObjectNode out) {
        ObjectNode usage = out.putObject("usage")
                .put("prompt_tokens", tokens.input())
                .put("completion_tokens", tokens.output())
                .put("total_tokens", tokens.input() + tokens.output());
        usage.putObject("prompt_tokens_details").put("cached_tokens", tokens.cacheRead());
        usage.putObject("completion_tokens_details").put("reasoning_tokens", tokens.reasoning());
    }

    @Override
    public ObjectNode error(Fault fault) {
        return openAiError(fault);
    }

    static ObjectNode openAiError(Fault fault) {
        ObjectNode out = Json.object();
        ObjectNode error =
                out.putObject("error").put("message", fault.message()).put("type", fault.type());
        error.put("param", fault.param().orElse(null));
        error.put("code", fault.code().orElse(null));
        return out;
    }

    @Override
    public Events events(JsonNode request) {
        return new ChatEvents();
    }
}
