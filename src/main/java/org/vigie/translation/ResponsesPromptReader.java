package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.translation.Prompt.Format;
import org.vigie.translation.Prompt.Part;
import org.vigie.translation.Prompt.Role;
import org.vigie.translation.Prompt.Settings;
import org.vigie.translation.Prompt.Tool;
import org.vigie.translation.Prompt.ToolChoice;
import org.vigie.translation.Prompt.Turn;

/** OpenAI's responses. A turn of the assistant is several items there: its calls join the message before them. */
final class ResponsesPromptReader implements PromptReader {
    private static final Set<String> CARRIED = Set.of(
            "model",
            "input",
            "instructions",
            "max_output_tokens",
            "temperature",
            "top_p",
            "stream",
            "tools",
            "tool_choice",
            "parallel_tool_calls",
            "text",
            "reasoning",
            "user",
            "safety_identifier");
    private static final Set<String> HARMLESS = Set.of(
            "store",
            "metadata",
            "service_tier",
            "prompt_cache_key",
            "prompt_cache_retention",
            "include",
            "truncation",
            "stream_options",
            "max_tool_calls");

    @Override
    public Prompt read(JsonNode request) {
        Fields.check(request, CARRIED, HARMLESS);
        List<Turn> turns = new ArrayList<>();
        Json.string(request.path("instructions"))
                .ifPresent(text -> turns.add(new Turn(Role.SYSTEM, List.of(new Part.Text(text)))));
        JsonNode input = request.path("input");
        if (input.isTextual()) {
            turns.add(new Turn(Role.USER, List.of(new Part.Text(input.textValue()))));
        } else {
            int position = 0;
            for (JsonNode item : input) item(item, "input[" + position++ + "]", turns);
        }
        return new Prompt(
                request.path("model").asText(),
                turns,
                tools(request.path("tools")),
                choice(request.path("tool_choice")),
                Json.present(request.path("parallel_tool_calls")).map(JsonNode::asBoolean),
                settings(request));
    }

    private static void item(JsonNode item, String place, List<Turn> turns) {
        switch (item.path("type").asText("message")) {
            case "message" -> turns.add(message(item, place));
            case "function_call" ->
                joined(
                        Role.ASSISTANT,
                        new Part.Call(
                                item.path("call_id").asText(),
                                item.path("name").asText(),
                                item.path("arguments").asText()),
                        turns);
            case "function_call_output" ->
                joined(
                        Role.USER,
                        new Part.Result(
                                item.path("call_id").asText(), parts(item.path("output"), place + ".output"), false),
                        turns);
            // Of use only to the provider that thought it.
            case "reasoning" -> {}
            default -> throw Fields.without(place + ".type");
        }
    }

    private static Turn message(JsonNode item, String place) {
        Role role = switch (item.path("role").asText()) {
            case "system" -> Role.SYSTEM;
            case "developer" -> Role.DEVELOPER;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            default -> throw Fields.without(place + ".role");
        };
        return new Turn(role, parts(item.path("content"), place + ".content"));
    }

    private static void joined(Role role, Part part, List<Turn> turns) {
        boolean joins = !turns.isEmpty()
                && turns.getLast().role() == role
                && (role == Role.ASSISTANT || turns.getLast().parts().stream().allMatch(Part.Result.class::isInstance));
        List<Part> parts = new ArrayList<>(joins ? turns.removeLast().parts() : List.of());
        parts.add(part);
        turns.add(new Turn(role, parts));
    }

    private static List<Part> parts(JsonNode content, String place) {
        if (content.isTextual()) return List.of(new Part.Text(content.textValue()));
        List<Part> parts = new ArrayList<>();
        int position = 0;
        for (JsonNode part : content) parts.add(part(part, place + "[" + position++ + "]"));
        return parts;
    }

    private static Part part(JsonNode part, String place) {
        return switch (part.path("type").asText()) {
            case "input_text", "output_text", "text" ->
                new Part.Text(part.path("text").asText());
            case "refusal" -> new Part.Text(part.path("refusal").asText());
            case "input_image" ->
                ChatPromptReader.image(
                        Json.string(part.path("image_url")).orElseThrow(() -> Fields.without(place)),
                        Json.string(part.path("detail")));
            case "input_file" -> ChatPromptReader.file(part, place);
            default -> throw Fields.without(place + ".type");
        };
    }

    private static List<Tool> tools(JsonNode tools) {
        List<Tool> read = new ArrayList<>();
        int position = 0;
        for (JsonNode tool : tools) {
            if (!tool.path("type").asText().equals("function")) throw Fields.without("tools[" + position + "].type");
            position++;
            read.add(ChatPromptReader.function(tool));
        }
        return read;
    }

    private static Optional<ToolChoice> choice(JsonNode choice) {
        if (choice.isObject()) {
            if (!choice.path("type").asText().equals("function")) throw Fields.without("tool_choice.type");
            return Optional.of(new ToolChoice.Named(choice.path("name").asText()));
        }
        return Json.string(choice).map(ChatPromptReader::choice);
    }

    private static Settings settings(JsonNode request) {
        return new Settings(
                request.path("stream").asBoolean(),
                Json.present(request.path("max_output_tokens")).map(JsonNode::asLong),
                Json.present(request.path("temperature")),
                Json.present(request.path("top_p")),
                List.of(),
                format(request.path("text").path("format")),
                Json.string(request.path("safety_identifier")).or(() -> Json.string(request.path("user"))),
                Json.string(request.path("reasoning").path("effort")));
    }

    private static Optional<Format> format(JsonNode format) {
        return switch (format.path("type").asText("text")) {
            case "text" -> Optional.empty();
            case "json_object" -> Optional.of(new Format.AnyObject());
            case "json_schema" -> Optional.of(ChatPromptReader.schema(format));
            default -> throw Fields.without("text.format.type");
        };
    }
}
