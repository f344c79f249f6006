package org.vigie.opinion;

import org.vigie.opinion.OpinionState.Cause;

/** The second opinion cannot be had. The message is for whoever runs Vigie; it holds nothing of a text. */
final class OpinionException extends Exception {
    private static final long serialVersionUID = 1;

    private final Cause reason;

    OpinionException(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    static OpinionException model(String message) {
        return new OpinionException(Cause.MODEL, message);
    }

    Cause reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
