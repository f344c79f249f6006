package org.vigie.translation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.translation.Prompt.Format;
import org.vigie.translation.Prompt.Part;
import org.vigie.translation.Prompt.Settings;
import org.vigie.translation.Prompt.Source;
import org.vigie.translation.Prompt.Tool;
import org.vigie.translation.Prompt.ToolChoice;
import org.vigie.translation.Prompt.Turn;

/** OpenAI's chat completions. What a tool gave back is a message of its own there, of text alone. */
final class ChatPromptWriter implements PromptWriter {
    @Override
    public ObjectNode write(Prompt prompt, Terms terms) {
        ObjectNode request = Json.object().put("model", prompt.model());
        ArrayNode messages = request.putArray("messages");
        prompt.turns().forEach(turn -> turn(turn, messages));
        if (!prompt.tools().isEmpty()) {
            ArrayNode tools = request.putArray("tools");
            prompt.tools().forEach(tool -> tool(tool, tools.addObject()));
            prompt.toolChoice().ifPresent(choice -> choice(choice, request));
            prompt.parallelCalls().ifPresent(parallel -> request.put("parallel_tool_calls", parallel));
        }
        settings(prompt.settings(), terms, request);
        return request;
    }

    private static void turn(Turn turn, ArrayNode messages) {
        switch (turn.role()) {
            case SYSTEM -> texts("system", turn, messages);
            case DEVELOPER -> texts("developer", turn, messages);
            case USER -> user(turn, messages);
            case ASSISTANT -> assistant(turn, messages);
        }
    }

    private static void texts(String role, Turn turn, ArrayNode messages) {
        messages.addObject().put("role", role).put("content", joined(turn.parts()));
    }

    /** As one string, which every server takes, old ones too. */
    private static String joined(List<Part> parts) {
        List<String> texts = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Text text) texts.add(text.text());
        }
        return String.join("\n", texts);
    }

    /** Results first: they answer the calls of the message before. Their images follow as the user's. */
    private static void user(Turn turn, ArrayNode messages) {
        List<Part> said = new ArrayList<>();
        for (Part part : turn.parts()) {
            if (part instanceof Part.Result result) {
                String text = joined(result.parts());
                messages.addObject()
                        .put("role", "tool")
                        .put("tool_call_id", result.id())
                        .put("content", result.failed() ? "Error: " + text : text);
                result.parts().stream()
                        .filter(inner -> !(inner instanceof Part.Text))
                        .forEach(said::add);
            } else {
                said.add(part);
            }
        }
        if (said.isEmpty()) return;
        ObjectNode message = messages.addObject().put("role", "user");
        if (said.size() == 1 && said.getFirst() instanceof Part.Text text) {
            message.put("content", text.text());
        } else {
            ArrayNode content = message.putArray("content");
            said.forEach(part -> content(part, content.addObject()));
        }
    }

    private static void content(Part part, ObjectNode out) {
        switch (part) {
            case Part.Text text -> out.put("type", "text").put("text", text.text());
            case Part.Image image -> {
                ObjectNode address = out.put("type", "image_url").putObject("image_url");
                address.put(
                        "url",
                        switch (image.source()) {
                            case Source.Inline inline -> inline.dataUrl();
                            case Source.Remote remote -> remote.url();
                        });
                image.detail().ifPresent(detail -> address.put("detail", detail));
            }
            case Part.File file ->
                out.put("type", "file")
                        .putObject("file")
                        .put("filename", file.name().orElse("document"))
                        .put("file_data", file.source().dataUrl());
            case Part.Call _, Part.Result _ ->
                throw Fields.malformed("messages", "a tool's call or result stands where it has no place");
        }
    }

    private static void assistant(Turn turn, ArrayNode messages) {
        ObjectNode message = messages.addObject().put("role", "assistant");
        StringBuilder text = new StringBuilder();
        ArrayNode calls = Json.array();
        for (Part part : turn.parts()) {
            switch (part) {
                case Part.Text said -> text.append(said.text());
                case Part.Call call ->
                    calls.addObject()
                            .put("id", call.id())
                            .put("type", "function")
                            .putObject("function")
                            .put("name", call.name())
                            .put("arguments", call.arguments());
                case Part.Image _, Part.File _, Part.Result _ ->
                    throw Fields.malformed("messages", "an assistant's turn holds text and tool calls");
            }
        }
        if (text.isEmpty() && !calls.isEmpty()) message.putNull("content");
        else message.put("content", text.toString());
        if (!calls.isEmpty()) message.set("tool_calls", calls);
    }

    private static void tool(Tool tool, ObjectNode out) {
        ObjectNode function = out.put("type", "function").putObject("function").put("name", tool.name());
        tool.description().ifPresent(words -> function.put("description", words));
        function.set("parameters", tool.schema());
        if (tool.strict()) function.put("strict", true);
    }

    private static void choice(ToolChoice choice, ObjectNode request) {
        switch (choice) {
            case ToolChoice.Auto _ -> request.put("tool_choice", "auto");
            case ToolChoice.None _ -> request.put("tool_choice", "none");
            case ToolChoice.Any _ -> request.put("tool_choice", "required");
            case ToolChoice.Named named ->
                request.putObject("tool_choice")
                        .put("type", "function")
                        .putObject("function")
                        .put("name", named.name());
        }
    }

    private static void settings(Settings settings, Terms terms, ObjectNode request) {
        settings.maxTokens()
                .ifPresent(most -> request.put(terms.newTokenLimit() ? "max_completion_tokens" : "max_tokens", most));
        settings.temperature().ifPresent(value -> request.set("temperature", value));
        settings.topP().ifPresent(value -> request.set("top_p", value));
        if (!settings.stop().isEmpty()) settings.stop().forEach(request.putArray("stop")::add);
        settings.effort().ifPresent(effort -> request.put("reasoning_effort", effort));
        settings.user().ifPresent(user -> request.put("user", user));
        settings.format().ifPresent(format -> format(format, request.putObject("response_format")));
        if (settings.stream()) {
            request.put("stream", true).putObject("stream_options").put("include_usage", true);
        }
    }

    private static void format(Format format, ObjectNode out) {
        switch (format) {
            case Format.AnyObject _ -> out.put("type", "json_object");
            case Format.Schema schema -> {
                ObjectNode inner =
                        out.put("type", "json_schema").putObject("json_schema").put("name", schema.name());
                Optional<Boolean> strict = schema.strict();
                strict.ifPresent(value -> inner.put("strict", value));
                inner.set("schema", schema.schema());
            }
        }
    }
}
