package org.vigie.detection;

/** Reads the name of a town: « Aix-en-Provence », « LE MANS CEDEX 2 », « Paris 11e », « Saint Denis ». */
final class Town {
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 30;

    private Town() {}

    /**
     * The end of the town that starts at an offset; negative if there is none.
     *
     * @param anyCase whether what goes before says so clearly that a town follows that it need not be capitalised
     */
    static int end(String text, int start, boolean anyCase) {
        int end = -1;
        int at = start;
        boolean joined = false;
        boolean small = false;
        for (int words = 0, names = 0; words < MOST_WORDS; words++) {
            int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
            if (wordEnd == at) break;
            char first = text.charAt(at);
            if (Characters.isDigit(first)) break;
            boolean particle = wordEnd - at <= 4 && AddressWords.PARTICLES.has(text, at, wordEnd);
            if (!particle) {
                if (!joined && AddressWords.STOPS.has(text, at, wordEnd)) break;
                if (Character.isUpperCase(first)) {
                    if (names > 0 && !joined && !sameCase(text, start, at, wordEnd)) break;
                } else if (names == 0 && anyCase) {
                    small = true;
                } else if (!joined && !(small && isArticle(text, start, at))) {
                    break;
                }
                end = wordEnd;
                if (++names == 4 && !joined) break;
            }
            char next = Characters.at(text, wordEnd);
            joined = (Characters.isHyphen(next) || Characters.isApostrophe(next))
                    && Characters.isLetter(Characters.at(text, wordEnd + 1));
            if (joined) {
                at = wordEnd + 1;
            } else {
                int space = next == '.' && wordEnd - at <= 3 ? wordEnd + 1 : next == '/' ? wordEnd + 1 : wordEnd;
                at = Characters.isSpace(Characters.at(text, space)) ? space + 1 : space;
                if (at == wordEnd) break;
            }
        }
        return end < 0 ? -1 : behindDistrict(text, end);
    }

    /** Behind « CEDEX 08 », « 11e », « 11ème arrondissement ». */
    static int behindDistrict(String text, int end) {
        int at = behindSpaces(text, end);
        int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
        if (at > end && Characters.isFolded(text, at, wordEnd, "cedex")) {
            int digits = behindSpaces(text, wordEnd);
            int digitsEnd = digitsEnd(text, digits);
            boolean number = digitsEnd > digits && digitsEnd - digits <= 2 && isEnd(text, digitsEnd);
            return number ? digitsEnd : wordEnd;
        }
        int digitsEnd = digitsEnd(text, at);
        if (at == end || digitsEnd == at || digitsEnd - at > 2) return end;
        String ending = Characters.fold(text, digitsEnd, Characters.wordEnd(text, digitsEnd, 4));
        return switch (ending) {
            case "e", "er", "eme" -> behindArrondissement(text, digitsEnd + ending.length());
            case "" ->
                isEnd(text, digitsEnd) && AddressWords.TOWNS.has(text, Characters.wordStart(text, end, 12), end)
                        ? behindCedex(text, end, digitsEnd)
                        : end;
            default -> end;
        };
    }

    private static int behindArrondissement(String text, int end) {
        int at = behindSpaces(text, end);
        int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
        return at > end && Characters.isFolded(text, at, wordEnd, "arrondissement") ? wordEnd : end;
    }

    /** « Lyon 3 » is a district at the end of a line or before a sign; « Lyon 3 personnes » is not. */
    private static int behindCedex(String text, int end, int digitsEnd) {
        int next = behindSpaces(text, digitsEnd);
        return Characters.isLetter(Characters.at(text, next)) ? end : digitsEnd;
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (end < start + 6 && Characters.isDigit(Characters.at(text, end))) end++;
        return end;
    }

    private static boolean isEnd(String text, int at) {
        return !Characters.isAlphanumeric(Characters.at(text, at));
    }

    private static int behindSpaces(String text, int start) {
        int at = start;
        while (at < start + 3 && Characters.isSpace(Characters.at(text, at))) at++;
        return at;
    }

    /** « PARIS Merci » and « Paris TEL » are two things. */
    private static boolean sameCase(String text, int start, int at, int wordEnd) {
        return wordEnd - at < 3 || isCapitals(text, start) == isCapitals(text, at);
    }

    private static boolean isCapitals(String text, int start) {
        return Character.isUpperCase(Characters.at(text, start + 1));
    }

    /** Small letters in all: « saint denis », « la rochelle ». */
    private static boolean isArticle(String text, int start, int at) {
        String before = Characters.fold(text, start, Math.max(start, at - 1));
        return before.equals("saint") || before.equals("sainte") || before.equals("st");
    }
}
