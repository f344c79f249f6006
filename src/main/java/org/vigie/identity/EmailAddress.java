package org.vigie.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as accounts are found by it: trimmed and in lower case, since no mail system in use tells
 * {@code A.Durand} from {@code a.durand} although RFC 5321 §2.4 would let it.
 */
record EmailAddress(String value) {
    /** One {@code @}, no space, bracket or quote, within the lengths of RFC 5321 §4.5.3.1. */
    private static final Pattern FORM = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,189}");

    static Optional<EmailAddress> parse(String typed) {
        String value = typed.strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(value).matches() ? Optional.of(new EmailAddress(value)) : Optional.empty();
    }

    /** What a person is called until somebody writes their name: {@code a.durand@…} gives {@code A. Durand}. */
    String impliedName() {
        StringBuilder name = new StringBuilder();
        for (String part : value.substring(0, value.indexOf('@')).split("[._-]+", -1)) {
            if (part.isEmpty()) continue;
            if (!name.isEmpty()) name.append(' ');
            name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            if (part.length() == 1) name.append('.');
        }
        return name.isEmpty() ? value : name.toString();
    }
}
