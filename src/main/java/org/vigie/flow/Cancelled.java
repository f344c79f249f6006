package org.vigie.flow;

/** Nobody waited for the answer any more; its record says so. */
public final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cancelled() {
        super("cancelled by the caller", null, false, false);
    }
}
