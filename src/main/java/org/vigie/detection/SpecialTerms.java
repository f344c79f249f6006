package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.WordSequences.Inflection;
import org.vigie.detection.WordSequences.Match;
import org.vigie.detection.WordSequences.Sequence;

/**
 * The terms of the {@code special-….txt} lexicons, with what must stand beside each for it to count: « est … » that it
 * is said of somebody, « … +corps » a part of the body (« fracture du poignet »), « … +duree » a time (« arrêt de dix
 * jours »), « … +seul » nothing: it is all that a bracket or a cell says (« Paul (arrêt) »); « … +nom » whose it is. Who cares for somebody is in none of them: « chez le cardiologue », « suivie par un psychologue » are made of
 * two lists here.
 */
final class SpecialTerms {
    private static final int LONGEST_WORD = 30;
    private static final int MOST_LINKS = 3;
    private static final String BODY = "+corps";
    private static final String DURATION = "+duree";
    private static final String ALONE = "+seul";
    private static final String NAME = "+nom";

    private static final List<String> SUBTYPES =
            List.of("health", "union", "religion", "politics", "orientation", "origin", "biometrics");

    private static final WordSet LINKS =
            WordSet.of("au aux a la l le les de du des d son sa ses un une mon ma dans pour contre");
    /** « pied de page », « main d'œuvre », « au cœur du projet »: a part of something else. */
    private static final WordSet OF_THINGS = WordSet.of("de du d courante");

    private static final WordSet DIRECT = WordSet.of("""
            douleur douleurs fracture coupure operation chirurgie blessure brulure prothese lesion irm scanner traumatisme
            infection infiltration
            """);

    private static final WordSet TIMES = WordSet.of("jour jours semaine semaines mois j");
    private static final WordSet NUMBERS = WordSet.of("""
            un une deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente plusieurs quelques
            """);

    private static final Set<String> CARED_FOR = Set.of(
            "chez le",
            "chez la",
            "chez l",
            "chez un",
            "chez une",
            "chez son",
            "chez sa",
            "rdv",
            "rendez vous",
            "rdv avec le",
            "suivi par un",
            "suivi par une",
            "suivi par le",
            "suivi par la",
            "suivi par son",
            "suivi par sa",
            "consulte un",
            "consulte une",
            "consulte son",
            "consulter un",
            "consulter une",
            "voit un",
            "voit une",
            "voit son",
            "voit sa",
            "voir un",
            "voir une",
            "voir son",
            "voir sa",
            "vu un",
            "vu une",
            "vu son",
            "ordonnance du",
            "courrier du",
            "rapport du",
            "certificat du",
            "lettre du",
            "seance",
            "seance de",
            "seance avec le",
            "seance avec son",
            "seance chez le",
            "seances de",
            "rdv chez le",
            "rendez vous chez le",
            "rdv chez son",
            "rendez vous avec son",
            "consultation chez",
            "consultation de",
            "vu par un",
            "vu par une",
            "vu par son",
            "oriente vers un",
            "oriente vers une",
            "adresse a un");
    private static final Set<String> CARERS = WordList.of("""
            kine kinesitherapeute osteo osteopathe dentiste orthodontiste dermato dermatologue ophtalmo ophtalmologue
            ophtalmologiste gyneco gynecologue cardio cardiologue gastro neuro neurologue rhumato rhumatologue orl pneumo
            pneumologue psy psychologue psychiatre psychotherapeute psychanalyste therapeute medecin generaliste docteur
            toubib chirurgien orthopediste radiologue podologue orthophoniste ergotherapeute psychomotricien
            nutritionniste dieteticien addictologue alcoologue tabacologue sexologue infectiologue oncologue cancerologue
            hematologue nephrologue urologue endocrinologue endocrino diabetologue allergologue pediatre pedopsychiatre
            geriatre hypnotherapeute sophrologue phlebologue angiologue sage audioprothesiste
            """);

    /** What must stand beside a term. */
    enum Beside {
        NOTHING,
        COPULA,
        BODY_PART,
        BEHIND_BODY_PART,
        TIME,
        ALONE,
        NAME
    }

    /**
     * @param start of the term and what counts as part of it
     * @param end behind them
     */
    record Term(String subtype, int start, int end, Beside beside) {
        /** Whether it counts only where it is said that somebody is it: « il est catholique ». */
        boolean isPredicate() {
            return beside == Beside.COPULA;
        }

        boolean isPlain() {
            return beside == Beside.NOTHING || beside == Beside.BODY_PART || beside == Beside.TIME;
        }

        boolean isOfBody() {
            return beside == Beside.BEHIND_BODY_PART;
        }

        boolean isAlone() {
            return beside == Beside.ALONE;
        }

        boolean isOfName() {
            return beside == Beside.NAME;
        }
    }

    private record Category(String subtype, Beside beside) {}

    private static final WordSequences<Category> TERMS = terms();

    private SpecialTerms() {}

    static WordSequences<?> sequences() {
        return TERMS;
    }

    /** The longest term that stands where a word starts; null if there is none. */
    static @Nullable Term at(String text, int start, int end) {
        for (Match<Category> match : TERMS.at(text, start, end)) {
            int from = start;
            if (match.value().beside() == Beside.BEHIND_BODY_PART) {
                from = BodyTerms.partBefore(text, start, match.end());
                if (from < 0) continue;
            }
            int termEnd = switch (match.value().beside()) {
                case NOTHING, COPULA, NAME, BEHIND_BODY_PART -> match.end();
                case ALONE -> isAlone(text, start, match.end()) ? match.end() : -1;
                case BODY_PART -> bodyPartEnd(text, match.end(), DIRECT.has(text, start, match.end()));
                case TIME -> timeEnd(text, match.end());
            };
            if (termEnd > 0) {
                return new Term(
                        match.value().subtype(), from, termEnd, match.value().beside());
            }
        }
        return null;
    }

    /** Between brackets, or in a cell: signs on both sides. */
    private static boolean isAlone(String text, int start, int end) {
        int before = start - 1;
        while (before > start - 4 && Characters.at(text, before) == ' ') before--;
        int behind = end;
        while (behind < end + 3 && Characters.at(text, behind) == ' ') behind++;
        return "(;|\t:-–,".indexOf(Characters.at(text, before)) >= 0
                && ");|\t\n\r".indexOf(Characters.at(text, behind)) >= 0;
    }

    /** @param direct whether notes leave the words between out: « coupure index » */
    private static int bodyPartEnd(String text, int from, boolean direct) {
        int at = nextWord(text, from);
        for (int links = 0; links <= MOST_LINKS && at > 0; links++) {
            int end = Characters.wordEnd(text, at, LONGEST_WORD);
            if (BodyTerms.PARTS.has(text, at, end)) return (direct || links > 0) && !isOfThing(text, end) ? end : -1;
            if (!LINKS.has(text, at, end)) return -1;
            at = nextWord(text, end);
        }
        return -1;
    }

    private static boolean isOfThing(String text, int end) {
        int next = nextWord(text, end);
        return next > 0 && OF_THINGS.has(text, next, Characters.wordEnd(text, next, LONGEST_WORD));
    }

    private static int timeEnd(String text, int from) {
        int number = nextWord(text, from);
        if (number < 0) return -1;
        int end = Characters.wordEnd(text, number, LONGEST_WORD);
        if (!Characters.isDigit(text.charAt(number)) && !NUMBERS.has(text, number, end)) return -1;
        int time = nextWord(text, end);
        if (time < 0) return -1;
        int timeEnd = Characters.wordEnd(text, time, LONGEST_WORD);
        return TIMES.has(text, time, timeEnd) ? timeEnd : -1;
    }

    private static int nextWord(String text, int end) {
        char c = Characters.at(text, end);
        boolean joint = Characters.isSpace(c) || Characters.isApostrophe(c);
        return joint && Characters.isAlphanumeric(Characters.at(text, end + 1)) ? end + 1 : -1;
    }

    private static WordSequences<Category> terms() {
        List<Sequence<Category>> terms = new ArrayList<>();
        for (String subtype : SUBTYPES) {
            for (String line : Lexicon.terms("special-" + subtype + ".txt")) add(terms, subtype, line);
        }
        for (String verb : CARED_FOR) {
            for (String carer : CARERS) add(terms, "health", verb + " " + carer);
        }
        BodyTerms.eachTerm(term -> add(terms, "health", term));
        for (String state : BodyTerms.STATES) {
            terms.add(new Sequence<>(WordSequences.words(state), new Category("health", Beside.BEHIND_BODY_PART)));
        }
        return new WordSequences<>(Inflection.GENDER_AND_PLURAL, terms);
    }

    private static void add(List<Sequence<Category>> terms, String subtype, String line) {
        Beside beside = Beside.NOTHING;
        if (line.endsWith(BODY)) beside = Beside.BODY_PART;
        if (line.endsWith(DURATION)) beside = Beside.TIME;
        if (line.endsWith(ALONE)) beside = Beside.ALONE;
        if (line.endsWith(NAME)) beside = Beside.NAME;
        List<String> words =
                WordSequences.words(beside == Beside.NOTHING ? line : line.substring(0, line.indexOf('+')));
        if (words.getFirst().equals("est") && words.size() > 1) {
            words = words.subList(1, words.size());
            beside = Beside.COPULA;
        }
        terms.add(new Sequence<>(List.copyOf(words), new Category(subtype, beside)));
    }
}
