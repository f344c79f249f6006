package org.vigie.detection;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.detection.WordSequences.Inflection;
import org.vigie.detection.WordSequences.Match;
import org.vigie.detection.WordSequences.Sequence;

/**
 * The organisation's own terms: clients, missions, code names, products, and what must never be masked. Immutable: a
 * changed dictionary is a new value, given to {@link Detector#replaceDictionary}. Terms are found as whole words, in
 * any case, with or without accents, behind an elision (« d'Atlas »), in the plural, and with any space, hyphen or
 * line break between their words.
 */
public final class Dictionary {
    public static final Dictionary EMPTY = of(List.of());

    /** Characters of a term, at most. */
    public static final int LONGEST_TERM = 200;

    static final String RULE = "dictionary";

    /** What becomes of a term in a text. */
    public enum Regime {
        /** It is a finding. */
        PROTECT,
        /** No finding has exactly this text: the firm's own name, its public address. */
        IGNORE;

        /** The stored name: {@code protect}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param type what a protected term is; without meaning for an ignored one
     * @param subtype what kind of {@link FindingType#TERM}, as the organisation calls it, in kebab case; may be empty
     * @param mission code of the mission that it belongs to; empty where there is none
     */
    public record Entry(String term, FindingType type, String subtype, Regime regime, String mission) {
        public Entry {
            term = term.strip();
            if (WordSequences.words(term).isEmpty()) throw new IllegalArgumentException("no letter or digit in a term");
        }

        public static Entry protect(String term, FindingType type) {
            return new Entry(term, type, "", Regime.PROTECT, "");
        }

        public static Entry ignore(String term) {
            return new Entry(term, FindingType.TERM, "", Regime.IGNORE, "");
        }

        private Sequence<Entry> sequence() {
            return new Sequence<>(WordSequences.words(term), this);
        }

        /** Hides the term: a dictionary must not end up in a log. */
        @Override
        public String toString() {
            return "Entry[***, " + type + ", " + regime + "]";
        }
    }

    private final WordSequences<Entry> terms;
    private final Set<String> ignored = new HashSet<>();
    private final int size;

    private Dictionary(Collection<Entry> entries) {
        this.size = entries.size();
        List<Sequence<Entry>> sequences = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            switch (entry.regime()) {
                case PROTECT -> sequences.add(entry.sequence());
                case IGNORE -> ignored.add(letters(entry.term(), 0, entry.term().length()));
            }
        }
        this.terms = new WordSequences<>(Inflection.PLURAL, sequences);
    }

    public static Dictionary of(Collection<Entry> entries) {
        return new Dictionary(entries);
    }

    /**
     * Reads CSV in which the first line names the columns: {@code term}, and, where wanted, {@code type} (a
     * {@link FindingType}, or the organisation's own word for a kind of {@code TERM}; {@code TERM} when empty),
     * {@code action} ({@code protect}, or {@code ignore}; {@code protect} when empty) and {@code mission}. Separated by
     * commas or semicolons, with or without quotes and byte order mark.
     *
     * @throws DictionaryCsvException with the line and column of the first fault
     * @throws IOException also when the bytes are not in the reader's encoding
     */
    public static Dictionary readCsv(Reader csv) throws IOException {
        return of(new DictionaryCsv(csv).entries());
    }

    /** The entries of such a file, to be kept. @throws DictionaryCsvException as {@link #readCsv} */
    public static List<Entry> entriesOf(Reader csv) throws IOException {
        return new DictionaryCsv(csv).entries();
    }

    /** The same file of entries, with commas. */
    public static String csvOf(List<Entry> entries) {
        return DictionaryCsv.write(entries);
    }

    /** How many entries it was made of. */
    public int size() {
        return size;
    }

    @Override
    public String toString() {
        return "Dictionary[" + size + " entries]";
    }

    /** Whether a term may start with the word of this hash (see {@link Characters#hash}). */
    boolean mayStartWith(int hash) {
        return terms.mayStartWith(hash);
    }

    /** Tells the longest term that starts with the word between two offsets. */
    void find(String text, int start, int end, Findings findings) {
        List<Match<Entry>> matches = terms.at(text, start, end);
        if (matches.isEmpty()) return;
        Match<Entry> longest = matches.getFirst();
        Entry entry = longest.value();
        findings.add(new Finding(
                entry.type(), entry.subtype(), start, longest.end(), Finding.CERTAIN, RULE, entry.mission()));
    }

    /** Whether what stands between two offsets is a term to leave alone. */
    boolean ignores(String text, int start, int end) {
        return !ignored.isEmpty() && ignored.contains(letters(text, start, end));
    }

    /** Without what groups numbers and joins words: « 303 171 672 » is « 303171672 ». */
    private static String letters(String text, int start, int end) {
        String folded = Characters.fold(text, start, end);
        StringBuilder letters = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (Characters.isAlphanumeric(folded.charAt(i))) letters.append(folded.charAt(i));
        }
        return letters.toString();
    }
}
