package org.vigie.audit;

import java.util.Locale;

/** What an entry of the chain says of its subject. */
enum Kind {
    /** An exchange was let in; nothing has gone to a provider yet. */
    OPENED,
    /** The exchange ended, and how. */
    CLOSED,
    /** The process ended before the exchange did; written by the next process. */
    LOST,
    /** An administrative act. */
    ACT;

    private final String code = name().toLowerCase(Locale.ROOT);

    String code() {
        return code;
    }

    static Kind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
