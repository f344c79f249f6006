package org.vigie.mission;

/** A signed attestation or its key cannot be relied on; the message says why, for people. */
public final class JwsException extends Exception {
    private static final long serialVersionUID = 1;

    JwsException(String message) {
        super(message);
    }
}
