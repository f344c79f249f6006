package org.vigie.pseudonym;

import java.util.Locale;
import org.vigie.detection.FindingType;

/**
 * French drops a vowel before a vowel: « de Marc », « d'Olive ». Whoever writes around a placeholder cannot know which,
 * so the little word before a person's name is put right when the name comes back. A form that stood so in the request
 * itself is never touched: what goes out comes back as it was.
 */
final class Elision {
    private static final String[] FULL = {"lorsque ", "puisque ", "jusque ", "que ", "de "};
    private static final String[] ELIDED = {"lorsqu'", "puisqu'", "jusqu'", "qu'", "d'"};
    /** Characters of the longest little word. */
    static final int LONGEST = 8;

    private Elision() {}

    /**
     * Where the little word that ends at a place starts, or the place itself when there is none.
     *
     * @param before the character in front of the text
     */
    static int start(CharSequence text, int place, char before) {
        for (int i = 0; i < FULL.length; i++) {
            if (endsWith(text, place, FULL[i], FULL[i].length(), before)) return place - FULL[i].length();
            if (endsWith(text, place, ELIDED[i], ELIDED[i].length(), before)) return place - ELIDED[i].length();
        }
        return place;
    }

    /** The same, also for what may become a little word. */
    static int startOfPossible(CharSequence text, int place, char before) {
        for (int length = LONGEST; length > 0; length--) {
            for (int i = 0; i < FULL.length; i++) {
                if (endsWith(text, place, FULL[i], length, before)
                        || endsWith(text, place, ELIDED[i], length, before)) {
                    return place - length;
                }
            }
        }
        return place;
    }

    /** The little word as it should stand before a value. */
    static String before(String word, FindingType type, String value) {
        if (word.isEmpty() || type != FindingType.PERSON) return word;
        char first = Names.fold(value.substring(0, 1)).charAt(0);
        boolean vowel = "aeiou".indexOf(first) >= 0;
        boolean consonant = "bcdfgjklmnpqrstvwxz".indexOf(first) >= 0;
        String plain = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        for (int i = 0; i < FULL.length; i++) {
            if (vowel && plain.equals(FULL[i])) return like(word, ELIDED[i]);
            if (consonant && plain.equals(ELIDED[i])) return like(word, FULL[i]);
        }
        return word;
    }

    private static String like(String written, String word) {
        return Character.isUpperCase(written.charAt(0))
                ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
                : word;
    }

    /** Whether the first {@code length} characters of a word end there, and a word may start where they start. */
    private static boolean endsWith(CharSequence text, int end, String word, int length, char before) {
        int start = end - length;
        if (start < 0 || length > word.length()) return false;
        for (int i = 0; i < length; i++) {
            char c = Character.toLowerCase(text.charAt(start + i));
            if ((c == '’' ? '\'' : c) != word.charAt(i)) return false;
        }
        return !Character.isLetterOrDigit(start == 0 ? before : text.charAt(start - 1));
    }
}
