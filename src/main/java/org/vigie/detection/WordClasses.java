package org.vigie.detection;

import java.util.HashMap;
import java.util.Map;

/**
 * Folded words, each of one or more classes, that is asked about places in a text: one look-up tells all classes, and
 * makes nothing.
 */
final class WordClasses {
    private final FoldedMap<Integer> classes;

    private WordClasses(Map<String, Integer> entries) {
        classes = new FoldedMap<>(entries);
    }

    /** Collects words by class. */
    static final class Builder {
        private final Map<String, Integer> entries = new HashMap<>();

        /** @param words folded, separated by white space */
        Builder add(int ofClass, String words) {
            for (String word : words.strip().split("\\s+")) entries.merge(word, ofClass, (a, b) -> a | b);
            return this;
        }

        Builder addWithPlural(int ofClass, String words) {
            for (String word : words.strip().split("\\s+")) {
                add(ofClass, word);
                if (!word.endsWith("s") && !word.endsWith("x")) add(ofClass, word + "s");
            }
            return this;
        }

        WordClasses build() {
            return new WordClasses(entries);
        }
    }

    /** The classes of the word between two offsets; 0 when it has none. */
    int of(String text, int start, int end) {
        Integer found = classes.of(text, start, end);
        return found == null ? 0 : found;
    }
}
