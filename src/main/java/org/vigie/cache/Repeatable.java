package org.vigie.cache;

import java.util.Set;
import org.vigie.exchange.JsonDocument.Value;
import org.vigie.exchange.JsonPath;
import org.vigie.exchange.ModelRequest;

/** Whether the same request may get the same answer twice. */
final class Repeatable {
    /** Fields that make the answer depend on what the provider keeps, or on the world. */
    private static final Set<String> BOUND_TO_MORE = Set.of(
            "previous_response_id", "conversation", "background", "web_search_options", "mcp_servers", "container");

    /** Tools that the client runs; all others are run by the provider, and do or look something up each time. */
    private static final Set<String> RUN_BY_THE_CLIENT = Set.of("function", "custom");

    private Repeatable() {}

    static boolean is(ModelRequest request) {
        return switch (request.dialect()) {
            case CHAT_COMPLETIONS, RESPONSES, MESSAGES, EMBEDDINGS ->
                request.document().values().stream().noneMatch(Repeatable::forbids);
            // Each picture is wanted new; sound is large; a count costs nothing.
            case IMAGES, SPEECH, TRANSCRIPTION, COUNT_TOKENS -> false;
        };
    }

    private static boolean forbids(Value value) {
        return switch (value) {
            case Value.Key key -> key.path().steps().size() == 1 && BOUND_TO_MORE.contains(key.value());
            case Value.Text text -> isTypeOfTool(text.path()) && !RUN_BY_THE_CLIENT.contains(text.value());
            case Value.Literal _, Value.Container _ -> false;
        };
    }

    /** At {@code tools[0].type}. */
    private static boolean isTypeOfTool(JsonPath path) {
        if (!path.name().equals("type") || !path.passesThrough("tools")) return false;
        return path.steps().size() == 3 && path.steps().getFirst().equals("tools");
    }
}
