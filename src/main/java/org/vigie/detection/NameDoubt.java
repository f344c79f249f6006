package org.vigie.detection;

import java.util.List;

/** Which runs of capitalised words, though they were not taken for a name, could be one. */
final class NameDoubt {
    /** A word as frequent as this, in {@link NameModel}'s logarithm, is a word. */
    private static final float FREQUENT = 4;

    private static final int LONGEST_ACRONYM = 4;

    private NameDoubt() {}

    /** @param sentenceStart whether the first word would have its capital anyway */
    static boolean isCandidate(List<NameWord> words, boolean sentenceStart) {
        for (int i = 0; i < words.size(); i++) {
            NameWord word = words.get(i);
            if (i == 0 && sentenceStart && word.known() && word.alone() < 0) continue;
            if (mayName(word)) return true;
        }
        return false;
    }

    private static boolean mayName(NameWord word) {
        return switch (word.shape()) {
            case PARTICLE, INITIAL -> false;
            case CAPITALS -> word.length() > LONGEST_ACRONYM && word.word() < FREQUENT;
            case CAPITALISED, LOWER -> word.word() < FREQUENT;
        };
    }
}
