package org.vigie.web;

import io.vertx.core.MultiMap;

/** On every answer: nothing on a page comes from elsewhere, nothing in it is executable but our own files. */
final class SecurityHeaders {
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String FEATURES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** Half a year, in seconds. */
    private static final String TRANSPORT = "max-age=15768000";

    private final boolean https;

    /** @param https whether people reach this instance over TLS */
    SecurityHeaders(boolean https) {
        this.https = https;
    }

    void addTo(MultiMap headers) {
        headers.set("Content-Security-Policy", CONTENT)
                .set("X-Content-Type-Options", "nosniff")
                // Not "no-referrer": a form's Origin would be "null" then, and Csrf could not tell it from a
                // stranger's.
                .set("Referrer-Policy", "same-origin")
                .set("Permissions-Policy", FEATURES)
                .set("Cross-Origin-Opener-Policy", "same-origin");
        if (https) headers.set("Strict-Transport-Security", TRANSPORT);
    }
}
