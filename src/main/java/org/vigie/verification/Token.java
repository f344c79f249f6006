package org.vigie.verification;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a text: a word, a run of digits, or one sign.
 *
 * @param folded in lower case, without accents; of a sign the sign itself, dashes and quotes made one
 * @param capital begins with a capital
 * @param capitals is written in capitals alone
 * @param gap characters of white space before it; {@link #LINE} where a line ends there
 */
record Token(Kind kind, int start, int end, String folded, int gap, boolean capital, boolean capitals) {
    static final int LINE = 1_000;

    enum Kind {
        WORD,
        DIGITS,
        SIGN
    }

    boolean is(String sign) {
        return folded.equals(sign);
    }

    boolean isDigits() {
        return kind == Kind.DIGITS;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Nothing stands between it and the one before. */
    boolean joined() {
        return gap == 0;
    }

    int length() {
        return end - start;
    }

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 4 + 1);
        int gap = LINE;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                gap = c == '\n' || c == '\r' ? LINE : Math.min(LINE, gap + 1);
                at++;
                continue;
            }
            int end = endOf(text, at);
            tokens.add(token(text, at, end, gap));
            gap = 0;
            at = end;
        }
        return tokens;
    }

    private static Token token(String text, int start, int end, int gap) {
        char c = text.charAt(start);
        if (isDigit(c)) return new Token(Kind.DIGITS, start, end, text.substring(start, end), gap, false, false);
        if (isLetter(c)) {
            String word = text.substring(start, end);
            boolean capitals = word.chars().allMatch(Character::isUpperCase);
            return new Token(Kind.WORD, start, end, fold(word), gap, Character.isUpperCase(c), capitals);
        }
        return new Token(Kind.SIGN, start, end, sign(c), gap, false, false);
    }

    private static int endOf(String text, int start) {
        char c = text.charAt(start);
        int end = start + 1;
        if (isDigit(c)) {
            while (end < text.length() && isDigit(text.charAt(end))) end++;
        } else if (isLetter(c)) {
            while (end < text.length() && (isLetter(text.charAt(end)) || isMark(text.charAt(end)))) end++;
        } else if (Character.isHighSurrogate(c) && end < text.length()) {
            end++;
        }
        return end;
    }

    /** Without case, accents and ligatures. */
    static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) return lower;
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.chars().filter(c -> !isMark((char) c)).forEach(c -> {
            switch (c) {
                case 'œ' -> folded.append("oe");
                case 'æ' -> folded.append("ae");
                default -> folded.append((char) c);
            }
        });
        return folded.toString();
    }

    private static String sign(char c) {
        return switch (c) {
            case '\u2010', '\u2011' -> "-";
            case '\u2019', '\u02bc', '`' -> "'";
            case 'º' -> "°";
            case '“', '”', '„' -> "\"";
            default -> String.valueOf(c);
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) && c != 'º' && c != 'ª';
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F' || c == '\u2007' || c == '\u200B';
    }
}
