package org.vigie.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * A chat-completions request as it came, with what Vigie needs to know of it. Everything else in it is unknown on
 * purpose and passes through.
 *
 * @param document the request's own bytes
 * @param model the name that the client asked for
 * @param stream whether the answer is wanted piece by piece
 * @param usageAsked whether the client asked for the usage chunk of a stream
 * @param messages who said what, text parts only
 * @param unreadable kinds of content in the request that cannot be examined, as {@code image_url}
 */
public record ChatRequest(
        JsonDocument document,
        String model,
        boolean stream,
        boolean usageAsked,
        List<Message> messages,
        Set<String> unreadable) {

    private static final Set<String> READABLE_PARTS = Set.of("text", "refusal", "input_text", "output_text");
    private static final Set<String> DECIDING_FIELDS = Set.of("model", "messages", "stream", "stream_options", "store");

    public ChatRequest {
        messages = List.copyOf(messages);
        unreadable = Set.copyOf(unreadable);
    }

    /** @param role as {@code system}, {@code user}, {@code assistant}, {@code tool} */
    public record Message(String role, String text) {}

    /** @throws ProblemException {@link Problem.Malformed} with the place when it is not a chat-completions request */
    public static ChatRequest parse(byte[] body) {
        JsonDocument document = JsonDocument.parse(body);
        requireObject(document);
        refuseRepeatedFields(document);
        Reader reader = new Reader();
        document.values().forEach(reader::read);
        return reader.request(document);
    }

    private static void requireObject(JsonDocument document) {
        if (!(document.values().getFirst() instanceof Value.Container root) || root.array()) {
            throw malformed("the document", "a JSON object is expected");
        }
    }

    /** Parsers disagree on which of two equal keys counts; a request that plays on it is refused. */
    private static void refuseRepeatedFields(JsonDocument document) {
        Set<String> seen = new HashSet<>();
        for (Value value : document.values()) {
            if (value instanceof Value.Key key
                    && DECIDING_FIELDS.contains(key.value())
                    && key.path().isRootField(key.value())
                    && !seen.add(key.value())) {
                throw malformed(key.value(), "this field stands twice");
            }
        }
    }

    private static ProblemException malformed(String place, String fault) {
        return new ProblemException(new Problem.Malformed(place, fault));
    }

    /** The text of the last message of a role. */
    public Optional<String> lastText(String role) {
        return messages.reversed().stream()
                .filter(message -> message.role().equals(role))
                .map(Message::text)
                .findFirst();
    }

    /** Whether a string holds bytes that no recogniser can read: an image or a file, in base64. */
    public static boolean isUnreadable(Value.Text text) {
        String name = text.path().name();
        return isDataUrl(text.value())
                || name.equals("file_data")
                || (name.equals("data") && text.path().passesThrough("input_audio"));
    }

    private static boolean isDataUrl(String value) {
        if (!value.startsWith("data:")) return false;
        int comma = value.indexOf(',');
        return comma > 7 && comma < 200 && value.startsWith(";base64", comma - 7);
    }

    /** Collects the fields of interest in one pass over the values. */
    private static final class Reader {
        private @Nullable String model;
        private boolean stream;
        private boolean usageAsked;
        private boolean messagesSeen;
        private final Map<Integer, String> roles = new TreeMap<>();
        private final Map<Integer, StringBuilder> texts = new TreeMap<>();
        private final Set<String> unreadable = new HashSet<>();

        void read(Value value) {
            switch (value) {
                case Value.Text text -> readText(text);
                case Value.Literal literal -> readLiteral(literal);
                case Value.Container container -> readContainer(container);
                case Value.Key _ -> {}
            }
        }

        private void readText(Value.Text text) {
            if (isUnreadable(text)) unreadable.add("data");
            if (text.path().isRootField("model")) {
                model = text.value();
            } else if (text.path().passesThrough("messages")) {
                readMessagePart(text.path().steps(), text.value());
            }
        }

        /** Steps are {@code messages, 0, content} or {@code messages, 0, content, 1, text}. */
        private void readMessagePart(List<Object> steps, String value) {
            if (!steps.getFirst().equals("messages") || !(steps.get(1) instanceof Integer position)) return;
            boolean inMessage = steps.size() == 3;
            boolean inPart = steps.size() == 5 && steps.get(2).equals("content");
            Object last = steps.getLast();
            if (inMessage && last.equals("role")) roles.put(position, value);
            if (inMessage && last.equals("content") || inPart && last.equals("text")) append(position, value);
            if (inPart && last.equals("type") && !READABLE_PARTS.contains(value)) unreadable.add(value);
        }

        private void append(int position, String text) {
            StringBuilder all = texts.computeIfAbsent(position, _ -> new StringBuilder());
            if (!all.isEmpty()) all.append('\n');
            all.append(text);
        }

        private void readLiteral(Value.Literal literal) {
            boolean isTrue = literal.value().equals("true");
            if (literal.path().isRootField("stream")) stream = isTrue;
            if (isTrue && literal.path().name().equals("include_usage")) {
                usageAsked |= literal.path().steps().equals(List.of("stream_options", "include_usage"));
            }
        }

        private void readContainer(Value.Container container) {
            if (container.path().isRootField("messages")) messagesSeen = container.array();
            if (container.path().name().equals("audio") && container.path().passesThrough("messages")) {
                unreadable.add("audio");
            }
        }

        ChatRequest request(JsonDocument document) {
            if (model == null || model.isBlank()) throw malformed("model", "the name of a model is expected");
            if (!messagesSeen) throw malformed("messages", "an array of messages is expected");
            List<Message> messages = new ArrayList<>();
            texts.forEach((position, text) ->
                    messages.add(new Message(roles.getOrDefault(position, "user"), text.toString())));
            return new ChatRequest(document, model, stream, usageAsked, messages, unreadable);
        }
    }
}
