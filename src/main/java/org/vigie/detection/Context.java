package org.vigie.detection;

/**
 * The words around a candidate, without accents and case, everything but letters and digits read as one space.
 *
 * <p>The window (40 characters before, 25 after) is that of {@code facts/identifiers-fr.md}; being fixed, it keeps the
 * whole detection linear.
 */
final class Context {
    private static final int BEFORE = 40;
    private static final int AFTER = 25;
    /** An explicit label stands right before its value: « n° de sécurité sociale de l'assuré : ». */
    private static final int LABEL = 28;

    private static final Cues OTHER_NUMBERS = Cues.of("""
            facture*, commande*, devis*, dossier*, reference, ref, colis*, suivi*, ticket*, article*, version*,
            contrat*, imei*, isbn*, ean, numero de serie*, order, invoice*
            """);

    private static final Cues THINGS = Cues.of("""
            lot, vol, salle, bureau, train, norme, article, produit, modele, code, emplacement*, cable*, rayonnage*,
            casier*, ticket*, serie, piece*, plan, schema, indice, reference*, ref, sku, lampe*, joint*, raccord*,
            connecteur*, vis, repere*, section, chapitre, formulaire*, imprime*, fiche, document*, dossier*
            """);

    private final Before before;
    private final String text;
    private final int start;
    private final int end;

    Context(String text, int start, int end) {
        this(new Before(text, start), end);
    }

    Context(Before before, int end) {
        this.before = before;
        this.text = before.text;
        this.start = before.start;
        this.end = end;
    }

    /** What stands before a place: the same for all candidates that start there, and read once. */
    static final class Before {
        private static final int FURTHEST = 100;
        private static final int UNKNOWN = -2;

        private final String text;
        private final int start;
        private int nearestLetter = UNKNOWN;
        private String near = "";

        Before(String text, int start) {
            this.text = text;
            this.start = start;
        }

        /** Where the nearest letter stands, -1 when there is none near: most numbers stand among numbers. */
        private int nearestLetter() {
            if (nearestLetter == UNKNOWN) {
                int from = Math.max(0, start - FURTHEST);
                int at = start - 1;
                while (at >= from && !Characters.isLetter(text.charAt(at))) at--;
                nearestLetter = at >= from ? at : -1;
            }
            return nearestLetter;
        }

        boolean has(int distance, Cues cues) {
            if (nearestLetter() < start - distance) return false;
            if (distance != BEFORE) return cues.isIn(words(text, Math.max(0, start - distance), start));
            if (near.isEmpty()) near = words(text, Math.max(0, start - distance), start);
            return cues.isIn(near);
        }
    }

    /** Whether one of the words stands near. */
    boolean has(Cues cues) {
        return before.has(BEFORE, cues) || isBehind(cues);
    }

    /** Whether one of the words stands within so many characters before, at most {@value Before#FURTHEST}. */
    boolean hasBefore(int distance, Cues cues) {
        return before.has(distance, cues);
    }

    /** Whether one of the words says, right before and in the same sentence, what the candidate is. */
    boolean isLabelled(Cues cues) {
        if (before.nearestLetter() < start - LABEL) return false;
        int from = Math.max(0, start - LABEL);
        for (int i = start - 1; i >= from; i--) {
            char c = text.charAt(i);
            if (c == '!' || c == '?' || c == ';' || c == ',' || (c == '.' && i + 1 < start && sentenceEnds(i))) {
                from = i + 1;
            }
        }
        return before.nearestLetter() >= from && cues.isIn(words(text, from, start));
    }

    /** Whether what stands before says that this is the number of something else: an invoice, a parcel, a law. */
    boolean isOtherNumber() {
        return before.has(LABEL, OTHER_NUMBERS);
    }

    /** Whether a word before says that this is the code of a thing: « le ticket DS-318-RT est clos, voir DS-319-RT ». */
    boolean isOfThing() {
        return before.has(BEFORE, THINGS);
    }

    private boolean isBehind(Cues cues) {
        int to = Math.min(text.length(), end + AFTER);
        for (int i = end; i < to; i++) {
            if (Characters.isLetter(text.charAt(i))) return cues.isIn(words(text, end, to));
        }
        return false;
    }

    /** Whether an amount or a quantity is what is counted here: « 303 171 672 € », « +20 000 000 habitants ». */
    boolean isQuantity() {
        int next = end;
        while (Characters.isSpace(Characters.at(text, next))) next++;
        char c = Characters.at(text, next);
        if (c == '€' || c == '%' || c == '$' || c == '£') return true;
        String word = Characters.fold(text, next, Math.min(Characters.wordEnd(text, next), next + 12));
        return switch (word) {
            case "eur",
                    "euro",
                    "euros",
                    "usd",
                    "dollars",
                    "millions",
                    "milliards",
                    "habitants",
                    "personnes",
                    "ko",
                    "mo",
                    "go",
                    "octets",
                    "km",
                    "kg",
                    "lignes",
                    "tokens",
                    "jetons" -> true;
            default -> false;
        };
    }

    /** « tél. 06 » is not the end of a sentence, « payé. Le 06 » is: a capital follows. */
    private boolean sentenceEnds(int dot) {
        int next = dot + 1;
        while (Characters.isSpace(Characters.at(text, next))) next++;
        return next < start && Character.isUpperCase(text.charAt(next));
    }

    /** Also « numeroFiscal » is two words; the rest of a word that the window cuts is none. */
    private static String words(String text, int start, int to) {
        int from = start;
        if (from > 0 && Characters.isAlphanumeric(text.charAt(from - 1))) {
            while (from < to && Characters.isAlphanumeric(text.charAt(from))) from++;
        }
        StringBuilder words = new StringBuilder(to - from + 8).append(' ');
        char last = ' ';
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Characters.isAlphanumeric(c)) {
                if (last >= 'a' && last <= 'z' && c >= 'A' && c <= 'Z') words.append(' ');
                Characters.fold(c, words);
            } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
            last = c;
        }
        return words.append(' ').toString();
    }
}
