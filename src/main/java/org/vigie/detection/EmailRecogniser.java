package org.vigie.detection;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * E-mail addresses around an {@code @}, or around {@code (at)} and {@code [at]} as people write to fool robots. The
 * lengths are the limits of RFC 5321 §4.5.3.1, which also bound the work per {@code @}.
 */
final class EmailRecogniser {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_CREDENTIALS = 200;
    /** {@code logo@2x.png}: an image for dense screens. */
    private static final Set<String> FILE_ENDINGS =
            Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "css", "js");

    private EmailRecogniser() {}

    static Optional<Finding> around(String text, int at) {
        Optional<Finding> password = passwordInUrl(text, at);
        if (password.isPresent()) return password;
        boolean spaced = Characters.at(text, at - 1) == ' ' && Characters.at(text, at + 1) == ' ';
        int left = spaced ? at - 1 : at;
        int right = spaced ? at + 2 : at + 1;
        return address(text, left, right, spaced ? "email-spaced" : "email");
    }

    /** An opening bracket may start {@code (at)} or {@code [at]}. */
    static Optional<Finding> aroundBracket(String text, int open) {
        int close = open + 3;
        boolean written = text.regionMatches(true, open + 1, "at", 0, 2)
                && (Characters.at(text, close) == ')' || Characters.at(text, close) == ']');
        if (!written) return Optional.empty();
        int left = Characters.at(text, open - 1) == ' ' ? open - 1 : open;
        int right = Characters.at(text, close + 1) == ' ' ? close + 2 : close + 1;
        return address(text, left, right, "email-obfuscated");
    }

    private static Optional<Finding> address(String text, int localEnd, int domainStart, String rule) {
        int start = localStart(text, localEnd);
        int end = domainEnd(text, domainStart);
        if (start == localEnd || end < 0 || isGitRemote(text, start, localEnd, end)) return Optional.empty();
        return Optional.of(new Finding(FindingType.EMAIL, start, end, Finding.CERTAIN, rule));
    }

    private static int localStart(String text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) start--;
        while (start < end && !Characters.isAlphanumeric(text.charAt(start))) start++;
        return start;
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

    /** How long a point is here: 1, or that of {@code [point]}, {@code (dot)} with spaces around; 0 when none. */
    private static int dotLength(String text, int at) {
        if (Characters.at(text, at) == '.') return 1;
        int open = Characters.at(text, at) == ' ' ? at + 1 : at;
        char bracket = Characters.at(text, open);
        if (bracket != '(' && bracket != '[') return 0;
        int close = Characters.wordEnd(text, open + 1);
        String word = text.substring(open + 1, Math.min(close, open + 7)).toLowerCase(Locale.ROOT);
        if (!word.equals("point") && !word.equals("dot")) return 0;
        int end = Characters.at(text, close + 1) == ' ' ? close + 2 : close + 1;
        return end - at;
    }

    private static boolean isTopLevel(String text, int start, int end) {
        if (end - start < 2 || end - start > 24) return false;
        for (int i = start; i < end; i++) {
            if (!Characters.isLetter(text.charAt(i))) return false;
        }
        return !FILE_ENDINGS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /** {@code git@github.com:owner/repository}: a service account that everybody shares. */
    private static boolean isGitRemote(String text, int start, int localEnd, int end) {
        return localEnd - start == 3 && text.startsWith("git@", start) && Characters.at(text, end) == ':';
    }

    /** {@code scheme://user:password@host}: the password is a secret, and what surrounds it is no address. */
    private static Optional<Finding> passwordInUrl(String text, int at) {
        int colon = -1;
        int from = Math.max(2, at - LONGEST_CREDENTIALS);
        for (int i = at - 1; i >= from; i--) {
            char c = text.charAt(i);
            if (c == '/') {
                boolean credentials = text.startsWith("://", i - 2) && colon > i + 1 && at > colon + 1;
                return credentials
                        ? Optional.of(new Finding(FindingType.SECRET, colon + 1, at, Finding.CERTAIN, "url-password"))
                        : Optional.empty();
            }
            if (c == ':') colon = i;
            if (c == '@' || c <= ' ' || c == '"') return Optional.empty();
        }
        return Optional.empty();
    }
}
