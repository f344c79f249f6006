package org.vigie.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The passages, read once: which of their sentences an answer's sentence is most like, and which mentions they hold. */
final class Sources {
    private static final int BEST = 2;

    private final List<Reading> passages;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Located> mentions = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    Sources(List<String> texts) {
        passages = texts.stream().map(Reading::of).toList();
        for (int p = 0; p < passages.size(); p++) add(p, passages.get(p));
    }

    /** A sentence of a passage with the stems of its words. */
    record Sentence(int passage, int index, Set<String> stems) {}

    /** A mention with the sentence that holds it. */
    record Located(Sentence sentence, Mention mention, Surroundings surroundings) {}

    List<Reading> passages() {
        return passages;
    }

    List<Located> mentions() {
        return mentions;
    }

    /** Compares every sentence with those words, once for all that is asked about them. */
    Likeness likeness(Set<String> words) {
        Map<Sentence, Double> degrees = new IdentityHashMap<>();
        sentences.forEach(sentence -> degrees.put(sentence, likeness(words, sentence.stems())));
        List<Sentence> likest = sentences.stream()
                .filter(sentence -> degrees.getOrDefault(sentence, 0.0) > 0)
                .sorted(Comparator.comparingDouble((Sentence s) -> -degrees.getOrDefault(s, 0.0)))
                .limit(BEST)
                .toList();
        return new Likeness(degrees, likest);
    }

    /**
     * How like a sentence of the answer the passages' sentences are.
     *
     * @param degrees 0 to 1
     * @param likest the likest first
     */
    record Likeness(Map<Sentence, Double> degrees, List<Sentence> likest) {
        /** Of the likest sentence, 0 to 1. */
        double highest() {
            return likest.isEmpty() ? 0 : degrees.getOrDefault(likest.getFirst(), 0.0);
        }
    }

    /** How much of what the words say is in a sentence, 0 to 1; rare words count more. */
    private double likeness(Set<String> words, Set<String> sentence) {
        double shared = 0;
        double all = 0;
        for (String word : words) {
            double weight = weight(word);
            all += weight;
            if (sentence.contains(word)) shared += weight;
        }
        return all == 0 ? 0 : shared / all;
    }

    private double weight(String word) {
        return Math.log(1 + (sentences.size() + 1.0) / (frequency.getOrDefault(word, 0) + 0.5));
    }

    private void add(int passage, Reading reading) {
        List<Sentence> own = new ArrayList<>();
        for (int i = 0; i < reading.sentenceCount(); i++) {
            Set<String> stems = stems(reading, i);
            stems.forEach(stem -> frequency.merge(stem, 1, Integer::sum));
            own.add(new Sentence(passage, i, stems));
        }
        sentences.addAll(own);
        for (Mention mention : reading.mentions()) {
            mentions.add(new Located(
                    own.get(reading.sentenceOf(mention.first())), mention, Surroundings.of(reading, mention)));
        }
    }

    static Set<String> stems(Reading reading, int sentence) {
        Set<String> stems = new HashSet<>();
        for (int i = reading.sentences().get(sentence); i < reading.sentences().get(sentence + 1); i++) {
            Token token = reading.tokens().get(i);
            if (token.isWord() && !Stems.saysLittle(token)) stems.add(Stems.of(token));
        }
        return stems;
    }
}
