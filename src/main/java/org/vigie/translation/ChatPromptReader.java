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

/** OpenAI's chat completions. Reasoning of former turns, an extension that only some servers know, stays behind. */
final class ChatPromptReader implements PromptReader {
    private static final Set<String> CARRIED = Set.of(
            "model",
            "messages",
            "max_tokens",
            "max_completion_tokens",
            "temperature",
            "top_p",
            "stop",
            "stream",
            "tools",
            "tool_choice",
            "parallel_tool_calls",
            "response_format",
            "reasoning_effort",
            "user",
            "safety_identifier");
    /** {@code n} and {@code modalities} have their own look; the rest asks for nothing that the answer holds. */
    private static final Set<String> HARMLESS = Set.of(
            "n",
            "modalities",
            "stream_options",
            "store",
            "metadata",
            "seed",
            "service_tier",
            "prediction",
            "prompt_cache_key",
            "prompt_cache_retention",
            "verbosity");

    @Override
    public Prompt read(JsonNode request) {
        Fields.check(request, CARRIED, HARMLESS);
        if (request.path("n").asInt(1) != 1) throw Fields.without("n");
        if (Json.strings(request.path("modalities")).contains("audio")) throw Fields.without("modalities");
        List<Turn> turns = new ArrayList<>();
        int position = 0;
        for (JsonNode message : request.path("messages")) turns.add(turn(message, "messages[" + position++ + "]"));
        return new Prompt(
                request.path("model").asText(),
                turns,
                tools(request.path("tools")),
                choice(request.path("tool_choice")),
                Json.present(request.path("parallel_tool_calls")).map(JsonNode::asBoolean),
                settings(request));
    }

    private static Turn turn(JsonNode message, String place) {
        if (Json.present(message.path("audio")).isPresent()) throw Fields.without(place + ".audio");
        if (Json.present(message.path("function_call")).isPresent()) throw Fields.without(place + ".function_call");
        List<Part> parts = parts(message.path("content"), place + ".content");
        return switch (message.path("role").asText()) {
            case "system" -> new Turn(Role.SYSTEM, parts);
            case "developer" -> new Turn(Role.DEVELOPER, parts);
            case "user" -> new Turn(Role.USER, parts);
            case "assistant" -> new Turn(Role.ASSISTANT, withCalls(parts, message, place));
            case "tool" ->
                new Turn(
                        Role.USER,
                        List.of(new Part.Result(message.path("tool_call_id").asText(), parts, false)));
            default -> throw Fields.without(place + ".role");
        };
    }

    private static List<Part> withCalls(List<Part> parts, JsonNode message, String place) {
        List<Part> all = new ArrayList<>(parts);
        Json.string(message.path("refusal")).ifPresent(refusal -> all.add(new Part.Text(refusal)));
        for (JsonNode call : message.path("tool_calls")) {
            if (!call.path("type").asText("function").equals("function")) throw Fields.without(place + ".tool_calls");
            JsonNode function = call.path("function");
            all.add(new Part.Call(
                    call.path("id").asText(),
                    function.path("name").asText(),
                    function.path("arguments").asText()));
        }
        return all;
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
            case "text" -> new Part.Text(part.path("text").asText());
            case "refusal" -> new Part.Text(part.path("refusal").asText());
            case "image_url" ->
                image(
                        part.path("image_url").path("url").asText(),
                        Json.string(part.path("image_url").path("detail")));
            case "file" -> file(part.path("file"), place + ".file");
            default -> throw Fields.without(place + ".type");
        };
    }

    static Part image(String url, Optional<String> detail) {
        return new Part.Image(
                Source.Inline.of(url).<Source>map(inline -> inline).orElseGet(() -> new Source.Remote(url)), detail);
    }

    static Part file(JsonNode file, String place) {
        Source.Inline bytes =
                Json.string(file.path("file_data")).flatMap(Source.Inline::of).orElseThrow(() -> Fields.without(place));
        return new Part.File(bytes, Json.string(file.path("filename")));
    }

    private static List<Tool> tools(JsonNode tools) {
        List<Tool> read = new ArrayList<>();
        int position = 0;
        for (JsonNode tool : tools) {
            if (!tool.path("type").asText().equals("function")) throw Fields.without("tools[" + position + "].type");
            position++;
            read.add(function(tool.path("function")));
        }
        return read;
    }

    static Tool function(JsonNode function) {
        return new Tool(
                function.path("name").asText(),
                Json.string(function.path("description")),
                function.path("parameters") instanceof ObjectNode schema ? schema : noArguments(),
                function.path("strict").asBoolean());
    }

    private static ObjectNode noArguments() {
        ObjectNode schema = Json.object().put("type", "object");
        schema.putObject("properties");
        return schema;
    }

    private static Optional<ToolChoice> choice(JsonNode choice) {
        if (choice.isObject()) {
            if (!choice.path("type").asText().equals("function")) throw Fields.without("tool_choice.type");
            return Optional.of(
                    new ToolChoice.Named(choice.path("function").path("name").asText()));
        }
        return Json.string(choice).map(ChatPromptReader::choice);
    }

    static ToolChoice choice(String word) {
        return switch (word) {
            case "auto" -> new ToolChoice.Auto();
            case "none" -> new ToolChoice.None();
            case "required" -> new ToolChoice.Any();
            default -> throw Fields.without("tool_choice");
        };
    }

    private static Settings settings(JsonNode request) {
        return new Settings(
                request.path("stream").asBoolean(),
                Json.present(request.path("max_completion_tokens"))
                        .or(() -> Json.present(request.path("max_tokens")))
                        .map(JsonNode::asLong),
                Json.present(request.path("temperature")),
                Json.present(request.path("top_p")),
                Json.strings(request.path("stop")),
                format(request.path("response_format")),
                Json.string(request.path("safety_identifier")).or(() -> Json.string(request.path("user"))),
                Json.string(request.path("reasoning_effort")));
    }

    private static Optional<Format> format(JsonNode format) {
        return switch (format.path("type").asText("text")) {
            case "text" -> Optional.empty();
            case "json_object" -> Optional.of(new Format.AnyObject());
            case "json_schema" -> Optional.of(schema(format.path("json_schema")));
            default -> throw Fields.without("response_format.type");
        };
    }

    /** Where name, schema and strictness stand beside one another, as in both of OpenAI's dialects. */
    static Format schema(JsonNode format) {
        return new Format.Schema(
                format.path("name").asText("answer"),
                format.path("schema"),
                Json.present(format.path("strict")).map(JsonNode::asBoolean));
    }
}
