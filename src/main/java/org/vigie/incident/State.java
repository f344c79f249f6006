package org.vigie.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far the handling is. */
public enum State {
    REPORTED,
    QUALIFIED,
    CONTAINED,
    ANALYSED,
    CORRECTED,
    CLOSED,
    DISMISSED;

    /** As it is stored and told to programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOver() {
        return this == CLOSED || this == DISMISSED;
    }

    /** Where one may go from here; from an end, back to work. */
    List<State> next() {
        return switch (this) {
            case REPORTED -> List.of(QUALIFIED, DISMISSED);
            case QUALIFIED -> List.of(CONTAINED, ANALYSED, DISMISSED);
            case CONTAINED -> List.of(ANALYSED);
            case ANALYSED -> List.of(CORRECTED);
            case CORRECTED -> List.of(CLOSED);
            case CLOSED, DISMISSED -> List.of(QUALIFIED);
        };
    }

    static Optional<State> find(String code) {
        return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
