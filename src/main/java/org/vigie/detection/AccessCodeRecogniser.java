package org.vigie.detection;

import java.util.Optional;
import java.util.Set;
import org.vigie.detection.SecretValue.CharacterClass;

/**
 * Codes and keys that open something, where words say so: PIN, digicode, alarm, « code d'accès », « clé wifi », « clé
 * API », « jeton ». Not the code of a product, of a law, or of an error.
 */
final class AccessCodeRecogniser implements WordRecogniser {
    private static final int REACH = 60;
    private static final int MOST_WORDS = 6;
    private static final Set<String> CODES = Set.of("code", "codes");
    private static final Set<String> ALONE = Set.of("digicode", "pin", "puk", "otp");
    private static final Set<String> KEYS = Set.of("cle", "clef", "key", "jeton", "token", "secret");
    private static final int YOURS_WINDOW = 14;
    private static final Cues YOURS = Cues.of("""
            votre, ton, mon, tape, tapez, entrez, entre le, composez, saisissez, your
            """);
    private static final Cues IN_YOURS = Cues.of("dans votre*, avec votre*");
    /** « votre code postal : 75011 » */
    private static final Set<String> OTHERS = Set.of(
            "postal",
            "client",
            "promo",
            "promotion",
            "reduction",
            "naf",
            "ape",
            "insee",
            "article",
            "produit",
            "erreur",
            "projet",
            "analytique",
            "agence",
            "iban",
            "bic",
            "barre",
            "barres",
            "source",
            "couleur",
            "rome",
            "civil",
            "penal",
            "travail",
            "commune",
            "pays",
            "devise",
            "retour",
            "http",
            "fournisseur",
            "tiers",
            "service",
            "imputation",
            "sociale",
            "sociales");

    private static final Set<String> OPENED = Set.of(
            "pin",
            "puk",
            "acces",
            "entree",
            "porte",
            "portail",
            "portillon",
            "alarme",
            "coffre",
            "wifi",
            "wi",
            "interphone",
            "immeuble",
            "parking",
            "garage",
            "verrouillage",
            "deverrouillage",
            "secret",
            "confidentiel",
            "verification",
            "confirmation",
            "activation",
            "otp",
            "cadenas",
            "boite",
            "badge",
            "sas",
            "authentification",
            "2fa",
            "recuperation",
            "telesurveillance",
            "vigik",
            "hall",
            "grille",
            "digicode",
            "securite",
            "barriere",
            "local",
            "archives",
            "access",
            "door",
            "unlock",
            "verrou",
            "cle",
            "cles",
            "batiment",
            "bureau",
            "connexion",
            "validation");
    private static final Set<String> LOCKED = Set.of(
            "wifi",
            "wi",
            "wpa",
            "wpa2",
            "wep",
            "api",
            "secrete",
            "privee",
            "acces",
            "chiffrement",
            "reseau",
            "partagee",
            "licence",
            "license",
            "produit",
            "activation",
            "secret",
            "private",
            "access",
            "securite",
            "dechiffrement",
            "box",
            "livebox",
            "freebox",
            "psk",
            "ssh",
            "recuperation",
            "bitlocker",
            "signature",
            "hmac");

    @Override
    public Set<String> triggers() {
        return Set.of(
                "code", "codes", "digicode", "pin", "puk", "otp", "cle", "clef", "key", "jeton", "token", "secret");
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        String label = Characters.fold(text, start, end);
        Search search = new Search(text, end);
        boolean said = ALONE.contains(label)
                || (CODES.contains(label) && isSaidToBeYours(text, start))
                || label.equals("jeton")
                || label.equals("token")
                || label.equals("secret");
        boolean key = KEYS.contains(label);
        Set<String> qualifiers = CODES.contains(label) ? OPENED : LOCKED;
        Optional<SecretValue> value = search.value(said ? Set.of() : qualifiers, said, key);
        value.filter(v -> key ? isKey(v) : isCode(v))
                .ifPresent(v ->
                        findings.add(FindingType.SECRET, v.start(), v.end(), Finding.PROBABLE, "secret-access-code"));
    }

    /** « votre code est 482913 », « tapez le code 4589B » */
    private static boolean isSaidToBeYours(String text, int start) {
        Context context = new Context(text, start, start + 1);
        return context.hasBefore(YOURS_WINDOW, YOURS) && !context.hasBefore(YOURS_WINDOW, IN_YOURS);
    }

    private static boolean isKey(SecretValue value) {
        return AssignmentRecogniser.isRandom(value, 8, false) || PasswordForm.isStrong(value);
    }

    /** Digits, perhaps a letter and the signs of a keypad; or what could be a password. */
    private static boolean isCode(SecretValue value) {
        if (!value.has(CharacterClass.DIGIT) || value.isDateLike() || value.isPlaceholder() || value.isUrl())
            return false;
        if (value.length() < 3 || value.length() > 16) return false;
        if (value.isDigitsOnly()) return value.length() <= 8;
        return value.length() >= 4 && !value.hasSpace();
    }

    /** Goes on from the label over words to the value. */
    private static final class Search {
        private final String text;
        private final int limit;
        private int at;

        Search(String text, int from) {
            this.text = text;
            this.at = from;
            this.limit = Math.min(text.length(), from + REACH);
        }

        /** @param said whether the label needs no further word; @param key whether a sign or a verb must stand before */
        Optional<SecretValue> value(Set<String> qualifiers, boolean said, boolean key) {
            boolean qualified = said;
            int words = 0;
            int wordsSince = 0;
            while (at < limit) {
                char c = text.charAt(at);
                if (c == ':' || c == '=' || c == '\uFF1A' || c == '|') {
                    return qualified && Characters.at(text, at + 1) != '/'
                            ? SecretValue.at(text, at + 1)
                            : Optional.empty();
                }
                if ("\n.;!?,()<>{}".indexOf(c) >= 0) return Optional.empty();
                if (!Characters.isAlphanumeric(c)) {
                    at++;
                    continue;
                }
                int end = Characters.wordEnd(text, at);
                String word = Characters.fold(text, at, Math.min(end, at + 20));
                if (OTHERS.contains(word) || ++words > MOST_WORDS) return Optional.empty();
                if (qualified && isVerb(word)) return SecretValue.at(text, end);
                if (qualified && !key && Characters.isDigit(firstDigit(end)) && ++wordsSince <= 2) {
                    return SecretValue.at(text, at);
                }
                if (qualified) wordsSince++;
                qualified |= qualifiers.contains(word);
                at = end;
            }
            return Optional.empty();
        }

        private char firstDigit(int end) {
            for (int i = at; i < end; i++) {
                if (Characters.isDigit(text.charAt(i))) return text.charAt(i);
            }
            return ' ';
        }

        private static boolean isVerb(String word) {
            return switch (word) {
                case "est", "c", "is", "sera", "devient", "etait" -> true;
                default -> false;
            };
        }
    }
}
