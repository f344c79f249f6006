package org.vigie.charter;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * That somebody read a version and promised to keep to it.
 *
 * @param sha256 of the very text that they read
 * @param network the client's address without its last part
 */
record Signature(
        UUID person,
        VersionNumber version,
        Audience audience,
        String sha256,
        Quiz.Score score,
        Method method,
        String network,
        Instant at) {

    /** How it was known who signs. */
    enum Method {
        /** A signed-in browser. */
        SESSION,
        /** The same, with the password given within the last fifteen minutes. */
        RECENT_SESSION;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
