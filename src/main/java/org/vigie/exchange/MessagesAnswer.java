package org.vigie.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.exchange.StreamEvent.Channel;
import org.vigie.exchange.StreamEvent.Ending;
import org.vigie.exchange.StreamEvent.Piece;

/**
 * Anthropic's messages and their events: the texts are told apart by content block. A thinking block passes as it came,
 * since it is signed; so does what is opaque.
 */
final class MessagesAnswer implements AnswerForm {
    private static final Set<String> UNTOUCHED = Set.of("thinking", "signature", "data");

    @Override
    public Mark mark(byte[] payload) {
        return switch (EventType.of(payload)) {
            case "message_stop" -> Mark.LAST;
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
        int block = (int) Fields.number(document, 0, "index");
        String type = Fields.text(document, "type").orElse("");
        List<Piece> pieces = type.equals("content_block_delta")
                ? document.values().stream()
                        .filter(value -> value.path().passesThrough("delta"))
                        .filter(Value.Text.class::isInstance)
                        .map(Value.Text.class::cast)
                        .filter(text -> text.path().name().equals("text") || holdsJson(text))
                        .map(text ->
                                new Piece(new Channel(List.of(block, text.path().name())), text, holdsJson(text)))
                        .toList()
                : List.of();
        return new StreamEvent(document, pieces, ending(type, block), Optional.empty(), MessagesAnswer::carrying);
    }

    private static Ending ending(String type, int block) {
        return switch (type) {
            case "content_block_stop" -> channel -> channel.steps().getFirst().equals(block);
            case "message_delta", "message_stop" -> _ -> true;
            default -> _ -> false;
        };
    }

    private static byte[] carrying(Channel channel, String text) {
        String field = (String) channel.steps().getLast();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", "content_block_delta")
                .put("index", (Integer) channel.steps().getFirst());
        event.putObject("delta")
                .put("type", field.equals("text") ? "text_delta" : "input_json_delta")
                .put(field, text);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Of a whole message, of {@code message_start} (the prompt) and of {@code message_delta} (the answer so far). */
    @Override
    public Optional<Usage> usage(JsonDocument document) {
        boolean start = Fields.at(document, "message", "usage").isPresent();
        long cached = tokens(document, start, "cache_read_input_tokens");
        long written = tokens(document, start, "cache_creation_input_tokens");
        long input = tokens(document, start, "input_tokens") + cached + written;
        long output = tokens(document, start, "output_tokens");
        return input + output == 0
                ? Optional.empty()
                : Optional.of(new Usage(input, cached, written, output, 0, false));
    }

    private static long tokens(JsonDocument document, boolean start, String field) {
        long told = start
                ? Fields.number(document, 0, "message", "usage", field)
                : Fields.number(document, -1, "usage", field);
        return Math.max(0, told >= 0 ? told : Fields.number(document, 0, field));
    }

    @Override
    public boolean onlyUsage(JsonDocument document) {
        return false;
    }

    @Override
    public long textBytes(JsonDocument document) {
        return ChatChunk.deltaBytes(document);
    }

    @Override
    public boolean untouched(Value.Text text) {
        return UNTOUCHED.contains(text.path().name());
    }

    @Override
    public boolean holdsJson(Value.Text text) {
        return text.path().name().equals("partial_json");
    }
}
