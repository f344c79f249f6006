package org.vigie.detection;

import java.util.Optional;
import java.util.Set;

/**
 * E-mail addresses around an {@code @}, or around {@code (at)}, « arobase », « chez » as people write to fool robots. The
 * lengths are the limits of RFC 5321 §4.5.3.1, which also bound the work per {@code @}.
 */
final class EmailRecogniser {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final Set<String> POINT_WORDS = Set.of("point", "dot", "pt");
    /** {@code logo@2x.png}: an image for dense screens. */
    private static final Set<String> FILE_ENDINGS =
            Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "css", "js");

    private EmailRecogniser() {}

    static Optional<Finding> around(String text, int at) {
        int left = at;
        int right = at + 1;
        while (left > at - 2 && Characters.isSpace(Characters.at(text, left - 1))) left--;
        while (right < at + 3 && Characters.isSpace(Characters.at(text, right))) right++;
        boolean spaced = left < at && right > at + 1;
        if (!spaced && left < at) return Optional.empty();
        if (!spaced) right = at + 1;
        if (Characters.at(text, left - 1) == '"') return quoted(text, left, right);
        return address(text, left, right, spaced ? "email-spaced" : "email");
    }

    /** RFC 5321 §4.1.2: {@code "jean dupont"@exemple.fr}. */
    private static Optional<Finding> quoted(String text, int localEnd, int domainStart) {
        int start = localEnd - 2;
        int from = Math.max(0, localEnd - LONGEST_LOCAL);
        while (start >= from && text.charAt(start) != '"' && text.charAt(start) != '\n') start--;
        int end = domainEnd(text, domainStart);
        return end < 0 || start < from || text.charAt(start) != '"' || start == localEnd - 2
                ? Optional.empty()
                : Optional.of(new Finding(FindingType.EMAIL, start, end, Finding.CERTAIN, "email-quoted"));
    }

    /** The address whose local part ends at one offset and whose domain starts at another. */
    static Optional<Finding> address(String text, int localEnd, int domainStart, String rule) {
        int start = localStart(text, localEnd);
        int end = domainEnd(text, domainStart);
        if (start == localEnd
                || end < 0
                || isGitRemote(text, start, localEnd, end)
                || text.startsWith("://", start - 3)) return Optional.empty();
        return Optional.of(new Finding(FindingType.EMAIL, start, end, Finding.CERTAIN, rule));
    }

    private static int localStart(String text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_LOCAL) {
            if (isLocal(text.charAt(start - 1))) start--;
            else if (spelledPointStart(text, start) > 0) start = spelledPointStart(text, start);
            else break;
        }
        while (start < end && !Characters.isAlphanumeric(text.charAt(start)) && text.charAt(start) != '_') start++;
        return start;
    }

    /** « jean (point) dupont », « jean point dupont »: where the separator starts that ends at an offset, else 0. */
    private static int spelledPointStart(String text, int end) {
        boolean bracket = ")]".indexOf(Characters.at(text, end - 1)) >= 0
                || Characters.at(text, end - 1) == ' ' && ")]".indexOf(Characters.at(text, end - 2)) >= 0;
        int at = end - 1;
        if (!Characters.isSpace(Characters.at(text, at)) && !bracket) return 0;
        while (at > end - 4 && at > 0 && !Characters.isLetter(text.charAt(at))) at--;
        int wordEnd = at + 1;
        while (at > wordEnd - 6 && at > 0 && Characters.isLetter(text.charAt(at))) at--;
        if (!POINT_WORDS.contains(Characters.fold(text, at + 1, wordEnd))) return 0;
        if (bracket != ("([".indexOf(text.charAt(at)) >= 0)) return 0;
        int start = bracket ? at : at + 1;
        if (Characters.isSpace(Characters.at(text, start - 1))) start--;
        return isLocal(Characters.at(text, start - 1)) ? start : 0;
    }

    private static boolean isLocal(char c) {
        return Characters.isAlphanumeric(c) || ".!#$%&*+-_~'".indexOf(c) >= 0;
    }

    /** The end of the domain: labels with points between them, the last one of 2 to 24 letters; negative if none. */
    private static int domainEnd(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST_DOMAIN);
        int end = -1;
        int at = start;
        while (at < limit) {
            int labelEnd = labelEnd(text, at, limit);
            if (labelEnd == at) break;
            if (at > start && isTopLevel(text, at, labelEnd)) end = labelEnd;
            int dot = dotLength(text, labelEnd);
            if (dot == 0) break;
            at = labelEnd + dot;
        }
        return end;
    }

    private static int labelEnd(String text, int start, int limit) {
        int end = start;
        while (end < limit && (Characters.isAlphanumeric(text.charAt(end)) || text.charAt(end) == '-')) end++;
        return end;
    }

    /** How long a point is here: 1, or that of {@code [point]}, {@code (dot)}, « point » with spaces; 0 when none. */
    private static int dotLength(String text, int at) {
        char c = Characters.at(text, at);
        if (c == '.') return 1;
        int open = Characters.isSpace(c) ? at + 1 : at;
        char bracket = Characters.at(text, open);
        if (bracket == '.') return Characters.isSpace(Characters.at(text, open + 1)) && open > at ? 3 : 0;
        boolean bracketed = bracket == '(' || bracket == '[' || bracket == '{';
        if (!bracketed && open == at) return 0;
        int word = bracketed ? open + 1 : open;
        int close = word;
        while (close < word + 7 && Characters.isLetter(Characters.at(text, close))) close++;
        boolean sign = bracketed && close == word && Characters.at(text, word) == '.';
        if (!sign && !POINT_WORDS.contains(Characters.fold(text, word, Math.min(close, text.length())))) return 0;
        if (sign || bracketed) close++;
        if (Characters.isSpace(Characters.at(text, close))) close++;
        else if (!bracketed) return 0;
        return close - at;
    }

    private static boolean isTopLevel(String text, int start, int end) {
        if (end - start < 2 || end - start > 24) return false;
        for (int i = start; i < end; i++) {
            if (!Characters.isLetter(text.charAt(i))) return false;
        }
        return !FILE_ENDINGS.contains(Characters.fold(text, start, end));
    }

    /** {@code git@github.com:owner/repository}: a service account that everybody shares. */
    private static boolean isGitRemote(String text, int start, int localEnd, int end) {
        return localEnd - start == 3 && text.startsWith("git@", start) && Characters.at(text, end) == ':';
    }
}
