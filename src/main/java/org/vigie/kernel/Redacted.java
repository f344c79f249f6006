package org.vigie.kernel;

/** What may be logged of a fault: types and places, not messages, which may quote what a person wrote. */
public final class Redacted {
    private static final int DEEPEST = 8;

    private Redacted() {}

    public static String describe(Throwable fault) {
        StringBuilder text = new StringBuilder();
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (depth > 0) text.append("\nCaused by: ");
            text.append(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace())
                text.append("\n\tat ").append(frame);
        }
        return text.toString();
    }
}
