package org.vigie.detection;

/**
 * What follows the street of an address, over at most three line breaks: complements (« appt 4 », « BP 123 »), postcode
 * and town.
 *
 * @param end behind the last part
 * @param town whether a town was read
 */
record AddressEnd(int end, boolean town) {
    private static final int MOST_PARTS = 7;
    private static final int MOST_LINE_BREAKS = 3;
    private static final int LONGEST_WORD = 30;
    private static final WordSet SIDES = WordSet.of("gauche droite face centre fond");

    /** What belongs to the address behind the end of its street. */
    static AddressEnd behind(String text, int streetEnd) {
        int end = Town.behindDistrict(text, streetEnd);
        int lineBreaks = 0;
        for (int part = 0; part < MOST_PARTS; part++) {
            Gap gap = Gap.at(text, end);
            lineBreaks += gap.lineBreaks();
            int at = gap.end();
            if (at == end || lineBreaks > MOST_LINE_BREAKS) break;
            int postcode = postcodeEnd(text, at, gap.sign());
            if (postcode > 0) return new AddressEnd(behindPostcode(text, postcode), true);
            int complement = complementEnd(text, at);
            if (complement < 0) complement = unknownPartEnd(text, at, gap);
            if (complement > 0) {
                end = complement;
                continue;
            }
            int town = townEnd(text, end, gap);
            return town > 0 ? new AddressEnd(town, true) : new AddressEnd(end, false);
        }
        return new AddressEnd(end, false);
    }

    /**
     * The end of a postcode with a town behind it; negative if there is none.
     *
     * @param foreign whether four digits are enough, as in Belgium, Switzerland and Luxembourg
     */
    static int postcodeEnd(String text, int start, boolean foreign) {
        int at = start;
        int letters = Characters.wordEnd(text, at, 3);
        boolean country = letters > at
                && letters - at <= 2
                && Character.isUpperCase(text.charAt(at))
                && Characters.isHyphen(Characters.at(text, letters));
        if (country) at = letters + 1;
        int end = at;
        while (end < at + 6 && Characters.isDigit(Characters.at(text, end))) end++;
        int digits = end - at;
        if (digits == 2 && Characters.at(text, end) == ' ' && digitsAt(text, end + 1) == 3) {
            end += 4;
            digits = 5;
        }
        if (Characters.isAlphanumeric(Characters.at(text, end))) return -1;
        if (digits != 5 && !(digits == 4 && (foreign || country) && text.charAt(at) != '0')) return -1;
        int town = townStart(text, end);
        if (town < 0) return -1;
        return Town.end(text, town, digits == 5) > 0 ? end : digits == 5 && isEndOfLine(text, end) ? end : -1;
    }

    static int behindPostcode(String text, int postcodeEnd) {
        int town = townStart(text, postcodeEnd);
        return town < 0 ? postcodeEnd : Math.max(postcodeEnd, Town.end(text, town, true));
    }

    /** « 75011 Paris », « 75011 - Paris », « 75011;Paris », « 75011, Paris ». */
    private static int townStart(String text, int postcodeEnd) {
        Gap gap = Gap.at(text, postcodeEnd);
        if (gap.lineBreaks() > 1) return -1;
        if (gap.lineBreaks() == 1 && !Character.isUpperCase(Characters.at(text, gap.end()))) return postcodeEnd;
        return gap.end();
    }

    private static boolean isEndOfLine(String text, int at) {
        Gap gap = Gap.at(text, at);
        return gap.lineBreaks() > 0 || gap.end() >= text.length();
    }

    private static int digitsAt(String text, int start) {
        int end = start;
        while (end < start + 6 && Characters.isDigit(Characters.at(text, end))) end++;
        return end - start;
    }

    /** « à Lyon », « , Lyon », « - Lyon », « (Lyon) »; without a sign only the names of large towns. */
    private static int townEnd(String text, int end, Gap gap) {
        int at = gap.end();
        int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
        if (wordEnd - at == 1
                && Characters.isFolded(text, at, wordEnd, "a")
                && Characters.isSpace(Characters.at(text, wordEnd))) {
            int name = wordEnd + 1;
            int nameEnd = Characters.wordEnd(text, name, LONGEST_WORD);
            return Town.end(text, name, AddressWords.TOWNS.has(text, name, nameEnd));
        }
        boolean large = AddressWords.TOWNS.has(text, at, wordEnd);
        if (!large && (gap.lineBreaks() > 0 || !gap.sign() || !Character.isUpperCase(Characters.at(text, at))))
            return -1;
        if (!large && AddressWords.STOPS.has(text, at, wordEnd)) return -1;
        int town = Town.end(text, at, large);
        return town > 0 && (large || endsPart(text, town)) ? behindTrailingPostcode(text, town) : -1;
    }

    /** Whether a clause ends here, so that what was read is not the start of a sentence: « , Lyon. », « , Lyon et ». */
    private static boolean endsPart(String text, int at) {
        int next = at;
        while (Characters.isSpace(Characters.at(text, next))) next++;
        return !Characters.isLetter(Characters.at(text, next)) || Character.isLowerCase(text.charAt(next));
    }

    /** « Lyon (69003) », « Lyon 69003 », « London SW1A 2AA ». */
    private static int behindTrailingPostcode(String text, int town) {
        int at = town;
        while (Characters.isSpace(Characters.at(text, at)) || Characters.at(text, at) == '(') at++;
        if (digitsAt(text, at) == 5) return at + 5;
        int first = Characters.wordEnd(text, at, 5);
        int second = Characters.wordEnd(text, first + 1, 4);
        boolean british = first - at >= 2
                && second - first == 4
                && Character.isUpperCase(text.charAt(at))
                && Characters.isDigit(text.charAt(first + 1))
                && Character.isUpperCase(text.charAt(first + 2));
        return british ? second : town;
    }

    /** The end of « appt 4 », « bât. C2 », « 3e étage », « résidence Les Lilas », « BP 40123 »; negative if none. */
    static int complementEnd(String text, int start) {
        int wordEnd = Characters.wordEnd(text, start, LONGEST_WORD);
        if (Characters.isDigit(Characters.at(text, start))) return floorEnd(text, start, wordEnd);
        if (Characters.isFolded(text, start, wordEnd, "rdc")) return wordEnd;
        if (Characters.isFolded(text, start, wordEnd, "lieu") && Characters.isHyphen(Characters.at(text, wordEnd))) {
            wordEnd = Characters.wordEnd(text, wordEnd + 1, LONGEST_WORD);
        } else if (!AddressWords.COMPLEMENTS.has(text, start, wordEnd)) {
            return -1;
        }
        int at = Characters.at(text, wordEnd) == '.' ? wordEnd + 1 : wordEnd;
        while (Characters.isSpace(Characters.at(text, at))) at++;
        if (text.startsWith("n°", at) || text.startsWith("N°", at)) at += 2;
        while (Characters.isSpace(Characters.at(text, at))) at++;
        int valueEnd = Characters.wordEnd(text, at, LONGEST_WORD);
        if (valueEnd == at || at == wordEnd) return -1;
        if (valueEnd - at <= 5 && (Characters.isDigit(text.charAt(valueEnd - 1)) || valueEnd - at == 1)) {
            return valueEnd;
        }
        return SIDES.has(text, at, valueEnd) ? valueEnd : Town.end(text, at, false);
    }

    private static int floorEnd(String text, int start, int wordEnd) {
        int at = wordEnd;
        while (Characters.isSpace(Characters.at(text, at))) at++;
        int end = Characters.wordEnd(text, at, LONGEST_WORD);
        boolean ordinal = wordEnd - start <= 5 && !Characters.isDigit(text.charAt(wordEnd - 1));
        if (!ordinal || !Characters.isFolded(text, at, end, "etage")) return -1;
        int side = end + 1;
        int sideEnd = Characters.wordEnd(text, side, LONGEST_WORD);
        return Characters.isSpace(Characters.at(text, end)) && SIDES.has(text, side, sideEnd) ? sideEnd : end;
    }

    /** A part of any name that a postcode follows at once: « 12 rue des Lilas, Les Hauts Prés, 92000 Nanterre ». */
    private static int unknownPartEnd(String text, int start, Gap gap) {
        if (!gap.sign() || !Character.isUpperCase(Characters.at(text, start))) return -1;
        int end = start;
        while (end < start + 40) {
            char c = Characters.at(text, end);
            if (!Characters.isAlphanumeric(c) && c != ' ' && !Characters.isHyphen(c) && !Characters.isApostrophe(c))
                break;
            if (Characters.isDigit(c) && postcodeEnd(text, end, false) > 0) break;
            end++;
        }
        while (end > start && Characters.isSpace(text.charAt(end - 1))) end--;
        Gap next = Gap.at(text, end);
        return next.end() > end && next.lineBreaks() <= 1 && postcodeEnd(text, next.end(), false) > 0 ? end : -1;
    }
}
