package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.detection.WordSequences.Inflection;
import org.vigie.detection.WordSequences.Match;
import org.vigie.detection.WordSequences.Sequence;

/**
 * Special categories of personal data (GDPR article 9) that are said of somebody: « elle est enceinte de trois mois », «
 * Paul est en arrêt pour dépression », « Diagnostic : asthme ». The terms are in the {@code special-….txt} lexicons;
 * {@link PersonTie} tells whether the sentence speaks of a person. The subtype says which category.
 */
final class SpecialCategoryRecogniser implements WordRecogniser {
    private static final int LONGEST_WORD = 30;
    private static final int FIELD_WINDOW = 120;
    private static final int NOTE_WINDOW = 800;
    /** Who is meant may stand behind: a signature. */
    private static final int BEHIND = 200;

    /** @param predicate whether the term counts only where it is said that somebody is it: « il est catholique » */
    private record Category(String subtype, boolean predicate) {}

    private static final List<String> SUBTYPES =
            List.of("health", "union", "religion", "politics", "orientation", "origin", "biometrics");
    private static final WordSequences<Category> TERMS = terms();

    private static final WordSet COPULAS = WordSet.of("""
            est etait etais suis es sera serait soit etre reste restee devenu devenue devient dit declare declaree
            considere affirme assume nee ne etant
            """);
    private static final WordSet ADVERBS =
            WordSet.of("pas tres plutot aussi desormais devenu toujours un une bien qu d en");
    private static final WordSet FIELDS = WordSet.of("""
            diagnostic diagnostics pathologie pathologies maladie maladies lesion lesions allergie allergies antecedents
            antecedent atcd traitement traitements motif motifs handicap affection symptome symptomes sante blessure
            blessures religion confession culte syndicat orientation opinion opinions parti origine origines situation
            """);
    private static final WordSet EPIDEMICS = WordSet.of("covid grippe");
    private static final WordSet EPOCHS =
            WordSet.of("depuis pendant avant apres crise periode post epidemie pandemie protocole lors");
    private static final WordSet YES =
            WordSet.of("oui yes true o x en depuis valable jusqu accordee obtenue renouvelee");
    private static final WordSet ADJECTIVES = WordSet.of("""
            chronique severe aigu aigue grave legere leger gauche droit droite evolutif evolutive pratiquant pratiquante
            professionnel professionnelle nerveuse pulmonaire cardiaque cerebral cerebrale renal renale hepatique
            digestif digestive gestationnel infantile congenital congenitale moteur motrice visuel visuelle auditif
            auditive psychique mental mentale lourd lourde rare ouverte multiple multiples bilaterale bilateral
            inflammatoire articulaire musculaire lombaire cervicale therapeutique alimentaire respiratoire permanent
            permanente partielle totale longue duree
            """);
    private static final WordSet OF = WordSet.of("de du des d");
    private static final WordSet TO = WordSet.of("a au aux");
    private static final WordSet ARTICLES = WordSet.of("la l le les");
    private static final WordSet NO_COMPLEMENTS = WordSet.of("""
            son sa ses mon ma mes ton ta tes notre votre leur ce cette cet ces lundi mardi mercredi jeudi vendredi samedi
            dimanche travail service equipe part fait cours fin plus nouveau suite retour
            """);
    private static final WordSet ALLERGIES =
            WordSet.of("allergique allergiques allergie allergies intolerant intolerante");

    @Override
    public Set<String> triggers() {
        return Set.of();
    }

    @Override
    public Optional<WordSequences<?>> sequences() {
        return Optional.of(TERMS);
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        List<Match<Category>> matches = TERMS.at(text, start, end);
        if (matches.isEmpty()) return;
        Match<Category> match = matches.getFirst();
        Category category = match.value();
        PersonTie tie = PersonTie.around(text, start, match.end());
        int from = withPreposition(text, start);
        int to = behindComplements(text, start, match.end());
        Finding finding =
                new Finding(FindingType.HEALTH, category.subtype(), from, to, Finding.PROBABLE, "special-category");
        if (isField(text, start) || isConfirmed(text, match.end())) {
            findings.add(finding);
            return;
        }
        if (isLabel(text, start, match.end())) return;
        if (category.predicate() && !isPredicate(text, start) && !tie.isBehindRole(start)) return;
        if (EPIDEMICS.has(text, start, end) && isEpoch(text, start)) return;
        boolean possessed = tie.isPossessed(start);
        if (!possessed && tie.isGeneral(start)) return;
        if (possessed
                || tie.isOfName(match.end())
                || tie.hasPerson(start)
                || tie.isBehindRole(start)
                || tie.isSuffered(start)) {
            findings.add(finding);
            return;
        }
        boolean note = Characters.at(text, match.end()) != ':';
        findings.addBesidePerson(
                finding, note ? paragraph(text, tie.from()) : tie.from(), note ? tie.to() + BEHIND : tie.to());
    }

    /** Where the paragraph starts, or a stretch of it: who was named there may still be spoken of. */
    private static int paragraph(String text, int sentence) {
        int at = sentence;
        while (at > 0
                && sentence - at < NOTE_WINDOW
                && !(text.charAt(at - 1) == '\n' && Characters.at(text, at) == '\n')) {
            at--;
        }
        return at;
    }

    /** « depuis le covid »: when, not who. */
    private static boolean isEpoch(String text, int start) {
        int at = start;
        for (int words = 0; words < 3; words++) {
            int end = at;
            while (end > at - 2 && end > 0 && !Characters.isAlphanumeric(text.charAt(end - 1))) end--;
            int word = Characters.wordStart(text, end, LONGEST_WORD);
            if (EPOCHS.has(text, word, end)) return true;
            at = word;
        }
        return false;
    }

    /** « est », « se dit », « devenu » in the few words before. */
    private static boolean isPredicate(String text, int start) {
        int at = start;
        for (int words = 0; words < 4; words++) {
            int end = at;
            while (end > at - 2 && end > 0 && !Characters.isAlphanumeric(text.charAt(end - 1))) end--;
            int word = Characters.wordStart(text, end, LONGEST_WORD);
            if (word == end) return false;
            if (COPULAS.has(text, word, end)) return true;
            if (!ADVERBS.has(text, word, end)) return false;
            at = word;
        }
        return false;
    }

    /** Whether the term stands in the value of a field such as « Diagnostic : », also as the second of several. */
    private static boolean isField(String text, int start) {
        int from = Math.max(0, start - FIELD_WINDOW);
        int colon = start - 1;
        while (colon >= from && text.charAt(colon) != ':' && text.charAt(colon) != '=') {
            char c = text.charAt(colon);
            if (Characters.isLineBreak(c)
                    || c == ';'
                    || (c == '.' && Characters.isSpace(Characters.at(text, colon + 1)))) {
                return false;
            }
            colon--;
        }
        int at = colon;
        for (int words = 0; words < 4 && at > from; words++) {
            int end = at;
            while (end > from && !Characters.isAlphanumeric(text.charAt(end - 1))) {
                char c = text.charAt(end - 1);
                if (Characters.isLineBreak(c) || c == ',' || c == ';' || c == '{' || c == '.') return false;
                end--;
            }
            int word = Characters.wordStart(text, end, LONGEST_WORD);
            if (word == end) return false;
            if (FIELDS.has(text, word, end)) return true;
            at = word;
        }
        return false;
    }

    /** « Allergie : arachide »: the value is what matters, and {@link SpecialFieldRecogniser}'s. */
    private static boolean isLabel(String text, int start, int end) {
        int before = start;
        while (before > start - 3 && !Characters.isAlphanumeric(Characters.at(text, before - 1))) before--;
        int behind = end;
        while (behind < end + 3
                && (Characters.isSpace(Characters.at(text, behind)) || Characters.at(text, behind) == '*')) {
            behind++;
        }
        char edge = Characters.at(text, before);
        char opening = Characters.at(text, start - 1);
        char closing = Characters.at(text, end);
        if (opening == '<' || opening == '/' && Characters.at(text, start - 2) == '<') return true;
        if (opening == '"' && closing == '"' && Characters.at(text, end + 1) == ':') return true;
        return Characters.at(text, behind) == ':' && (Characters.isLineBreak(edge) || before == 0 || edge == '*');
    }

    /** « RQTH : oui », « RQTH = x ». */
    private static boolean isConfirmed(String text, int end) {
        int at = end;
        boolean colon = false;
        while (at < end + 5) {
            char c = Characters.at(text, at);
            if (c == ':' || c == '=') colon = true;
            else if (!Characters.isSpace(c) && c != '*' && c != '"' && c != '\'') break;
            at++;
        }
        return colon && YES.has(text, at, Characters.wordEnd(text, at, LONGEST_WORD));
    }

    /** « en arrêt », « en fauteuil roulant », « d'origine ». */
    private static int withPreposition(String text, int start) {
        int end = start - 1;
        int word = Characters.wordStart(text, Math.max(0, end), 3);
        if (end <= 0 || Characters.isAlphanumeric(text.charAt(end))) return start;
        boolean preposition = Characters.isFolded(text, word, end, "en")
                || (Characters.isApostrophe(text.charAt(end)) && Characters.isFolded(text, word, end, "d"));
        return preposition ? word : start;
    }

    private static int behindComplements(String text, int start, int termEnd) {
        boolean allergy = ALLERGIES.has(text, start, Characters.wordEnd(text, start, LONGEST_WORD));
        int end = termEnd;
        for (int parts = 0; parts < 4; parts++) {
            int at = nextWord(text, end);
            int wordEnd = at < 0 ? -1 : Characters.wordEnd(text, at, LONGEST_WORD);
            if (at < 0) break;
            if (ADJECTIVES.has(text, at, wordEnd)) {
                end = wordEnd;
                continue;
            }
            boolean of = OF.has(text, at, wordEnd);
            if (!of && !(allergy && TO.has(text, at, wordEnd))) break;
            int complement = complementEnd(text, wordEnd);
            if (complement < 0) break;
            end = complement;
        }
        return end;
    }

    /** Behind « de »: an article, then a word, or a number and a word: « la cheville », « trois mois », « type 2 ». */
    private static int complementEnd(String text, int ofEnd) {
        int at = nextWord(text, ofEnd);
        if (at < 0) return -1;
        int end = Characters.wordEnd(text, at, LONGEST_WORD);
        if (ARTICLES.has(text, at, end)) {
            at = nextWord(text, end);
            if (at < 0) return -1;
            end = Characters.wordEnd(text, at, LONGEST_WORD);
        }
        if (Character.isUpperCase(text.charAt(at)) || NO_COMPLEMENTS.has(text, at, end)) return -1;
        int next = nextWord(text, end);
        if (Characters.isDigit(text.charAt(at)) || isNumberedBy(text, next)) {
            if (next < 0 || end - at > 2 && Characters.isDigit(text.charAt(at))) return -1;
            int nextEnd = Characters.wordEnd(text, next, LONGEST_WORD);
            return AddressWords.MONTHS.has(text, next, nextEnd) ? -1 : nextEnd;
        }
        return end;
    }

    /** « type 2 », « trois mois ». */
    private static boolean isNumberedBy(String text, int next) {
        if (next < 0) return false;
        int end = Characters.wordEnd(text, next, LONGEST_WORD);
        return (Characters.isDigit(text.charAt(next)) && end - next == 1)
                || Characters.isFolded(text, next, end, "mois")
                || Characters.isFolded(text, next, end, "semaines");
    }

    private static int nextWord(String text, int end) {
        char c = Characters.at(text, end);
        boolean joint = Characters.isSpace(c) || Characters.isApostrophe(c);
        return joint && Characters.isAlphanumeric(Characters.at(text, end + 1)) ? end + 1 : -1;
    }

    private static WordSequences<Category> terms() {
        List<Sequence<Category>> terms = new ArrayList<>();
        for (String subtype : SUBTYPES) {
            for (String term : Lexicon.terms("special-" + subtype + ".txt")) {
                List<String> words = WordSequences.words(term);
                boolean predicate = words.getFirst().equals("est") && words.size() > 1;
                List<String> said = predicate ? words.subList(1, words.size()) : words;
                terms.add(new Sequence<>(List.copyOf(said), new Category(subtype, predicate)));
            }
        }
        return new WordSequences<>(Inflection.GENDER_AND_PLURAL, terms);
    }
}
