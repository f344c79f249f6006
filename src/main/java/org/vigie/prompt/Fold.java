package org.vigie.prompt;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as one looks for it: without accents and case. */
final class Fold {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Fold() {}

    static String of(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
