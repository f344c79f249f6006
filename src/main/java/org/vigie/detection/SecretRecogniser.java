package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys and tokens that tell themselves by their prefix, JSON Web Tokens and private keys in PEM. The prefixes and
 * lengths follow the rules of gitleaks (MIT licence, commit b58d3f1), re-expressed; a minimum length is used where
 * issuers have changed theirs.
 */
final class SecretRecogniser {
    private static final String PEM = "-----BEGIN ";
    private static final int LONGEST_PEM_LABEL = 60;
    private static final int SHORTEST_PEM_LINE = 16;
    private static final int SHORTEST_JWT_PART = 8;

    /** By first character, the longest prefix first where two share a beginning. */
    private static final Prefix[][] PREFIXES = byFirstCharacter(List.of(
            new Prefix("AKIA", 16, 16, Alphabet.UPPER),
            new Prefix("ASIA", 16, 16, Alphabet.UPPER),
            new Prefix("ABIA", 16, 16, Alphabet.UPPER),
            new Prefix("ACCA", 16, 16, Alphabet.UPPER),
            new Prefix("ABSK", 100, 280, Alphabet.BASE64),
            new Prefix("AIza", 35, 35, Alphabet.URL),
            new Prefix("AGE-SECRET-KEY-1", 58, 58, Alphabet.UPPER),
            new Prefix("GOCSPX-", 20, 60, Alphabet.URL),
            new Prefix("GR1348941", 20, 40, Alphabet.URL),
            new Prefix("SG.", 60, 80, Alphabet.DOTTED),
            new Prefix("dapi", 32, 34, Alphabet.DOTTED),
            new Prefix("dop_v1_", 64, 64, Alphabet.URL),
            new Prefix("dp.pt.", 40, 44, Alphabet.URL),
            new Prefix("github_pat_", 22, 255, Alphabet.URL),
            new Prefix("ghp_", 36, 255, Alphabet.URL),
            new Prefix("gho_", 36, 255, Alphabet.URL),
            new Prefix("ghu_", 36, 255, Alphabet.URL),
            new Prefix("ghs_", 36, 255, Alphabet.URL),
            new Prefix("ghr_", 36, 255, Alphabet.URL),
            new Prefix("glpat-", 20, 300, Alphabet.DOTTED),
            new Prefix("gldt-", 20, 100, Alphabet.URL),
            new Prefix("glrt-", 20, 100, Alphabet.DOTTED),
            new Prefix("glptt-", 40, 100, Alphabet.URL),
            new Prefix("glcbt-", 20, 100, Alphabet.URL),
            new Prefix("glsa_", 32, 60, Alphabet.URL),
            new Prefix("glc_", 32, 400, Alphabet.BASE64),
            new Prefix("hf_", 34, 40, Alphabet.URL),
            new Prefix("hvs.", 24, 300, Alphabet.URL),
            new Prefix("hvb.", 24, 300, Alphabet.URL),
            new Prefix("lin_api_", 40, 40, Alphabet.URL),
            new Prefix("npm_", 36, 36, Alphabet.URL),
            new Prefix("ntn_", 40, 60, Alphabet.URL),
            new Prefix("ops_eyJ", 100, 2_000, Alphabet.BASE64),
            new Prefix("pplx-", 48, 60, Alphabet.URL),
            new Prefix("pul-", 40, 40, Alphabet.URL),
            new Prefix("pypi-AgEIcHlwaS5vcmc", 50, 1_000, Alphabet.URL),
            new Prefix("rk_live_", 10, 120, Alphabet.URL),
            new Prefix("rk_test_", 10, 120, Alphabet.URL),
            new Prefix("rubygems_", 48, 48, Alphabet.URL),
            new Prefix("shpat_", 32, 32, Alphabet.URL),
            new Prefix("shpss_", 32, 32, Alphabet.URL),
            new Prefix("sk-ant-", 32, 200, Alphabet.URL),
            new Prefix("sk-proj-", 32, 300, Alphabet.URL),
            new Prefix("sk-svcacct-", 32, 300, Alphabet.URL),
            new Prefix("sk-admin-", 32, 300, Alphabet.URL),
            new Prefix("sk-or-v1-", 32, 100, Alphabet.URL),
            new Prefix("sk-", 32, 200, Alphabet.MIXED),
            new Prefix("sk_live_", 10, 120, Alphabet.URL),
            new Prefix("sk_test_", 10, 120, Alphabet.URL),
            new Prefix("sntrys_", 60, 400, Alphabet.BASE64),
            new Prefix("sntryu_", 60, 80, Alphabet.URL),
            new Prefix("whsec_", 24, 100, Alphabet.BASE64),
            new Prefix("xapp-", 20, 200, Alphabet.URL),
            new Prefix("xoxa-", 20, 200, Alphabet.URL),
            new Prefix("xoxb-", 20, 200, Alphabet.URL),
            new Prefix("xoxe.", 20, 400, Alphabet.DOTTED),
            new Prefix("xoxe-", 20, 400, Alphabet.URL),
            new Prefix("xoxp-", 20, 200, Alphabet.URL),
            new Prefix("xoxr-", 20, 200, Alphabet.URL),
            new Prefix("xoxs-", 20, 200, Alphabet.URL),
            new Prefix("ya29.", 20, 400, Alphabet.URL)));

    private SecretRecogniser() {}

    /** The secret whose first letter stands at an offset. */
    static Optional<Finding> at(String text, int start) {
        char first = text.charAt(start);
        if (first >= 128 || PREFIXES[first].length == 0 && first != 'e') return Optional.empty();
        if (isGlued(Characters.at(text, start - 1))) return Optional.empty();
        if (text.startsWith("eyJ", start)) return jwt(text, start);
        for (Prefix prefix : PREFIXES[first]) {
            int end = prefix.endOfMatch(text, start);
            if (end > 0) return Optional.of(secret(start, end, "secret-" + prefix.name()));
        }
        return Optional.empty();
    }

    /** Behind such a character a prefix is part of something longer; it also keeps "eyJ-eyJ-eyJ-" linear. */
    private static boolean isGlued(char before) {
        return Characters.isAlphanumeric(before) || before == '_' || before == '-' || before == '.';
    }

    /** RFC 7519: header and payload are base64url of JSON objects, so both start with {@code eyJ}. */
    private static Optional<Finding> jwt(String text, int start) {
        int header = bodyEnd(text, start, Alphabet.URL, Integer.MAX_VALUE);
        if (header - start < SHORTEST_JWT_PART || !text.startsWith(".eyJ", header)) return Optional.empty();
        int payload = bodyEnd(text, header + 1, Alphabet.URL, Integer.MAX_VALUE);
        if (payload - header < SHORTEST_JWT_PART || Characters.at(text, payload) != '.') return Optional.empty();
        return Optional.of(secret(start, bodyEnd(text, payload + 1, Alphabet.URL, Integer.MAX_VALUE), "secret-jwt"));
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
            int lineEnd = bodyEnd(text, line, Alphabet.BASE64, Integer.MAX_VALUE);
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

    private static int bodyEnd(String text, int from, Alphabet alphabet, int longest) {
        int limit = (int) Math.min(text.length(), (long) from + longest);
        int end = from;
        while (end < limit && alphabet.holds(text.charAt(end))) end++;
        return end;
    }

    private static Prefix[][] byFirstCharacter(List<Prefix> prefixes) {
        List<List<Prefix>> table = new ArrayList<>();
        for (int c = 0; c < 128; c++) table.add(new ArrayList<>());
        for (Prefix prefix : prefixes) table.get(prefix.text().charAt(0)).add(prefix);
        return table.stream().map(list -> list.toArray(Prefix[]::new)).toArray(Prefix[][]::new);
    }

    private record Prefix(String text, int shortest, int longest, Alphabet alphabet) {
        String name() {
            return text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "").toLowerCase(java.util.Locale.ROOT);
        }

        /** The end of the secret, negative when it is none: too short, too long, or a slug such as a file name. */
        int endOfMatch(String haystack, int start) {
            if (!haystack.startsWith(text, start)) return -1;
            int body = start + text.length();
            int end = bodyEnd(haystack, body, alphabet, longest);
            while (end > body && haystack.charAt(end - 1) == '.') end--;
            boolean cut = end < haystack.length() && Characters.isAsciiAlphanumeric(haystack.charAt(end));
            return end - body >= shortest && !cut && looksRandom(haystack, body, end) ? end : -1;
        }

        /** A key has letters and digits, or both cases: "sk-ou-un-tres-long-nom-de-branche-en-minuscules" has not. */
        private boolean looksRandom(String haystack, int from, int to) {
            boolean digit = false;
            boolean upper = false;
            boolean lower = false;
            for (int i = from; i < to; i++) {
                char c = haystack.charAt(i);
                digit |= Characters.isDigit(c);
                upper |= c >= 'A' && c <= 'Z';
                lower |= c >= 'a' && c <= 'z';
            }
            return (digit && (upper || lower)) || (upper && lower) || alphabet == Alphabet.UPPER;
        }
    }

    private enum Alphabet {
        /** Capitals and digits. */
        UPPER,
        /** Letters and digits. */
        MIXED,
        /** Letters, digits, hyphen, underscore. */
        URL,
        /** As URL, with points. */
        DOTTED,
        /** Letters, digits, {@code + / =} and underscore. */
        BASE64;

        boolean holds(char c) {
            if (this == UPPER) return Characters.isDigit(c) || (c >= 'A' && c <= 'Z');
            if (Characters.isAsciiAlphanumeric(c)) return true;
            return switch (this) {
                case UPPER, MIXED -> false;
                case URL -> c == '-' || c == '_';
                case DOTTED -> c == '-' || c == '_' || c == '.';
                case BASE64 -> c == '+' || c == '/' || c == '=' || c == '_';
            };
        }
    }
}
