package org.vigie.audit;

import java.util.Locale;

/** How an exchange ended. */
public enum Outcome {
    /** The whole answer was ready for the caller. */
    ANSWERED,
    /** A decision, or the shield, said no. */
    REFUSED,
    /** The caller went away or pressed Stop. */
    CANCELLED,
    /** The provider, or something of ours, failed. */
    FAILED,
    /** The process ended first; only the next process says so, never a {@link Closing}. */
    LOST;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
