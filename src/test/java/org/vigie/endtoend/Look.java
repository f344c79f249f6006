package org.vigie.endtoend;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.kernel.Language;

/** How somebody looks at a page: the size of the window in CSS pixels, the colours and the language. */
record Look(int width, int height, ColorScheme colours, Language language) {
    static final Look DESK = new Look(1440, 900, ColorScheme.LIGHT, Language.FRENCH);
    static final Look PHONE = new Look(390, 844, ColorScheme.LIGHT, Language.FRENCH);

    /** A desk and a phone, by day and by night, in French and in English. */
    static List<Look> all() {
        return Stream.of(DESK, PHONE)
                .flatMap(look -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        .map(colours -> new Look(look.width, look.height, colours, look.language)))
                .flatMap(look -> Stream.of(Language.values())
                        .map(language -> new Look(look.width, look.height, look.colours, language)))
                .toList();
    }

    boolean isPhone() {
        return width < 768;
    }

    @Override
    public String toString() {
        return width + "x" + height + "-" + (colours == ColorScheme.DARK ? "dark" : "light") + "-" + language.code();
    }
}
