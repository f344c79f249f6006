package org.vigie.endtoend;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.kernel.Language;

/** How somebody looks at a page: the size of the window in CSS pixels, the colours and the language. */
record Look(int width, int height, ColorScheme colours, Language language) {
    static final Look DESK = new Look(1440, 900, ColorScheme.LIGHT, Language.FRENCH);
    static final Look PHONE = new Look(390, 844, ColorScheme.LIGHT, Language.FRENCH);

    /** A desk and a phone, by day in French and by night in English: each colour, word and width is seen. */
    static List<Look> all() {
        return Stream.of(DESK, PHONE)
                .flatMap(look -> Stream.of(look, new Look(look.width, look.height, ColorScheme.DARK, Language.ENGLISH)))
                .toList();
    }

    boolean isPhone() {
        return width < 768;
    }

    boolean isDark() {
        return colours == ColorScheme.DARK;
    }

    @Override
    public String toString() {
        return width + "x" + height + "-" + (isDark() ? "dark" : "light") + "-" + language.code();
    }
}
