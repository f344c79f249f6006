package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.vigie.exchange.Extracts;

/** A body of {@code POST /v1/chat/completions}, as far as the fake model reads it. */
record ChatRequest(JsonNode body) {
    private static final Pattern ASKS_FOR_A_TOOL = Pattern.compile(
            "\\b(outils?|appell?e[zr]?|fonctions?|utilise[zr]?|tools?|call|functions?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    String model() {
        return body.path("model").asText("");
    }

    boolean streamed() {
        return body.path("stream").asBoolean(false);
    }

    boolean wantsUsage() {
        return body.path("stream_options").path("include_usage").asBoolean(false);
    }

    /** All text of all messages, which is what a provider would count. */
    String everything() {
        return messages().stream().map(ChatRequest::text).collect(Collectors.joining("\n"));
    }

    String lastUserMessage() {
        return lastOf("user").map(ChatRequest::text).orElse("");
    }

    /** Extracts of documents that the answer is to stand on. */
    List<Extracts.Extract> extracts() {
        return lastOf("system")
                .map(ChatRequest::text)
                .map(Extracts.PASSAGES::in)
                .orElse(List.of());
    }

    /** What a tool gave back, when that is what the model is to go on from. */
    Optional<String> toolResult() {
        List<JsonNode> messages = messages();
        return messages.isEmpty() || !role(messages.getLast()).equals("tool")
                ? Optional.empty()
                : Optional.of(text(messages.getLast()));
    }

    /** The function to call, when one is imposed, or offered and asked for; not when one has just answered. */
    Optional<JsonNode> toolToCall() {
        JsonNode tools = body.path("tools");
        JsonNode choice = body.path("tool_choice");
        if (tools.isEmpty() || toolResult().isPresent() || choice.asText().equals("none")) {
            return Optional.empty();
        }
        String imposed = choice.path("function").path("name").asText("");
        List<JsonNode> functions = StreamSupport.stream(tools.spliterator(), false)
                .map(tool -> tool.path("function"))
                .filter(function -> imposed.isEmpty() || name(function).equals(imposed))
                .toList();
        boolean asked = !imposed.isEmpty() || choice.asText().equals("required") || asksForOneOf(functions);
        return asked ? functions.stream().findFirst() : Optional.empty();
    }

    private boolean asksForOneOf(List<JsonNode> functions) {
        String message = lastUserMessage();
        return ASKS_FOR_A_TOOL.matcher(message).find()
                || functions.stream().anyMatch(function -> message.contains(name(function)));
    }

    private static String name(JsonNode function) {
        return function.path("name").asText();
    }

    private Optional<JsonNode> lastOf(String role) {
        return messages().reversed().stream()
                .filter(message -> role(message).equals(role))
                .findFirst();
    }

    private List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        body.path("messages").forEach(messages::add);
        return messages;
    }

    private static String role(JsonNode message) {
        return message.path("role").asText().toLowerCase(Locale.ROOT);
    }

    private static String text(JsonNode message) {
        JsonNode content = message.path("content");
        return content.isTextual()
                ? content.asText()
                : StreamSupport.stream(content.spliterator(), false)
                        .map(part -> part.path("text").asText(""))
                        .collect(Collectors.joining("\n"));
    }
}
