package org.vigie.detection;

import java.util.Set;

/**
 * The words around a candidate, without accents and case, everything but letters and digits read as one space. Words to
 * look for are given the same way; a leading or trailing space in them means a word boundary.
 *
 * <p>The window (40 characters before, 25 after) is that of {@code facts/identifiers-fr.md}; being fixed, it keeps the
 * whole detection linear.
 */
final class Context {
    private static final int BEFORE = 40;
    private static final int AFTER = 25;
    /** An explicit label stands right before its value: « n° de sécurité sociale de l'assuré : ». */
    private static final int LABEL = 28;

    private static final Set<String> OTHER_NUMBERS = Set.of(
            " facture",
            " commande",
            " devis",
            " dossier",
            " reference ",
            " ref ",
            " colis",
            " suivi",
            " ticket",
            " article",
            " version",
            " contrat",
            " imei",
            " isbn",
            " ean ",
            " numero de serie",
            " order ",
            " invoice");

    private final String text;
    private final int start;
    private final int end;

    Context(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** Whether one of the words stands near. */
    boolean has(Set<String> words) {
        return containsAny(Math.max(0, start - BEFORE), start, words)
                || containsAny(end, Math.min(text.length(), end + AFTER), words);
    }

    /** Whether one of the words stands within so many characters before. */
    boolean hasBefore(int distance, Set<String> words) {
        return containsAny(Math.max(0, start - distance), start, words);
    }

    /** Whether one of the words says, right before and in the same sentence, what the candidate is. */
    boolean isLabelled(Set<String> words) {
        int from = Math.max(0, start - LABEL);
        for (int i = start - 1; i >= from; i--) {
            char c = text.charAt(i);
            if (c == '!' || c == '?' || c == ';' || c == ',' || (c == '.' && i + 1 < start && sentenceEnds(i))) {
                from = i + 1;
            }
        }
        return containsAny(from, start, words);
    }

    /** Whether what stands before says that this is the number of something else: an invoice, a parcel, a law. */
    boolean isOtherNumber() {
        return containsAny(Math.max(0, start - LABEL), start, OTHER_NUMBERS);
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

    /** Most numbers stand among numbers: tables, listings. */
    private boolean hasLetter(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Characters.isLetter(text.charAt(i))) return true;
        }
        return false;
    }

    /** Also « numeroFiscal » is two words. */
    private String words(int from, int to) {
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

    private boolean containsAny(int start, int to, Set<String> words) {
        int from = start;
        // The rest of a word that the window cuts is no word: « en tableau » does not say « n° ».
        if (from > 0 && Characters.isAlphanumeric(text.charAt(from - 1))) {
            while (from < to && Characters.isAlphanumeric(text.charAt(from))) from++;
        }
        if (!hasLetter(from, to)) return false;
        String window = words(from, to);
        for (String word : words) {
            if (window.contains(word)) return true;
        }
        return false;
    }
}
