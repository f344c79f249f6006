package org.vigie.detection;

import java.util.List;
import org.vigie.detection.NameWord.Shape;

/**
 * What the words of a possible name say together, and how much must be said: a first name beside a surname in either
 * order, initials, a first name or a surname alone. Natural logarithms, as in {@link NameModel}.
 */
final class NameEvidence {
    /** No name, whatever stands around it. */
    static final float NONE = -100;

    private static final float FEWEST_OF_SUBJECT = 4.4f;

    private final String text;
    private final NameSurroundings surroundings;

    NameEvidence(String text, NameSurroundings surroundings) {
        this.text = text;
        this.surroundings = surroundings;
    }

    /** Behind the last word of a run that may belong to the name which starts with one of them. */
    int nameEnd(List<NameWord> words, int from) {
        int to = from;
        boolean hasFirst = false;
        for (int i = from; i < words.size(); i++) {
            NameWord word = words.get(i);
            switch (word.shape()) {
                case PARTICLE -> {
                    if (i + 1 == words.size() && i > from) to = i + 1; // « Minh Khoa Le »
                }
                case INITIAL -> to = i + 1;
                default -> {
                    float bound = word.known() || isAcronym(word) ? -0.2f : hasFirst ? -9 : -1.5f;
                    if (i > from && isThi(words.get(i - 1))) bound = -20;
                    if (word.likeness() < bound || (isAcronym(word) && i > from)) return to;
                    hasFirst |= word.first() > 2;
                    to = i + 1;
                }
            }
        }
        return to;
    }

    /** « DRH », « RH »: a few capitals that no list knows. */
    private static boolean isAcronym(NameWord word) {
        return word.shape() == Shape.CAPITALS && word.length() <= 3 && word.likeness() < 4;
    }

    /** @param behind what {@link NameContext} says of the words behind */
    float of(List<NameWord> name, float before, float behind) {
        int full = 0;
        int initials = 0;
        for (int i = 0; i < name.size(); i++) {
            Shape shape = name.get(i).shape();
            if (shape == Shape.INITIAL) initials++;
            else if (shape != Shape.PARTICLE) full++;
        }
        if (full == 0) return NONE;
        if (full == 1 && initials == 0) return single(fullWord(name), before, behind) + (name.size() > 1 ? 1 : 0);
        if (full == 1) return withInitial(name, initials);
        float best = NONE;
        boolean within = isWithin(name.getFirst());
        boolean surname = hasSurname(name);
        boolean rare = true;
        for (int i = 0; i < name.size(); i++) {
            NameWord word = name.get(i);
            if (word.shape() == Shape.PARTICLE || word.shape() == Shape.INITIAL) continue;
            float asFirst = word.known() ? word.first() : Math.max(word.first() - 1, 0);
            if (within && i == 0 && word.shape() == Shape.CAPITALISED) asFirst += 0.35f * Math.min(word.word(), 7);
            rare &= word.known() && word.word() == 0;
            float least = word.word() == 0 && (word.known() || before >= 1.5f) ? 0.8f : 1.5f;
            if ((!word.known() && before < 1.5f || asFirst < least) && !surname) continue; // « Noyer Cendré »
            best = Math.max(best, Math.min(asFirst, 8) + others(name, i) / (full - 1) - 3);
        }
        return rare ? best + 1.2f : best;
    }

    private static NameWord fullWord(List<NameWord> name) {
        for (NameWord word : name) {
            if (word.shape() != Shape.PARTICLE && word.shape() != Shape.INITIAL) return word;
        }
        return name.getLast();
    }

    /** Whether a word is a surname and no word. */
    private static boolean hasSurname(List<NameWord> name) {
        for (int i = 0; i < name.size(); i++) {
            NameWord word = name.get(i);
            if (word.known() && word.word() < 3.6f && word.beside() > 3) return true;
        }
        return false;
    }

    /** What the words but the first name speak for surnames and further first names. */
    private float others(List<NameWord> name, int firstAt) {
        float sum = 0;
        for (int i = 0; i < name.size(); i++) {
            NameWord word = name.get(i);
            if (i == firstAt || word.shape() == Shape.PARTICLE || word.shape() == Shape.INITIAL) continue;
            float likeness = word.likeness();
            if (word.shape() == Shape.CAPITALS && name.get(firstAt).shape() != Shape.CAPITALS) likeness += 1.5f;
            if (!word.known() || i > 0 && isThi(name.get(i - 1))) likeness = Math.max(likeness, 0);
            sum += Math.clamp(likeness, -3, 6);
        }
        return sum;
    }

    /** « Nguyen Thi Mai »: behind « Thi » stands a first name, whatever it means in French. */
    private boolean isThi(NameWord word) {
        return word.length() == 3 && Characters.isFolded(text, word.start(), word.end(), "thi");
    }

    private static float withInitial(List<NameWord> name, int initials) {
        NameWord word = name.getFirst().shape() == Shape.INITIAL ? name.getLast() : name.getFirst();
        boolean before = name.getFirst().shape() == Shape.INITIAL;
        if (name.getLast().shape() == Shape.INITIAL && before) return NONE;
        boolean point = before || name.getLast().length() > 1;
        float likeness = before ? word.beside() : Math.max(word.first(), word.surname());
        if (before && name.getFirst().length() == 1) return NONE; // « A Durand »
        if (initials > 2) return NONE;
        return likeness + (point ? 1 : -1);
    }

    /**
     * Within a sentence, a capital says that « Rose » is no flower; at its start, a verb behind says so too: a noun would
     * have an article (« Rose demande »).
     */
    private float single(NameWord word, float before, float behind) {
        if (!word.known()) return word.alone() - 4;
        if (text.startsWith("Saint", word.start()) && word.length() > 6) return NONE; // « la Saint-Nicolas »
        if (word.shape() == Shape.CAPITALS) return word.alone() - 3;
        if (NameContext.isGreeting(text, word)) return NONE;
        float plain = word.first() + 0.8f * word.word();
        if (isWithin(word)) {
            return Math.max(word.alone(), word.first() + 0.35f * word.word())
                    - 3
                    + (before >= 0 && isRare(word) && !NameContext.followsOtherWord(text, word.start()) ? 1.2f : 0);
        }
        boolean subject = behind >= 1.5f && plain >= FEWEST_OF_SUBJECT;
        float alone = subject ? Math.max(word.alone(), plain - 1.5f) : word.alone();
        return alone - 3 + (behind >= 1.5f && isRare(word) ? 0.8f : 0);
    }

    /** A name that few bear and that is no word: the lists know it. */
    private static boolean isRare(NameWord word) {
        return word.word() == 0 && word.alone() > 0.8f && word.length() > 3;
    }

    private boolean isWithin(NameWord word) {
        return !surroundings.isSentenceStart(word.start()) && !surroundings.isBehindColon(word.start());
    }

    float bound(List<NameWord> name) {
        if (name.size() > 1 && name.getFirst().shape() != Shape.PARTICLE) return 1;
        NameWord word = name.getLast();
        float bound = word.first() >= word.surname() - 1.5f ? 1.5f : 2.3f;
        if (word.shape() == Shape.CAPITALS && word.length() <= 4) bound += word.first() > 5 ? 1 : 2.5f;
        if (word.length() <= 3) bound += word.word() == 0 ? 0.2f : 1;
        if (surroundings.isSentenceStart(word.start())) bound += 1.2f;
        return bound;
    }
}
