package org.vigie.exchange;

import java.util.List;
import org.vigie.exchange.JsonDocument.Value;

/** How long an answer may get, as far as its request says. */
public final class OutputBound {
    /** What counts when the request sets no limit: more than most answers, less than most models could write. */
    public static final long UNSTATED = 4_096;

    /** Of chat completions, old and new, of messages, and of responses. */
    private static final List<String> FIELDS = List.of("max_completion_tokens", "max_tokens", "max_output_tokens");

    /** Beyond it a number means nothing, and would overflow. */
    private static final long MOST = 100_000_000;

    private OutputBound() {}

    /** In tokens, for all the answers that it asks for ({@code n}). */
    public static long of(ModelRequest request) {
        if (!request.dialect().writes()) return 0;
        long most = -1;
        long answers = 1;
        for (Value value : request.document().values()) {
            if (!(value instanceof Value.Literal literal)) continue;
            if (FIELDS.stream().anyMatch(literal.path()::isRootField)) most = Math.max(most, number(literal.value()));
            else if (literal.path().isRootField("n")) answers = Math.clamp(number(literal.value()), 1, 1_000);
        }
        return Math.min(most < 0 ? UNSTATED : most, MOST) * answers;
    }

    /** -1 for what is no number of tokens. */
    private static long number(String literal) {
        try {
            return Long.parseLong(literal);
        } catch (NumberFormatException other) {
            return -1;
        }
    }
}
