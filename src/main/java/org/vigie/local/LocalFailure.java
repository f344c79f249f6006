package org.vigie.local;

/** Why a local model gave no answer, or no end to it. Carries no content. */
public final class LocalFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    LocalFailure(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public enum Kind {
        /** Too many wait already, or those before took too long. */
        BUSY,
        /** There is no process that could answer. */
        DOWN,
        /** Silent for longer than it may be, or without end. */
        TIMED_OUT,
        /** Its process ended in the middle, or its runtime reported a fault. */
        BROKE,
        /** Nobody waits for the answer any more. */
        CANCELLED
    }
}
