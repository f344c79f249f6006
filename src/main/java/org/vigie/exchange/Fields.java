package org.vigie.exchange;

import java.util.List;
import java.util.Optional;
import org.vigie.exchange.JsonDocument.Value;

/** Looks up values of a document by their place. */
final class Fields {
    private Fields() {}

    /** The value at these steps from the root; not a key. */
    static Optional<Value> at(JsonDocument document, Object... steps) {
        Object last = steps[steps.length - 1];
        List<Object> place = List.of(steps);
        for (Value value : document.values()) {
            if (value instanceof Value.Key) continue;
            if (last instanceof String name && !value.path().name().equals(name)) continue;
            if (value.path().steps().equals(place)) return Optional.of(value);
        }
        return Optional.empty();
    }

    static Optional<String> text(JsonDocument document, Object... steps) {
        return at(document, steps).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).value());
    }

    /** A count, where there is one. */
    static long number(JsonDocument document, long otherwise, Object... steps) {
        return at(document, steps)
                .filter(Value.Literal.class::isInstance)
                .map(value -> number(((Value.Literal) value).value(), otherwise))
                .orElse(otherwise);
    }

    static long number(String literal, long otherwise) {
        try {
            return Long.parseLong(literal);
        } catch (NumberFormatException notACount) {
            return otherwise;
        }
    }
}
