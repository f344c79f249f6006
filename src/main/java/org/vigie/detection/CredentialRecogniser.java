package org.vigie.detection;

import java.util.Optional;
import java.util.Set;
import org.vigie.detection.SecretValue.CharacterClass;

/**
 * Credentials of commands and protocols: {@code curl -u user:password}, {@code Authorization: Basic …} and
 * {@code Bearer …} (after gitleaks' curl-auth-user and curl-auth-header, MIT, re-expressed), {@code IDENTIFIED BY '…'},
 * and pairs as people pass them on: « identifiants : jdupont / Soleil2024! ».
 */
final class CredentialRecogniser implements WordRecogniser {
    private static final int LABEL = 24;
    private static final int SHORTEST_HEADER = 8;

    @Override
    public Set<String> triggers() {
        return Set.of(
                "bearer",
                "basic",
                "identified",
                "u",
                "user",
                "identifiants",
                "identifiant",
                "login",
                "logins",
                "credentials",
                "creds",
                "username",
                "utilisateur",
                "compte",
                "acces",
                "p");
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        Optional<SecretValue> value = switch (Characters.fold(text, start, end)) {
            case "bearer", "basic" -> header(text, end);
            case "identified" -> identifiedBy(text, end);
            case "u" -> Characters.at(text, start - 1) == '-' ? option(text, end) : Optional.empty();
            case "p" -> Characters.at(text, start - 1) == '-' ? sshpass(text, start, end) : Optional.empty();
            case "user" -> Characters.at(text, start - 1) == '-' ? option(text, end) : pair(text, end);
            default -> pair(text, end);
        };
        value.ifPresent(found ->
                findings.add(FindingType.SECRET, found.start(), found.end(), Finding.PROBABLE, "secret-credentials"));
    }

    /** {@code mysql -u root -psecret7}: the letter of the option stands before the password. */
    static final class Option implements CodeRecogniser {
        private static final int COMMAND = 80;

        @Override
        public void at(String text, int start, int end, Findings findings) {
            if (text.charAt(start) != 'p' || Characters.at(text, start - 1) != '-' || end - start < 5) return;
            int from = Math.max(0, start - COMMAND);
            if (text.indexOf("mysql", from, start) < 0) return;
            SecretValue.at(text, start + 1)
                    .filter(v -> !v.isPlaceholder())
                    .ifPresent(v -> findings.add(
                            FindingType.SECRET, v.start(), v.end(), Finding.PROBABLE, "secret-credentials"));
        }
    }

    private static Optional<SecretValue> header(String text, int end) {
        if (!Characters.isSpace(Characters.at(text, end))) return Optional.empty();
        return SecretValue.at(text, end)
                .filter(v -> v.length() >= SHORTEST_HEADER && !v.isPlaceholder() && !v.isUrl() && !v.hasSpace())
                .filter(v -> v.has(CharacterClass.DIGIT) && !v.isDigitsOnly() || hasInnerCapital(v));
    }

    private static boolean hasInnerCapital(SecretValue value) {
        boolean lower = false;
        for (int i = value.start(); i < value.end(); i++) {
            char c = value.text().charAt(i);
            if (lower && c >= 'A' && c <= 'Z') return true;
            lower |= c >= 'a' && c <= 'z';
        }
        return false;
    }

    /** SQL: {@code IDENTIFIED BY 'secret'} */
    private static Optional<SecretValue> identifiedBy(String text, int end) {
        if (!text.regionMatches(true, end, " BY ", 0, 4)) return Optional.empty();
        return SecretValue.at(text, end + 4).filter(v -> v.length() >= 3 && !v.isPlaceholder() && !v.hasSpace());
    }

    /** {@code -u user:password}, {@code --user user:password}: the user is half of what lets in, and goes with it. */
    private static Optional<SecretValue> option(String text, int end) {
        char next = Characters.at(text, end);
        if (next != ' ' && next != '=') return Optional.empty();
        Optional<SecretValue> value = SecretValue.at(text, end + 1).filter(v -> !v.isUrl());
        if (value.isEmpty()) return value;
        int colon = text.indexOf(':', value.get().start(), value.get().end());
        if (colon < 0
                || value.get().end() - colon < 4
                || Placeholder.is(text, colon + 1, value.get().end())) return Optional.empty();
        boolean ids = new SecretValue(text, colon + 1, value.get().end(), false).isDigitsOnly();
        return ids ? Optional.empty() : value;
    }

    /** {@code sshpass -p '…'} */
    private static Optional<SecretValue> sshpass(String text, int start, int end) {
        boolean command = text.startsWith("sshpass", Math.max(0, start - 9));
        return command
                ? SecretValue.at(text, end).filter(v -> v.length() >= 3 && !v.isPlaceholder())
                : Optional.empty();
    }

    /** « identifiants : jdupont / Soleil2024! », {@code login: root:Toto2024!}. The second of both is the secret. */
    private static Optional<SecretValue> pair(String text, int end) {
        int at = end;
        int limit = Math.min(text.length(), end + LABEL);
        while (at < limit && text.charAt(at) != ':' && text.charAt(at) != '=' && text.charAt(at) != '\n') at++;
        if (at >= limit || text.charAt(at) == '\n') return Optional.empty();
        Optional<SecretValue> first = SecretValue.at(text, at + 1).filter(v -> !v.isUrl() && !v.isPlaceholder());
        if (first.isEmpty()) return first;
        SecretValue user = first.get();
        for (char separator : new char[] {'/', ':', '|'}) {
            int inside = text.indexOf(separator, user.start() + 1, user.end());
            if (inside > 0) return second(text, inside + 1);
        }
        int next = user.end();
        while (Characters.isSpace(Characters.at(text, next)) || Characters.at(text, next) == '"') next++;
        char sign = Characters.at(text, next);
        boolean divided = sign == '/' || sign == '|' || sign == '-' || sign == ':' || sign == '\u2013';
        return divided && Characters.isSpace(Characters.at(text, next + 1)) ? second(text, next + 1) : Optional.empty();
    }

    private static Optional<SecretValue> second(String text, int from) {
        return SecretValue.at(text, from)
                .filter(v -> v.length() >= 6 && !v.isPlaceholder() && !v.isDateLike() && !v.hasSpace())
                .filter(v -> v.classes() >= 3 || PasswordForm.isStrong(v))
                .filter(v -> v.has(CharacterClass.DIGIT) && !isPath(v));
    }

    private static boolean isPath(SecretValue value) {
        return value.text().indexOf('/', value.start(), value.end()) >= 0
                || value.text().charAt(value.start()) == '.';
    }
}
