package org.vigie.verification;

import java.util.Set;

/** Words as their likeness is counted: without their plural, and those that say little weigh little. */
final class Stems {
    private static final Set<String> LITTLE = Set.of(
            "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "et", "ou", "a", "au", "aux", "en", "dans",
            "par", "pour", "sur", "est", "sont", "ce", "cette", "ces", "se", "s", "qui", "que", "qu", "il", "elle",
            "ils", "elles", "son", "sa", "ses", "leur", "leurs", "ne", "n", "pas", "plus", "avec", "the", "of", "and",
            "to", "in", "is", "vous", "votre", "vos", "nous", "on", "y", "c", "j", "m", "si", "mais", "donc", "comme",
            "etre", "avoir", "ont");

    private Stems() {}

    static String of(Token token) {
        String word = token.folded();
        int end = word.length();
        if (end > 3 && (word.charAt(end - 1) == 's' || word.charAt(end - 1) == 'x')) end--;
        if (end > 4 && word.charAt(end - 1) == 'e') end--;
        return word.substring(0, end);
    }

    static boolean saysLittle(Token token) {
        return token.kind() == Token.Kind.SIGN || LITTLE.contains(token.folded());
    }
}
