package org.vigie.web;

import org.vigie.configuration.VigieConfiguration;

/** What follows from the address that people use. */
final class PublicUrl {
    private PublicUrl() {}

    /** Whether people reach this instance over TLS, most often by a proxy before it. */
    static boolean isHttps(VigieConfiguration configuration) {
        return configuration
                .server()
                .publicUrl()
                .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
                .isPresent();
    }
}
