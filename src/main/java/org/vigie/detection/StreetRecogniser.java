package org.vigie.detection;

import java.util.Set;

/**
 * Postal addresses from their kind of way on: « 12 bis, rue des Lilas\n75011 Paris », « 3 pl. de la Mairie », « Rue de la
 * Loi 16, 1000 Bruxelles ». A number and a way are an address; without a number, a town with its postcode, or somebody
 * said to live there, makes it one. The country is not part of it.
 */
final class StreetRecogniser implements WordRecogniser {
    private static final int LONGEST_WORD = 30;
    private static final int MOST_WORDS = 10;
    private static final int MOST_SMALL_WORDS = 3;
    private static final int HOME_WINDOW = 40;

    /** Particles that need no capital behind them. */
    private static final WordSet JOINTS = WordSet.of("de du des d l");

    @Override
    public Set<String> triggers() {
        return WordList.of(AddressWords.WAYS);
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        boolean clear = AddressWords.CLEAR_WAYS.has(text, start, end);
        AddressStart.Number number = AddressStart.numberBefore(text, start);
        int name = nameStart(text, end);
        int nameEnd = name < 0 ? -1 : nameEnd(text, name);
        if (nameEnd < 0 && number.found() && number.adjective()) nameEnd = end; // « 5 Grande Rue »
        if (nameEnd < 0) return;
        int streetEnd = number.found() ? nameEnd : behindTrailingNumber(text, nameEnd);
        AddressEnd rest = AddressEnd.behind(text, streetEnd);
        boolean postcode = rest.town() && hasDigit(text, streetEnd, rest.end());
        boolean accepted = number.found()
                ? clear || rest.town() || (name > 0 && isCapitalised(text, name)) || isHome(text, number.start())
                : (postcode && (clear || isCapitalised(text, name) || isHome(text, start)))
                        || (streetEnd > nameEnd && (rest.town() || isHome(text, start)))
                        || (rest.town() && isHome(text, start));
        if (!accepted) return;
        findings.add(
                FindingType.ADDRESS,
                AddressStart.complementsBefore(text, number.start()),
                rest.end(),
                rest.town() ? Finding.CERTAIN : Finding.PROBABLE,
                "address-street");
    }

    static boolean isHome(String text, int start) {
        int from = Math.max(0, start - HOME_WINDOW);
        int at = start;
        while (at > from) {
            char c = text.charAt(at - 1);
            if (c == ';' || (Characters.isLineBreak(c) && at < start - 2)) return false;
            int wordStart = Characters.wordStart(text, at, LONGEST_WORD);
            if (wordStart == at) {
                at--;
                continue;
            }
            if (AddressWords.HOMES.has(text, wordStart, at)) return true;
            at = wordStart;
        }
        return false;
    }

    /** Behind « rue », « av. », « rond-point ». */
    private static int nameStart(String text, int end) {
        int at = end;
        if (Characters.isHyphen(Characters.at(text, at)) && Characters.isLetter(Characters.at(text, at + 1))) {
            at = Characters.wordEnd(text, at + 1, LONGEST_WORD);
        }
        if (Characters.at(text, at) == '.') at++;
        int name = at;
        while (name < at + 3 && Characters.isSpace(Characters.at(text, name))) name++;
        return name > end && Characters.isAlphanumeric(Characters.at(text, name)) ? name : -1;
    }

    /** The end of a way's name: what is capitalised, with its particles, dates and initials; a few words without capitals. */
    private static int nameEnd(String text, int start) {
        int end = -1;
        int at = start;
        int small = 0;
        boolean capital = false;
        for (int words = 0; words < MOST_WORDS; words++) {
            int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
            if (wordEnd == at || wordEnd - at > LONGEST_WORD) break;
            char first = text.charAt(at);
            boolean joined = at > start && !Characters.isSpace(text.charAt(at - 1)) && text.charAt(at - 1) != '.';
            if (Characters.isDigit(first)) {
                if (!isDateWord(text, at, wordEnd)) break;
                end = wordEnd;
            } else if (isParticle(text, at, wordEnd)) {
                if (end >= 0 && !joins(text, at, wordEnd)) break;
            } else {
                if (!joined && end >= 0 && AddressWords.STOPS.has(text, at, wordEnd)) break;
                if (Character.isUpperCase(first)) {
                    if (capital && !joined && changesCase(text, start, at, wordEnd)) break;
                    capital = true;
                } else if (!joined) {
                    if (AddressWords.STOPS.has(text, at, wordEnd)) break;
                    if ((capital && !AddressWords.MONTHS.has(text, at, wordEnd)) || ++small > MOST_SMALL_WORDS) break;
                }
                end = wordEnd;
            }
            int next = behindJoint(text, at, wordEnd);
            if (next < 0) break;
            at = next;
        }
        return end;
    }

    /** Where the next word of the name may start. */
    private static int behindJoint(String text, int wordStart, int wordEnd) {
        char sign = Characters.at(text, wordEnd);
        char next = Characters.at(text, wordEnd + 1);
        if ((Characters.isHyphen(sign) || Characters.isApostrophe(sign)) && Characters.isLetter(next))
            return wordEnd + 1;
        int at = wordEnd;
        if (sign == '.') {
            if (wordEnd - wordStart > 3 || !AddressWords.TITLES.has(text, wordStart, wordEnd)) return -1;
            at++;
        }
        int space = at;
        while (at < space + 2 && Characters.isSpace(Characters.at(text, at))) at++;
        return at > wordEnd ? at : -1;
    }

    private static boolean isParticle(String text, int start, int end) {
        return end - start <= 3 && AddressWords.PARTICLES.has(text, start, end) && !isInitial(text, start, end);
    }

    /** Whether a particle within a name goes on with it: « Lilas de », « Pierre et Marie »; not « Gambetta à ». */
    private static boolean joins(String text, int start, int end) {
        if (Characters.isFolded(text, start, end, "a")) return false;
        if (JOINTS.has(text, start, end)) return true;
        int next = end;
        while (next < end + 2 && !Characters.isLetter(Characters.at(text, next))) next++;
        return Character.isUpperCase(Characters.at(text, next));
    }

    private static boolean isInitial(String text, int start, int end) {
        return end - start == 1 && Character.isUpperCase(text.charAt(start)) && Characters.at(text, end) == '.';
    }

    /** « 8 », « 1er » before a month, « 1945 » behind one. */
    private static boolean isDateWord(String text, int start, int end) {
        if (end - start == 4 && start > 1) {
            int monthEnd = start - 1;
            int month = Characters.wordStart(text, monthEnd, 10);
            return AddressWords.MONTHS.has(text, month, monthEnd);
        }
        int next = end;
        while (next < end + 2 && Characters.isSpace(Characters.at(text, next))) next++;
        return end - start <= 3 && AddressWords.MONTHS.has(text, next, Characters.wordEnd(text, next, 10));
    }

    private static boolean changesCase(String text, int start, int at, int wordEnd) {
        if (wordEnd - at < 3) return false;
        boolean was = isAllCapitals(text, start, Characters.wordEnd(text, start, LONGEST_WORD));
        return was && Character.isLowerCase(text.charAt(at + 1));
    }

    private static boolean isAllCapitals(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLowerCase(text.charAt(i))) return false;
        }
        return end > start + 1;
    }

    /** « Rue de la Loi 16 », « Avenue Louise 54 bte 3 »: in Belgium and Switzerland the number comes last. */
    private static int behindTrailingNumber(String text, int nameEnd) {
        int at = nameEnd;
        if (Characters.at(text, at) == ',') at++;
        while (Characters.isSpace(Characters.at(text, at))) at++;
        if (text.startsWith("n°", at) || text.startsWith("N°", at)) at += Characters.at(text, at + 2) == ' ' ? 3 : 2;
        int end = Characters.wordEnd(text, at, 6);
        if (at == nameEnd || end == at || end - at > 4 || !Characters.isDigit(text.charAt(at))) return nameEnd;
        int digits = at;
        while (Characters.isDigit(Characters.at(text, digits))) digits++;
        return digits - at <= 3 && end - digits <= 1 ? end : nameEnd;
    }

    private static boolean isCapitalised(String text, int start) {
        int at = start;
        for (int words = 0; words < 4; words++) {
            int end = Characters.wordEnd(text, at, LONGEST_WORD);
            if (Character.isUpperCase(Characters.at(text, at))) return true;
            if (end == at || !AddressWords.PARTICLES.has(text, at, end)) return false;
            at = end + 1;
        }
        return false;
    }

    private static boolean hasDigit(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Characters.isDigit(text.charAt(i))) return true;
        }
        return false;
    }
}
