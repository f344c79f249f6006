package org.vigie.exchange;

import static org.vigie.exchange.ModelRequest.malformed;

import java.util.List;
import java.util.Set;
import org.vigie.exchange.JsonDocument.Value;

/**
 * OpenAI's responses. What rests on something stored at the provider is refused: nothing is stored there, and what a
 * former answer held could not be examined.
 */
final class ResponsesReader extends RequestReader {
    private static final Set<String> READABLE_PARTS =
            Set.of("input_text", "output_text", "refusal", "summary_text", "reasoning_text", "text");
    private static final Set<String> READABLE_ITEMS = Set.of(
            "message",
            "function_call",
            "function_call_output",
            "custom_tool_call",
            "custom_tool_call_output",
            "reasoning");
    private static final Set<String> STORED = Set.of("previous_response_id", "conversation");
    private static final int INSTRUCTIONS = -1;

    private boolean inputSeen;

    @Override
    void readText(Value.Text text) {
        List<Object> steps = text.path().steps();
        String first = (String) steps.getFirst();
        if (steps.size() == 1 && STORED.contains(first)) throw stored(first);
        if (text.path().isRootField("instructions")) {
            role(INSTRUCTIONS, "system");
            append(INSTRUCTIONS, text.value());
        }
        if (text.path().isRootField("input")) {
            inputSeen = true;
            append(0, text.value());
        }
        if (first.equals("input") && steps.size() > 2 && steps.get(1) instanceof Integer position) {
            readItem(steps, position, text.value());
        }
    }

    private void readItem(List<Object> steps, int position, String value) {
        Object last = steps.getLast();
        boolean inItem = steps.size() == 3;
        boolean inPart = steps.size() == 5 && steps.get(3) instanceof Integer;
        if (inItem && last.equals("role")) role(position, value);
        if (inItem && last.equals("content") || inPart && last.equals("text")) append(position, value);
        if (inItem && last.equals("type") && !READABLE_ITEMS.contains(value)) unreadable(value);
        if (inPart && last.equals("type") && !READABLE_PARTS.contains(value)) unreadable(value);
    }

    @Override
    void readLiteral(Value.Literal literal) {
        if (literal.path().isRootField("background") && literal.value().equals("true")) throw stored("background");
    }

    private static RuntimeException stored(String field) {
        return malformed(field, "nothing is stored at the provider; send the whole conversation in input");
    }

    @Override
    void readContainer(Value.Container container) {
        if (container.path().isRootField("input")) inputSeen = container.array();
        if (container.path().isRootField("conversation")) throw stored("conversation");
    }

    @Override
    void check() {
        if (!inputSeen) throw malformed("input", "a text or an array of items is expected");
    }
}
