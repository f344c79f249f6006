package org.vigie.detection;

import java.text.Normalizer;
import java.util.Locale;

/** Questions about characters that recognisers ask on every one of them: answered from tables. */
final class Characters {
    private static final int TABLE_SIZE = 0x1F00; // up to Latin Extended Additional: Vietnamese
    private static final boolean[] LETTER = new boolean[TABLE_SIZE];
    private static final boolean[] ALPHANUMERIC = new boolean[TABLE_SIZE];
    private static final char[] FOLDED = new char[TABLE_SIZE];

    static {
        for (char c = 0; c < TABLE_SIZE; c++) {
            LETTER[c] = Character.isLetter(c) || isCombining(c);
            ALPHANUMERIC[c] = LETTER[c] || isDigit(c);
            String plain = Normalizer.normalize(String.valueOf(c).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
            FOLDED[c] = plain.charAt(0);
        }
        // Letters with a stroke are letters of their own to Unicode.
        for (String stroke : new String[] {"łl", "Łl", "đd", "Đd", "øo", "Øo", "ıi", "ħh", "Ħh"}) {
            FOLDED[stroke.charAt(0)] = stroke.charAt(1);
        }
    }

    private Characters() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A letter, or an accent that stands as a character of its own (decomposed text). */
    static boolean isLetter(char c) {
        return c < TABLE_SIZE ? LETTER[c] : Character.isLetter(c);
    }

    static boolean isAlphanumeric(char c) {
        return c < TABLE_SIZE ? ALPHANUMERIC[c] : Character.isLetter(c);
    }

    static boolean isAsciiAlphanumeric(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** ASCII letters only: codes are written with them. */
    static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    /** A space within a line: also the no-break, narrow no-break and thin ones of French typography. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\t';
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    /** What stands between the groups of a printed number. */
    static boolean isGroupSeparator(char c) {
        return isSpace(c) || isHyphen(c) || c == '.' || c == '/' || c == '\u2013';
    }

    /** The character at an offset, or a line break where the text has none: an edge is a boundary. */
    static char at(String text, int offset) {
        return offset >= 0 && offset < text.length() ? text.charAt(offset) : '\n';
    }

    /** The end of the run of letters and digits that starts at an offset. */
    static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isAlphanumeric(text.charAt(end))) end++;
        return end;
    }

    /** As {@link #wordEnd(String, int)}, but a run longer than this many characters is cut off there. */
    static int wordEnd(String text, int start, int longest) {
        int end = start;
        int last = Math.min(text.length(), start + longest + 1);
        while (end < last && isAlphanumeric(text.charAt(end))) end++;
        return end;
    }

    /** The start of the run of letters and digits that ends at an offset, at most so many characters before. */
    static int wordStart(String text, int end, int longest) {
        int start = end;
        int first = Math.max(0, end - longest);
        while (start > first && isAlphanumeric(text.charAt(start - 1))) start--;
        return start;
    }

    /** Adds a character to the hash of a folded text; the same for {@code É}, {@code é} and {@code e} + accent. */
    static int hash(int hash, char c) {
        if (c < 128) return 31 * hash + FOLDED[c];
        if (isCombining(c)) return hash;
        return switch (c) {
            case 'œ', 'Œ' -> 31 * (31 * hash + 'o') + 'e';
            case 'æ', 'Æ' -> 31 * (31 * hash + 'a') + 'e';
            default -> 31 * hash + folded(c);
        };
    }

    /** The hash of a folded word. */
    static int hash(CharSequence folded) {
        return hash(0, folded);
    }

    /** The hash of what stands between two offsets, folded. */
    static int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) hash = hash(hash, text.charAt(i));
        return hash;
    }

    /** The hash of the first letters of a folded word that starts at an offset, of all of it where it has fewer. */
    static int hashOfFront(String text, int start, int letters) {
        int hash = 0;
        int count = 0;
        for (int i = start; i < text.length() && count < letters && isAlphanumeric(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (isCombining(c)) continue;
            char first = firstFolded(c);
            hash = 31 * hash + first;
            if (first != folded(c) && ++count < letters) hash = 31 * hash + 'e';
            count++;
        }
        return hash;
    }

    /** The hash of a word whose front has this hash and whose end is this. */
    static int hash(int front, CharSequence end) {
        int hash = front;
        for (int i = 0; i < end.length(); i++) hash = hash(hash, end.charAt(i));
        return hash;
    }

    /** Lower case, without accents, ligatures opened. */
    static String fold(CharSequence text, int start, int end) {
        StringBuilder folded = new StringBuilder(end - start + 2);
        for (int i = start; i < end; i++) fold(text.charAt(i), folded);
        return folded.toString();
    }

    /** Appends what a character is when folded: nothing for an accent of its own, two letters for a ligature. */
    static void fold(char c, StringBuilder folded) {
        switch (c) {
            case 'œ', 'Œ' -> folded.append("oe");
            case 'æ', 'Æ' -> folded.append("ae");
            default -> {
                if (!isCombining(c)) folded.append(folded(c));
            }
        }
    }

    /** Whether the text between two offsets is this one when folded; makes nothing. */
    static boolean isFolded(CharSequence text, int start, int end, CharSequence folded) {
        int at = 0;
        int length = folded.length();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isCombining(c)) continue;
            char first = firstFolded(c);
            if (at >= length || folded.charAt(at++) != first) return false;
            if (first == folded(c)) continue;
            if (at >= length || folded.charAt(at++) != 'e') return false;
        }
        return at == length;
    }

    /** The first letter of what a character is when folded. */
    static char firstFolded(char c) {
        return switch (c) {
            case 'œ', 'Œ' -> 'o';
            case 'æ', 'Æ' -> 'a';
            default -> folded(c);
        };
    }

    /** Lower case, without accents; ligatures as they are. */
    static char folded(char c) {
        return c < TABLE_SIZE ? FOLDED[c] : Character.toLowerCase(c);
    }

    private static boolean isCombining(char c) {
        return c >= '\u0300' && c <= '\u036F';
    }
}
