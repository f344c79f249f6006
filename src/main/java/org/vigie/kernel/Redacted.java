package org.vigie.kernel;

/** What may be logged of a fault: its type and where it arose, not its message, which may quote what a person wrote. */
public final class Redacted extends Exception {
    private static final long serialVersionUID = 1L;

    private Redacted(Throwable fault) {
        super(
                fault.getClass().getName(),
                fault.getCause() == null ? null : new Redacted(fault.getCause()),
                false,
                true);
        setStackTrace(fault.getStackTrace());
    }

    public static Redacted of(Throwable fault) {
        return new Redacted(fault);
    }
}
