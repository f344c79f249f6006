package org.vigie.detection;

import java.util.Set;

/** What only stands in the place of a secret: {@code <token>}, {@code ${X}}, {@code ****}, {@code changeme}. */
final class Placeholder {
    private static final int LONGEST = 48;
    private static final Set<String> WORDS = Set.of(
            "changeme",
            "change_me",
            "change-me",
            "changeit",
            "achanger",
            "a_changer",
            "acompleter",
            "a_completer",
            "password",
            "passwd",
            "motdepasse",
            "mot_de_passe",
            "mot-de-passe",
            "secret",
            "token",
            "jeton",
            "mdp",
            "pwd",
            "pass",
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
            "api_key",
            "api-key",
            "key",
            "bool",
            "boolean",
            "int",
            "integer",
            "number",
            "varchar",
            "char",
            "bytes",
            "object",
            "any",
            "self",
            "this",
            "prompt",
            "input",
            "stdin",
            "env",
            "vault",
            "expired",
            "invalid",
            "incorrect",
            "wrong",
            "missing",
            "unknown",
            "forgotten",
            "reset",
            "yes",
            "no",
            "oui",
            "non",
            "aucun",
            "aucune",
            "vide",
            "idem",
            "inchange",
            "inchangee",
            "oublie",
            "oubliee",
            "perdu",
            "perdue",
            "expire",
            "expiree",
            "bloque",
            "obligatoire",
            "requis",
            "requise",
            "invalide",
            "incorrecte",
            "errone",
            "faux",
            "refuse",
            "accepte",
            "ok",
            "ko",
            "voir",
            "cf",
            "contacter",
            "contactez",
            "demander",
            "demandez",
            "identique",
            "personnel",
            "personnelle",
            "confidentiel",
            "confidentielle",
            "provisoire",
            "temporaire",
            "facultatif",
            "robuste",
            "fort",
            "faible",
            "simple",
            "complexe",
            "unique",
            "different",
            "nouveau",
            "ancien",
            "actuel",
            "habituel",
            "standard",
            "defaut",
            "default",
            "partage",
            "partagee",
            "communique",
            "envoye",
            "transmis",
            "reinitialise",
            "modifie",
            "change",
            "valide",
            "correct",
            "public",
            "private",
            "static",
            "final",
            "const",
            "return",
            "readonly",
            "protected");

    private Placeholder() {}

    static boolean is(String text, int start, int end) {
        if (end <= start) return true;
        char first = text.charAt(start);
        char last = text.charAt(end - 1);
        boolean bracketed = (first == '<' && last == '>')
                || (first == '[' && last == ']')
                || (first == '{' && last == '}')
                || (first == '%' && last == '%' && end - start > 2)
                || text.startsWith("${", start)
                || text.startsWith("$(", start)
                || text.startsWith("$env:", start)
                || text.startsWith("{{", start)
                || text.startsWith("[[", start)
                || text.startsWith("@@", start);
        if (bracketed || isVariable(text, start, end) || isRepeated(text, start, end)) return true;
        if (end - start > LONGEST) return false;
        String folded = Characters.fold(text, start, end);
        return WORDS.contains(folded)
                || folded.startsWith("your")
                || folded.startsWith("votre")
                || folded.startsWith("ton-")
                || folded.startsWith("mon_")
                || folded.startsWith("my_")
                || folded.startsWith("xxx")
                || folded.startsWith("...")
                || folded.startsWith("***")
                || folded.startsWith("•••")
                || folded.startsWith("<")
                || folded.contains("placeholder")
                || folded.contains("changeme")
                || isReference(folded)
                || folded.endsWith("_here")
                || folded.endsWith("-ici");
    }

    /** Where the secret is kept, or the name of what holds it: {@code file:/run/secret}, {@code newPassword}. */
    private static boolean isReference(String folded) {
        for (String scheme :
                new String[] {"file:", "env:", "vault:", "arn:", "op://", "classpath:", "ref+", "secretref:"}) {
            if (folded.startsWith(scheme)) return true;
        }
        boolean name = folded.contains("password") || folded.contains("passphrase") || folded.contains("motdepasse");
        return name && folded.chars().noneMatch(c -> Characters.isDigit((char) c));
    }

    /** {@code $DB_PASSWORD}, {@code $password}; « $oleil2024 » is none. */
    private static boolean isVariable(String text, int start, int end) {
        if (text.charAt(start) != '$' || end - start < 3) return false;
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c != '_' && c != '-' && c != '>' && !(Characters.isAsciiAlphanumeric(c) && !Characters.isDigit(c)))
                return false;
        }
        return true;
    }

    /** One sign over and over: stars, points, crosses, zeros. */
    private static boolean isRepeated(String text, int start, int end) {
        char first = text.charAt(start);
        for (int i = start + 1; i < end; i++) {
            if (text.charAt(i) != first) return false;
        }
        return end - start > 1 && (first == '0' || !Characters.isDigit(first));
    }
}
