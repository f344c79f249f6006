package org.vigie.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
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
        return switch (language) {
            case FRENCH -> MessageBundles.get(IdentityMessages.class);
            case ENGLISH -> MessageBundles.get(IdentityMessages.class, Localized.Literal.of(language.code()));
        };
    }

    /** As {@code 3 mars 2026}, in the time zone of the server. */
    String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
