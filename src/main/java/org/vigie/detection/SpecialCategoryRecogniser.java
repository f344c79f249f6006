package org.vigie.detection;

import java.util.Optional;
import java.util.Set;

/**
 * Special categories of personal data (GDPR article 9) that are said of somebody: « elle est enceinte de trois mois », «
 * Paul est en arrêt pour dépression », « Diagnostic : asthme ». {@link SpecialTerms} has the terms;
 * {@link PersonTie} tells whether the sentence speaks of a person. The subtype says which category.
 */
final class SpecialCategoryRecogniser implements WordRecogniser {
    private static final int LONGEST_WORD = 30;
    private static final int FIELD_WINDOW = 120;
    private static final int NOTE_WINDOW = 800;
    /** How far before a lone word the name of its entry may end. */
    private static final int ENTRY_WINDOW = 40;
    /** Who is meant may stand behind: a signature. */
    private static final int BEHIND = 200;

    private static final WordSet COPULAS = WordSet.of("""
            est etait etais suis es sera serait soit etre reste restee devenu devenue devient dit declare declaree
            considere affirme assume nee ne etant diagnostique diagnostiquee reconnu reconnue parait semble
            """);
    private static final WordSet ADVERBS =
            WordSet.of("pas tres ancien ancienne plutot aussi desormais devenu toujours un une bien qu d en");
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
    private static final int MOST_TERMS = 3;
    private static final int MOST_JOINTS = 2;
    private static final WordSet JOINTS =
            WordSet.of("et ou de d du des pour apres suite a la l le les un une son sa ses avec en par sous lie liee");
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
        return Optional.of(SpecialTerms.sequences());
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        SpecialTerms.Term term = SpecialTerms.at(text, start, end);
        if (term == null) return;
        int said = term.start();
        PersonTie tie = PersonTie.around(text, said, term.end());
        int from = withPreposition(text, term.start());
        boolean field = isField(text, start) || isConfirmed(text, term.end());
        int to = behindComplements(text, start, term.end());
        if (!field) to = behindNextTerms(text, to, term.subtype());
        Finding finding =
                new Finding(FindingType.HEALTH, term.subtype(), from, to, Finding.PROBABLE, "special-category");
        if (term.isAlone()) {
            findings.addBesidePerson(finding, Math.max(0, start - ENTRY_WINDOW), start);
            return;
        }
        if (term.isOfName() && !tie.isOfName(term.end()) || isStandstill(text, start, end)) return;
        if (field) {
            findings.add(finding);
            return;
        }
        if (isLabel(text, start, term.end())) return;
        if (term.isPredicate() && !isPredicate(text, start) && !isApposed(text, start) && !tie.isBehindRole(start))
            return;
        if (EPIDEMICS.has(text, start, end) && isEpoch(text, start)) return;
        if (tie.isOfThing(said, term.end()) || isOption(text, said)) return;
        boolean possessed = tie.isPossessed(said);
        if (!possessed && tie.isGeneral(said, term.end())) return;
        if (possessed
                || tie.isOfName(term.end())
                || tie.hasPerson(said)
                || tie.isBehindRole(said)
                || tie.isSuffered(said)) {
            findings.add(finding);
            return;
        }
        boolean note = Characters.at(text, term.end()) != ':';
        if (tie.isAddressed(start)) {
            findings.addBesidePerson(finding, Math.max(0, start - NOTE_WINDOW), tie.to() + BEHIND);
            return;
        }
        findings.addBesidePerson(
                finding, note ? paragraph(text, tie.from()) : tie.from(), note ? tie.to() + BEHIND : tie.to());
    }

    /** « à l'arrêt »: a machine. */
    private static boolean isStandstill(String text, int start, int end) {
        return Characters.isFolded(text, start, end, "arret")
                && Characters.isFolded(text, Math.max(0, start - 4), start, "a l'");
    }

    /** « ☐ maladie ☐ maternité »: what a form offers. */
    private static boolean isOption(String text, int start) {
        char sign =
                Characters.at(text, start - 1) == ' ' ? Characters.at(text, start - 2) : Characters.at(text, start - 1);
        return sign == '☐' || sign == '□';
    }

    /** « Mme Petit, enceinte de cinq mois, », « Paul (asthmatique) », a cell. */
    private static boolean isApposed(String text, int start) {
        int before = start - 1;
        while (before > start - 3 && Characters.at(text, before) == ' ') before--;
        return before >= 0 && ",(;|:–".indexOf(text.charAt(before)) >= 0;
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

    /** « antidépresseurs et somnifères », « lombalgie chronique, apte avec réserve »: what is said in one breath. */
    private static int behindNextTerms(String text, int termEnd, String subtype) {
        int end = termEnd;
        for (int terms = 0; terms < MOST_TERMS; terms++) {
            int at = end;
            char sign = Characters.at(text, at);
            if (sign == ',' || sign == ':') at++;
            else if (Characters.isSpace(sign) && Characters.at(text, at + 1) == ':') at += 2;
            int found = -1;
            for (int words = 0; words <= MOST_JOINTS; words++) {
                at = nextWord(text, at);
                if (at < 0) break;
                int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
                SpecialTerms.Term next = SpecialTerms.at(text, at, wordEnd);
                if (next != null && next.isPlain() && next.subtype().equals(subtype)) {
                    found = behindComplements(text, at, next.end());
                    break;
                }
                if (!JOINTS.has(text, at, wordEnd)) break;
                at = wordEnd;
            }
            if (found < 0) return end;
            end = found;
        }
        return end;
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
}
