package org.vigie.detection;

import org.jspecify.annotations.Nullable;

/**
 * A word of a text that may be part of a name, with what {@link NameModel} says of it: a capitalised word with its
 * hyphens and apostrophes, an initial, or a particle.
 *
 * @param first how much it speaks for a first name, against an ordinary word
 * @param surname how much it speaks for a surname where nothing else does
 * @param beside how much it speaks for a surname where a first name stands beside it, so that « Alice Petit » counts
 * @param word how frequent it is as a word
 */
record NameWord(int start, int end, Shape shape, boolean known, float first, float surname, float beside, float word) {
    enum Shape {
        CAPITALISED,
        CAPITALS,
        LOWER,
        INITIAL,
        PARTICLE
    }

    private static final int LONGEST = 40;

    static final WordSet PARTICLES = WordSet.of("""
            de du des d la le les van von der den di da do dos das del della el al ben bin ibn bint ait ter ten zu y abu
            abou ould mac mc
            """);

    /** The name word at an offset where a letter stands and none before it; null where no name word can be. */
    static @Nullable NameWord at(String text, int start, NameLists lists) {
        char first = text.charAt(start);
        if (!Character.isUpperCase(first)) return particle(text, start);
        int end = wordEnd(text, start);
        if (end - start > LONGEST || end == start) return null;
        if (end - start > 1 && end - start <= 5 && PARTICLES.has(text, start, end)) {
            return new NameWord(start, end, Shape.PARTICLE, true, 0, 0, 0, 0);
        }
        NameWord initial = initial(text, start, end);
        if (initial != null) return initial;
        return capitalised(text, start, end, lists);
    }

    /** A word in lower case, where what stands before it calls for a name. */
    static @Nullable NameWord lower(String text, int start, NameLists lists) {
        int end = wordEnd(text, start);
        if (end - start > LONGEST || end - start < 2) return null;
        return weighed(text, start, end, Shape.LOWER, lists);
    }

    private static @Nullable NameWord capitalised(String text, int start, int end, NameLists lists) {
        int lower = 0;
        int upper = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Characters.isDigit(c)) return null;
            if (Character.isUpperCase(c)) {
                if (lower > 0 && i > start && Characters.isLetter(text.charAt(i - 1)) && !isScottish(text, start, i)) {
                    return null; // CamelCase
                }
                upper++;
            } else if (Characters.isLetter(c)) lower++;
        }
        return weighed(text, start, end, lower == 0 && upper > 1 ? Shape.CAPITALS : Shape.CAPITALISED, lists);
    }

    /** « McDonald », « LeBlanc », « DiMaggio », « DeVito ». */
    private static boolean isScottish(String text, int start, int capital) {
        int length = capital - start;
        return (length == 2 || length == 3) && PARTICLES.has(text, start, capital);
    }

    private static @Nullable NameWord initial(String text, int start, int end) {
        boolean one = end - start == 1;
        boolean two = end - start == 3 && Characters.isHyphen(text.charAt(start + 1));
        if (!one && !two) return null;
        if (Characters.at(text, end) != '.') {
            return new NameWord(start, end, Shape.INITIAL, true, 0, 0, 0, 0);
        }
        int behind = end + 1;
        // « J.-P. », « J.P. »
        int hyphen = Characters.isHyphen(Characters.at(text, behind)) ? 1 : 0;
        if (Character.isUpperCase(Characters.at(text, behind + hyphen))
                && Characters.at(text, behind + hyphen + 1) == '.') {
            behind += hyphen + 2;
        }
        return new NameWord(start, behind, Shape.INITIAL, true, 0, 0, 0, 0);
    }

    private static @Nullable NameWord particle(String text, int start) {
        int end = Characters.wordEnd(text, start);
        if (end - start > 5 || !PARTICLES.has(text, start, end)) return null;
        return new NameWord(start, end, Shape.PARTICLE, true, 0, 0, 0, 0);
    }

    private static NameWord weighed(String text, int start, int end, Shape shape, NameLists lists) {
        float first = 0;
        float surname = 0;
        float beside = 0;
        float word = 0;
        boolean known = true;
        int parts = 0;
        for (int at = start; at < end; ) {
            int partEnd = Math.min(end, Characters.wordEnd(text, at));
            if (partEnd - at > 1) {
                NameModel.Weight weight = lists.weigh(text, at, partEnd);
                first += weight.first() - 0.8f * weight.word();
                surname += weight.surname() - 0.9f * weight.word();
                beside += Math.max(weight.surname(), weight.first() - 1) - 0.45f * weight.word();
                word = Math.max(word, weight.word());
                known &= weight.known();
                parts++;
            }
            at = Math.max(at + 1, partEnd + 1);
        }
        if (parts == 0) parts = 1;
        if (word > 9.2f) beside = Math.min(beside, -5);
        return new NameWord(start, end, shape, known, first / parts, surname / parts, beside / parts, word);
    }

    /** The end of letters and digits with hyphens and apostrophes between letters. */
    static int wordEnd(String text, int start) {
        int end = Characters.wordEnd(text, start);
        while (end - start <= LONGEST && joins(text, end)) end = Characters.wordEnd(text, end + 1);
        return end;
    }

    private static boolean joins(String text, int at) {
        char c = Characters.at(text, at);
        return (Characters.isHyphen(c) || Characters.isApostrophe(c))
                && Characters.isLetter(Characters.at(text, at + 1));
    }

    /** The larger of what it says by itself. */
    float alone() {
        return Math.max(first, surname);
    }

    /** How well it goes with a first name beside it. */
    float likeness() {
        return Math.max(first, beside);
    }

    private static final WordSet ARTICLES = WordSet.of("l le la les d de du des y");

    /** « Le », « Du »: also what starts a sentence; « Van », « El », « Da » are not. */
    static boolean isArticle(String text, NameWord word) {
        return ARTICLES.has(text, word.start(), word.end());
    }

    int length() {
        return end - start;
    }
}
