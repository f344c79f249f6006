package org.vigie.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which recognisers a word wakes: one look-up in a table of bits for nearly every word, then one in a map. */
final class WordTriggers {
    private static final int FILTER_BITS = 1 << 18;

    private final HashFilter filter = new HashFilter(FILTER_BITS);
    private final FoldedMap<List<WordRecogniser>> byWord;
    private final List<BySequence> bySequence = new ArrayList<>();

    private record BySequence(WordSequences<?> sequences, WordRecogniser recogniser) {}

    WordTriggers(List<WordRecogniser> recognisers) {
        Map<String, List<WordRecogniser>> woken = new HashMap<>();
        for (WordRecogniser recogniser : recognisers) {
            for (String word : recogniser.triggers()) {
                woken.computeIfAbsent(word, _ -> new ArrayList<>()).add(recogniser);
                filter.add(Characters.hash(word));
            }
            recogniser.sequences().ifPresent(sequences -> {
                bySequence.add(new BySequence(sequences, recogniser));
                sequences.eachFirstHash(filter::add);
            });
        }
        byWord = new FoldedMap<>(woken);
    }

    /** @param hash of the word, folded ({@link Characters#hash}) */
    void wake(String text, int start, int end, int hash, Findings findings) {
        if (!filter.mayHold(hash)) return;
        for (int i = 0; i < bySequence.size(); i++) {
            BySequence one = bySequence.get(i);
            if (one.sequences().mayStartWith(hash)) one.recogniser().at(text, start, end, findings);
        }
        List<WordRecogniser> woken = byWord.of(text, start, end, hash);
        if (woken == null) return;
        for (WordRecogniser recogniser : woken) recogniser.at(text, start, end, findings);
    }
}
