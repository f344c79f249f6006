package org.vigie.detection;

import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.detection.SecretValue.CharacterClass;

/**
 * Secrets given to a name in programs and configurations: {@code api_key = "…"}, {@code clientSecret: …},
 * {@code "accessToken":"…"}, {@code AccountKey=…;}. The name must end with a word for a secret; passwords need little
 * more, keys and tokens must look drawn at random (after gitleaks' generic-api-key, MIT, re-expressed).
 */
final class AssignmentRecogniser implements SignRecogniser {
    private static final int LONGEST_NAME = 60;
    static final int LONGEST_PASSWORD = 101;
    private static final int LONGEST_TOKEN = 400;
    private static final int SHORTEST_TOKEN = 10;
    private static final int SHORTEST_KEY = 16;
    private static final double FEWEST_BITS = 3.0;

    private static final String[][] PASSWORDS = byLast(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "motdepasse",
            "mdp",
            "mot_de_passe",
            "mot-de-passe",
            "userpass",
            "dbpass",
            "_pass",
            ".pass",
            "-pass");
    private static final String[][] TOKENS = byLast(
            "token",
            "secret",
            "apikey",
            "api_key",
            "api-key",
            "accesskey",
            "access_key",
            "access-key",
            "secretkey",
            "secret_key",
            "secret-key",
            "privatekey",
            "private_key",
            "signingkey",
            "signing_key",
            "encryptionkey",
            "encryption_key",
            "authkey",
            "auth_key",
            "accountkey",
            "account_key",
            "masterkey",
            "master_key",
            "clientkey",
            "client_key",
            "subscription-key",
            "subscriptionkey",
            "jeton",
            "credential",
            "credentials",
            "private_key_id",
            "authorization",
            "api.key",
            "jwt",
            "cle_api",
            "cleapi",
            "cle_secrete",
            "cle_privee",
            "signature",
            "dsn",
            "salt",
            "x-auth",
            "app_key",
            "appkey");
    private static final String[][] KEYS = byLast(
            "key",
            "cle",
            "sessionid",
            "session_id",
            "phpsessid",
            "jsessionid",
            "session",
            "cookie",
            "auth",
            "webhook",
            "sid",
            "nonce",
            "license",
            "licence");
    /** Names that end like a secret and hold none. */
    private static final String[][] OTHERS = byLast(
            "publickey",
            "public_key",
            "public-key",
            "primarykey",
            "primary_key",
            "foreignkey",
            "foreign_key",
            "cachekey",
            "cache_key",
            "partitionkey",
            "sortkey",
            "pagetoken",
            "page_token",
            "nexttoken",
            "idempotency-key",
            "unique_key",
            "keytoken",
            "s3_key",
            "object_key",
            "routing_key",
            "s3key",
            "groupkey");

    @Override
    public String signs() {
        return "=:";
    }

    @Override
    public void at(String text, int sign, Findings findings) {
        char next = Characters.at(text, sign + 1);
        char before = Characters.at(text, sign - 1);
        if (next == '=' || next == '/' || before == '=' || before == '!' || before == '<' || before == '>') return;
        int nameEnd = nameEnd(text, sign);
        if (nameEnd <= 0 || !Characters.isAsciiAlphanumeric(text.charAt(nameEnd - 1))) return;
        if (isValueItself(text, nameEnd)) return;
        if (endsWith(text, nameEnd, PASSWORDS)) {
            password(text, nameEnd, sign + 1, findings);
        } else if (endsWith(text, nameEnd, TOKENS) && !endsWith(text, nameEnd, OTHERS)) {
            token(text, sign + 1, SHORTEST_TOKEN, false, findings);
        } else if (endsWith(text, nameEnd, KEYS) && !endsWith(text, nameEnd, OTHERS)) {
            token(text, sign + 1, SHORTEST_KEY, true, findings);
        }
    }

    /** {@code a=b=c}: what stands between two signs is a value. */
    private static boolean isValueItself(String text, int nameEnd) {
        int start = nameEnd - 1;
        while (start > 0 && start > nameEnd - LONGEST_NAME && Characters.isAsciiAlphanumeric(text.charAt(start - 1)))
            start--;
        char before = Characters.at(text, start - 1);
        return before == '=' || before == ':';
    }

    /** Behind the last letter of the name: quotes, spaces and a type may stand between it and the sign. */
    private static int nameEnd(String text, int sign) {
        int end = sign;
        while (end > sign - 6 && end > 0 && isFiller(text.charAt(end - 1))) end--;
        int start = end;
        while (start > end - 8 && start > 0 && Characters.isLetter(text.charAt(start - 1))) start--;
        boolean typed = Characters.at(text, start - 1) == ' ' && Characters.at(text, start - 2) == ':';
        return typed && Characters.isFolded(text, start, Math.min(end, start + 3), "str") ? start - 2 : end;
    }

    private static boolean isFiller(char c) {
        return c == ' ' || c == '"' || c == '\'' || c == ']' || c == '\\' || c == '\t' || c == ':' || c == '*'
                || c == '`';
    }

    /** By the last character: most names end with none of them. */
    private static String[][] byLast(String... words) {
        String[][] byLast = new String[128][];
        for (char c = 0; c < byLast.length; c++) {
            char last = c;
            byLast[c] = Stream.of(words)
                    .filter(word -> word.charAt(word.length() - 1) == last)
                    .toArray(String[]::new);
        }
        return byLast;
    }

    /** @param end behind an ASCII letter or digit */
    private static boolean endsWith(String text, int end, String[][] words) {
        for (String word : words[Characters.folded(text.charAt(end - 1))]) {
            int start = end - word.length();
            if (start >= 0 && text.regionMatches(true, start, word, 0, word.length()) && isPart(text, start, word))
                return true;
        }
        return false;
    }

    /** « monkey » does not end with « key »: a part of a name starts with a capital or behind a sign. */
    private static boolean isPart(String text, int start, String word) {
        char before = Characters.at(text, start - 1);
        if (!Characters.isAsciiAlphanumeric(before) || !Characters.isAsciiAlphanumeric(word.charAt(0))) return true;
        char first = text.charAt(start);
        boolean hump = first >= 'A' && first <= 'Z' && !(before >= 'A' && before <= 'Z');
        return hump || Characters.isDigit(before) || word.length() > 7;
    }

    private static void password(String text, int nameEnd, int from, Findings findings) {
        Optional<SecretValue> value = wrapped(text, from, LONGEST_PASSWORD).filter(PasswordForm::canBePassword);
        if (value.isEmpty() || isSameAsName(text, nameEnd, value.get())) return;
        tell(value.get(), "secret-password", findings);
    }

    /** The value, or the text in quotes that a command makes a value of: {@code = ConvertTo-SecureString "…"}. */
    static Optional<SecretValue> wrapped(String text, int from, int longest) {
        Optional<SecretValue> value = SecretValue.at(text, from, longest);
        if (value.isEmpty() || value.get().quoted()) return value;
        int end = value.get().end();
        boolean command = Characters.at(text, end) == ' ' && "\"'".indexOf(Characters.at(text, end + 1)) >= 0;
        return command && !value.get().has(CharacterClass.DIGIT) ? SecretValue.at(text, end) : value;
    }

    private static boolean isSameAsName(String text, int nameEnd, SecretValue value) {
        int start = nameEnd - value.length();
        return start >= 0 && text.regionMatches(true, start, text, value.start(), value.length());
    }

    private static void token(String text, int from, int shortest, boolean strict, Findings findings) {
        wrapped(text, from, LONGEST_TOKEN)
                .map(AssignmentRecogniser::withoutScheme)
                .filter(v -> isRandom(v, shortest, strict))
                .ifPresent(value -> tell(value, "secret-assigned", findings));
    }

    /** {@code Authorization: Bearer …}: the value stands behind the name of the scheme. */
    private static SecretValue withoutScheme(SecretValue value) {
        for (String scheme : new String[] {"Bearer ", "Basic ", "Token ", "ApiKey "}) {
            if (value.text().regionMatches(true, value.start(), scheme, 0, scheme.length())) {
                return SecretValue.at(value.text(), value.start() + scheme.length())
                        .map(v -> new SecretValue(
                                v.text(), v.start(), Math.min(v.end(), value.quoted() ? value.end() : v.end()), false))
                        .filter(v -> v.end() > v.start())
                        .orElse(value);
            }
        }
        boolean scheme = !value.quoted()
                && value.isLettersOnly()
                && value.length() <= 6
                && Characters.at(value.text(), value.end()) == ' ';
        return scheme ? SecretValue.at(value.text(), value.end()).orElse(value) : value;
    }

    static boolean isRandom(SecretValue value, int shortest, boolean strict) {
        if (value.length() < shortest
                || value.hasSpace()
                || value.isPlaceholder()
                || value.isUrl()
                || value.isDateLike()) {
            return false;
        }
        for (int i = value.start(); i < value.end(); i++) {
            char c = value.text().charAt(i);
            if (!Characters.isAsciiAlphanumeric(c) && "_-.+/=~:!@#$%^&*,;?".indexOf(c) < 0) return false;
        }
        boolean letter = value.has(CharacterClass.LOWER) || value.has(CharacterClass.UPPER);
        boolean mixed = value.has(CharacterClass.DIGIT) && letter;
        boolean cases = value.has(CharacterClass.LOWER) && value.has(CharacterClass.UPPER);
        boolean ample = value.length() >= 24;
        if (strict ? !(mixed && (cases || ample)) : !(mixed || (cases && ample && value.entropy() >= 4))) return false;
        return value.entropy() >= (strict ? FEWEST_BITS + 0.3 : FEWEST_BITS) && !looksLikePath(value);
    }

    /** {@code users/list.page2}, {@code app.title.h1}: parts of words with a digit at the end. */
    private static boolean looksLikePath(SecretValue value) {
        int separators = 0;
        int digits = 0;
        boolean upper = false;
        for (int i = value.start(); i < value.end(); i++) {
            char c = value.text().charAt(i);
            if (c == '.' || c == '/' || c == ':' || c == '_' || c == '-') separators++;
            if (Characters.isDigit(c)) digits++;
            upper |= c >= 'A' && c <= 'Z';
        }
        return separators >= 2 && digits <= 2 && !upper;
    }

    private static void tell(SecretValue value, String rule, Findings findings) {
        findings.add(FindingType.SECRET, value.start(), value.end(), Finding.PROBABLE, rule);
    }
}
