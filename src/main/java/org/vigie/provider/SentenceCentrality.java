package org.vigie.provider;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * LexRank (Erkan and Radev, 2004, continuous variant): a sentence is central when it is like many sentences that are
 * central themselves. Likeness is the cosine of tf-idf vectors over lightly stemmed words, without accents, elisions and
 * grammatical words, in French and English.
 */
final class SentenceCentrality {
    private static final double DAMPING = 0.85;
    private static final int ITERATIONS = 40;
    /** Above, a sentence says again what a quoted one says. */
    private static final double SAME = 0.6;

    private static final int FEWEST_TERMS = 4;
    /** Characters of a sentence that can still be quoted; longer ones are lists or tables. */
    private static final int LONGEST_QUOTED = 700;

    private static final int SHORTEST_STEM = 4;
    private static final Set<String> GRAMMAR = Set.copyOf(List.of(
            ("a au aux avec avoir ce ceci cela celle celles celui ces cet cette ceux chaque comme dans de depuis des deux donc"
                            + " dont du elle elles en encore entre est et etaient etait etant ete etre eux fait faire font il ils je"
                            + " la le les leur leurs lors mais meme memes mes moins mon ma ne ni nos notre nous on ont ou par pas peu"
                            + " peut peuvent plus pour puis qu que quel quelle quelles quels qui sa sans se sera seront ses si soit"
                            + " son sont sous sur ta te tes toi ton tous tout toute toutes tres tu un une vers vos votre vous y ainsi"
                            + " alors apres avant aussi afin car ici lui moi non oui autre autres doit doivent"
                            + " the of and to in is are was were be been it its this that these those for on with as by at from or an"
                            + " not but they their them we our you your he she his her has have had will would can could should which")
                    .split(" ")));

    private final List<String> sentences;
    private final List<Map<String, Double>> vectors;
    private final int[] termCounts;

    private SentenceCentrality(List<String> sentences) {
        this.sentences = sentences;
        List<List<String>> terms =
                sentences.stream().map(SentenceCentrality::terms).toList();
        this.termCounts = terms.stream().mapToInt(List::size).toArray();
        this.vectors = vectors(terms);
    }

    /** The most central sentences, at most so many, in the order of the text, none that repeats another one. */
    static List<String> mostCentral(List<String> sentences, int count) {
        SentenceCentrality centrality = new SentenceCentrality(sentences);
        double[][] likeness = centrality.likeness();
        double[] rank = rank(likeness);
        List<Integer> chosen = new ArrayList<>();
        IntStream.range(0, sentences.size())
                .filter(centrality::isQuotable)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -rank[i]))
                .forEach(i -> {
                    boolean said = chosen.stream().anyMatch(j -> likeness[i][j] > SAME);
                    if (chosen.size() < count && !said) chosen.add(i);
                });
        return chosen.stream().sorted().map(sentences::get).toList();
    }

    private boolean isQuotable(int i) {
        String sentence = sentences.get(i);
        return termCounts[i] >= FEWEST_TERMS && sentence.length() <= LONGEST_QUOTED && !sentence.endsWith("?");
    }

    private double[][] likeness() {
        int n = vectors.size();
        double[][] likeness = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                likeness[i][j] = cosine(vectors.get(i), vectors.get(j));
                likeness[j][i] = likeness[i][j];
            }
        }
        return likeness;
    }

    /** Vectors have length 1, so the product is the cosine. */
    private static double cosine(Map<String, Double> one, Map<String, Double> two) {
        Map<String, Double> small = one.size() < two.size() ? one : two;
        Map<String, Double> large = small == one ? two : one;
        double sum = 0;
        for (Map.Entry<String, Double> term : small.entrySet()) {
            sum += term.getValue() * large.getOrDefault(term.getKey(), 0.0);
        }
        return sum;
    }

    /** The stationary distribution of a walk from sentence to sentence, by power iteration. */
    private static double[] rank(double[][] likeness) {
        int n = likeness.length;
        double[] sums = Arrays.stream(likeness)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double[] rank = new double[n];
        Arrays.fill(rank, 1.0 / n);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] next = new double[n];
            Arrays.fill(next, (1 - DAMPING) / n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n && sums[i] > 0; j++) next[j] += DAMPING * rank[i] * likeness[i][j] / sums[i];
            }
            rank = next;
        }
        return rank;
    }

    private static List<Map<String, Double>> vectors(List<List<String>> sentences) {
        Map<String, Integer> documents = new HashMap<>();
        sentences.forEach(terms -> Set.copyOf(terms).forEach(term -> documents.merge(term, 1, Integer::sum)));
        List<Map<String, Double>> vectors = new ArrayList<>(sentences.size());
        for (List<String> terms : sentences) {
            Map<String, Double> vector = new HashMap<>();
            terms.forEach(term -> vector.merge(term, 1.0, Double::sum));
            vector.replaceAll(
                    (term, count) -> count * Math.log(1 + (double) sentences.size() / documents.getOrDefault(term, 1)));
            double length = Math.sqrt(vector.values().stream()
                    .mapToDouble(weight -> weight * weight)
                    .sum());
            vector.replaceAll((term, weight) -> weight / length);
            vectors.add(vector);
        }
        return vectors;
    }

    /** The words that carry meaning, folded and stemmed; a placeholder is one of them, whole. */
    static List<String> terms(String sentence) {
        String folded = Normalizer.normalize(sentence.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe");
        return Arrays.stream(folded.split("[^\\p{L}\\p{N}_]+"))
                .filter(word -> word.length() > 1 && !GRAMMAR.contains(word))
                .map(SentenceCentrality::stem)
                .toList();
    }

    /** Plurals, feminines and infinitives, as far as that is safe without a dictionary. */
    private static String stem(String word) {
        if (word.indexOf('_') >= 0 || word.length() <= SHORTEST_STEM) return word;
        String stem = word.endsWith("aux") ? word.substring(0, word.length() - 3) + "al" : word;
        for (String ending : List.of("s", "x", "e", "er", "e", "nt")) {
            boolean removable = stem.endsWith(ending) && stem.length() - ending.length() >= SHORTEST_STEM;
            if (removable) stem = stem.substring(0, stem.length() - ending.length());
        }
        return stem;
    }
}
