package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.detection.WordSequences.Inflection;
import org.vigie.detection.WordSequences.Match;
import org.vigie.detection.WordSequences.Sequence;

/**
 * Somebody's membership of a union or a political party: « adhérent à la CGT », « élue CFDT », « militant au Parti
 * socialiste », « s'est syndiqué à SUD ». « Réunion avec la CGT » is about the organisation.
 */
final class MembershipRecogniser implements WordRecogniser {
    private static final int LONGEST_WORD = 30;
    private static final int MOST_WORDS_BETWEEN = 5;
    private static final int BEFORE_BRACKET = 60;
    private static final int BEHIND_NAME = 40;
    private static final int BEFORE_FIELD = 120;

    /** @param capitals whether it is a common word when not in capitals */
    private record Organisation(String subtype, boolean capitals) {}

    private static final WordSequences<Organisation> ORGANISATIONS = organisations();

    private static final WordSet MEMBERS = WordSet.of("""
            adherent adherente adherents adherentes syndique syndiquee syndiques membre membres delegue deleguee delegues
            elu elue elus encarte encartee conseiller conseillere proche negociateur negociatrice cse siege siegeait appartenance depute deputee
            suppleant suppleante ancien ancienne cotisation quitte partie passe manif delegation meeting conseil militant
            militante militants milite mandate mandatee mandat permanence monte cree fonde anime dirige preside representant
            representante cotise cotisant cotisante affilie affiliee sympathisant sympathisante permanent permanente
            secretaire tresorier tresoriere adhere adherer rejoint rejoindre inscrit inscrite vote voter carte candidat
            candidate etiquette tete colistier colistiere partisan partisane adhesion liste tract tracts ds dsc rss camarade soutient soutien sensibilite obedience milite militer
            """);
    private static final WordSet LINKS = WordSet.of("""
            de du des d l la le les a au aux chez syndical syndicale section sur central centrale parti syndicat
            une un par personnel regional regionale general municipal municipale prud homal homale federal federale local locale actif active pour actuellement toujours
            """);

    private static final WordSet NAME_LINKS = WordSet.of("pour la");

    @Override
    public Set<String> triggers() {
        return Set.of();
    }

    @Override
    public Optional<WordSequences<?>> sequences() {
        return Optional.of(ORGANISATIONS);
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        List<Match<Organisation>> matches = ORGANISATIONS.at(text, start, end);
        if (matches.isEmpty()) return;
        Match<Organisation> match = matches.getFirst();
        if (match.value().capitals() && !isCapitals(text, start, match.end())) return;
        if (Characters.at(text, start - 1) == '(' && Characters.at(text, match.end()) == ')') {
            findings.addBesidePerson(finding(match, start), Math.max(0, start - BEFORE_BRACKET), start);
            return;
        }
        int named = behindName(text, start, match.end());
        if (named >= 0) {
            findings.addBesidePerson(finding(match, start), named, start);
            return;
        }
        int member = memberBefore(text, start);
        if (member < 0) {
            if (!match.value().capitals() && isLabel(text, start, match.end())) {
                findings.addBesidePerson(finding(match, start), match.end(), match.end() + BEHIND_NAME);
            }
            return;
        }
        PersonTie tie = PersonTie.around(text, member, match.end());
        if (tie.hasPerson(member) || tie.isPossessed(member) || tie.isBehindRole(member)) {
            findings.add(finding(match, member));
        } else {
            findings.addBesidePerson(finding(match, member), Math.max(0, tie.from() - BEFORE_FIELD), tie.to());
        }
    }

    private static Finding finding(Match<Organisation> match, int start) {
        return new Finding(
                FindingType.HEALTH, match.value().subtype(), start, match.end(), Finding.PROBABLE, "membership");
    }

    /** Where the word stands that makes somebody a member; negative if there is none right before. */
    private static int memberBefore(String text, int start) {
        int at = start;
        for (int words = 0; words < MOST_WORDS_BETWEEN; words++) {
            int end = at;
            while (end > 0 && end > at - 3 && !Characters.isAlphanumeric(text.charAt(end - 1))) end--;
            int word = Characters.wordStart(text, end, LONGEST_WORD);
            if (word == end || end == at) return -1;
            if (MEMBERS.has(text, word, end)) return word;
            if (!LINKS.has(text, word, end)) return -1;
            at = word;
        }
        return -1;
    }

    /** « Paul Petit, CFDT, », « Mme Petit pour la CGT »: the place where the name ends; negative if it may be none. */
    private static int behindName(String text, int start, int end) {
        int at = start;
        boolean link = false;
        for (int words = 0; words < 2; words++) {
            int wordEnd = at - 1;
            int word = Characters.wordStart(text, Math.max(0, wordEnd), LONGEST_WORD);
            if (wordEnd <= 0 || !NAME_LINKS.has(text, word, wordEnd)) break;
            link |= !Characters.isFolded(text, word, wordEnd, "la");
            at = word;
        }
        if (link) return startsWithCapital(text, at - 1) ? Math.max(0, at - BEHIND_NAME) : -1;
        if (at < start || Characters.at(text, start - 1) != ' ') return -1;
        char sign = Characters.at(text, start - 2);
        char behind = Characters.at(text, end);
        boolean closed = ",:.)|;".indexOf(behind) >= 0 || Characters.isLineBreak(behind);
        boolean opened = sign == ',' || sign == '|' || sign == '–' || sign == '—' || Characters.isHyphen(sign);
        int name = Characters.isSpace(Characters.at(text, start - 3)) ? start - 3 : start - 2;
        return closed && opened && startsWithCapital(text, name) ? Math.max(0, start - BEHIND_NAME) : -1;
    }

    /** Whether the word that ends at an offset may be a name. */
    private static boolean startsWithCapital(String text, int end) {
        int word = Characters.wordStart(text, Math.max(0, end), LONGEST_WORD);
        return word < end
                && Character.isUpperCase(text.charAt(word))
                && !ORGANISATIONS.mayStartWith(Characters.hash(text.substring(word, end)));
    }

    /** « CFDT : Mme Petit », « Pour la CGT : »: who sits for it stands behind. */
    private static boolean isLabel(String text, int start, int end) {
        int before = start;
        while (before > start - 24 && isLetterOrSpace(Characters.at(text, before - 1))) before--;
        char sign = Characters.at(text, before - 1);
        int colon = end;
        while (colon < end + 2 && Characters.isSpace(Characters.at(text, colon))) colon++;
        return (Characters.isLineBreak(sign) || "-*•".indexOf(sign) >= 0) && Characters.at(text, colon) == ':';
    }

    private static boolean isLetterOrSpace(char c) {
        return Characters.isLetter(c) || Characters.isSpace(c);
    }

    private static boolean isCapitals(String text, int start, int end) {
        if (end - start > 4) return Character.isUpperCase(text.charAt(start));
        for (int i = start; i < end; i++) {
            if (Character.isLowerCase(text.charAt(i))) return false;
        }
        return true;
    }

    private static WordSequences<Organisation> organisations() {
        List<Sequence<Organisation>> all = new ArrayList<>();
        add(all, "union", false, "cgt", "cfdt", "cftc", "cfe-cgc", "cfecgc", "unsa", "fsu", "snes", "force ouvrière");
        add(
                all,
                "union",
                false,
                "solidaires",
                "sud solidaires",
                "sud rail",
                "sud santé",
                "sud éducation",
                "usap",
                "ugict");
        add(all, "union", true, "fo", "sud", "cgc");
        add(
                all,
                "politics",
                false,
                "rassemblement national",
                "france insoumise",
                "parti socialiste",
                "parti communiste");
        add(all, "politics", false, "les républicains", "europe écologie", "europe écologie les verts", "eelv", "lfi");
        add(all, "politics", false, "nouveau parti anticapitaliste", "lutte ouvrière", "parti de gauche", "reconquête");
        add(all, "politics", false, "parti radical", "front national", "modem", "les verts", "parti animaliste", "pcf");
        add(
                all,
                "politics",
                true,
                "ps",
                "rn",
                "lr",
                "npa",
                "lo",
                "fn",
                "udi",
                "renaissance",
                "horizons",
                "lrem",
                "insoumis",
                "écologistes",
                "place publique",
                "parti pirate",
                "debout la france",
                "front populaire",
                "cnt");
        return new WordSequences<>(Inflection.NONE, all);
    }

    private static void add(List<Sequence<Organisation>> all, String subtype, boolean capitals, String... names) {
        for (String name : names) {
            all.add(new Sequence<>(WordSequences.words(name), new Organisation(subtype, capitals)));
        }
    }
}
