package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A request to a model, in no dialect. */
record Prompt(
        String model,
        List<Turn> turns,
        List<Tool> tools,
        Optional<ToolChoice> toolChoice,
        Optional<Boolean> parallelCalls,
        Settings settings) {
    Prompt {
        turns = List.copyOf(turns);
        tools = List.copyOf(tools);
    }

    enum Role {
        SYSTEM,
        DEVELOPER,
        USER,
        ASSISTANT
    }

    record Turn(Role role, List<Part> parts) {
        Turn {
            parts = List.copyOf(parts);
        }
    }

    sealed interface Part {
        record Text(String text) implements Part {}

        /** @param detail as OpenAI has it: how closely it is looked at */
        record Image(Source source, Optional<String> detail) implements Part {}

        record File(Source.Inline source, Optional<String> name) implements Part {}

        /** @param arguments JSON */
        record Call(String id, String name, String arguments) implements Part {}

        record Result(String id, List<Part> parts, boolean failed) implements Part {
            public Result {
                parts = List.copyOf(parts);
            }
        }
    }

    sealed interface Source {
        /** @param base64 the bytes */
        record Inline(String mediaType, String base64) implements Source {
            String dataUrl() {
                return "data:" + mediaType + ";base64," + base64;
            }

            /** Empty where the address is not {@code data:TYPE;base64,BYTES}. */
            static Optional<Inline> of(String url) {
                int comma = url.indexOf(',');
                if (!url.startsWith("data:") || comma < 0) return Optional.empty();
                String head = url.substring("data:".length(), comma);
                if (!head.endsWith(";base64")) return Optional.empty();
                return Optional.of(new Inline(
                        head.substring(0, head.length() - ";base64".length()).split(";", 2)[0],
                        url.substring(comma + 1)));
            }
        }

        record Remote(String url) implements Source {}
    }

    /** @param schema JSON Schema of its arguments */
    record Tool(String name, Optional<String> description, ObjectNode schema, boolean strict) {}

    sealed interface ToolChoice {
        record Auto() implements ToolChoice {}

        record None() implements ToolChoice {}

        record Any() implements ToolChoice {}

        record Named(String name) implements ToolChoice {}
    }

    /** The form that the answer must have. */
    sealed interface Format {
        record AnyObject() implements Format {}

        record Schema(String name, JsonNode schema, Optional<Boolean> strict) implements Format {}
    }

    /**
     * @param user whose request it is, for the provider's abuse watch
     * @param effort as OpenAI names it: {@code low}, {@code medium}, {@code high}…
     */
    record Settings(
            boolean stream,
            Optional<Long> maxTokens,
            Optional<JsonNode> temperature,
            Optional<JsonNode> topP,
            List<String> stop,
            Optional<Format> format,
            Optional<String> user,
            Optional<String> effort) {
        Settings {
            stop = List.copyOf(stop);
        }
    }
}
