package org.vigie.exchange;

import static org.vigie.exchange.ModelRequest.malformed;

import java.util.List;
import java.util.Set;
import org.vigie.exchange.JsonDocument.Value;

/** Anthropic's messages, and the same body when its tokens are to be counted. */
final class MessagesReader extends RequestReader {
    private static final Set<String> READABLE_BLOCKS = Set.of(
            "text", "tool_use", "tool_result", "thinking", "redacted_thinking", "server_tool_use", "search_result");
    /** How a document's or an image's source is given: text can be read, bytes and addresses cannot. */
    private static final Set<String> READABLE_SOURCES = Set.of("text", "content");

    private static final int SYSTEM = -1;

    private boolean messagesSeen;

    @Override
    void readText(Value.Text text) {
        List<Object> steps = text.path().steps();
        Object last = steps.getLast();
        if (steps.getFirst().equals("system")) {
            role(SYSTEM, "system");
            if (steps.size() == 1 || last.equals("text")) append(SYSTEM, text.value());
        }
        if (!steps.getFirst().equals("messages") || steps.size() < 3 || !(steps.get(1) instanceof Integer position)) {
            return;
        }
        boolean inMessage = steps.size() == 3;
        boolean inBlock = steps.size() == 5 && steps.get(2).equals("content");
        if (inMessage && last.equals("role")) role(position, text.value());
        if (inMessage && last.equals("content") || inBlock && last.equals("text")) append(position, text.value());
        if (last.equals("type") && !isOfTool(text)) readType(steps, text.value());
    }

    /** What a tool is given is the tool's own JSON, whose {@code type} means whatever the tool says. */
    private static boolean isOfTool(Value.Text text) {
        return text.path().passesThrough("input");
    }

    private void readType(List<Object> steps, String type) {
        Object holder = steps.get(steps.size() - 2);
        if (holder.equals("source")) {
            if (!READABLE_SOURCES.contains(type)) unreadable("source:" + type);
        } else if (holder instanceof Integer && steps.get(steps.size() - 3).equals("content")) {
            // A document is as readable as its source.
            if (!READABLE_BLOCKS.contains(type) && !type.equals("document")) unreadable(type);
        }
    }

    @Override
    void readContainer(Value.Container container) {
        if (container.path().isRootField("messages")) messagesSeen = container.array();
    }

    @Override
    void check() {
        if (!messagesSeen) throw malformed("messages", "an array of messages is expected");
    }
}
