package org.vigie.detection;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small set of folded words that is asked about places in a text; asking makes nothing. */
final class WordSet {
    private final @Nullable String[] table;
    private final int[] hashes;
    private final int mask;

    private WordSet(String[] words) {
        int size = Integer.highestOneBit(Math.max(8, 4 * words.length));
        this.table = new @Nullable String[size];
        this.hashes = new int[size];
        this.mask = size - 1;
        for (String word : words) {
            int hash = Characters.hash(word);
            int slot = slot(hash);
            while (!word.equals(table[slot]) && table[slot] != null) slot = (slot + 1) & mask;
            table[slot] = word;
            hashes[slot] = hash;
        }
    }

    /** @param words folded, separated by white space */
    static WordSet of(String words) {
        return new WordSet(WordList.split(words));
    }

    /** All words of several sets: asked first where most words are in none. */
    static WordSet union(WordSet... sets) {
        return new WordSet(Stream.of(sets)
                .flatMap(set -> Stream.of(set.table))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new));
    }

    boolean has(String text, int start, int end) {
        if (end <= start) return false;
        return has(text, start, end, Characters.hash(text, start, end));
    }

    /** @param hash of the word ({@link Characters#hash}) */
    boolean has(String text, int start, int end, int hash) {
        for (int slot = slot(hash); ; slot = (slot + 1) & mask) {
            String word = table[slot];
            if (word == null) return false;
            if (hashes[slot] == hash && Characters.isFolded(text, start, end, word)) return true;
        }
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & mask;
    }
}
