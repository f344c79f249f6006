package org.vigie.prompt;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** For whom a prompt is there. */
public enum Shelf {
    /** Its author alone. */
    OWN,
    /** The team that its author was in when they put it there. */
    TEAM,
    /** Everybody of the firm; kept by those who hold {@link org.vigie.identity.Right#KEEP_LIBRARY}. */
    FIRM;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Shelf> of(String code) {
        return Stream.of(values()).filter(shelf -> shelf.code().equals(code)).findFirst();
    }
}
