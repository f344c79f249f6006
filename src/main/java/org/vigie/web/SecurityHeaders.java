package org.vigie.web;

import io.vertx.core.MultiMap;

/** On every page: nothing on a page comes from elsewhere, nothing in it is executable but our own files. */
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

    /** What browsers heed; an answer of the API, which no browser shows, is only told to be what it says it is. */
    void addTo(MultiMap headers, String path) {
        headers.set("X-Content-Type-Options", "nosniff");
        if (https) headers.set("Strict-Transport-Security", TRANSPORT);
        if (path.startsWith("/v1/")) return;
        headers.set("Content-Security-Policy", CONTENT)
                // Not "no-referrer": a form's Origin would be "null" then, and Csrf could not tell it from a
                // stranger's.
                .set("Referrer-Policy", "same-origin")
                .set("Permissions-Policy", FEATURES)
                .set("Cross-Origin-Opener-Policy", "same-origin");
    }
}
