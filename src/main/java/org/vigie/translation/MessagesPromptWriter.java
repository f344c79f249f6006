package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.translation.Prompt.Format;
import org.vigie.translation.Prompt.Part;
import org.vigie.translation.Prompt.Role;
import org.vigie.translation.Prompt.Settings;
import org.vigie.translation.Prompt.Source;
import org.vigie.translation.Prompt.Tool;
import org.vigie.translation.Prompt.ToolChoice;
import org.vigie.translation.Prompt.Turn;

/**
 * Anthropic's messages. What system and developer say stands before the conversation, turns of one role that follow each
 * other are one, a tool's results come first in theirs, and no text is empty.
 */
final class MessagesPromptWriter implements PromptWriter {
    private static final BigDecimal HOTTEST = BigDecimal.ONE;
    private static final int LEAST_BUDGET = 1_024;
    private static final Pattern NOT_IN_AN_ID = Pattern.compile("[^a-zA-Z0-9_-]");

    @Override
    public ObjectNode write(Prompt prompt, Terms terms) {
        ObjectNode request = Json.object().put("model", prompt.model());
        ArrayNode system = Json.array();
        ArrayNode messages = Json.array();
        prompt.turns().forEach(turn -> turn(turn, system, messages));
        if (!system.isEmpty()) request.set("system", system);
        request.set("messages", messages);
        if (!prompt.tools().isEmpty()) {
            ArrayNode tools = request.putArray("tools");
            prompt.tools().forEach(tool -> tool(tool, tools.addObject()));
            choice(prompt, request);
        }
        settings(prompt, terms, request);
        return request;
    }

    private static void turn(Turn turn, ArrayNode system, ArrayNode messages) {
        switch (turn.role()) {
            case SYSTEM, DEVELOPER -> turn.parts().forEach(part -> content(part, system));
            case USER -> turn.parts().forEach(part -> content(part, of("user", messages)));
            case ASSISTANT -> turn.parts().forEach(part -> content(part, of("assistant", messages)));
        }
    }

    /** The content of the last message when it is this role's, else of a new one. */
    private static ArrayNode of(String role, ArrayNode messages) {
        JsonNode last = messages.isEmpty() ? messages : messages.get(messages.size() - 1);
        if (last.path("role").asText().equals(role) && last.path("content") instanceof ArrayNode content) {
            return content;
        }
        return messages.addObject().put("role", role).putArray("content");
    }

    private static void content(Part part, ArrayNode out) {
        switch (part) {
            case Part.Text text -> {
                if (!text.text().isEmpty()) out.addObject().put("type", "text").put("text", text.text());
            }
            case Part.Image image -> source(image.source(), out.addObject().put("type", "image"));
            case Part.File file -> {
                ObjectNode document = out.addObject().put("type", "document");
                source(file.source(), document);
                file.name().ifPresent(name -> document.put("title", name));
            }
            case Part.Call call ->
                out.addObject()
                        .put("type", "tool_use")
                        .put("id", id(call.id()))
                        .put("name", call.name())
                        .set(
                                "input",
                                Json.objectIn(call.arguments())
                                        .orElseThrow(() -> Fields.malformed(
                                                "messages", "a tool call's arguments are not a JSON object")));
            case Part.Result result -> result(result, out);
        }
    }

    private static void source(Source source, ObjectNode holder) {
        ObjectNode out = holder.putObject("source");
        switch (source) {
            case Source.Inline inline ->
                out.put("type", "base64").put("media_type", inline.mediaType()).put("data", inline.base64());
            case Source.Remote remote -> out.put("type", "url").put("url", remote.url());
        }
    }

    /** Before what the user says, behind the other results. */
    private static void result(Part.Result result, ArrayNode out) {
        int at = 0;
        while (at < out.size() && out.get(at).path("type").asText().equals("tool_result")) at++;
        ObjectNode block = out.insertObject(at);
        block.put("type", "tool_result").put("tool_use_id", id(result.id()));
        ArrayNode content = Json.array();
        result.parts().forEach(part -> content(part, content));
        if (!content.isEmpty()) block.set("content", content);
        if (result.failed()) block.put("is_error", true);
    }

    /** Others use points and colons, too. */
    private static String id(String id) {
        return NOT_IN_AN_ID.matcher(id).replaceAll("_");
    }

    private static void tool(Tool tool, ObjectNode out) {
        out.put("name", tool.name());
        tool.description().ifPresent(words -> out.put("description", words));
        out.set("input_schema", tool.schema());
        if (tool.strict()) out.put("strict", true);
    }

    private static void choice(Prompt prompt, ObjectNode request) {
        boolean oneAtATime =
                prompt.parallelCalls().filter(parallel -> !parallel).isPresent();
        if (prompt.toolChoice().isEmpty() && !oneAtATime) return;
        ObjectNode out = request.putObject("tool_choice");
        ToolChoice choice = prompt.toolChoice().orElseGet(ToolChoice.Auto::new);
        switch (choice) {
            case ToolChoice.Auto _ -> out.put("type", "auto");
            case ToolChoice.None _ -> out.put("type", "none");
            case ToolChoice.Any _ -> out.put("type", "any");
            case ToolChoice.Named named -> out.put("type", "tool").put("name", named.name());
        }
        if (oneAtATime && !(choice instanceof ToolChoice.None)) out.put("disable_parallel_tool_use", true);
    }

    private static void settings(Prompt prompt, Terms terms, ObjectNode request) {
        Settings settings = prompt.settings();
        long budget = budget(prompt);
        Optional<Long> limit = settings.maxTokens().or(() -> terms.maxTokens().map(Integer::longValue));
        request.put("max_tokens", limit.orElse(budget + Terms.MAX_TOKENS));
        // Answer and thinking share a limit; thinking may not take all of it.
        long thinking = limit.map(most -> Math.min(budget, most / 2)).orElse(budget);
        boolean thinks = thinking >= LEAST_BUDGET;
        if (thinks) request.putObject("thinking").put("type", "enabled").put("budget_tokens", thinking);
        else settings.temperature().ifPresent(value -> request.set("temperature", within(value)));
        if (!thinks) settings.topP().ifPresent(value -> request.set("top_p", value));
        if (!settings.stop().isEmpty()) settings.stop().forEach(request.putArray("stop_sequences")::add);
        settings.user().ifPresent(user -> request.putObject("metadata").put("user_id", user));
        settings.format().ifPresent(format -> format(format, request));
        if (settings.stream()) request.put("stream", true);
    }

    /** OpenAI's temperatures go up to 2, Anthropic's to 1. */
    private static JsonNode within(JsonNode temperature) {
        return temperature.isNumber() && temperature.decimalValue().compareTo(HOTTEST) > 0
                ? Json.array().add(1).get(0)
                : temperature;
    }

    /**
     * Tokens of thinking for an effort; 0 for none, and where thinking is not allowed: with a forced tool, and while the
     * results of tools come back, since the thinking before the calls, which is signed, is not known here.
     */
    private static long budget(Prompt prompt) {
        Optional<ToolChoice> choice = prompt.toolChoice();
        boolean forced = choice.filter(kind -> kind instanceof ToolChoice.Any || kind instanceof ToolChoice.Named)
                .isPresent();
        boolean withResults = prompt.turns().reversed().stream()
                .takeWhile(turn -> turn.role() != Role.ASSISTANT)
                .anyMatch(turn -> turn.parts().stream().anyMatch(Part.Result.class::isInstance));
        if (forced || withResults) return 0;
        return switch (prompt.settings().effort().orElse("none")) {
            case "minimal", "low" -> 1_024;
            case "medium" -> 4_096;
            case "high" -> 16_384;
            case "xhigh", "max" -> 32_768;
            default -> 0;
        };
    }

    private static void format(Format format, ObjectNode request) {
        switch (format) {
            case Format.AnyObject _ -> throw Fields.without("response_format.type");
            case Format.Schema schema ->
                request.putObject("output_config")
                        .putObject("format")
                        .put("type", "json_schema")
                        .set("schema", schema.schema());
        }
    }
}
