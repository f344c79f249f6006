package org.vigie.mission;

import java.util.Locale;

/** What a client's agreement allows, the strictest first. */
public enum Regime {
    /** No model at all. */
    FORBIDDEN,
    /** Models on the firm's own machines. */
    INTERNAL,
    /** Besides, European providers; those under foreign law only where the agreement says so. */
    EU,
    /** Every zone, but what leaves is masked, and C3 does not. */
    PSEUDONYMISED,
    /** The firm's general rules alone. */
    FREE;

    /** As it is stored and written in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no regime is called so */
    static Regime of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
