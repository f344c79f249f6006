package org.vigie.detection;

import java.util.Optional;

/**
 * Secrets that tell themselves by their form: keys with the prefix of who gave them out ({@link SecretPrefix}), JSON Web
 * Tokens, client secrets of Azure, private keys in PEM.
 */
final class SecretRecogniser {
    private static final String PEM = "-----BEGIN ";
    private static final int LONGEST_PEM_LABEL = 60;
    private static final int SHORTEST_PEM_LINE = 16;
    private static final int SHORTEST_JWT_PART = 8;

    private SecretRecogniser() {}

    /** The secret whose first letter stands at an offset. */
    static Optional<Finding> at(String text, int start) {
        if (!SecretPrefix.mayStart(text, start)) return Optional.empty();
        if (isGlued(Characters.at(text, start - 1))) return Optional.empty();
        if (text.startsWith("eyJ", start)) return jwt(text, start);
        return SecretPrefix.find(text, start);
    }

    /**
     * Azure's client secret: three characters, a digit, {@code Q~}, 31 to 34 more; OpenShift's token: {@code sha256~} and
     * 43 more.
     */
    static Optional<Finding> tilde(String text, int tilde) {
        boolean azure = Characters.at(text, tilde - 1) == 'Q' && Characters.isDigit(Characters.at(text, tilde - 2));
        boolean openShift = tilde >= 6 && text.startsWith("sha256~", tilde - 6);
        if (!azure && !openShift || tilde < 5) return Optional.empty();
        int end = tilde + 1;
        while (end < tilde + 50 && isAzure(Characters.at(text, end))) end++;
        while (end > tilde && Characters.at(text, end - 1) == '.') end--;
        int length = end - tilde - 1;
        if (openShift && length == 43) return Optional.of(secret(tilde - 6, end, "secret-openshift"));
        return azure && length >= 31 && length <= 34
                ? Optional.of(secret(tilde - 5, end, "secret-azure"))
                : Optional.empty();
    }

    /** The token of a Telegram bot: its number, a colon, {@code A} and 34 more. */
    static Optional<Finding> telegram(String text, int colon) {
        if (Characters.at(text, colon + 1) != 'A' || !Characters.isDigit(Characters.at(text, colon - 1)))
            return Optional.empty();
        int end = SecretPrefix.bodyEnd(text, colon + 1, SecretPrefix.Alphabet.URL, 36);
        int start = colon;
        while (start > colon - 16 && Characters.isDigit(Characters.at(text, start - 1))) start--;
        boolean whole = end - colon - 1 == 35 && colon - start >= 5 && !isGlued(Characters.at(text, start - 1));
        return whole ? Optional.of(secret(start, end, "secret-telegram")) : Optional.empty();
    }

    private static boolean isAzure(char c) {
        return c == '~' || SecretPrefix.Alphabet.DOTTED.holds(c);
    }

    /** Behind such a character a prefix is part of something longer; it also keeps "eyJ-eyJ-eyJ-" linear. */
    private static boolean isGlued(char before) {
        return Characters.isAlphanumeric(before) || before == '_' || before == '-' || before == '.';
    }

    /** RFC 7519: header and payload are base64url of JSON objects, so both start with {@code eyJ}. */
    private static Optional<Finding> jwt(String text, int start) {
        int header = SecretPrefix.bodyEnd(text, start, SecretPrefix.Alphabet.URL, Integer.MAX_VALUE);
        if (header - start < SHORTEST_JWT_PART || !text.startsWith(".eyJ", header)) return Optional.empty();
        int payload = SecretPrefix.bodyEnd(text, header + 1, SecretPrefix.Alphabet.URL, Integer.MAX_VALUE);
        if (payload - header < SHORTEST_JWT_PART || Characters.at(text, payload) != '.') return Optional.empty();
        return Optional.of(secret(
                start,
                SecretPrefix.bodyEnd(text, payload + 1, SecretPrefix.Alphabet.URL, Integer.MAX_VALUE),
                "secret-jwt"));
    }

    /**
     * The private key whose five hyphens stand at an offset, up to its end line; one that is cut, up to its last line
     * and one word more: too much masked rather than half a key sent.
     */
    static Optional<Finding> pem(String text, int start) {
        if (!text.startsWith(PEM, start)) return Optional.empty();
        int labelEnd = text.indexOf("-----", start + PEM.length(), Math.min(text.length(), start + LONGEST_PEM_LABEL));
        if (labelEnd < 0 || !text.substring(start, labelEnd).contains("PRIVATE KEY")) return Optional.empty();
        int next = text.indexOf("-----", labelEnd + 5);
        if (next < 0 || !text.startsWith("-----END ", next)) return cutPem(text, start, labelEnd + 5);
        int close = text.indexOf("-----", next + 5, Math.min(text.length(), next + LONGEST_PEM_LABEL));
        return Optional.of(secret(start, close < 0 ? next + 9 : close + 5, "secret-pem"));
    }

    private static Optional<Finding> cutPem(String text, int start, int bodyStart) {
        int end = bodyStart;
        boolean another = true;
        while (another) {
            int line = end;
            while (isLineBreak(text, line)) line++;
            int lineEnd = SecretPrefix.bodyEnd(text, line, SecretPrefix.Alphabet.BASE64, Integer.MAX_VALUE);
            another = lineEnd - line >= SHORTEST_PEM_LINE;
            if (another || end > bodyStart) end = Math.max(end, lineEnd);
        }
        return end == bodyStart ? Optional.empty() : Optional.of(secret(start, end, "secret-pem-cut"));
    }

    /** Also an escaped one: keys stand in JSON and in environment files as one line with {@code \n} in it. */
    private static boolean isLineBreak(String text, int at) {
        char c = Characters.at(text, at);
        boolean escaped = (c == 'n' || c == 'r') && Characters.at(text, at - 1) == '\\';
        return at < text.length() && (c == '\n' || c == '\r' || c == ' ' || c == '\\' || escaped);
    }

    private static Finding secret(int start, int end, String rule) {
        return new Finding(FindingType.SECRET, start, end, Finding.CERTAIN, rule);
    }
}
