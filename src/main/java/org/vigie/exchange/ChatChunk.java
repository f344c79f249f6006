package org.vigie.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.exchange.JsonDocument.Value;

/**
 * One event of a chat-completion stream, read: whose text each string continues, which choices end with it, what it says
 * of tokens.
 *
 * @param document its own bytes
 * @param deltas the strings below {@code choices[].delta}, in order
 * @param finishing the choices whose {@code finish_reason} it gives
 */
public record ChatChunk(JsonDocument document, List<Delta> deltas, Set<Integer> finishing) {
    private static final List<Object> PROMPT_TOKENS = List.of("usage", "prompt_tokens");
    private static final List<Object> COMPLETION_TOKENS = List.of("usage", "completion_tokens");
    private static final List<Object> CACHED_TOKENS = List.of("usage", "prompt_tokens_details", "cached_tokens");
    private static final List<Object> REASONING_TOKENS =
            List.of("usage", "completion_tokens_details", "reasoning_tokens");

    public ChatChunk {
        deltas = List.copyOf(deltas);
        finishing = Set.copyOf(finishing);
    }

    /**
     * A piece of one text.
     *
     * @param choice the choice's {@code index}
     * @param field the steps below {@code delta}, as {@code content}, or {@code tool_calls, 0, function, arguments} where
     *     the number is the tool call's {@code index}: where it stands in this event says nothing
     */
    public record Delta(int choice, List<Object> field, Value.Text text) {
        public Delta {
            field = List.copyOf(field);
        }
    }

    public static ChatChunk of(JsonDocument document) {
        Map<List<Object>, Integer> indexes = indexes(document);
        List<Delta> deltas = new ArrayList<>();
        Set<Integer> finishing = new HashSet<>();
        for (Value value : document.values()) {
            if (!(value instanceof Value.Text text) || !text.path().passesThrough("choices")) continue;
            List<Object> steps = text.path().steps();
            if (steps.size() < 3 || !steps.getFirst().equals("choices")) continue;
            int choice = indexes.getOrDefault(steps.subList(0, 2), 0);
            if (steps.size() > 3 && steps.get(2).equals("delta")) {
                deltas.add(new Delta(choice, field(steps, indexes), text));
            } else if (steps.size() == 3 && steps.get(2).equals("finish_reason")) {
                finishing.add(choice);
            }
        }
        return new ChatChunk(document, deltas, finishing);
    }

    /** Bytes of text below {@code delta}, as they are written: what the provider wrote, whatever it is. */
    public static long deltaBytes(JsonDocument document) {
        long bytes = 0;
        for (Value value : document.values()) {
            if (value instanceof Value.Text text && text.path().passesThrough("delta"))
                bytes += text.to() - text.from();
        }
        return bytes;
    }

    /** The {@code index} of each choice and tool call, by the steps that lead to it. */
    private static Map<List<Object>, Integer> indexes(JsonDocument document) {
        Map<List<Object>, Integer> indexes = new HashMap<>();
        for (Value value : document.values()) {
            if (value instanceof Value.Literal literal && literal.path().name().equals("index")) {
                List<Object> steps = literal.path().steps();
                indexes.put(List.copyOf(steps.subList(0, steps.size() - 1)), number(literal.value()));
            }
        }
        return indexes;
    }

    private static int number(String literal) {
        try {
            return Integer.parseInt(literal);
        } catch (NumberFormatException notAnIndex) {
            return 0;
        }
    }

    private static List<Object> field(List<Object> steps, Map<List<Object>, Integer> indexes) {
        List<Object> field = new ArrayList<>(steps.subList(3, steps.size()));
        if (field.size() > 2 && field.getFirst().equals("tool_calls")) {
            Integer index = indexes.get(steps.subList(0, 5));
            if (index != null) field.set(1, index);
        }
        return field;
    }

    /** The pieces of visible answer text in it, joined: {@code delta.content} of the first choice. */
    public String content() {
        StringBuilder content = new StringBuilder();
        for (Delta delta : deltas) {
            if (delta.choice() == 0 && delta.field().equals(List.of("content"))) {
                content.append(delta.text().value());
            }
        }
        return content.toString();
    }

    /** The text of the first choice of an answer in one piece. */
    public static String wholeContent(JsonDocument document) {
        List<Object> place = List.of("choices", 0, "message", "content");
        return document.values().stream()
                .filter(value -> value.path().name().equals("content"))
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast)
                .filter(text -> text.path().steps().equals(place))
                .map(Value.Text::value)
                .findFirst()
                .orElse("");
    }

    /** The tokens that a chunk or a whole answer tells, at {@code usage} of the root. */
    public static Optional<Usage> usage(JsonDocument document) {
        long input = -1;
        long output = -1;
        long cached = 0;
        long reasoning = 0;
        for (Value value : document.values()) {
            if (!(value instanceof Value.Literal literal) || !literal.path().passesThrough("usage")) continue;
            List<Object> steps = literal.path().steps();
            if (steps.equals(PROMPT_TOKENS)) input = tokens(literal.value());
            else if (steps.equals(COMPLETION_TOKENS)) output = tokens(literal.value());
            else if (steps.equals(CACHED_TOKENS)) cached = tokens(literal.value());
            else if (steps.equals(REASONING_TOKENS)) reasoning = tokens(literal.value());
        }
        return input < 0 && output < 0
                ? Optional.empty()
                : Optional.of(new Usage(input, cached, 0, output, reasoning, false));
    }

    private static long tokens(String literal) {
        try {
            return Long.parseLong(literal);
        } catch (NumberFormatException notACount) {
            return -1;
        }
    }

    /** Whether it holds no choice: the chunk that only tells the usage. */
    public static boolean hasNoChoice(JsonDocument document) {
        return document.values().stream().noneMatch(value -> {
            List<Object> steps = value.path().name().isEmpty() ? value.path().steps() : List.of();
            return steps.size() == 2 && steps.getFirst().equals("choices");
        });
    }

    /** An event like this one that carries nothing but a piece of one text. */
    public byte[] carrying(int choice, List<Object> field, String text) {
        ObjectNode chunk = JsonNodeFactory.instance.objectNode();
        for (Value value : document.values()) {
            switch (value) {
                case Value.Text known
                when isEnvelope(known) -> chunk.put(known.path().name(), known.value());
                case Value.Literal created
                when created.path().isRootField("created") -> chunk.put("created", tokens(created.value()));
                default -> {}
            }
        }
        ObjectNode only = chunk.putArray("choices").addObject();
        only.put("index", choice);
        put(only.putObject("delta"), field, text);
        only.putNull("finish_reason");
        return chunk.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isEnvelope(Value.Text text) {
        return text.path().isRootField("id")
                || text.path().isRootField("object")
                || text.path().isRootField("model");
    }

    /** Rebuilds the containers on the way; an array's element is one object that says its {@code index}. */
    private static void put(ObjectNode delta, List<Object> field, String text) {
        ContainerNode<?> at = delta;
        for (int step = 0; step < field.size(); step++) {
            boolean last = step == field.size() - 1;
            Object next = last ? "" : field.get(step + 1);
            at = switch (at) {
                case ObjectNode object when last -> object.put((String) field.get(step), text);
                case ObjectNode object when next instanceof Integer -> object.putArray((String) field.get(step));
                case ObjectNode object -> object.putObject((String) field.get(step));
                case ArrayNode array when last -> array.add(text);
                case ArrayNode array -> array.addObject().put("index", (Integer) field.get(step));
                default -> throw new IllegalStateException("a JSON container is an object or an array");
            };
        }
    }

    /** A chunk of Vigie's own making, for providers that do not speak the protocol. */
    public static byte[] of(String id, String model, Optional<String> content, boolean finish) {
        ObjectNode chunk = JsonNodeFactory.instance.objectNode();
        chunk.put("id", id).put("object", "chat.completion.chunk");
        chunk.put("created", System.currentTimeMillis() / 1000).put("model", model);
        ObjectNode choice = chunk.putArray("choices").addObject();
        choice.put("index", 0);
        ObjectNode delta = choice.putObject("delta");
        content.ifPresent(text -> delta.put("role", "assistant").put("content", text));
        if (finish) choice.put("finish_reason", "stop");
        else choice.putNull("finish_reason");
        return chunk.toString().getBytes(StandardCharsets.UTF_8);
    }
}
