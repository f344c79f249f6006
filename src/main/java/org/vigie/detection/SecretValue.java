package org.vigie.detection;

import java.util.Optional;
import java.util.Set;

/**
 * What stands where a password, a key or a token is expected, and whether it can be one.
 *
 * @param start of the value itself, without quotes
 * @param quoted whether quotes of any kind stand around it
 */
record SecretValue(String text, int start, int end, boolean quoted) {
    /** One more than the longest password: what is longer is none. */
    private static final int LONGEST = 101;

    private static final Set<String> TAGS = Set.of(
            "td", "th", "b", "strong", "code", "em", "i", "span", "br", "p", "div", "li", "dd", "dt", "pre", "tr",
            "kbd");

    /** Reads the value that begins at an offset or behind spaces, marks and tags there. */
    static Optional<SecretValue> at(String text, int from) {
        return at(text, from, LONGEST);
    }

    /** @param longest how far to read: a value may be longer than it is told */
    static Optional<SecretValue> at(String text, int from, int longest) {
        int at = behindMarks(text, from);
        int escaped = Characters.at(text, at) == '\\' && isQuote(Characters.at(text, at + 1)) ? 1 : 0;
        char open = Characters.at(text, at + escaped);
        if (isQuote(open)) {
            Optional<SecretValue> quoted = quoted(text, at, escaped, open, longest);
            if (quoted.isPresent() || open == '"' || open == '«') return quoted;
        }
        return bare(text, at, longest);
    }

    private static Optional<SecretValue> quoted(String text, int at, int escaped, char open, int longest) {
        int start = at + escaped + 1;
        while (open == '«' && Characters.isSpace(Characters.at(text, start))) start++;
        char close = closing(open);
        int limit = Math.min(text.length(), start + longest);
        int end = start;
        while (end < limit && text.charAt(end) != close && text.charAt(end) != '\n') {
            if (escaped == 0 && text.charAt(end) == '\\' && Characters.at(text, end + 1) == close) end++;
            end++;
        }
        if (end >= limit && limit < start + longest || Characters.at(text, end) != close) return Optional.empty();
        if (escaped == 1 && Characters.at(text, end - 1) == '\\') end--;
        while (end > start && Characters.isSpace(text.charAt(end - 1))) end--;
        return end > start ? Optional.of(new SecretValue(text, start, end, true)) : Optional.empty();
    }

    private static Optional<SecretValue> bare(String text, int from, int longest) {
        int start = isQuote(Characters.at(text, from)) ? from + 1 : from;
        int limit = Math.min(text.length(), start + longest);
        int end = start;
        while (end < limit && isBare(text, end)) end++;
        while (end > start && isTrailing(text, start, end)) end--;
        return end > start ? Optional.of(new SecretValue(text, start, end, false)) : Optional.empty();
    }

    private static boolean isBare(String text, int at) {
        char c = text.charAt(at);
        if (c <= ' ' || Characters.isSpace(c) || c == '"' || c == '`' || c == '»' || c == '|') return false;
        char next = Characters.at(text, at + 1);
        if (c == '<') return !(next == '/' || Characters.isLetter(next));
        if (c == '\\') return next != 'n' && next != 'r' && next != 't' && next != '"';
        boolean last = next <= ' ' || Characters.isSpace(next);
        if (c == ';' || c == ',') return !last && next != '"' && !isNextKey(text, at + 1);
        return c != '&' || !isNextKey(text, at + 1);
    }

    /** Whether {@code name=} follows: the next part of a query or of a connection string. */
    private static boolean isNextKey(String text, int at) {
        int end = at;
        while (end < at + 30
                && (Characters.isAsciiAlphanumeric(Characters.at(text, end))
                        || " _-".indexOf(Characters.at(text, end)) >= 0)) {
            end++;
        }
        return end > at + 1 && (Characters.at(text, end) == '=' || Characters.at(text, end) == ':');
    }

    private static boolean isTrailing(String text, int start, int end) {
        char c = text.charAt(end - 1);
        if (".,;:'\u2019»…*_".indexOf(c) >= 0) return true;
        String opening = c == ')' ? "(" : c == ']' ? "[" : c == '}' ? "{" : "";
        if (opening.isEmpty()) return false;
        int open = text.indexOf(opening, start, end);
        return open < 0;
    }

    /** Behind spaces, Markdown's marks, and tags that only lay out. */
    private static int behindMarks(String text, int from) {
        int at = from;
        for (int i = 0; i < 24; i++) {
            char c = Characters.at(text, at);
            if (at < text.length() && (Characters.isSpace(c) || isStars(text, at))) at++;
            else if (c == '<' && tagEnd(text, at) > 0) at = tagEnd(text, at);
            else break;
        }
        return at;
    }

    /** {@code **} around a value; a star before letters may be a part of it. */
    private static boolean isStars(String text, int at) {
        char c = text.charAt(at);
        if (c != '*' && c != '_') return false;
        return Characters.at(text, at + 1) == c && Characters.at(text, at + 2) != c || Characters.at(text, at - 1) == c;
    }

    static int tagEnd(String text, int open) {
        int start = Characters.at(text, open + 1) == '/' ? open + 2 : open + 1;
        int end = start;
        while (end < start + 7 && Characters.isLetter(Characters.at(text, end))) end++;
        if (end == start || !TAGS.contains(Characters.fold(text, start, end))) return -1;
        int close = text.indexOf('>', end, Math.min(text.length(), end + 60));
        return close < 0 ? -1 : close + 1;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`' || c == '«' || c == '\u201C' || c == '\u2018';
    }

    private static char closing(char open) {
        return switch (open) {
            case '«' -> '»';
            case '\u201C' -> '\u201D';
            case '\u2018' -> '\u2019';
            default -> open;
        };
    }

    int length() {
        return end - start;
    }

    boolean has(CharacterClass kind) {
        for (int i = start; i < end; i++) {
            if (kind.holds(text.charAt(i))) return true;
        }
        return false;
    }

    /** How many of capitals, small letters, digits and signs it holds. */
    int classes() {
        int classes = 0;
        for (CharacterClass kind : CharacterClass.values()) {
            if (has(kind)) classes++;
        }
        return classes;
    }

    boolean isLettersOnly() {
        for (int i = start; i < end; i++) {
            if (!Characters.isLetter(text.charAt(i))) return false;
        }
        return true;
    }

    boolean isDigitsOnly() {
        for (int i = start; i < end; i++) {
            if (!Characters.isDigit(text.charAt(i))) return false;
        }
        return true;
    }

    boolean hasSpace() {
        for (int i = start; i < end; i++) {
            if (Characters.isSpace(text.charAt(i))) return true;
        }
        return false;
    }

    boolean isPlaceholder() {
        return Placeholder.is(text, start, end);
    }

    boolean isUrl() {
        int at = text.indexOf("://", start, end);
        return at > start;
    }

    /** Digits with slashes, points or hyphens: a date, a version, an hour. */
    boolean isDateLike() {
        boolean separator = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if ("/.-:".indexOf(c) >= 0) separator = true;
            else if (!Characters.isDigit(c) && !(c == 'h' && i > start)) return false;
        }
        return separator;
    }

    /** Whether nothing else stands behind it on its line or in its cell. */
    boolean isLastOfItsPart() {
        int at = end;
        while (Characters.isSpace(Characters.at(text, at))
                || isQuote(Characters.at(text, at))
                || Characters.at(text, at) == '*') at++;
        char c = Characters.at(text, at);
        if (c == '.') return at + 1 >= text.length() || text.charAt(at + 1) <= ' ';
        return c == '\n' || c == '\r' || ",;|)<»]}&#\\".indexOf(c) >= 0;
    }

    /** Bits of Shannon's entropy per character. */
    double entropy() {
        int[] counts = new int[128];
        for (int i = start; i < end; i++) counts[text.charAt(i) & 127]++;
        double bits = 0;
        for (int count : counts) {
            if (count > 0) bits -= (double) count / length() * Math.log((double) count / length()) / Math.log(2);
        }
        return bits;
    }

    enum CharacterClass {
        UPPER,
        LOWER,
        DIGIT,
        SIGN;

        boolean holds(char c) {
            return switch (this) {
                case UPPER -> Character.isUpperCase(c);
                case LOWER -> Character.isLowerCase(c);
                case DIGIT -> Characters.isDigit(c);
                case SIGN -> !Characters.isAlphanumeric(c) && !Characters.isSpace(c);
            };
        }
    }
}
