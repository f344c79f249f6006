package org.vigie.detection;

/** What precedes the kind of way of an address: its number, and complements before that (« Résidence Les Lilas, »). */
final class AddressStart {
    private static final int LONGEST_WORD = 30;
    private static final int LONGEST_PART = 48;
    private static final int MOST_PARTS = 4;
    private static final int NUMBER_DIGITS = 4;

    private AddressStart() {}

    /**
     * @param start of the number, or of the way with its adjective where it has no number
     * @param adjective whether an adjective stands before the way: « grande rue »
     */
    record Number(int start, boolean found, boolean adjective) {}

    /** « 12 », « 12 bis, », « 12-14 », « 12B », « 12/14 » before an offset. */
    static Number numberBefore(String text, int wayStart) {
        int way = behindAdjective(text, wayStart);
        int at = beforeLink(text, beforeSpaces(text, way));
        if (Characters.at(text, at - 1) == ',') at = beforeSpaces(text, at - 1);
        int start = numberEndingAt(text, at);
        if (start < 0) return new Number(way, false, way < wayStart);
        for (int more = 0; more < 3; more++) {
            int earlier = rangeBefore(text, start);
            if (earlier < 0) break;
            start = earlier;
        }
        return new Number(start, true, way < wayStart);
    }

    /** The start of the complements that stand before an address. */
    static int complementsBefore(String text, int addressStart) {
        int start = addressStart;
        int lineBreaks = 0;
        for (int part = 0; part < MOST_PARTS; part++) {
            int gapStart = start;
            int breaks = 0;
            while (start - gapStart < 8 && isGap(Characters.at(text, gapStart - 1)) && gapStart > 0) {
                gapStart--;
                if (text.charAt(gapStart) == '\n') breaks++;
            }
            lineBreaks += breaks;
            if (gapStart == start || lineBreaks > 3) break;
            int complement = complementStart(text, gapStart);
            if (complement < 0) break;
            start = complement;
        }
        return start;
    }

    /** Where the complement starts that ends at an offset: its first word says what it is. */
    private static int complementStart(String text, int end) {
        int found = -1;
        int at = end;
        int from = Math.max(0, end - LONGEST_PART);
        while (at > from) {
            int wordStart = Characters.wordStart(text, at, LONGEST_WORD);
            if (wordStart == at) {
                if (Characters.isLineBreak(text.charAt(at - 1)) || !isWithin(text.charAt(at - 1))) break;
                at--;
                continue;
            }
            if (AddressEnd.complementEnd(text, wordStart) == end) found = wordStart;
            else if (found >= 0 || !mayBelong(text, wordStart, at)) break;
            at = wordStart;
        }
        return found;
    }

    private static boolean mayBelong(String text, int start, int end) {
        char first = text.charAt(start);
        return Character.isUpperCase(first)
                || Characters.isDigit(first)
                || end - start == 1
                || AddressWords.PARTICLES.has(text, start, end)
                || AddressWords.COMPLEMENTS.has(text, start, end)
                || Characters.isFolded(text, start, end, "dit"); // lieu-dit
    }

    private static boolean isWithin(char c) {
        return Characters.isSpace(c) || Characters.isHyphen(c) || Characters.isApostrophe(c) || c == '.' || c == '°';
    }

    /** What may stand between the parts of an address, also over the lines of a quoted mail. */
    static boolean isGap(char c) {
        return Characters.isSpace(c)
                || Characters.isLineBreak(c)
                || c == ','
                || c == '-'
                || c == '–'
                || c == '/'
                || c == ';'
                || c == '>';
    }

    private static int behindAdjective(String text, int wayStart) {
        char sign = Characters.at(text, wayStart - 1);
        boolean joined = Characters.isHyphen(sign) || Characters.isApostrophe(sign);
        int end = joined ? wayStart - 1 : beforeSpaces(text, wayStart);
        int start = Characters.wordStart(text, end, LONGEST_WORD);
        return end < wayStart && AddressWords.BEFORE_WAYS.has(text, start, end) ? start : wayStart;
    }

    /** « au 12 de la rue Gambetta ». */
    private static int beforeLink(String text, int end) {
        int la = Characters.wordStart(text, end, 4);
        if (Characters.isFolded(text, la, end, "la")) {
            int de = beforeSpaces(text, la);
            int deStart = Characters.wordStart(text, de, 4);
            return Characters.isFolded(text, deStart, de, "de") ? beforeSpaces(text, deStart) : end;
        }
        boolean of = Characters.isFolded(text, la, end, "du") || Characters.isFolded(text, la, end, "de");
        return of ? beforeSpaces(text, la) : end;
    }

    private static int numberEndingAt(String text, int end) {
        int wordStart = Characters.wordStart(text, end, 12);
        int at = end;
        if (at > wordStart && !Characters.isDigit(text.charAt(at - 1))) {
            int letters = at;
            while (letters > wordStart && !Characters.isDigit(text.charAt(letters - 1))) letters--;
            if (!AddressWords.REPEATS.has(text, letters, at)) return -1;
            at = letters > wordStart ? letters : beforeSpaces(text, letters);
        }
        int start = at;
        while (Characters.isDigit(Characters.at(text, start - 1))) start--;
        if (start == at || at - start > NUMBER_DIGITS || text.charAt(start) == '0') return -1;
        char before = Characters.at(text, start - 1);
        boolean decimal = (before == ',' || before == '.') && Characters.isDigit(Characters.at(text, start - 2));
        return Characters.isAlphanumeric(before) || before == '_' || decimal ? -1 : start;
    }

    private static int rangeBefore(String text, int start) {
        int at = beforeSpaces(text, start);
        char sign = Characters.at(text, at - 1);
        if (Characters.isHyphen(sign) || sign == '/' || sign == '–' || sign == ',') {
            return numberEndingAt(text, beforeSpaces(text, at - 1));
        }
        int word = Characters.wordStart(text, at, 4);
        boolean and = Characters.isFolded(text, word, at, "et") || Characters.isFolded(text, word, at, "a");
        return and && at < start ? numberEndingAt(text, beforeSpaces(text, word)) : -1;
    }

    private static int beforeSpaces(String text, int end) {
        int at = end;
        while (at > end - 3 && Characters.isSpace(Characters.at(text, at - 1))) at--;
        return at;
    }
}
