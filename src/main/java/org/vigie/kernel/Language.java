package org.vigie.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages that Vigie speaks; French is the default. */
public enum Language {
    FRENCH(Locale.FRENCH),
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The two-letter code of ISO 639-1. */
    public String code() {
        return locale.getLanguage();
    }

    /**
     * The language that an {@code Accept-Language} header (RFC 9110 §12.5.4) prefers; French when it names neither.
     */
    public static Language preferredBy(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
            return FRENCH;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                String tag = range.getRange();
                if (tag.equals("fr") || tag.startsWith("fr-")) return FRENCH;
                if (tag.equals("en") || tag.startsWith("en-")) return ENGLISH;
            }
        } catch (IllegalArgumentException malformedHeader) {
            return FRENCH;
        }
        return FRENCH;
    }
}
