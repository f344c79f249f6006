package org.vigie.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The JSON of OpenAI's chat completions, whole and as server-sent events. */
final class FakeWire {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A token is taken for four characters, the usual rule of thumb. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final ChatRequest request;
    private final String id;
    private final long created;

    /** @param number of this exchange, for its id */
    FakeWire(ChatRequest request, long number, long created) {
        this.request = request;
        this.id = "chatcmpl-fake-" + number;
        this.created = created;
    }

    static String models(long created) {
        ObjectNode body = JSON.createObjectNode().put("object", "list");
        body.putArray("data")
                .addObject()
                .put("id", FakeModel.MODEL)
                .put("object", "model")
                .put("created", created)
                .put("owned_by", "vigie-demonstration");
        return body.toString();
    }

    static String error(String message, String type, @Nullable String code) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .putNull("param")
                .put("code", code);
        return body.toString();
    }

    String whole(FakeReply reply) {
        ObjectNode body = envelope("chat.completion");
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        switch (reply) {
            case FakeReply.Text(String markdown) -> message.put("content", markdown);
            case FakeReply.ToolCall(String name, String arguments) -> {
                message.putNull("content");
                toolCall(message.putArray("tool_calls").addObject(), name).put("arguments", arguments);
            }
        }
        choice.putNull("logprobs").put("finish_reason", finishReason(reply));
        body.set("usage", usage(reply));
        return body.toString();
    }

    /** Role, pieces, end, the usage when it was asked for, {@code [DONE]}: each one event of the stream. */
    List<String> events(FakeReply reply) {
        List<String> events = new ArrayList<>();
        switch (reply) {
            case FakeReply.Text(String markdown) -> {
                events.add(
                        delta(JSON.createObjectNode().put("role", "assistant").put("content", "")));
                pieces(markdown)
                        .forEach(piece ->
                                events.add(delta(JSON.createObjectNode().put("content", piece))));
            }
            case FakeReply.ToolCall(String name, String arguments) -> {
                ObjectNode first =
                        JSON.createObjectNode().put("role", "assistant").putNull("content");
                toolCall(first.putArray("tool_calls").addObject().put("index", 0), name)
                        .put("arguments", "");
                events.add(delta(first));
                pieces(arguments).forEach(piece -> events.add(argumentsDelta(piece)));
            }
        }
        events.add(chunk(JSON.createObjectNode(), finishReason(reply)));
        if (request.wantsUsage()) {
            ObjectNode last = envelope("chat.completion.chunk");
            last.putArray("choices");
            last.set("usage", usage(reply));
            events.add(event(last.toString()));
        }
        events.add(event("[DONE]"));
        return events;
    }

    static String event(String data) {
        return "data: " + data + "\n\n";
    }

    private String argumentsDelta(String piece) {
        ObjectNode delta = JSON.createObjectNode();
        delta.putArray("tool_calls")
                .addObject()
                .put("index", 0)
                .putObject("function")
                .put("arguments", piece);
        return delta(delta);
    }

    private ObjectNode toolCall(ObjectNode call, String name) {
        return call.put("id", "call_" + id)
                .put("type", "function")
                .putObject("function")
                .put("name", name);
    }

    private String delta(ObjectNode delta) {
        return chunk(delta, null);
    }

    private String chunk(ObjectNode delta, @Nullable String finishReason) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        ArrayNode choices = chunk.putArray("choices");
        ObjectNode choice = choices.addObject().put("index", 0);
        choice.set("delta", delta);
        choice.putNull("logprobs").put("finish_reason", finishReason);
        if (request.wantsUsage()) {
            chunk.putNull("usage");
        }
        return event(chunk.toString());
    }

    private ObjectNode envelope(String object) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", request.model())
                .put("system_fingerprint", "fp_demonstration");
    }

    private static String finishReason(FakeReply reply) {
        return switch (reply) {
            case FakeReply.Text _ -> "stop";
            case FakeReply.ToolCall _ -> "tool_calls";
        };
    }

    private ObjectNode usage(FakeReply reply) {
        int read = tokens(request.everything());
        int written = switch (reply) {
            case FakeReply.Text(String markdown) -> tokens(markdown);
            case FakeReply.ToolCall(String name, String arguments) -> tokens(name + arguments);
        };
        return JSON.createObjectNode()
                .put("prompt_tokens", read)
                .put("completion_tokens", written)
                .put("total_tokens", read + written);
    }

    private static int tokens(String text) {
        return Math.ceilDiv(text.length(), CHARACTERS_PER_TOKEN);
    }

    /** Of one to seven characters, cut without regard to words or placeholders; the same text is always cut alike. */
    private static List<String> pieces(String text) {
        Random lengths = new Random(text.length());
        List<String> pieces = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int wanted = 1 + lengths.nextInt(7);
            int end = text.offsetByCodePoints(start, Math.min(wanted, text.codePointCount(start, text.length())));
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
