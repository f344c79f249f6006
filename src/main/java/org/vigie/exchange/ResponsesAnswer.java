package org.vigie.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.exchange.StreamEvent.Channel;
import org.vigie.exchange.StreamEvent.Ending;
import org.vigie.exchange.StreamEvent.Piece;

/**
 * OpenAI's responses and their events: a text is told apart by its kind ({@code response.output_text}), its item and its
 * part. Events that repeat the whole of a text ({@code ….done}, {@code response.completed}) are restored on their own.
 */
final class ResponsesAnswer implements AnswerForm {
    private static final Set<String> UNTOUCHED = Set.of("encrypted_content", "obfuscation");
    private static final String DELTA = ".delta";
    private static final String DONE = ".done";

    @Override
    public Mark mark(byte[] payload) {
        return switch (EventType.of(payload)) {
            case "response.completed", "response.incomplete", "response.failed" -> Mark.LAST;
            case "error" -> Mark.ERROR;
            default -> Mark.PIECE;
        };
    }

    @Override
    public Optional<String> eventName(byte[] payload) {
        return Optional.of(EventType.of(payload));
    }

    @Override
    public StreamEvent event(JsonDocument document) {
        String type = Fields.text(document, "type").orElse("");
        Optional<Value.Literal> sequence = Fields.at(document, "sequence_number")
                .filter(Value.Literal.class::isInstance)
                .map(Value.Literal.class::cast);
        return new StreamEvent(
                document,
                pieces(document, type),
                ending(document, type),
                sequence,
                (channel, text) -> carrying(channel, text, sequence));
    }

    private static List<Piece> pieces(JsonDocument document, String type) {
        if (!type.endsWith(DELTA)) return List.of();
        String kind = type.substring(0, type.length() - DELTA.length());
        return Fields.at(document, "delta")
                .filter(Value.Text.class::isInstance)
                .map(delta -> new Piece(channel(document, kind), (Value.Text) delta, kind.endsWith("call_arguments")))
                .stream()
                .toList();
    }

    /** Kind, item, place of the item, and the field that names the place of the part, if any. */
    private static Channel channel(JsonDocument document, String kind) {
        String partField = Fields.at(document, "summary_index").isPresent() ? "summary_index" : "content_index";
        return new Channel(List.of(
                kind,
                Fields.text(document, "item_id").orElse(""),
                Fields.number(document, 0, "output_index"),
                partField,
                Fields.number(document, -1, partField)));
    }

    private static Ending ending(JsonDocument document, String type) {
        if (!type.endsWith(DONE)) return _ -> type.startsWith("response.") && isLast(type);
        Channel ended = channel(document, type.substring(0, type.length() - DONE.length()));
        long item = Fields.number(document, -1, "output_index");
        return channel -> channel.equals(ended)
                || (type.equals("response.output_item.done")
                        && channel.steps().get(2).equals(item));
    }

    private static boolean isLast(String type) {
        return type.equals("response.completed")
                || type.equals("response.incomplete")
                || type.equals("response.failed");
    }

    private static byte[] carrying(Channel channel, String text, Optional<Value.Literal> sequence) {
        List<Object> steps = channel.steps();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", steps.get(0) + DELTA);
        sequence.ifPresent(number -> event.put("sequence_number", Fields.number(number.value(), 0)));
        event.put("item_id", (String) steps.get(1)).put("output_index", (Long) steps.get(2));
        if ((Long) steps.get(4) >= 0) event.put((String) steps.get(3), (Long) steps.get(4));
        event.put("delta", text);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Usage> usage(JsonDocument document) {
        boolean inEvent = Fields.at(document, "response", "usage").isPresent();
        long input = tokens(document, inEvent, "input_tokens");
        long output = tokens(document, inEvent, "output_tokens");
        if (input + output == 0) return Optional.empty();
        long cached = tokens(document, inEvent, "input_tokens_details", "cached_tokens");
        long reasoning = tokens(document, inEvent, "output_tokens_details", "reasoning_tokens");
        return Optional.of(new Usage(input, cached, 0, output, reasoning, false));
    }

    private static long tokens(JsonDocument document, boolean inEvent, String... field) {
        List<Object> steps = new ArrayList<>(inEvent ? List.of("response", "usage") : List.of("usage"));
        steps.addAll(List.of(field));
        return Math.max(0, Fields.number(document, 0, steps.toArray()));
    }

    @Override
    public boolean onlyUsage(JsonDocument document) {
        return false;
    }

    @Override
    public long textBytes(JsonDocument document) {
        return Fields.at(document, "delta")
                .filter(Value.Text.class::isInstance)
                .map(delta -> (long) delta.to() - delta.from())
                .orElse(0L);
    }

    @Override
    public boolean untouched(Value.Text text) {
        return UNTOUCHED.contains(text.path().name()) || text.path().passesThrough("logprobs");
    }
}
