package org.vigie.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vigie.translation.Answer.Block;
import org.vigie.translation.Step.Head;

/**
 * One item of a response's output, which grows.
 *
 * @param text what it holds so far: words, or a call's arguments
 */
record ResponseItem(String id, int index, Head head, StringBuilder text) {
    /** @param key of the response, to which its items' ids belong */
    static ResponseItem opened(Head head, String key, int index) {
        String prefix = switch (head) {
            case Head.Text _, Head.Refusal _ -> "msg_";
            case Head.Thought _ -> "rs_";
            case Head.Call _ -> "fc_";
        };
        return new ResponseItem(prefix + key + "_" + index, index, head, new StringBuilder());
    }

    static ResponseItem of(Block block, String key, int index) {
        Head head = switch (block) {
            case Block.Text _ -> new Head.Text();
            case Block.Thought _ -> new Head.Thought();
            case Block.Refusal _ -> new Head.Refusal();
            case Block.Call call -> new Head.Call(call.id(), call.name());
        };
        ResponseItem item = opened(head, key, index);
        item.text()
                .append(
                        switch (block) {
                            case Block.Text text -> text.text();
                            case Block.Thought thought -> thought.text();
                            case Block.Refusal no -> no.text();
                            case Block.Call call -> call.arguments();
                        });
        return item;
    }

    /** Its events' name, as in {@code response.NAME.delta}. */
    String event() {
        return switch (head) {
            case Head.Text _ -> "response.output_text";
            case Head.Thought _ -> "response.reasoning_text";
            case Head.Refusal _ -> "response.refusal";
            case Head.Call _ -> "response.function_call_arguments";
        };
    }

    /** The field of its part, or of its last event, that holds all of its text. */
    String field() {
        return switch (head) {
            case Head.Text _, Head.Thought _ -> "text";
            case Head.Refusal _ -> "refusal";
            case Head.Call _ -> "arguments";
        };
    }

    boolean hasPart() {
        return !(head instanceof Head.Call);
    }

    ObjectNode part(String words) {
        ObjectNode part = Json.object();
        switch (head) {
            case Head.Text _ -> {
                part.put("type", "output_text").put("text", words).putArray("annotations");
                part.putArray("logprobs");
            }
            case Head.Thought _ -> part.put("type", "reasoning_text").put("text", words);
            case Head.Refusal _ -> part.put("type", "refusal").put("refusal", words);
            case Head.Call _ -> throw new IllegalStateException("a call has no parts");
        }
        return part;
    }

    /** As it is when it begins. */
    ObjectNode empty() {
        ObjectNode item = frame("in_progress");
        if (head instanceof Head.Call) item.put("arguments", "");
        else item.putArray("content");
        return item;
    }

    ObjectNode whole() {
        ObjectNode item = frame("completed");
        if (head instanceof Head.Call) item.put("arguments", text.toString());
        else item.putArray("content").add(part(text.toString()));
        return item;
    }

    private ObjectNode frame(String status) {
        ObjectNode item = Json.object().put("id", id);
        switch (head) {
            case Head.Text _, Head.Refusal _ -> item.put("type", "message").put("role", "assistant");
            case Head.Thought _ -> item.put("type", "reasoning").putArray("summary");
            case Head.Call call ->
                item.put("type", "function_call").put("call_id", call.id()).put("name", call.name());
        }
        return item.put("status", status);
    }
}
