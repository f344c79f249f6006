package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * Persons behind a title: « M. Olive Petit », « Mme Le Goff », « MM. Durand et Martin », « maître d'Arc ». The title is
 * not part of the finding. Function and role words behind a title (« Madame la Présidente ») are no names.
 */
final class TitleRecogniser {
    private static final int LONGEST_TITLE = 12;
    private static final int MOST_WORDS = 5;

    private static final WordSet TITLES = WordSet.of("""
            m mr mrs ms mme mlle me dr pr prof monsieur madame mademoiselle maitre docteur docteure professeur
            professeure
            """);
    private static final WordSet LOWER_TITLES = WordSet.of("""
            monsieur madame mademoiselle mr mme mlle mrs
            """);
    private static final WordSet PLURAL_TITLES = WordSet.of("""
            mm mmes mlles mes drs messieurs mesdames maitres docteurs professeurs
            """);

    private static final WordSet ANY_TITLES = WordSet.union(TITLES, LOWER_TITLES, PLURAL_TITLES);

    /** Parts of names that are no name alone. */
    private static final WordSet PARTICLES = WordSet.of("""
            de du des d la le les van von der den di da dos el al ben
            """);

    private static final WordSet NO_NAMES = WordSet.of("""
            directeur directrice president presidente maire ministre prefet prefete procureur procureure depute
            deputee senateur senatrice ambassadeur ambassadrice conseiller conseillere commissaire chef cheffe avocat
            avocate juge responsable secretaire inspecteur inspectrice recteur rectrice doyen doyenne gerant gerante
            ouvrage oeuvre honoris general delegue deleguee batonnier m mm mr mme mlle monsieur madame mademoiselle
            messieurs mesdames docteur professeur maitre bonjour merci cordialement bien nous vous ils elle elles il
            je on tu ce cet cette ces ceci cela un une mon ma mes votre vos notre nos son sa ses leur leurs pour dans
            avec suite selon en et ou mais donc si quand comme apres avant lors par sur sans sous est sont a ont sera
            qui que dont voici veuillez puis au aux the and of is you we this objet tel email siret siren iban nir
            """);

    private TitleRecogniser() {}

    /**
     * The persons behind the word that stands between two offsets; none when it is no title.
     *
     * @param hash of the word ({@link Characters#hash})
     */
    static List<Finding> behind(String text, int start, int end, int hash) {
        if (end - start > LONGEST_TITLE || !mayBeTitle(text.charAt(start))) return List.of();
        if (!ANY_TITLES.has(text, start, end, hash)) return List.of();
        int name = behindTitle(text, end);
        if (name < 0) return List.of();
        if (!mayBeName(Characters.at(text, name))) return inLowerCase(text, start, end, name);
        String word = Characters.fold(text, start, end);
        boolean plural = isPlural(text, start, word);
        if (!plural && !isSingular(text, start, end, word)) return List.of();
        if (isCommonNoun(word) && !fitsCommonNoun(text, start, end, name)) return List.of();
        List<Finding> found = plural ? names(text, name) : name(text, name);
        return found.isEmpty() ? inLowerCase(text, start, end, name) : found;
    }

    /** « bonjour madame durand »: a surname that is no word. */
    private static List<Finding> inLowerCase(String text, int start, int end, int name) {
        String title = Characters.fold(text, start, end);
        if (!LOWER_TITLES.has(title, 0, title.length()) || !Character.isLowerCase(Characters.at(text, name)))
            return List.of();
        NameWord word = NameWord.lower(text, name, NameLists.NONE);
        if (word == null || NO_NAMES.has(text, name, word.end())) return List.of();
        boolean person = word.known() ? word.alone() > 3 : word.alone() > -1.5f && word.length() > 3;
        if (!person || Characters.at(text, word.end()) == '_') return List.of();
        return List.of(new Finding(FindingType.PERSON, name, word.end(), Finding.PROBABLE, "person-title"));
    }

    private static boolean mayBeTitle(char c) {
        return switch (c) {
            case 'M', 'm', 'D', 'd', 'P', 'p' -> true;
            default -> false;
        };
    }

    private static boolean isCommonNoun(String word) {
        return word.startsWith("maitre") || word.startsWith("professeur") || word.startsWith("docteur");
    }

    /** « ses professeurs. Enfant, il … », « les maîtres du Lycée Voltaire » speak of nobody by name. */
    private static boolean fitsCommonNoun(String text, int start, int end, int name) {
        boolean title = Character.isUpperCase(text.charAt(start));
        return Characters.at(text, end) != '.' && (title || Character.isUpperCase(text.charAt(name)));
    }

    /** A capital, or the first letter of a particle. */
    private static boolean mayBeName(char c) {
        return Character.isUpperCase(c) || c == 'd' || c == 'v' || c == 'b' || c == 'e' || c == 'a';
    }

    /** Where the surname starts within a name: its last word and the particles before it. */
    static int surnameStart(String text, Finding person) {
        int start = wordStart(text, person, person.end());
        while (start > person.start() && PARTICLES.has(text, wordStart(text, person, start - 1), start - 1)) {
            start = wordStart(text, person, start - 1);
        }
        return start;
    }

    private static int wordStart(String text, Finding person, int end) {
        int start = end;
        while (start > person.start() && !Characters.isSpace(text.charAt(start - 1))) start--;
        return start;
    }

    private static boolean isPlural(String text, int start, String word) {
        return PLURAL_TITLES.has(word, 0, word.length())
                && (word.length() > 3 || Character.isUpperCase(text.charAt(start)));
    }

    private static boolean isSingular(String text, int start, int end, String word) {
        if (!TITLES.has(word, 0, word.length())) return false;
        return switch (word) {
            // « 5 M Euros » counts millions, « me » and « m' » are pronouns.
            case "m" -> text.charAt(start) == 'M' && (Characters.at(text, end) == '.' || !followsNumber(text, start));
            case "me" -> text.startsWith("Me", start) && Characters.at(text, end) != '-';
            case "ms", "pr", "dr" -> Character.isUpperCase(text.charAt(start)) && !followsNumber(text, start);
            default -> true;
        };
    }

    private static boolean followsNumber(String text, int start) {
        int before = start - 1;
        while (Characters.isSpace(Characters.at(text, before))) before--;
        char c = Characters.at(text, before);
        return Characters.isDigit(c) || c == '€';
    }

    /** Where a name can start: behind an optional point and one or two spaces; negative if there is no room. */
    private static int behindTitle(String text, int end) {
        int at = Characters.at(text, end) == '.' ? end + 1 : end;
        int name = at;
        while (name < at + 2 && Characters.isSpace(Characters.at(text, name))) name++;
        return name > end && (name > at || Characters.at(text, end) == '.') ? name : -1;
    }

    private static List<Finding> names(String text, int start) {
        List<Finding> found = new ArrayList<>();
        int at = start;
        while (found.size() < 8) {
            List<Finding> one = name(text, at);
            if (one.isEmpty()) break;
            found.addAll(one);
            int end = one.getFirst().end();
            if (text.startsWith(", ", end)) at = end + 2;
            else if (text.startsWith(" et ", end)) at = end + 4;
            else break;
        }
        return found;
    }

    private static List<Finding> name(String text, int start) {
        int end = -1;
        int first = -1;
        int at = start;
        for (int words = 0; words < MOST_WORDS; words++) {
            int word = behindParticles(text, at, words == 0);
            int wordEnd = word < 0 ? -1 : nameEnd(text, word);
            if (wordEnd < 0) break;
            if (first < 0) first = at;
            end = wordEnd;
            if (!Characters.isSpace(Characters.at(text, end))) break;
            at = end + 1;
        }
        if (end < 0 || !hasName(text, first, end)) return List.of();
        return List.of(new Finding(FindingType.PERSON, first, end, Finding.CERTAIN, "person-title"));
    }

    /** Where the capital behind « de », « de la », « d' », « Le » stands; negative if a name cannot start here. */
    private static int behindParticles(String text, int start, boolean firstWord) {
        int at = start;
        for (int particles = 0; particles < 3; particles++) {
            int end = Characters.wordEnd(text, at);
            if (end - at > 3 || !PARTICLES.has(text, at, end)) return at;
            boolean article = text.startsWith("le ", at) || text.startsWith("la ", at) || text.startsWith("les ", at);
            if (article && firstWord && particles == 0) return -1;
            char next = Characters.at(text, end);
            if (!Characters.isSpace(next) && !Characters.isApostrophe(next)) return at;
            at = end + 1;
        }
        return at;
    }

    /** The end of a capitalised word, hyphens and apostrophes included, or of an initial with its point. */
    private static int nameEnd(String text, int start) {
        if (!Character.isUpperCase(Characters.at(text, start))) return -1;
        int end = Characters.wordEnd(text, start);
        while (joins(text, end)) end = Characters.wordEnd(text, end + 1);
        if (NO_NAMES.has(text, start, Math.min(end, start + 16))) {
            return end - start == 1 && Characters.at(text, end) == '.' ? end + 1 : -1;
        }
        boolean initial = end - start == 1 || (end - start == 3 && Characters.isHyphen(text.charAt(start + 1)));
        return initial && Characters.at(text, end) == '.' ? initialEnd(text, end) : end;
    }

    /** « J.-P. »: the second initial belongs to the first. */
    private static int initialEnd(String text, int dot) {
        boolean second = Characters.isHyphen(Characters.at(text, dot + 1))
                && Character.isUpperCase(Characters.at(text, dot + 2))
                && Characters.at(text, dot + 3) == '.';
        return second ? dot + 4 : dot + 1;
    }

    private static boolean joins(String text, int at) {
        char c = Characters.at(text, at);
        return (Characters.isHyphen(c) || Characters.isApostrophe(c))
                && Characters.isLetter(Characters.at(text, at + 1));
    }

    /** Initials alone name nobody in particular, and « M. X » stays readable. */
    private static boolean hasName(String text, int start, int end) {
        for (int at = start; at < end; at = Math.max(at + 1, Characters.wordEnd(text, at))) {
            if (Characters.wordEnd(text, at) - at > 1) return true;
        }
        return false;
    }
}
