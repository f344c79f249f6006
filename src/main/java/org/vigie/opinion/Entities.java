package org.vigie.opinion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.detection.Finding;
import org.vigie.detection.FindingType;

/**
 * What a model says of a sentence's pieces, as spans. The probabilities of a word's pieces are averaged, so that a name
 * is never cut within a word; words of one type side by side, or joined by a hyphen, an apostrophe or a point, are one.
 */
final class Entities {
    private static final float LEAST = 0.5f;
    /** Not more than what our own rules are when they have a form to go by. */
    private static final double MOST = 0.85;

    private static final String RULE = "second-opinion";
    private static final int WIDEST_GAP = 3;

    private Entities() {}

    /** A run of letters and digits, and the sum over its pieces of what each type has got. */
    private static final class Word {
        private final int start;
        private final int end;
        private final Map<FindingType, Float> sums = new EnumMap<>(FindingType.class);
        private int pieces;

        Word(int start, int end) {
            this.start = start;
            this.end = end;
        }

        Optional<Finding> finding() {
            return sums.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .filter(type -> type.getValue() / pieces >= LEAST)
                    .map(type ->
                            new Finding(type.getKey(), start, end, Math.min(MOST, type.getValue() / pieces), RULE));
        }
    }

    /** @return findings with offsets from the sentence's start */
    static List<Finding> of(
            String sentence, Tokens tokens, float[][] probabilities, List<Optional<FindingType>> types) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.start(i) == Tokens.NOWHERE) continue;
            word(sentence, tokens.start(i), tokens.end(i), words);
            if (words.isEmpty() || words.getLast().end <= tokens.start(i)) continue;
            Word word = words.getLast();
            word.pieces++;
            for (int label = 0; label < types.size(); label++) {
                float share = probabilities[i][label];
                types.get(label).ifPresent(type -> word.sums.merge(type, share, Float::sum));
            }
        }
        return joined(sentence, words);
    }

    /** Begins a word where a piece is the first of one. */
    private static void word(String sentence, int from, int to, List<Word> words) {
        int start = from;
        while (start < to && !Character.isLetterOrDigit(sentence.charAt(start))) start++;
        if (start == to || !words.isEmpty() && words.getLast().end > start) return;
        int end = start;
        while (start > 0 && isInner(sentence, start - 1)) start--;
        while (end < sentence.length() && isInner(sentence, end)) end++;
        words.add(new Word(start, end));
    }

    private static boolean isInner(String sentence, int at) {
        char c = sentence.charAt(at);
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static List<Finding> joined(String sentence, List<Word> words) {
        List<Finding> found = new ArrayList<>();
        for (Word word : words) {
            Optional<Finding> finding = word.finding();
            if (finding.isEmpty()) continue;
            Finding next = finding.get();
            if (!found.isEmpty() && isOne(sentence, found.getLast(), next)) {
                Finding last = found.removeLast();
                double confidence = Math.min(last.confidence(), next.confidence());
                next = new Finding(last.type(), last.start(), next.end(), confidence, RULE);
            }
            found.add(next);
        }
        return found;
    }

    private static boolean isOne(String sentence, Finding one, Finding next) {
        if (one.type() != next.type() || next.start() - one.end() > WIDEST_GAP) return false;
        String between = sentence.substring(one.end(), next.start());
        return between.chars()
                .allMatch(c -> Character.isSpaceChar(c) || c == '-' || c == '‐' || c == '\'' || c == '’' || c == '.');
    }
}
