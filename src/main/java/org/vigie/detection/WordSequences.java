package org.vigie.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Sequences of words, each with a value, found in a text by their first word: what directories, dictionaries and
 * lexicons are made of. Words are compared folded; between two of them may stand any short separator, a line break too.
 * Nearly all words of a text pass a filter of bits, whose size follows the number of sequences, and cost nothing more;
 * nearly all others, as frequent as « en », fall at the same filter by the first letters of the word behind them.
 */
final class WordSequences<V> {
    private static final int FEWEST_FILTER_BITS = 1 << 16;
    private static final int FILTER_BITS_PER_WORD = 16;
    private static final int LONGEST_SEPARATOR = 4;
    private static final int LONGEST_WORD = 40;
    private static final int FRONT = 3;
    /** So many sequences are compared as fast as the word behind the next is looked up. */
    private static final int FEW = 8;

    /** Which endings a word may have in a text that it has not in its sequence. */
    enum Inflection {
        NONE(""),
        PLURAL("", "s", "x"),
        GENDER_AND_PLURAL("", "s", "x", "e", "es", "ne", "nes", "le", "les");

        private final List<String> endings;

        Inflection(String... endings) {
            this.endings = List.of(endings);
        }

        /** Short words and abbreviations have no feminine: « Rome » is not that of « rom ». */
        private List<String> endingsOf(String word) {
            return this == GENDER_AND_PLURAL && word.length() < 5 ? NONE.endings : endings;
        }
    }

    /** @param words folded, at least one */
    record Sequence<V>(List<String> words, V value) {}

    /**
     * @param second hash of the first letters of the second word; 0 where there is none or it is shorter
     * @param third the same of the third
     */
    private record Candidate<V>(Sequence<V> sequence, int second, int third) {
        static <V> Candidate<V> of(Sequence<V> sequence) {
            return new Candidate<>(sequence, front(sequence, 1), front(sequence, 2));
        }

        private static int front(Sequence<?> sequence, int place) {
            String word = sequence.words().size() > place ? sequence.words().get(place) : "";
            return word.length() < FRONT ? 0 : Characters.hashOfFront(word, 0, FRONT);
        }
    }

    /** @param end behind the last word */
    record Match<V>(int start, int end, V value) {}

    private final Inflection inflection;
    private final Map<String, List<Candidate<V>>> byFirstWord = new HashMap<>();
    private final HashFilter firstWords;
    /** First words with the first letters of the second. */
    private final HashFilter beginnings;

    WordSequences(Inflection inflection, List<Sequence<V>> sequences) {
        this.inflection = inflection;
        for (Sequence<V> sequence : sequences) {
            List<Candidate<V>> same =
                    byFirstWord.computeIfAbsent(sequence.words().getFirst(), _ -> new ArrayList<>(1));
            same.add(Candidate.of(sequence));
        }
        byFirstWord.values().forEach(WordSequences::sort);
        this.firstWords = filterOf(byFirstWord.size());
        this.beginnings = filterOf(byFirstWord.values().stream()
                .mapToLong(same -> same.stream()
                        .map(one -> secondFront(one.sequence()))
                        .distinct()
                        .count())
                .sum());
        byFirstWord.forEach((first, same) -> eachHash(first, hash -> {
            firstWords.add(hash);
            for (Candidate<V> one : same) addBeginnings(hash, one);
        }));
    }

    private HashFilter filterOf(long words) {
        return new HashFilter((int) Math.min(
                Integer.MAX_VALUE,
                Math.max(FEWEST_FILTER_BITS, words * inflection.endings.size() * FILTER_BITS_PER_WORD)));
    }

    /** The first letters of the second word; empty when there is none. */
    private static String secondFront(Sequence<?> sequence) {
        String second = sequence.words().size() > 1 ? sequence.words().get(1) : "";
        return second.substring(0, Math.min(FRONT, second.length()));
    }

    private void addBeginnings(int first, Candidate<V> candidate) {
        List<String> words = candidate.sequence().words();
        if (words.size() == 1) {
            beginnings.add(31 * first);
        } else if (candidate.second() != 0) {
            beginnings.add(31 * first + candidate.second());
        } else {
            for (String ending : inflection.endingsOf(words.get(1))) {
                beginnings.add(31 * first + Characters.hashOfFront(words.get(1) + ending, 0, FRONT));
            }
        }
    }

    /** The first letter of the second word; 0 when there is none. */
    private static char secondInitial(Sequence<?> sequence) {
        return sequence.words().size() > 1 ? sequence.words().get(1).charAt(0) : 0;
    }

    private static <V> void sort(List<Candidate<V>> candidates) {
        if (candidates.size() > 1) {
            candidates.sort(Comparator.comparingInt(
                    (Candidate<V> one) -> -letters(one.sequence().words())));
        }
    }

    /** The folded words of a term; empty when it has no letter and no digit. */
    static List<String> words(String term) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < term.length(); ) {
            int end = Characters.wordEnd(term, at);
            if (end > at) words.add(Characters.fold(term, at, end));
            at = Math.max(at + 1, end);
        }
        return words;
    }

    /** Tells the hash of every first word, as it may stand in a text (see {@link Characters#hash}). */
    void eachFirstHash(IntConsumer consumer) {
        for (String first : byFirstWord.keySet()) eachHash(first, consumer);
    }

    private void eachHash(String first, IntConsumer consumer) {
        int stem = Characters.hash(first);
        for (String ending : inflection.endingsOf(first)) consumer.accept(Characters.hash(stem, ending));
    }

    /** Whether a sequence may start with the word of this hash (see {@link Characters#hash}). */
    boolean mayStartWith(int hash) {
        return firstWords.mayHold(hash);
    }

    /** All sequences that stand where the word between two offsets starts, longest first. */
    List<Match<V>> at(String text, int start, int end) {
        int hash = Characters.hash(text, start, end);
        int next = behindSeparator(text, end);
        char second = next < 0 ? 0 : Characters.firstFolded(text.charAt(next));
        int front = next < 0 ? 0 : Characters.hashOfFront(text, next, FRONT);
        boolean followed = next >= 0 && beginnings.mayHold(31 * hash + front);
        if (!followed && !beginnings.mayHold(31 * hash)) return List.of();
        List<Candidate<V>> candidates = startingWith(Characters.fold(text, start, end));
        List<Match<V>> matches = List.of();
        int third = candidates.size() > FEW ? frontBehind(text, next) : 0;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate<V> candidate = candidates.get(i);
            if (candidate.second() != 0 && candidate.second() != front) continue;
            if (third != 0 && candidate.third() != 0 && candidate.third() != third) continue;
            Sequence<V> sequence = candidate.sequence();
            char initial = secondInitial(sequence);
            if (initial != 0 && initial != second) continue;
            int matchEnd = endOf(sequence, text, end);
            if (matchEnd < 0) continue;
            if (matches.isEmpty()) matches = new ArrayList<>(1);
            matches.add(new Match<>(start, matchEnd, sequence.value()));
        }
        return matches;
    }

    /** Hash of the first letters of the word behind the one at an offset; 0 where there is none. */
    private static int frontBehind(String text, int word) {
        int next = word < 0 ? -1 : behindSeparator(text, Characters.wordEnd(text, word, LONGEST_WORD));
        return next < 0 ? 0 : Characters.hashOfFront(text, next, FRONT);
    }

    /** The sequences that begin with a word or with what it is inflected from, longest first. */
    private List<Candidate<V>> startingWith(String word) {
        List<Candidate<V>> found = List.of();
        for (String ending : inflection.endings) {
            if (!word.endsWith(ending)) continue;
            String stem = word.substring(0, word.length() - ending.length());
            List<Candidate<V>> some = byFirstWord.get(stem);
            if (some == null || !inflection.endingsOf(stem).contains(ending)) continue;
            found = found.isEmpty() ? some : joined(found, some);
        }
        return found;
    }

    private static <V> List<Candidate<V>> joined(List<Candidate<V>> some, List<Candidate<V>> others) {
        List<Candidate<V>> all = new ArrayList<>(some);
        all.addAll(others);
        sort(all);
        return all;
    }

    private int endOf(Sequence<V> sequence, String text, int firstEnd) {
        int end = firstEnd;
        for (int i = 1; i < sequence.words().size(); i++) {
            int start = behindSeparator(text, end);
            if (start < 0) return -1;
            String word = sequence.words().get(i);
            end = Characters.wordEnd(text, start, word.length() + 4);
            if (!isInflected(text, start, end, word)) return -1;
        }
        return end;
    }

    private boolean isInflected(String text, int start, int end, String word) {
        int hash = Characters.hash(text, start, end);
        int stem = Characters.hash(word);
        for (String ending : inflection.endingsOf(word)) {
            if (Characters.hash(stem, ending) != hash) continue;
            if (end - start > word.length() + ending.length() + 2) continue;
            if (Characters.isFolded(text, start, end, ending.isEmpty() ? word : word + ending)) return true;
        }
        return false;
    }

    private static int behindSeparator(String text, int end) {
        int at = end;
        while (at < end + LONGEST_SEPARATOR && isSeparator(Characters.at(text, at))) at++;
        return at > end && at < text.length() && Characters.isAlphanumeric(text.charAt(at)) ? at : -1;
    }

    private static boolean isSeparator(char c) {
        return Characters.isSpace(c)
                || Characters.isLineBreak(c)
                || Characters.isHyphen(c)
                || Characters.isApostrophe(c)
                || c == '.'
                || c == '_'
                || c == '&'
                || c == '+'
                || c == ':'
                || c == '/';
    }

    private static int letters(List<String> words) {
        int letters = 0;
        for (String word : words) letters += word.length() + 1;
        return letters;
    }
}
