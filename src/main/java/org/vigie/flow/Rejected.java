package org.vigie.flow;

import org.vigie.exchange.Rejection;

/** The provider itself refuses the request and says why: its words are for the client. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    Rejected(Rejection rejection) {
        super("rejected by the provider", null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
