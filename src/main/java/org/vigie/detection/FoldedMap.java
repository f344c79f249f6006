package org.vigie.detection;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map from folded words that is asked about places in a text; asking makes nothing. */
final class FoldedMap<V> {
    private final Set<String> words;
    private final @Nullable String[] table;
    private final int[] hashes;
    private final Object[] values;
    private final int mask;

    FoldedMap(Map<String, ? extends V> entries) {
        words = Set.copyOf(entries.keySet());
        int size = Integer.highestOneBit(Math.max(8, 4 * entries.size()));
        table = new @Nullable String[size];
        hashes = new int[size];
        values = new Object[size];
        mask = size - 1;
        entries.forEach((word, value) -> {
            int hash = Characters.hash(word);
            int slot = slot(hash);
            while (table[slot] != null) slot = (slot + 1) & mask;
            table[slot] = word;
            hashes[slot] = hash;
            values[slot] = value;
        });
    }

    Set<String> words() {
        return words;
    }

    /** The value of the word between two offsets; null when it has none. */
    @Nullable
    V of(String text, int start, int end) {
        return of(text, start, end, Characters.hash(text, start, end));
    }

    /** @param hash of the word ({@link Characters#hash}) */
    @SuppressWarnings("unchecked") // the constructor puts nothing else there
    @Nullable
    V of(String text, int start, int end, int hash) {
        for (int slot = slot(hash); ; slot = (slot + 1) & mask) {
            String word = table[slot];
            if (word == null) return null;
            if (hashes[slot] == hash && Characters.isFolded(text, start, end, word)) return (V) values[slot];
        }
    }

    private int slot(int hash) {
        int spread = hash * 0x9E3779B1;
        return (spread ^ (spread >>> 15)) & mask;
    }
}
