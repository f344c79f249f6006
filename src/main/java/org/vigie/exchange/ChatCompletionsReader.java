package org.vigie.exchange;

import static org.vigie.exchange.ModelRequest.malformed;

import java.util.List;
import java.util.Set;
import org.vigie.exchange.JsonDocument.Value;

final class ChatCompletionsReader extends RequestReader {
    private static final Set<String> READABLE_PARTS = Set.of("text", "refusal", "input_text", "output_text");

    private boolean usageAsked;
    private boolean messagesSeen;

    @Override
    void readText(Value.Text text) {
        if (text.path().passesThrough("messages")) readMessagePart(text.path().steps(), text.value());
    }

    /** Steps are {@code messages, 0, content} or {@code messages, 0, content, 1, text}. */
    private void readMessagePart(List<Object> steps, String value) {
        if (!steps.getFirst().equals("messages") || !(steps.get(1) instanceof Integer position)) return;
        boolean inMessage = steps.size() == 3;
        boolean inPart = steps.size() == 5 && steps.get(2).equals("content");
        Object last = steps.getLast();
        if (inMessage && last.equals("role")) role(position, value);
        if (inMessage && last.equals("content") || inPart && last.equals("text")) append(position, value);
        if (inPart && last.equals("type") && !READABLE_PARTS.contains(value)) unreadable(value);
    }

    @Override
    void readLiteral(Value.Literal literal) {
        if (literal.value().equals("true") && literal.path().name().equals("include_usage")) {
            usageAsked |= literal.path().steps().equals(List.of("stream_options", "include_usage"));
        }
    }

    @Override
    void readContainer(Value.Container container) {
        if (container.path().isRootField("messages")) messagesSeen = container.array();
        if (container.path().name().equals("audio") && container.path().passesThrough("messages")) {
            unreadable("audio");
        }
    }

    @Override
    void check() {
        if (!messagesSeen) throw malformed("messages", "an array of messages is expected");
    }

    @Override
    boolean usageAsked() {
        return usageAsked;
    }
}
