package org.vigie.detection;

import static org.vigie.detection.NameContextWords.*;

/**
 * What the words around a possible name say: for a person (« bonjour », « demande à »), or against one (« rue », « &
 * Fils »). Looks at three words before it and two behind it.
 */
final class NameContext {
    /** Stronger than any name. */
    static final float NEVER = -100;

    private static final int LONGEST_WORD = 20;
    private static final String[] AGENTS = {
        "eur", "euse", "trice", "iste", "ier", "iere", "ien", "ienne", "logue", "ante", "ant", "aire"
    };

    private NameContext() {}

    /** Whether a word says of what stands behind it that it is no person: « Coupe Davis », « Boulangerie Petit ». */
    static boolean announcesNoPerson(String text, NameWord word) {
        return word.first() <= 4
                && word.length() <= LONGEST_WORD
                && is(ALL.of(text, word.start(), word.end()), NAMED_AFTER | FIRM);
    }

    /** What stands before an offset says, for a name of one word or of several. */
    static float before(String text, int start, boolean single) {
        int at = start;
        boolean direct = true;
        boolean partOfPerson = false;
        float verdict = 0;
        for (int words = 0; words < 3; words++) {
            int end = behindSpaces(text, at);
            if (end < 0) break;
            int word = wordStart(text, end);
            if (word == end || end - word > LONGEST_WORD) break;
            int classes = ALL.of(text, word, end);
            if (is(classes, NAMED_AFTER) && (direct || !partOfPerson || !is(classes, OWNED))) return NEVER;
            if (direct) {
                if (is(classes, INTRODUCTION)) return 4;
                if (is(classes, FIRM)) return single ? -6 : -3;
                if (isTo(text, word, end) && isAddressed(text, word)) return 4;
                if (is(classes, ROLE)) verdict = is(classesBefore(text, word), DETERMINER | ARTICLE) ? 3 : 2;
                else if (is(classes, BEFORE_PERSON)) verdict = 2;
                else if (single && is(classes, ARTICLE)) return -4; // « la Mégane »
                else if (single && isThing(text, word, end, classes)) return -5; // « une lampe Victoria »
                else if (is(classes, PLACE)) verdict = single ? -1 : 0;
            } else if (is(classes, ROLE | BEFORE_PERSON) && verdict == 0 && text.charAt(end) != ',') verdict = 1.5f;
            else if (is(classes, FIRM) && verdict <= 0) return single ? -6 : -3;
            if (!is(classes, BETWEEN)) break;
            direct = false;
            partOfPerson = Characters.isFolded(text, word, end, "de") || Characters.isFolded(text, word, end, "d");
            at = word;
        }
        return verdict;
    }

    /** « demande à », « remis les clés à ». */
    private static boolean isAddressed(String text, int to) {
        int at = to;
        for (int words = 0; words < 3; words++) {
            int end = behindSpaces(text, at);
            if (end < 0) return false;
            at = wordStart(text, end);
            if (is(ALL.of(text, at, end), ADDRESSED)) return true;
        }
        return false;
    }

    /** « Bravo », « Merci », « Salut » as they stand at the start of a sentence. */
    static boolean isGreeting(String text, NameWord word) {
        return is(ALL.of(text, word.start(), word.end()), INTRODUCTION);
    }

    /** Whether a word stands right before that says nothing: « tarte Tatin », « prenez Colbert ». */
    static boolean followsOtherWord(String text, int start) {
        int end = behindSpaces(text, start);
        if (end < 0 || end < start - 1) return false;
        int word = wordStart(text, end);
        return end - word > 3 && ALL.of(text, word, end) == 0;
    }

    private static boolean isTo(String text, int start, int end) {
        return end - start == 1 && (Characters.isFolded(text, start, end, "a") || text.charAt(start) == 'd');
    }

    /** « une lampe », « le ferry », where a name follows: the thing is called so. */
    private static boolean isThing(String text, int word, int end, int classes) {
        if (is(classes, NO_THING) || !Character.isLowerCase(text.charAt(word))) return false;
        int before = classesBefore(text, word);
        return is(before, DETERMINER) && !(is(before, POSSESSIVE) && isAgent(text, end));
    }

    /** « mon imprimeur », « notre fleuriste ». */
    private static boolean isAgent(String text, int end) {
        for (String ending : AGENTS) {
            if (Characters.isFolded(text, Math.max(0, end - ending.length()), end, ending)) return true;
        }
        return false;
    }

    /** What stands behind an offset says. */
    static float behind(String text, int end) {
        char c = Characters.at(text, end);
        if (c == '_' || c == '/' || c == '\\' || c == '(' || c == '@' || c == '=') return NEVER;
        if (c == '.' && Characters.isAlphanumeric(Characters.at(text, end + 1))) return NEVER;
        if (c == ':' && Characters.at(text, end + 1) == ':') return NEVER;
        int next = end;
        while (next < end + 3 && Characters.isSpace(Characters.at(text, next))) next++;
        char sign = Characters.at(text, next);
        if (sign == '&') return NEVER;
        if (sign == '<' && Characters.isLetter(Characters.at(text, next + 1))) return 2;
        if (sign == ',' || next == end) return 0;
        if (Characters.isDigit(sign)) return -1;
        int word = Characters.wordEnd(text, next, LONGEST_WORD);
        if (word == next || word - next > 14) return 0;
        int classes = ALL.of(text, next, word);
        if (Character.isUpperCase(sign)) return is(classes, LEGAL_FORM) ? NEVER : 0;
        if (text.startsWith("et Fils", next) || text.startsWith("et Associés", next)) return NEVER;
        if (is(classes, HUMAN_VERB)) return 2.5f;
        if (is(classes, ARTICLE | DETERMINER) && isVerbBehind(text, word)) return 1.5f; // « Sophie la cherche »
        if (text.startsWith("à l'appareil", next) || text.startsWith("à l’appareil", next)) return 4;
        return is(classes, VERB) || isConjugated(text, next, word) ? 1.5f : 0;
    }

    private static boolean isVerbBehind(String text, int end) {
        int start = end + 1;
        return is(ALL.of(text, start, Characters.wordEnd(text, start, LONGEST_WORD)), VERB | HUMAN_VERB);
    }

    /** « préviendra », « souhaitait »: third persons of nearly every verb. */
    private static boolean isConjugated(String text, int start, int end) {
        if (end - start < 5) return false;
        return text.startsWith("era", end - 3) || text.startsWith("ira", end - 3) || text.startsWith("ait", end - 3);
    }

    private static int classesBefore(String text, int at) {
        int end = behindSpaces(text, at);
        return end < 0 ? 0 : ALL.of(text, wordStart(text, end), end);
    }

    private static boolean is(int classes, int ofClass) {
        return (classes & ofClass) != 0;
    }

    /** The end of the word before an offset, where only one or two spaces or an apostrophe stand between; else negative. */
    private static int behindSpaces(String text, int at) {
        int end = at;
        if (Characters.isApostrophe(Characters.at(text, end - 1))) end--;
        else if (Characters.isHyphen(Characters.at(text, end - 1))
                && Characters.isLetter(Characters.at(text, end - 2))) {
            end--;
        } else while (end > at - 2 && Characters.isSpace(Characters.at(text, end - 1))) end--;
        return end < at && Characters.isLetter(Characters.at(text, end - 1)) ? end : -1;
    }

    private static int wordStart(String text, int end) {
        return Characters.wordStart(text, end, LONGEST_WORD + 1);
    }
}
