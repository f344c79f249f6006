package org.vigie.provider;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.exchange.Extracts;
import org.vigie.kernel.Language;

/**
 * What an installation without a model answers to a question asked of documents: the sentences of the extracts that
 * share most with the question, word for word, each with the number of its extract; or that they do not say it. Words
 * weigh by how few sentences have them (inverse document frequency); endings are cut off, accents and case folded.
 *
 * <p>Pure: the same extracts and question always give the same answer.
 */
final class ExtractiveAnswer {
    private static final int MOST_QUOTED = 3;
    private static final int SHORTEST_WORD = 3;
    private static final int STEM = 5;
    /** Of the weight of the question's words: below, a sentence only happens to share a word with it. */
    private static final double ENOUGH = 0.3;
    /** Of the best sentence's score. */
    private static final double NEAR_BEST = 0.6;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Set<String> ASKING = Set.of(
            "quel",
            "quelle",
            "quels",
            "quelles",
            "comment",
            "combien",
            "pourquoi",
            "quand",
            "est",
            "sont",
            "les",
            "des",
            "une",
            "pour",
            "par",
            "dans",
            "avec",
            "sur",
            "que",
            "qui",
            "quoi",
            "ses",
            "mes",
            "nos",
            "vos",
            "leur",
            "peut",
            "peux",
            "doit",
            "dois",
            "faire",
            "what",
            "which",
            "how",
            "when",
            "why",
            "the",
            "and",
            "for",
            "are",
            "does",
            "can",
            "with",
            "from",
            "about");

    private ExtractiveAnswer() {}

    private record Quoted(int extract, int order, String text, double score) {}

    static String of(String question, List<Extracts.Extract> extracts, Language language) {
        Set<String> asked = stems(question);
        List<Quoted> sentences = new ArrayList<>();
        Map<String, Integer> frequency = new HashMap<>();
        for (Extracts.Extract extract : extracts) {
            for (SentenceSplitter.Sentence one : SentenceSplitter.split(extract.text())) {
                sentences.add(new Quoted(extract.number(), sentences.size(), one.text(), 0));
                stems(one.text()).forEach(stem -> frequency.merge(stem, 1, Integer::sum));
            }
        }
        double all = asked.stream()
                .mapToDouble(stem -> weight(stem, frequency, sentences.size()))
                .sum();
        List<Quoted> scored = sentences.stream()
                .map(one -> new Quoted(
                        one.extract(), one.order(), one.text(), score(one, asked, frequency, sentences.size())))
                .sorted(Comparator.comparingDouble(Quoted::score).reversed())
                .toList();
        if (scored.isEmpty() || scored.getFirst().score() <= ENOUGH * all) return nothing(language);
        double best = scored.getFirst().score();
        return introduction(language)
                + scored.stream()
                        .limit(MOST_QUOTED)
                        .filter(one -> one.score() >= NEAR_BEST * best)
                        .sorted(Comparator.comparingInt(Quoted::order))
                        .map(one -> "> " + one.text() + " [" + one.extract() + "]")
                        .collect(Collectors.joining("\n>\n"))
                + "\n";
    }

    private static double score(Quoted sentence, Set<String> asked, Map<String, Integer> frequency, int sentences) {
        return stems(sentence.text()).stream()
                .filter(asked::contains)
                .mapToDouble(stem -> weight(stem, frequency, sentences))
                .sum();
    }

    private static double weight(String stem, Map<String, Integer> frequency, int sentences) {
        return Math.log(1 + (sentences + 1.0) / (frequency.getOrDefault(stem, 0) + 1.0));
    }

    private static Set<String> stems(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        Set<String> stems = new HashSet<>();
        WORD.matcher(folded).results().forEach(found -> {
            String word = found.group();
            if (word.length() < SHORTEST_WORD || ASKING.contains(word)) return;
            stems.add(word.substring(0, Math.min(word.length(), STEM)));
        });
        return stems;
    }

    private static String introduction(Language language) {
        return switch (language) {
            case FRENCH -> "Voici ce que disent les documents, cité tel quel :\n\n";
            case ENGLISH -> "This is what the documents say, quoted as it stands:\n\n";
        };
    }

    private static String nothing(Language language) {
        return switch (language) {
            case FRENCH -> "Les documents consultés ne le disent pas.\n";
            case ENGLISH -> "The documents that were consulted do not say it.\n";
        };
    }
}
