package org.vigie.shield;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.vigie.exchange.JsonDocument;
import org.vigie.exchange.JsonDocument.Patch;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.exchange.ModelRequest;

/**
 * The three fields besides masked spans that may differ from what the client sent (contract, "Gateway"): {@code model}
 * as the provider names it, {@code stream_options.include_usage} so that every stream says what it cost, and
 * {@code store} set to false.
 */
final class OutgoingFields {
    private OutgoingFields() {}

    static void patch(ModelRequest request, String upstreamModel, List<Patch> patches) {
        JsonDocument document = request.document();
        boolean storeSeen = false;
        for (Value value : document.values()) {
            if (value instanceof Value.Text text && text.path().isRootField("model")) {
                patches.removeIf(patch -> patch.from() >= text.from() && patch.to() <= text.to());
                patches.add(new Patch(text.from(), text.to(), JsonDocument.escaped(upstreamModel)));
            }
            if (value instanceof Value.Literal literal && literal.path().isRootField("store")) {
                storeSeen = true;
                if (!literal.value().equals("false")) {
                    patches.add(new Patch(literal.from(), literal.to(), ascii("false")));
                }
            }
        }
        switch (request.dialect()) {
            case CHAT_COMPLETIONS -> {
                if (request.stream() && !request.usageAsked()) patches.add(askForUsage(document));
            }
            // Without a word of ours the provider would keep it.
            case RESPONSES -> {
                if (!storeSeen) patches.add(first(document, "\"store\":false,"));
            }
            case EMBEDDINGS, IMAGES, SPEECH, TRANSCRIPTION, MESSAGES, COUNT_TOKENS -> {}
        }
    }

    /** A field before all others; a request always has some. */
    private static Patch first(JsonDocument document, String field) {
        int afterBrace = document.values().getFirst().to();
        return new Patch(afterBrace, afterBrace, ascii(field));
    }

    private static Patch askForUsage(JsonDocument document) {
        Optional<Value> options = at(document, List.of("stream_options"));
        Optional<Value> usage = at(document, List.of("stream_options", "include_usage"));
        if (usage.isPresent()) {
            return new Patch(usage.get().from(), usage.get().to(), ascii("true"));
        }
        if (options.isPresent() && options.get() instanceof Value.Container object && !object.array()) {
            boolean empty = document.values().stream()
                    .noneMatch(value -> value instanceof Value.Key key
                            && key.path().steps().size() == 2
                            && key.path().steps().getFirst().equals("stream_options"));
            String field = "\"include_usage\":true" + (empty ? "" : ",");
            return new Patch(object.to(), object.to(), ascii(field));
        }
        if (options.isPresent()) {
            return new Patch(options.get().from(), options.get().to(), ascii("{\"include_usage\":true}"));
        }
        return first(document, "\"stream_options\":{\"include_usage\":true},");
    }

    private static Optional<Value> at(JsonDocument document, List<Object> steps) {
        String last = (String) steps.getLast();
        return document.values().stream()
                .filter(value -> !(value instanceof Value.Key))
                .filter(value -> value.path().name().equals(last))
                .filter(value -> value.path().steps().equals(steps))
                .findFirst();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
