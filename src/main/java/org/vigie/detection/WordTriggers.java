package org.vigie.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which recognisers a word wakes: one look-up in a table of bits for nearly every word, then one in a map. */
final class WordTriggers {
    private static final int FILTER_BITS = 1 << 16;

    private final long[] filter = new long[FILTER_BITS / Long.SIZE];
    private final FoldedMap<List<WordRecogniser>> byWord;
    private final List<BySequence> bySequence = new ArrayList<>();

    private record BySequence(WordSequences<?> sequences, WordRecogniser recogniser) {}

    WordTriggers(List<WordRecogniser> recognisers) {
        Map<String, List<WordRecogniser>> woken = new HashMap<>();
        for (WordRecogniser recogniser : recognisers) {
            for (String word : recogniser.triggers()) {
                woken.computeIfAbsent(word, _ -> new ArrayList<>()).add(recogniser);
                add(Characters.hash(word));
            }
            recogniser.sequences().ifPresent(sequences -> {
                bySequence.add(new BySequence(sequences, recogniser));
                sequences.eachFirstHash(this::add);
            });
        }
        byWord = new FoldedMap<>(woken);
    }

    private void add(int hash) {
        int bit = bit(hash);
        filter[bit >>> 6] |= 1L << bit;
    }

    /** @param hash of the word, folded ({@link Characters#hash}) */
    void wake(String text, int start, int end, int hash, Findings findings) {
        int bit = bit(hash);
        if ((filter[bit >>> 6] & (1L << bit)) == 0) return;
        for (BySequence one : bySequence) {
            if (one.sequences().mayStartWith(hash)) one.recogniser().at(text, start, end, findings);
        }
        List<WordRecogniser> woken = byWord.of(text, start, end, hash);
        if (woken == null) return;
        for (WordRecogniser recogniser : woken) recogniser.at(text, start, end, findings);
    }

    private static int bit(int hash) {
        return (hash ^ (hash >>> 16)) & (FILTER_BITS - 1);
    }
}
