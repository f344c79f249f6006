package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vigie.translation.Answer.Block;
import org.vigie.translation.Answer.Stop;
import org.vigie.translation.Answer.Tokens;

/** OpenAI's {@code response}, which repeats what was asked. Thinking is an item of its own, with its text. */
final class ResponsesAnswerWriter implements AnswerWriter {
    /** What a response says of its request, in the order of OpenAI's reference. */
    private static final List<String> REPEATED = List.of(
            "instructions",
            "max_output_tokens",
            "metadata",
            "parallel_tool_calls",
            "reasoning",
            "temperature",
            "text",
            "tool_choice",
            "tools",
            "top_p",
            "truncation");

    @Override
    public ObjectNode whole(Answer answer, JsonNode request) {
        ArrayNode output = Json.array();
        String key = key(answer.id());
        for (Block block : answer.blocks()) {
            output.add(ResponseItem.of(block, key, output.size()).whole());
        }
        ObjectNode response = response(answer.id(), answer.model(), answer.created(), request);
        ended(response, answer.stop(), answer.tokens(), output);
        return response;
    }

    /** Ids of a response and its items are those of the provider's answer, under the dialect's prefixes. */
    static String key(String id) {
        return id.replaceFirst("^(chatcmpl-|msg_|resp_)", "");
    }

    static ObjectNode response(String id, String model, long created, JsonNode request) {
        ObjectNode response = Json.object()
                .put("id", "resp_" + key(id))
                .put("object", "response")
                .put("created_at", created)
                .put("status", "in_progress")
                .put("background", false);
        response.putNull("error").putNull("incomplete_details").put("model", model);
        response.putArray("output");
        response.putNull("previous_response_id").put("store", false);
        REPEATED.forEach(field -> response.set(field, repeated(field, request.path(field))));
        return response.putNull("usage");
    }

    private static JsonNode repeated(String field, JsonNode asked) {
        if (Json.present(asked).isPresent()) return asked;
        ObjectNode out = Json.object();
        return switch (field) {
            case "metadata" -> out;
            case "parallel_tool_calls" -> out.put(field, true).path(field);
            case "text" -> {
                out.putObject("format").put("type", "text");
                yield out;
            }
            case "tool_choice" -> out.put(field, "auto").path(field);
            case "truncation" -> out.put(field, "disabled").path(field);
            case "tools" -> out.putArray(field);
            default -> out.putNull(field).path(field);
        };
    }

    /** Turns a response in progress into one that has ended. */
    static void ended(ObjectNode response, Stop stop, Optional<Tokens> tokens, ArrayNode output) {
        response.put("status", status(stop));
        if (stop == Stop.LENGTH || stop == Stop.FILTERED) {
            response.putObject("incomplete_details")
                    .put("reason", stop == Stop.LENGTH ? "max_output_tokens" : "content_filter");
            if (output.path(output.size() - 1) instanceof ObjectNode last) last.put("status", "incomplete");
        }
        response.set("output", output);
        tokens.ifPresent(counted -> usage(counted, response));
    }

    static String status(Stop stop) {
        return switch (stop) {
            case END, SEQUENCE, CALLS -> "completed";
            case LENGTH, FILTERED -> "incomplete";
        };
    }

    private static void usage(Tokens tokens, ObjectNode response) {
        ObjectNode usage = response.putObject("usage").put("input_tokens", tokens.input());
        usage.putObject("input_tokens_details").put("cached_tokens", tokens.cacheRead());
        usage.put("output_tokens", tokens.output());
        usage.putObject("output_tokens_details").put("reasoning_tokens", tokens.reasoning());
        usage.put("total_tokens", tokens.input() + tokens.output());
    }

    @Override
    public ObjectNode error(Fault fault) {
        return ChatAnswerWriter.openAiError(fault);
    }

    @Override
    public Events events(JsonNode request) {
        return new ResponsesEvents(request);
    }
}
