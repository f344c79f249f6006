package org.vigie.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.vigie.kernel.Language;

/** Messages and dates in one language. */
record Words(Language language) {
    IdentityMessages say() {
        return in(language);
    }

    static IdentityMessages in(Language language) {
        return Bundles.in(IdentityMessages.class, language);
    }

    /** As {@code 3 mars 2026}, in the time zone of the server. */
    String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
