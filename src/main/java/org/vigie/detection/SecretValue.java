package org.vigie.detection;

import java.util.Set;

/** What can be a password, a key or a token, and what only stands in the place of one. */
final class SecretValue {
    private static final Set<String> STAND_INS = Set.of(
            "changeme",
            "change_me",
            "changeit",
            "password",
            "motdepasse",
            "mot_de_passe",
            "secret",
            "token",
            "jeton",
            "mdp",
            "pwd",
            "pass",
            "passwd",
            "null",
            "none",
            "nil",
            "undefined",
            "true",
            "false",
            "string",
            "str",
            "text",
            "required",
            "optional",
            "redacted",
            "masked",
            "hidden",
            "todo",
            "tbd",
            "empty",
            "example",
            "exemple",
            "placeholder",
            "value",
            "valeur",
            "apikey",
            "api_key");

    private SecretValue() {}

    /** {@code <token>}, {@code ${X}}, {@code $X}, {@code %X%}, {@code {{x}}}, {@code ****}, {@code xxxx}, {@code your_…}. */
    static boolean isPlaceholder(String text, int start, int end) {
        if (end <= start) return true;
        char first = text.charAt(start);
        char last = text.charAt(end - 1);
        boolean bracketed = (first == '<' && last == '>')
                || (first == '[' && last == ']')
                || (first == '{' && last == '}')
                || (first == '%' && last == '%')
                || text.startsWith("${", start)
                || text.startsWith("$(", start)
                || text.startsWith("{{", start)
                || text.startsWith("@@", start);
        if (bracketed || isVariable(text, start, end) || isRepeated(text, start, end)) return true;
        if (end - start > 40) return false;
        String folded = Characters.fold(text, start, end);
        return STAND_INS.contains(folded)
                || folded.startsWith("your")
                || folded.startsWith("votre")
                || folded.startsWith("xxx")
                || folded.startsWith("...")
                || folded.startsWith("***")
                || folded.startsWith("<")
                || folded.contains("placeholder");
    }

    /** {@code $DB_PASSWORD}; « $oleil2024 » is none. */
    private static boolean isVariable(String text, int start, int end) {
        if (text.charAt(start) != '$' || end - start < 3) return false;
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c != '_' && !(c >= 'A' && c <= 'Z') && !(i > start + 1 && Characters.isDigit(c))) return false;
        }
        return true;
    }

    /** One sign over and over: stars, points, crosses, and percent-encoded ones. */
    private static boolean isRepeated(String text, int start, int end) {
        char first = text.charAt(start);
        for (int i = start + 1; i < end; i++) {
            if (text.charAt(i) != first) return false;
        }
        return end - start > 1 && !Characters.isDigit(first) || end - start > 1 && first == '0';
    }

    /** Letters and digits, or both cases inside: seldom a word. */
    static boolean isMixed(String text, int start, int end) {
        boolean digit = false;
        boolean upper = false;
        boolean lower = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            digit |= Characters.isDigit(c);
            upper |= i > start && c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
        }
        return digit && (upper || lower) || upper && lower;
    }
}
