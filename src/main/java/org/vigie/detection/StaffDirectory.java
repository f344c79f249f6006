package org.vigie.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.detection.WordSequences.Match;
import org.vigie.detection.WordSequences.Sequence;

/**
 * The names of the people of the instance, ready to be found in a text. Immutable: a changed directory is a new value,
 * given to {@link Detector#replaceDirectory}. Full names are found in either order and any case, surnames alone when
 * capitalised; always as whole words and without regard to accents, also behind an elision (« d'Olive »).
 */
public final class StaffDirectory {
    public static final StaffDirectory EMPTY = of(List.of());

    /** A first name and a surname: found in any case, in lower case too, which surnames alone are not. */
    private static final boolean FULL = true;

    private static final boolean SURNAME = false;
    private static final int SHORTEST_SURNAME = 3;

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

    private final WordSequences<Boolean> names;
    private final int size;

    private StaffDirectory(Collection<StaffName> staff) {
        this.size = staff.size();
        List<Sequence<Boolean>> sequences = new ArrayList<>(3 * staff.size());
        for (StaffName name : staff) {
            List<String> given = WordSequences.words(name.given());
            List<String> family = WordSequences.words(name.family());
            if (!given.isEmpty() && !family.isEmpty()) {
                sequences.add(new Sequence<>(concatenated(given, family), FULL));
                sequences.add(new Sequence<>(concatenated(family, given), FULL));
            }
            if (String.join("", family).length() >= SHORTEST_SURNAME) {
                sequences.add(new Sequence<>(family, SURNAME));
            }
        }
        this.names = new WordSequences<>(WordSequences.Inflection.NONE, sequences);
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
        return names.mayStartWith(hash);
    }

    /** The longest name that starts with the word between two offsets. */
    Optional<Finding> find(String text, int start, int end) {
        char before = Characters.at(text, start - 1);
        if (before == '_' || (Characters.isHyphen(before) && Characters.isLetter(Characters.at(text, start - 2)))) {
            return Optional.empty();
        }
        for (Match<Boolean> name : names.at(text, start, end)) {
            if (isCutOff(text, name.end())) continue;
            if (name.value() == FULL) return Optional.of(finding(name, Finding.CERTAIN, "person-directory"));
            if (isCapitalised(text, name.end()) && !isOnlyAWord(text, name)) {
                return Optional.of(finding(name, Finding.PROBABLE, "person-directory-surname"));
            }
        }
        return Optional.empty();
    }

    private static Finding finding(Match<Boolean> name, double confidence, String rule) {
        return new Finding(FindingType.PERSON, name.start(), name.end(), confidence, rule);
    }

    private static List<String> concatenated(List<String> one, List<String> two) {
        List<String> all = new ArrayList<>(one);
        all.addAll(two);
        return all;
    }

    /** Whether the last word of a surname is; « Le Goff » is a name, « le goff » is not. */
    private static boolean isCapitalised(String text, int end) {
        return Character.isUpperCase(text.charAt(Characters.wordStart(text, end, end)));
    }

    /** « Durand-Leroy » is somebody else than Durand. */
    private static boolean isCutOff(String text, int end) {
        char next = Characters.at(text, end);
        return next == '_' || (Characters.isHyphen(next) && Characters.isLetter(Characters.at(text, end + 1)));
    }

    private static boolean isOnlyAWord(String text, Match<Boolean> name) {
        if (!WORDS_TOO.contains(Characters.fold(text, name.start(), name.end()))) return false;
        int before = name.start() - 1;
        while (Characters.isSpace(Characters.at(text, before))) before--;
        char sign = Characters.at(text, before);
        boolean sentenceStart = sign == '\n' || sign == '.' || sign == '!' || sign == '?' || sign == '-' || sign == '*';
        return sentenceStart
                && Characters.at(text, name.end()) == ' '
                && Character.isLowerCase(Characters.at(text, name.end() + 1));
    }
}
