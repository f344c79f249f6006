package org.vigie.detection;

/**
 * Postal addresses without a known kind of way, from their postcode and town back: « 5 Clos Vert, 67000 Strasbourg », «
 * Le Bourg\n24220 Vézac » behind « Adresse : », « BP 40123\n35000 Rennes Cedex », « Musterstr. 5, 10115 Berlin ».
 */
final class PostcodeRecogniser implements DigitRecogniser {
    private static final int LONGEST_WORD = 30;
    private static final int LONGEST_STREET = 60;
    private static final WordSet LINKS = WordSet.of("a au aux");
    private static final WordSet NO_STREETS = WordSet.of("""
            h min mn ans an jours jour mois euros eur ko mo go km kg m fois personnes salaries agents rdv facture lot
            commande devis dossier ticket article page ligne tel fax siret siren
            """);

    @Override
    public void at(String text, int start, int end, Findings findings) {
        if (end - start != 5 && end - start != 4) return;
        if (Characters.isHyphen(Characters.at(text, start - 1))) {
            int letters = Characters.wordStart(text, start - 1, 3);
            if (start - 1 - letters > 2 || start - 1 == letters) return;
            start = letters;
        }
        int gapStart = gapBefore(text, start);
        if (gapStart == start) return;
        if (AddressEnd.postcodeEnd(text, start, true) != end) return;
        int street = streetStart(text, gapStart, end - start == 5);
        if (street < 0) return;
        findings.add(
                FindingType.ADDRESS,
                AddressStart.complementsBefore(text, street),
                AddressEnd.behindPostcode(text, end),
                Finding.PROBABLE,
                "address-postcode");
    }

    private static int gapBefore(String text, int start) {
        int at = start;
        while (at > 0 && start - at < 8 && AddressStart.isGap(text.charAt(at - 1))) at--;
        return at;
    }

    /** Where the street starts that ends at an offset; negative if what stands there is none. */
    private static int streetStart(String text, int end, boolean five) {
        int complement = AddressStart.complementsBefore(text, end + gapBehind(text, end));
        if (complement < end) return complement;
        int start = partStart(text, end);
        if (start < 0) return -1;
        start = behindHome(text, start, end);
        if (Characters.isDigit(text.charAt(start))) return five && isNumberAndName(text, start, end) ? start : -1;
        int first = Characters.wordEnd(text, start, LONGEST_WORD);
        boolean trailing = endsWithNumber(text, start, end);
        if (trailing && AddressWords.FOREIGN_WAYS.has(text, start, first)) return start;
        if (trailing && hasForeignWay(text, start, end)) return start;
        return five && isLabelled(text, start) && Character.isUpperCase(text.charAt(start)) ? start : -1;
    }

    private static int gapBehind(String text, int end) {
        int at = end;
        while (at - end < 8 && AddressStart.isGap(Characters.at(text, at)) && at < text.length()) at++;
        return at - end;
    }

    /** The start of the part of a line, between signs, that ends at an offset. */
    private static int partStart(String text, int end) {
        int at = end;
        int from = Math.max(0, end - LONGEST_STREET);
        while (at > from) {
            char c = text.charAt(at - 1);
            boolean within = Characters.isAlphanumeric(c)
                    || Characters.isSpace(c)
                    || Characters.isHyphen(c)
                    || Characters.isApostrophe(c)
                    || c == '.'
                    || c == '/';
            if (!within) break;
            at--;
        }
        if (at == from && from > 0) return -1;
        while (at < end && !Characters.isAlphanumeric(text.charAt(at))) at++;
        return at < end ? at : -1;
    }

    /** « 5 Clos Vert », « 12 bis Le Pré »: a short number, then words of which the first is capitalised. */
    private static boolean isNumberAndName(String text, int start, int end) {
        int number = Characters.wordEnd(text, start, 6);
        if (number - start > 4 || !Characters.isSpace(Characters.at(text, number))) return false;
        int word = number + 1;
        int wordEnd = Characters.wordEnd(text, word, LONGEST_WORD);
        if (AddressWords.REPEATS.has(text, word, wordEnd) && wordEnd + 1 < end) {
            word = wordEnd + 1;
            wordEnd = Characters.wordEnd(text, word, LONGEST_WORD);
        }
        if (word >= end || wordEnd - word < 2) return false;
        if (AddressWords.MONTHS.has(text, word, wordEnd) || NO_STREETS.has(text, word, wordEnd)) return false;
        return Character.isUpperCase(text.charAt(word)) && !hasDigits(text, word, end);
    }

    private static boolean hasDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Characters.isDigit(text.charAt(i))) return true;
        }
        return false;
    }

    private static boolean endsWithNumber(String text, int start, int end) {
        int word = Characters.wordStart(text, end, 6);
        return word > start && end - word <= 4 && Characters.isDigit(text.charAt(word));
    }

    private static boolean hasForeignWay(String text, int start, int end) {
        int at = start;
        while (at < end) {
            int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
            if (wordEnd > at
                    && Character.isUpperCase(text.charAt(at))
                    && AddressWords.hasForeignEnding(text, at, wordEnd)) {
                return true;
            }
            at = Math.max(at + 1, wordEnd);
        }
        return false;
    }

    /** Behind « domicilié », « il habite au » within the part, where it begins with that. */
    private static int behindHome(String text, int start, int end) {
        int found = start;
        for (int at = start, words = 0; at < end && words < 5; words++) {
            int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
            int next = wordEnd;
            while (next < end && !Characters.isAlphanumeric(text.charAt(next))) next++;
            boolean link = at == found && LINKS.has(text, at, wordEnd);
            if ((link || AddressWords.HOMES.has(text, at, wordEnd)) && next < end) found = next;
            at = next;
        }
        return found;
    }

    /** « Adresse : », « Domicile – », « demeurant ». */
    private static boolean isLabelled(String text, int start) {
        int at = start;
        while (at > start - 8 && at > 0 && !Characters.isAlphanumeric(text.charAt(at - 1))) at--;
        int word = Characters.wordStart(text, at, LONGEST_WORD);
        return at < start && (AddressWords.LABELS.has(text, word, at) || StreetRecogniser.isHome(text, start));
    }
}
