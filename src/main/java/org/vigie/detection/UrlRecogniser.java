package org.vigie.detection;

import java.util.Set;

/**
 * Addresses that let in whoever has them: a password before the host (RFC 3986 §3.2.1), a token or a signature in the
 * query, a webhook. The whole address is the finding; others are left alone.
 */
final class UrlRecogniser implements SignRecogniser, WordRecogniser {
    private static final int LONGEST = 1_000;
    private static final int LONGEST_SCHEME = 24;
    private static final int LONGEST_USER_INFO = 300;
    private static final int SHORTEST_TOKEN = 6;
    private static final int SHORTEST_KEY = 8;
    private static final int SHORTEST_CODE = 16;

    private static final Set<String> PASSWORDS =
            Set.of("password", "passwd", "pwd", "pass", "mdp", "motdepasse", "passphrase");
    private static final Set<String> TOKENS = Set.of(
            "token",
            "accesstoken",
            "idtoken",
            "refreshtoken",
            "authtoken",
            "apitoken",
            "privatetoken",
            "sessiontoken",
            "usertoken",
            "resettoken",
            "invitetoken",
            "securitytoken",
            "xamzsecuritytoken",
            "xamzsignature",
            "xamzcredential",
            "xgoogsignature",
            "xgoogcredential",
            "apikey",
            "accesskey",
            "secretkey",
            "subscriptionkey",
            "ocpapimsubscriptionkey",
            "sharedaccesskey",
            "sharedaccesssignature",
            "accountkey",
            "authkey",
            "secret",
            "clientsecret",
            "appsecret",
            "signature",
            "sig",
            "auth",
            "jwt",
            "jeton",
            "sessionid",
            "sid",
            "sas",
            "otp",
            "magic",
            "bearer",
            "credential");
    private static final Set<String> KEYS = Set.of("key", "k", "hash", "session", "hmac", "cle", "invite", "ticket");
    private static final Set<String> CODES = Set.of("code", "state", "t", "nonce");

    @Override
    public Set<String> triggers() {
        return Set.of("jdbc");
    }

    /** {@code jdbc:oracle:thin:user/password@//host:1521/service} */
    @Override
    public void at(String text, int start, int end, Findings findings) {
        if (!text.regionMatches(true, end, ":oracle:", 0, 8)) return;
        int to = urlEnd(text, start);
        int slash = to <= end ? -1 : text.indexOf('/', end, to);
        int at = slash < 0 ? -1 : text.indexOf('@', slash, to);
        if (at > slash + 1 && !Placeholder.is(text, slash + 1, at)) tell(findings, start, to, "url-password");
    }

    @Override
    public String signs() {
        return ":";
    }

    @Override
    public void at(String text, int colon, Findings findings) {
        if (!text.startsWith("//", colon + 1)) return;
        int start = schemeStart(text, colon);
        if (start == colon || Characters.at(text, start - 1) == '/' || findings.covers(start)) return;
        int authority = colon + 3;
        if (!mayTell(text, authority)) return;
        int end = urlEnd(text, authority);
        if (end <= authority) return;
        if (hasPassword(text, authority, end)) {
            tell(findings, start, end, "url-password");
        } else if (isWebhook(text, authority, end)) {
            findings.add(FindingType.SECRET, start, end, Finding.CERTAIN, "secret-webhook");
        } else if (hasSecretInQuery(text, authority, end)) {
            tell(findings, start, end, "url-token");
        }
    }

    /** Most addresses are plain: no user, no query, no webhook. */
    private static boolean mayTell(String text, int authority) {
        int limit = Math.min(text.length(), authority + LONGEST);
        for (int at = authority; at < limit && isUrl(text.charAt(at)); at++) {
            char c = text.charAt(at);
            if (c == '@' || c == '?' || c == '#' || c == ';') return true;
            if (c == ':' && text.startsWith("//", at + 1)) return false;
        }
        return text.startsWith("hooks.", authority)
                || text.indexOf("/api/webhooks/", authority, limit) >= 0
                || text.startsWith("api.telegram", authority);
    }

    private static void tell(Findings findings, int start, int end, String rule) {
        findings.add(FindingType.URL_CRED, start, end, Finding.CERTAIN, rule);
    }

    /** Also {@code jdbc:postgresql}, {@code mongodb+srv}. */
    private static int schemeStart(String text, int colon) {
        int start = colon;
        while (start > 0 && colon - start < LONGEST_SCHEME) {
            char c = text.charAt(start - 1);
            boolean inner = c == '+' || c == '-' || (c == ':' && start < colon && text.startsWith("jdbc", start - 5));
            if (!Characters.isAsciiAlphanumeric(c) && !inner) break;
            start--;
        }
        while (start < colon && !Characters.isAsciiAlphanumeric(text.charAt(start))) start++;
        return start;
    }

    private static int urlEnd(String text, int from) {
        int limit = Math.min(text.length(), from + LONGEST);
        int end = from;
        while (end < limit && isUrl(text.charAt(end))) end++;
        while (end > from && ".,;:!?)]}'*_".indexOf(text.charAt(end - 1)) >= 0) end--;
        return end;
    }

    private static boolean isUrl(char c) {
        return c > ' '
                && c != '"'
                && c != '<'
                && c != '>'
                && c != '`'
                && c != '|'
                && c != '«'
                && c != '»'
                && c != '\\'
                && c != '\u00A0'
                && c != '\u202F'
                && c != '\u201C'
                && c != '\u201D';
    }

    private static boolean hasPassword(String text, int from, int end) {
        int limit = Math.min(end, from + LONGEST_USER_INFO);
        int authorityEnd = from;
        while (authorityEnd < end && "/?#".indexOf(text.charAt(authorityEnd)) < 0) authorityEnd++;
        int colon = text.indexOf(':', from, authorityEnd);
        int at = lastAt(text, from, Math.min(authorityEnd, limit));
        if (at < 0 && colon > 0 && colon < limit && !Characters.isDigit(Characters.at(text, colon + 1))) {
            at = text.indexOf('@', colon, limit);
        }
        if (at < 0) return false;
        if (colon < 0 || colon > at) return at - from >= 20 && isMixed(text, from, at);
        return at > colon + 1 && !Placeholder.is(text, colon + 1, at);
    }

    private static int lastAt(String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (text.charAt(i) == '@') return i;
        }
        return -1;
    }

    /** Slack, Teams, Discord: the path itself is the secret (gitleaks: slack-webhook-url, microsoft-teams-webhook). */
    private static boolean isWebhook(String text, int from, int end) {
        int path = text.indexOf('/', from, end);
        if (path < 0 || end - path < 30) return false;
        return text.startsWith("hooks.slack.com/", from)
                || text.startsWith("/webhookb2/", path)
                || text.startsWith("/api/webhooks/", path)
                || text.startsWith("api.telegram.org/bot", from);
    }

    private static boolean hasSecretInQuery(String text, int from, int end) {
        int name = -1;
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (c == '?' || c == '&' || c == '#' || c == ';') name = at + 1;
            if (c != '=' || name < 0) continue;
            int valueEnd = at + 1;
            while (valueEnd < end && "&#;".indexOf(text.charAt(valueEnd)) < 0) valueEnd++;
            if (isSecret(text, name, at, valueEnd)) return true;
            name = -1;
        }
        return false;
    }

    private static boolean isSecret(String text, int name, int equals, int end) {
        int start = equals + 1;
        int length = end - start;
        if (length < 3 || equals - name > 40 || Placeholder.is(text, start, end)) return false;
        StringBuilder letters = new StringBuilder();
        for (int i = name; i < equals; i++) {
            if (Characters.isAsciiAlphanumeric(text.charAt(i))) Characters.fold(text.charAt(i), letters);
        }
        String key = letters.toString();
        if (PASSWORDS.contains(key)) return true;
        if (TOKENS.contains(key)) return length >= SHORTEST_TOKEN;
        if (KEYS.contains(key)) return length >= SHORTEST_KEY && isMixed(text, start, end);
        return CODES.contains(key) && length >= SHORTEST_CODE && isMixed(text, start, end);
    }

    /** Letters and digits, or both cases inside: seldom a word. */
    private static boolean isMixed(String text, int start, int end) {
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
