package org.vigie.detection;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folded words, each of one or more classes, that is asked about places in a text: one look-up tells all classes, and
 * makes nothing.
 */
final class WordClasses {
    private final @Nullable String[] words;
    private final int[] hashes;
    private final int[] classes;
    private final int mask;

    private WordClasses(Map<String, Integer> entries) {
        int size = Integer.highestOneBit(Math.max(8, 4 * entries.size()));
        words = new @Nullable String[size];
        hashes = new int[size];
        classes = new int[size];
        mask = size - 1;
        entries.forEach((word, ofWord) -> {
            int hash = Characters.hash(word);
            int slot = slot(hash);
            while (words[slot] != null) slot = (slot + 1) & mask;
            words[slot] = word;
            hashes[slot] = hash;
            classes[slot] = ofWord;
        });
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
        int hash = 0;
        for (int i = start; i < end; i++) hash = Characters.hash(hash, text.charAt(i));
        for (int slot = slot(hash); ; slot = (slot + 1) & mask) {
            String word = words[slot];
            if (word == null) return 0;
            if (hashes[slot] == hash && Characters.isFolded(text, start, end, word)) return classes[slot];
        }
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & mask;
    }
}
