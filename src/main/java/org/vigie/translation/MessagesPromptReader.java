package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.translation.Prompt.Format;
import org.vigie.translation.Prompt.Part;
import org.vigie.translation.Prompt.Role;
import org.vigie.translation.Prompt.Settings;
import org.vigie.translation.Prompt.Source;
import org.vigie.translation.Prompt.Tool;
import org.vigie.translation.Prompt.ToolChoice;
import org.vigie.translation.Prompt.Turn;

/** Anthropic's messages. Thinking of former turns is signed for its own provider and stays behind. */
final class MessagesPromptReader implements PromptReader {
    private static final Set<String> CARRIED = Set.of(
            "model",
            "messages",
            "system",
            "max_tokens",
            "temperature",
            "top_p",
            "stop_sequences",
            "stream",
            "tools",
            "tool_choice",
            "metadata",
            "output_config",
            "output_format");
    private static final Set<String> HARMLESS =
            Set.of("thinking", "service_tier", "context_management", "cache_control", "inference_geo");

    @Override
    public Prompt read(JsonNode request) {
        Fields.check(request, CARRIED, HARMLESS);
        List<Turn> turns = new ArrayList<>();
        List<Part> system = parts(request.path("system"), "system");
        if (!system.isEmpty()) turns.add(new Turn(Role.SYSTEM, system));
        int position = 0;
        for (JsonNode message : request.path("messages")) turns.add(turn(message, "messages[" + position++ + "]"));
        JsonNode choice = request.path("tool_choice");
        return new Prompt(
                request.path("model").asText(),
                turns,
                tools(request.path("tools")),
                choice(choice),
                choice.path("disable_parallel_tool_use").asBoolean() ? Optional.of(false) : Optional.empty(),
                settings(request));
    }

    private static Turn turn(JsonNode message, String place) {
        Role role = switch (message.path("role").asText()) {
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "system" -> Role.SYSTEM;
            default -> throw Fields.malformed(place + ".role", "user or assistant is expected");
        };
        return new Turn(role, parts(message.path("content"), place + ".content"));
    }

    private static List<Part> parts(JsonNode content, String place) {
        if (content.isTextual()) return List.of(new Part.Text(content.textValue()));
        List<Part> parts = new ArrayList<>();
        int position = 0;
        for (JsonNode block : content) part(block, place + "[" + position++ + "]", parts);
        return parts;
    }

    private static void part(JsonNode block, String place, List<Part> parts) {
        switch (block.path("type").asText()) {
            case "text" -> parts.add(new Part.Text(block.path("text").asText()));
            case "image" -> parts.add(new Part.Image(source(block.path("source"), place), Optional.empty()));
            case "document" -> document(block, place, parts);
            case "tool_use" ->
                parts.add(new Part.Call(
                        block.path("id").asText(), block.path("name").asText(), Json.text(block.path("input"))));
            case "tool_result" ->
                parts.add(new Part.Result(
                        block.path("tool_use_id").asText(),
                        parts(block.path("content"), place + ".content"),
                        block.path("is_error").asBoolean()));
            case "thinking", "redacted_thinking" -> {}
            default -> throw Fields.without(place + ".type");
        }
    }

    private static Source source(JsonNode source, String place) {
        return switch (source.path("type").asText()) {
            case "base64" -> inline(source);
            case "url" -> new Source.Remote(source.path("url").asText());
            default -> throw Fields.without(place + ".source.type");
        };
    }

    private static Source.Inline inline(JsonNode source) {
        return new Source.Inline(
                source.path("media_type").asText(), source.path("data").asText());
    }

    private static void document(JsonNode block, String place, List<Part> parts) {
        JsonNode source = block.path("source");
        switch (source.path("type").asText()) {
            case "base64" -> parts.add(new Part.File(inline(source), Json.string(block.path("title"))));
            case "text" -> parts.add(new Part.Text(source.path("data").asText()));
            case "content" -> parts.addAll(parts(source.path("content"), place + ".source.content"));
            default -> throw Fields.without(place + ".source.type");
        }
    }

    private static List<Tool> tools(JsonNode tools) {
        List<Tool> read = new ArrayList<>();
        int position = 0;
        for (JsonNode tool : tools) {
            String place = "tools[" + position++ + "]";
            if (!tool.path("type").asText("custom").equals("custom")) throw Fields.without(place + ".type");
            read.add(new Tool(
                    tool.path("name").asText(),
                    Json.string(tool.path("description")),
                    tool.path("input_schema") instanceof ObjectNode schema ? schema : Json.object(),
                    tool.path("strict").asBoolean()));
        }
        return read;
    }

    private static Optional<ToolChoice> choice(JsonNode choice) {
        return Json.string(choice.path("type")).map(type -> switch (type) {
            case "auto" -> new ToolChoice.Auto();
            case "any" -> new ToolChoice.Any();
            case "none" -> new ToolChoice.None();
            case "tool" -> new ToolChoice.Named(choice.path("name").asText());
            default -> throw Fields.without("tool_choice.type");
        });
    }

    private static Settings settings(JsonNode request) {
        return new Settings(
                request.path("stream").asBoolean(),
                Json.present(request.path("max_tokens")).map(JsonNode::asLong),
                Json.present(request.path("temperature")),
                Json.present(request.path("top_p")),
                Json.strings(request.path("stop_sequences")),
                format(request),
                Json.string(request.path("metadata").path("user_id")),
                Optional.empty());
    }

    /** {@code output_format} is the older place of {@code output_config.format}. */
    private static Optional<Format> format(JsonNode request) {
        return Json.present(request.path("output_config").path("format"))
                .or(() -> Json.present(request.path("output_format")))
                .map(format -> {
                    if (!format.path("type").asText().equals("json_schema")) {
                        throw Fields.without("output_config.format.type");
                    }
                    return new Format.Schema("answer", format.path("schema"), Optional.of(true));
                });
    }
}
