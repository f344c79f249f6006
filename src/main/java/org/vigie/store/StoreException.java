package org.vigie.store;

/**
 * What keeps the instance from starting or a command from working; the message is one line for the person at the
 * terminal: what is wrong, where, and what to do.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
