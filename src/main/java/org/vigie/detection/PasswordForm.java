package org.vigie.detection;

import java.util.Set;
import org.vigie.detection.SecretValue.CharacterClass;

/** Whether a value can be a password by its own look, apart from the words that announce it. */
final class PasswordForm {
    static final int SHORTEST = 4;
    private static final int LONGEST = 100;
    static final int SHORTEST_STRONG = 6;

    private static final Set<String> UNITS = Set.of(
            "caracteres",
            "caractere",
            "jours",
            "jour",
            "mois",
            "ans",
            "fois",
            "essais",
            "tentatives",
            "minutes",
            "heures",
            "chiffres",
            "lettres",
            "signes",
            "characters",
            "days",
            "utilisateurs",
            "comptes",
            "majuscule",
            "majuscules",
            "chars",
            "digits",
            "min",
            "max",
            "%",
            "€",
            "euros");

    /** A product and its version is no password: « mot de passe Office365 ». */
    private static final Set<String> PRODUCTS = Set.of(
            "office",
            "windows",
            "keepass",
            "keepassxc",
            "wifi",
            "sha",
            "aes",
            "wpa",
            "oauth",
            "argon",
            "md",
            "iso",
            "rsa",
            "bcrypt",
            "pbkdf",
            "tls",
            "ssl",
            "web",
            "sap",
            "sage",
            "microsoft",
            "m",
            "o",
            "ms",
            "mfa",
            "otp",
            "ipv",
            "pac");

    private PasswordForm() {}

    /** Behind a sign that assigns. */
    static boolean canBePassword(SecretValue value) {
        if (value.length() < SHORTEST
                || value.length() > LONGEST
                || value.isPlaceholder()
                || value.isUrl()
                || value.isDateLike()) return false;
        if (isReference(value)) return false;
        if (value.quoted()) return !value.hasSpace() || isPassphrase(value);
        if (value.isLettersOnly()) return value.isLastOfItsPart() && isPlainAscii(value);
        return !isCounted(value);
    }

    /** Letters, digits and a sign that words do not have. */
    static boolean isStrong(SecretValue value) {
        if (value.length() < SHORTEST_STRONG
                || value.length() > LONGEST
                || value.isPlaceholder()
                || value.isUrl()
                || value.hasSpace()) return false;
        boolean sign = false;
        for (int i = value.start(); i < value.end(); i++)
            sign |= "!@#$%^&*+=?~§€£".indexOf(value.text().charAt(i)) >= 0;
        boolean letter = value.has(CharacterClass.LOWER) || value.has(CharacterClass.UPPER);
        boolean hyphened = value.classes() == 4 && value.text().indexOf('/', value.start(), value.end()) < 0;
        return value.has(CharacterClass.DIGIT) && letter && (sign || hyphened) && !isMail(value);
    }

    /** Right behind the words, without sign or verb: « mdp kR7#vnq2LZ », {@code PASSWORD 'abc'}. */
    static boolean isBeside(SecretValue value, boolean adjacent) {
        if (value.quoted()) return adjacent && canBePassword(value) && !value.hasSpace() && value.classes() > 1;
        if (isStrong(value)) return true;
        boolean mixed = value.has(CharacterClass.DIGIT) && !value.isDigitsOnly() && !value.has(CharacterClass.SIGN);
        return adjacent && mixed && value.length() >= SHORTEST_STRONG && !isProduct(value);
    }

    private static boolean isProduct(SecretValue value) {
        int letters = value.start();
        while (letters < value.end() && Characters.isLetter(value.text().charAt(letters))) letters++;
        String name = Characters.fold(value.text(), value.start(), letters);
        return PRODUCTS.contains(name) || letters - value.start() < 3;
    }

    private static boolean isMail(SecretValue value) {
        int at = value.text().indexOf('@', value.start(), value.end());
        return at > value.start() && value.text().indexOf('.', at, value.end()) > 0 && value.classes() <= 3;
    }

    private static boolean isPlainAscii(SecretValue value) {
        for (int i = value.start(); i < value.end(); i++) {
            if (value.text().charAt(i) >= 128) return false;
        }
        return true;
    }

    /** « 12 caractères » */
    private static boolean isCounted(SecretValue value) {
        if (!value.isDigitsOnly()) return false;
        int next = value.end();
        while (Characters.isSpace(Characters.at(value.text(), next))) next++;
        return UNITS.contains(
                Characters.fold(value.text(), next, Math.min(Characters.wordEnd(value.text(), next), next + 12)));
    }

    /** Words without an article or a verb; a message of a program has them. */
    private static boolean isPassphrase(SecretValue value) {
        String[] words =
                Characters.fold(value.text(), value.start(), value.end()).split(" ");
        Set<String> grammar = Set.of(
                "le", "la", "les", "de", "du", "des", "est", "un", "une", "votre", "vos", "doit", "pas", "the", "is",
                "must", "your", "a", "an", "and", "et", "ou", "or", "be", "not", "pour", "requis", "for", "to", "in",
                "%s");
        for (String word : words) {
            if (grammar.contains(word)) return false;
        }
        return words.length >= 3 && words.length <= 8;
    }

    /** The name of something that holds the password: {@code self.password}, {@code getPassword()}, {@code db_pwd}. */
    private static boolean isReference(SecretValue value) {
        String text = value.text();
        if (value.quoted()) return false;
        boolean digit = false;
        boolean capital = false;
        for (int i = value.start(); i < value.end(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') return i > value.start() && Characters.isLetter(text.charAt(i - 1)) && !digit;
            if (!Characters.isAlphanumeric(c) && "_.->:/".indexOf(c) < 0) return false;
            digit |= Characters.isDigit(c);
            capital |= Character.isUpperCase(c);
        }
        if (digit) return false;
        int point = text.indexOf('.', value.start(), value.end());
        if (text.indexOf(':', value.start(), value.end()) > 0) return true;
        int underscore = text.indexOf('_', value.start(), value.end());
        return point > 0
                || Characters.at(text, value.end()) == '('
                || underscore > 0 && !capital && !value.isLastOfItsPart();
    }
}
