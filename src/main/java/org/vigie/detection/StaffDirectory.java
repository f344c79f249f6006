package org.vigie.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the people of the instance, ready to be found in a text. Immutable: a changed directory is a new value,
 * given to {@link Detector#replaceDirectory}. Full names are found in either order and any case, surnames alone when
 * capitalised; always as whole words and without regard to accents, also behind an elision (« d'Olive »).
 */
public final class StaffDirectory {
    public static final StaffDirectory EMPTY = of(List.of());

    /** Bits of the filter that lets nearly all words of a text pass without a look-up. */
    private static final int FILTER_BITS = 1 << 16;

    private static final int SHORTEST_SURNAME = 3;
    private static final int LONGEST_SEPARATOR = 2;

    /** Surnames that are words too: at the start of a sentence, before a word in lower case, they are the word. */
    private static final Set<String> WORDS_TOO = Set.of(
            "petit",
            "grand",
            "blanc",
            "noir",
            "roux",
            "brun",
            "rose",
            "marchand",
            "boulanger",
            "berger",
            "meunier",
            "charpentier",
            "comte",
            "baron",
            "marin",
            "bon",
            "beau",
            "court",
            "long",
            "gros",
            "gras",
            "bas",
            "haut",
            "page",
            "picard",
            "breton",
            "germain",
            "olive",
            "fontaine",
            "riviere",
            "forest",
            "maison",
            "renard",
            "mercier",
            "chevalier",
            "moulin",
            "bourgeois",
            "paris",
            "mars",
            "avril",
            "juillet",
            "jour",
            "noel",
            "sage",
            "poirier",
            "bonnet",
            "carre",
            "prevost",
            "roy",
            "roi",
            "lambert",
            "guide",
            "ami",
            "besson",
            "caron",
            "barre",
            "bois",
            "camus",
            "carpentier",
            "clerc",
            "couturier",
            "duc",
            "faure",
            "pages",
            "prieur",
            "salle",
            "serre",
            "tessier",
            "texier",
            "vallet",
            "vasseur");

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final long[] filter = new long[FILTER_BITS / Long.SIZE];
    private final int size;

    private StaffDirectory(Collection<StaffName> names) {
        this.size = names.size();
        for (StaffName name : names) {
            List<String> given = words(name.given());
            List<String> family = words(name.family());
            if (!given.isEmpty() && !family.isEmpty()) {
                add(concatenated(given, family), true);
                add(concatenated(family, given), true);
            }
            if (String.join("", family).length() >= SHORTEST_SURNAME) add(family, false);
        }
        byFirstWord
                .values()
                .forEach(list -> list.sort(Comparator.comparing(Entry::length).reversed()));
    }

    public static StaffDirectory of(Collection<StaffName> names) {
        return new StaffDirectory(names);
    }

    /** How many names it was made of. */
    public int size() {
        return size;
    }

    @Override
    public String toString() {
        return "StaffDirectory[" + size + " names]";
    }

    /** Whether a name may start with the word of this hash (see {@link Characters#hash}). */
    boolean mayStartWith(int hash) {
        int bit = (hash ^ (hash >>> 16)) & (FILTER_BITS - 1);
        return (filter[bit >>> 6] & (1L << bit)) != 0;
    }

    /** The longest name that starts with the word between two offsets. */
    Optional<Finding> find(String text, int start, int end) {
        char before = Characters.at(text, start - 1);
        if (before == '_' || (Characters.isHyphen(before) && Characters.isLetter(Characters.at(text, start - 2)))) {
            return Optional.empty();
        }
        for (Entry entry : byFirstWord.getOrDefault(Characters.fold(text, start, end), List.of())) {
            int nameEnd = entry.endIn(text, start, end);
            if (nameEnd > 0) return Optional.of(entry.finding(start, nameEnd));
        }
        return Optional.empty();
    }

    private void add(List<String> words, boolean anyCase) {
        String first = words.getFirst();
        List<Entry> entries = byFirstWord.computeIfAbsent(first, key -> new ArrayList<>());
        Entry entry = new Entry(words, anyCase);
        if (!entries.contains(entry)) entries.add(entry);
        int hash = 0;
        for (int i = 0; i < first.length(); i++) hash = Characters.hash(hash, first.charAt(i));
        int bit = (hash ^ (hash >>> 16)) & (FILTER_BITS - 1);
        filter[bit >>> 6] |= 1L << bit;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < name.length(); at++) {
            int end = Characters.wordEnd(name, at);
            if (end > at) words.add(Characters.fold(name, at, end));
            at = Math.max(at, end);
        }
        return words;
    }

    private static List<String> concatenated(List<String> one, List<String> two) {
        List<String> all = new ArrayList<>(one);
        all.addAll(two);
        return all;
    }

    /** @param anyCase whether the name is also one in lower case: full names are, surnames alone are not */
    private record Entry(List<String> words, boolean anyCase) {
        int length() {
            return words.size();
        }

        Finding finding(int start, int end) {
            return new Finding(
                    FindingType.PERSON,
                    start,
                    end,
                    anyCase ? Finding.CERTAIN : Finding.PROBABLE,
                    anyCase ? "person-directory" : "person-directory-surname");
        }

        /** The end of this name in a text whose word at {@code start} is its first one; negative when it is not. */
        int endIn(String text, int start, int firstEnd) {
            int wordStart = start;
            int end = firstEnd;
            for (String word : words.subList(1, words.size())) {
                wordStart = behindSeparator(text, end);
                if (wordStart < 0) return -1;
                end = Characters.wordEnd(text, wordStart);
                if (!word.equals(Characters.fold(text, wordStart, end))) return -1;
            }
            if (!anyCase && !Character.isUpperCase(text.charAt(wordStart))) return -1;
            return isCutOff(text, end) || isOnlyAWord(text, start, end) ? -1 : end;
        }

        private static int behindSeparator(String text, int end) {
            int at = end;
            while (at < end + LONGEST_SEPARATOR && isSeparator(Characters.at(text, at))) at++;
            return at > end && Characters.isLetter(Characters.at(text, at)) ? at : -1;
        }

        private static boolean isSeparator(char c) {
            return Characters.isSpace(c) || Characters.isHyphen(c) || Characters.isApostrophe(c) || c == '.';
        }

        /** « Durand-Leroy » is somebody else than Durand. */
        private static boolean isCutOff(String text, int end) {
            char next = Characters.at(text, end);
            return next == '_' || (Characters.isHyphen(next) && Characters.isLetter(Characters.at(text, end + 1)));
        }

        private boolean isOnlyAWord(String text, int start, int end) {
            if (anyCase || words.size() > 1 || !WORDS_TOO.contains(words.getFirst())) return false;
            int before = start - 1;
            while (Characters.isSpace(Characters.at(text, before))) before--;
            char sign = Characters.at(text, before);
            boolean sentenceStart =
                    sign == '\n' || sign == '.' || sign == '!' || sign == '?' || sign == '-' || sign == '*';
            return sentenceStart
                    && Characters.at(text, end) == ' '
                    && Character.isLowerCase(Characters.at(text, end + 1));
        }
    }
}
