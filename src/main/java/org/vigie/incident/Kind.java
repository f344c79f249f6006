package org.vigie.incident;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What sort of thing happened. */
public enum Kind {
    LEAK,
    INJECTION,
    FALSE_OUTPUT,
    BIAS,
    OUTAGE,
    COST_OVERRUN,
    MISUSE,
    AGENT_ACTION,
    COPYRIGHT,
    SURVEILLANCE;

    /** As it is stored and told to programs: {@code false_output}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> find(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
