package org.vigie.detection;

import java.util.Optional;
import java.util.Set;

/**
 * Clear passwords behind the words that announce them, in French and in English: « mot de passe : … », « le mdp est … »,
 * {@code password=…}, a cell of a table, the answer below a question. Only the value is found, and only what can be one:
 * sentences about passwords are left alone.
 */
final class PasswordRecogniser implements WordRecogniser {
    /** How far behind the words the value may start: « mot de passe provisoire du compte de test : ». */
    private static final int REACH = 70;

    private static final int MOST_TOKENS = 4;
    private static final int MOST_WORDS = 8;
    /** « politique de mot de passe : … », « nombre de mots de passe : … » */
    private static final int ABOUT_WINDOW = 28;

    private static final Cues ABOUT = Cues.of("""
            politique*, regle*, nombre, longueur*, expiration*, complexite*, gestionnaire*, coffre*,
            renouvellement*, mots de, changement*, reinitialis*, oubli*, duree*, historique*, type
            """);
    private static final Set<String> VERBS =
            Set.of("est", "etait", "sera", "devient", "reste", "is", "was", "est-il", "fut", "cest", "vaut", "donne");

    @Override
    public Set<String> triggers() {
        return Set.of(
                "passe",
                "mdp",
                "mdps",
                "password",
                "passwords",
                "passwd",
                "pwd",
                "pass",
                "passphrase",
                "motdepasse",
                "psw",
                "passwort",
                "pw");
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        char before = Characters.at(text, start - 1);
        if (before == ':' || before == '=') return;
        boolean sure = isSure(text, start, end);
        boolean compound = Characters.at(text, end) == '_' && Characters.isLetter(Characters.at(text, end + 1));
        int labelEnd = compound ? nameEnd(text, end) : end;
        Optional<SecretValue> value =
                search(text, start, labelEnd, sure).filter(v -> !compound || PasswordForm.isStrong(v));
        value.ifPresent(found ->
                findings.add(FindingType.SECRET, found.start(), found.end(), Finding.CERTAIN, "secret-password"));
    }

    /** {@code password_encryption} goes on; what it is given must be strong to be a password. */
    private static int nameEnd(String text, int end) {
        int at = end;
        while (at < end + REACH
                && (Characters.isAsciiAlphanumeric(Characters.at(text, at)) || Characters.at(text, at) == '_')) at++;
        return at;
    }

    /** « passe » and « pass » alone say little: « passe : Toto2024! » does, « ça passe » does not. */
    private static boolean isSure(String text, int start, int end) {
        String word = Characters.fold(text, start, end);
        if (word.equals("pass") || word.equals("pw")) return false;
        return !word.equals("passe") || isBehind(text, start, "de") || isBehind(text, start, "d");
    }

    private static boolean isBehind(String text, int start, String word) {
        int end = start - 1;
        if (end < word.length() || end >= text.length() || Characters.isAlphanumeric(text.charAt(end))) return false;
        int from = end - word.length();
        return Characters.isFolded(text, from, end, word) && !Characters.isAlphanumeric(Characters.at(text, from - 1));
    }

    private static Optional<SecretValue> search(String text, int labelStart, int labelEnd, boolean sure) {
        int limit = Math.min(text.length(), labelEnd + REACH);
        if (isBehind(text, labelStart - 3, "phrase")) {
            Optional<SecretValue> phrase = SecretValue.at(
                            text, Characters.at(text, labelEnd + 1) == ':' ? labelEnd + 2 : labelEnd)
                    .filter(v -> v.quoted() && v.length() >= PasswordForm.SHORTEST_STRONG && !v.isPlaceholder());
            if (phrase.isPresent()) return phrase;
        }
        int words = 0;
        int at = labelEnd;
        while (at < limit) {
            char c = text.charAt(at);
            if (isAssignment(text, at)) return assigned(text, behindAssignment(text, at), labelStart);
            if (c == '\n' || c == '?') return sure ? below(text, at) : Optional.empty();
            if (c == '.' || c == '!' || c == ';' || c == ',') return Optional.empty();
            if (c == '(' && words < 3) {
                int close = text.indexOf(')', at, Math.min(text.length(), at + 50));
                Optional<SecretValue> inside =
                        SecretValue.at(text, at + 1).filter(v -> sure && PasswordForm.isStrong(v));
                if (inside.isPresent()) return inside;
                at = close < 0 ? at + 1 : close + 1;
            } else if (Characters.isAlphanumeric(c)
                    || isOpeningQuote(c) && at == labelEnd + 1 && Characters.isSpace(text.charAt(labelEnd))) {
                if (!sure || words == MOST_WORDS) return Optional.empty();
                int wordEnd = Characters.wordEnd(text, at);
                if (isThatIs(text, at, wordEnd)) return told(text, Characters.wordEnd(text, wordEnd + 1));
                if (isVerb(text, at, wordEnd)) return told(text, wordEnd);
                Optional<SecretValue> beside =
                        SecretValue.at(text, at).filter(v -> PasswordForm.isBeside(v, v.start() - labelEnd <= 3));
                if (beside.isPresent()) return beside;
                at = Math.max(wordEnd, at + 1);
                words++;
            } else {
                int tag = c == '<' ? SecretValue.tagEnd(text, at) : -1;
                at = tag > 0 ? tag : at + 1;
            }
        }
        return Optional.empty();
    }

    private static boolean isOpeningQuote(char c) {
        return c == '"' || c == '\'' || c == '`' || c == '«' || c == '\u201C';
    }

    /** « c'est » */
    private static boolean isThatIs(String text, int start, int end) {
        return end - start == 1
                && Characters.upper(text.charAt(start)) == 'C'
                && Characters.isApostrophe(Characters.at(text, end))
                && isVerb(text, end + 1, Characters.wordEnd(text, end + 1));
    }

    private static boolean isVerb(String text, int start, int end) {
        return end > start && end - start <= 7 && VERBS.contains(Characters.fold(text, start, end));
    }

    /** {@code :}, {@code =}, {@code =>}, {@code ->}, {@code |} of a table, {@code >} of a tag, {@code value=}. */
    private static boolean isAssignment(String text, int at) {
        char c = text.charAt(at);
        if (c == ':' || c == '=' || c == '|' || c == '\u2192' || c == '\uFF1A' || c == '\t') return true;
        if (c == '-' || c == '\u2013' || c == '\u2014') {
            return Characters.at(text, at + 1) == '>'
                    || Characters.isSpace(Characters.at(text, at - 1))
                            && Characters.isSpace(Characters.at(text, at + 1));
        }
        return c == '>' && Characters.isAlphanumeric(Characters.at(text, at - 1))
                || c == '<' && text.startsWith("</td><td>", at);
    }

    private static int behindAssignment(String text, int at) {
        int next = at + 1;
        while (next < at + 3
                && (Characters.at(text, next) == '='
                        || Characters.at(text, next) == '>'
                        || Characters.at(text, next) == ':')) next++;
        return text.startsWith("</td><td>", at) ? at + 9 : next;
    }

    /** The first value behind the sign, or a strong one within the next words, or the second of a pair with a slash. */
    private static Optional<SecretValue> assigned(String text, int from, int labelStart) {
        Optional<SecretValue> first = AssignmentRecogniser.wrapped(text, from, AssignmentRecogniser.LONGEST_PASSWORD);
        if (first.isEmpty()) return isLineEnd(text, from) ? nextLine(text, from).filter(PasswordForm::isStrong) : first;
        SecretValue value = first.get();
        if (isPair(text, labelStart)) {
            Optional<SecretValue> second = secondOfPair(value);
            if (second.isPresent()) return second;
        }
        boolean about = new Context(text, labelStart, labelStart + 1).hasBefore(ABOUT_WINDOW, ABOUT);
        if (about ? PasswordForm.isStrong(value) : PasswordForm.canBePassword(value)) return first;
        return laterStrong(value);
    }

    /** « identifiant / mot de passe : jdupont / Soleil2024! » */
    private static boolean isPair(String text, int labelStart) {
        for (int i = labelStart - 1; i > labelStart - 20 && i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '/' || c == '&' || c == '+') return true;
            if (c == '\n' || c == ':' || c == '.') return false;
        }
        return false;
    }

    private static Optional<SecretValue> secondOfPair(SecretValue first) {
        String text = first.text();
        int slash = text.indexOf('/', first.start(), first.end());
        int from = slash > 0 ? slash + 1 : first.end();
        if (slash < 0) {
            while (Characters.isSpace(Characters.at(text, from))) from++;
            char sign = Characters.at(text, from);
            if (sign != '/' && sign != '|' && sign != ':' && sign != '-') return Optional.empty();
            from++;
        }
        return SecretValue.at(text, from)
                .filter(v -> v.length() >= PasswordForm.SHORTEST && !v.isPlaceholder() && v.classes() > 1);
    }

    /** « mot de passe : voici Toto2024! » */
    private static Optional<SecretValue> laterStrong(SecretValue first) {
        SecretValue value = first;
        for (int i = 1; i < MOST_TOKENS; i++) {
            Optional<SecretValue> next = SecretValue.at(value.text(), value.end());
            if (next.isEmpty() || !isSameLine(value, next.get())) return Optional.empty();
            if (PasswordForm.isStrong(next.get())) return next;
            value = next.get();
        }
        return Optional.empty();
    }

    private static boolean isSameLine(SecretValue value, SecretValue next) {
        for (int i = value.end(); i < next.start(); i++) {
            char c = value.text().charAt(i);
            if (!Characters.isSpace(c) && !isOpeningQuote(c) && c != '*') return false;
        }
        return true;
    }

    /** Behind a verb: « le mdp est toto123 », not « le mot de passe est obligatoire ». */
    private static Optional<SecretValue> told(String text, int from) {
        Optional<SecretValue> first = SecretValue.at(text, from + (Characters.at(text, from) == ':' ? 1 : 0));
        if (first.isEmpty()) return first;
        SecretValue value = first.get();
        int colon = value.end();
        boolean announced = Characters.at(text, colon) == ':' || Characters.at(text, colon + 1) == ':';
        if (announced && value.isLettersOnly())
            return SecretValue.at(text, colon + 2).filter(PasswordForm::canBePassword);
        boolean telling = value.quoted()
                ? PasswordForm.canBePassword(value)
                : PasswordForm.canBePassword(value) && !value.isLettersOnly();
        return telling ? first : laterStrong(value);
    }

    /** On the line below, alone on it or behind who says it. */
    private static Optional<SecretValue> below(String text, int at) {
        int lineEnd = at;
        while (lineEnd < at + 8 && Characters.at(text, lineEnd) != '\n') lineEnd++;
        if (lineEnd >= text.length() || text.charAt(lineEnd) != '\n') return Optional.empty();
        return nextLine(text, lineEnd).filter(v -> PasswordForm.isStrong(v) && v.isLastOfItsPart());
    }

    private static boolean isLineEnd(String text, int from) {
        int at = from;
        while (Characters.isSpace(Characters.at(text, at)) || Characters.at(text, at) == '\r') at++;
        return at < text.length() && text.charAt(at) == '\n';
    }

    /** The value at the start of the next line that has one, the name of a speaker left aside. */
    private static Optional<SecretValue> nextLine(String text, int from) {
        int at = from;
        while (at < from + 12
                && at < text.length()
                && (Characters.at(text, at) <= ' ' || Characters.isSpace(Characters.at(text, at)))) at++;
        int limit = Math.min(text.length(), at + 40);
        if (Characters.at(text, at) == '<' || Characters.at(text, at) == '[') {
            int close = text.indexOf(Characters.at(text, at) == '<' ? '>' : ']', at, limit);
            if (close > 0) at = close + 1;
        }
        int colon = text.indexOf(" : ", at, limit);
        int line = text.indexOf('\n', at, limit);
        if (colon < 0) colon = text.indexOf(": ", at, limit) - 1;
        if (colon > 0 && (line < 0 || colon < line)) at = colon + 3;
        return at < text.length() ? SecretValue.at(text, at) : Optional.empty();
    }
}
