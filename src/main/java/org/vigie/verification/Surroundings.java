package org.vigie.verification;

import java.util.ArrayList;
import java.util.List;

/**
 * The words on both sides of a mention, the closest first: whether two mentions speak of the same thing.
 *
 * @param left at most four, within the sentence
 * @param right likewise
 */
record Surroundings(List<Word> left, List<Word> right) {
    private static final int REACH = 4;
    private static final double LITTLE = 0.3;
    /** What an empty side is worth: nothing speaks for or against. */
    private static final double UNKNOWN = 0.5;

    private record Word(String stem, double weight) {}

    static Surroundings of(Reading reading, Mention mention) {
        int sentence = reading.sentenceOf(mention.first());
        int from = reading.sentences().get(sentence);
        int to = reading.sentences().get(sentence + 1);
        List<Word> left = new ArrayList<>();
        for (int i = mention.first() - 1; i >= from && left.size() < REACH; i--)
            add(left, reading.tokens().get(i));
        List<Word> right = new ArrayList<>();
        for (int i = mention.next(); i < to && right.size() < REACH; i++)
            add(right, reading.tokens().get(i));
        return new Surroundings(left, right);
    }

    private static void add(List<Word> side, Token token) {
        if (token.kind() == Token.Kind.SIGN) return;
        double closeness = REACH - side.size();
        String stem = token.isDigits() ? "#" : Stems.of(token);
        side.add(new Word(stem, closeness * (Stems.saysLittle(token) || token.isDigits() ? LITTLE : 1)));
    }

    /** How much of these words stand around the other as well, 0 to 1. */
    double likeness(Surroundings other) {
        double all = weight(left) + weight(right);
        if (all == 0) return UNKNOWN;
        return (shared(left, other.left) + shared(right, other.right)) / all;
    }

    private static double weight(List<Word> side) {
        return side.stream().mapToDouble(Word::weight).sum();
    }

    private static double shared(List<Word> side, List<Word> other) {
        double shared = 0;
        for (int i = 0; i < side.size(); i++) {
            for (int k = 0; k < other.size(); k++) {
                if (!side.get(i).stem().equals(other.get(k).stem())) continue;
                shared += side.get(i).weight()
                        * switch (Math.abs(i - k)) {
                            case 0 -> 1;
                            case 1 -> 0.8;
                            default -> 0.5;
                        };
                break;
            }
        }
        return shared;
    }
}
