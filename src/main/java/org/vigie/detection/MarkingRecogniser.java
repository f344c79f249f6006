package org.vigie.detection;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vigie.detection.MarkingPhrases.Marking;
import org.vigie.detection.MarkingPhrases.Strength;
import org.vigie.detection.WordSequences.Match;

/**
 * Protective markings: « CONFIDENTIEL RH », « [Diffusion restreinte] », « Classification : C2 », « TLP:AMBER ». The same
 * words within an ordinary sentence (« une clause de confidentialité », « c'est un secret ») say nothing about the text;
 * capitals, brackets, an edge of the line or a label do. The subtype is the class that the marking stands for.
 */
final class MarkingRecogniser implements WordRecogniser {
    private static final int LONGEST_WORD = 30;
    private static final int WINDOW = 60;

    private static final WordSet QUALIFIERS = WordSet.of("""
            client clients rh industrie industriel defense medical direction comex codir entreprise personnel groupe
            affaires reproduction interdite social sociale projet only uniquement exclusif exclusivement strict stricte
            """);
    private static final WordSet LABELS = WordSet.of("""
            classification classif classement confidentialite sensibilite marquage mention protection sensitivity label
            visibilite secret classifie classifiee classe classee marque marquee marking
            """);
    /** Labels where they begin a line; « anglais, niveau : C1 » is about a language. */
    private static final WordSet LINE_LABELS = WordSet.of("niveau classe categorie statut diffusion acces");

    private static final WordSet DOCUMENTS = WordSet.of("""
            document documents note message mail courriel email rapport fichier dossier compte presentation support piece
            annexe etude offre contrat
            """);
    private static final WordSet STATEMENTS = WordSet.of("est sont reste demeure is are");
    private static final WordSet THESE = WordSet.of("ce cet cette ces present presente presents this");

    @Override
    public Set<String> triggers() {
        return Set.of();
    }

    @Override
    public Optional<WordSequences<?>> sequences() {
        return Optional.of(MarkingPhrases.ALL);
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        for (Match<Marking> match : MarkingPhrases.ALL.at(text, start, end)) {
            Marking marking = match.value();
            int to = behindQualifiers(text, start, match.end());
            if (!isMarking(text, start, to, marking.strength())) continue;
            String subtype = marking.dataClass().name().toLowerCase(Locale.ROOT);
            findings.add(new Finding(FindingType.MARKING, subtype, start, to, Finding.PROBABLE, "marking"));
            return;
        }
    }

    private static boolean isMarking(String text, int start, int end, Strength strength) {
        if (Characters.at(text, start - 1) == '_' || Characters.at(text, end) == '_') return false;
        if (strength == Strength.ALONE) return true;
        if (isQuoted(text, start)) return isLabelled(text, start);
        boolean edges = isEdgeBefore(text, start) && isEdgeBehind(text, end);
        return switch (strength) {
            case STRONG ->
                (isCapitals(text, start, end) && !isHeading(text, start, edges))
                        || edges
                        || isLabelled(text, start)
                        || isStatement(text, start, end);
            case WEAK -> (edges && isSetOff(text, start, end)) || isLabelled(text, start);
            default -> isLabelled(text, start) || (edges && isOwnLine(text, start, end));
        };
    }

    private static int behindQualifiers(String text, int start, int end) {
        boolean capitals = isCapitals(text, start, end);
        int to = end;
        for (int words = 0; words < 3; words++) {
            int at = to;
            while (at < to + 3 && isJoint(Characters.at(text, at))) at++;
            int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
            if (at == to || !QUALIFIERS.has(text, at, wordEnd) || capitals != isCapitals(text, at, wordEnd)) break;
            to = wordEnd;
        }
        return to;
    }

    private static boolean isJoint(char c) {
        return Characters.isSpace(c) || Characters.isHyphen(c) || c == '–' || c == '/';
    }

    private static boolean isCapitals(String text, int start, int end) {
        int letters = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) return false;
            if (Characters.isLetter(c)) letters++;
        }
        return letters > 1;
    }

    private static boolean isQuoted(String text, int start) {
        char before = Characters.at(text, start - 1);
        if (Characters.isSpace(before)) before = Characters.at(text, start - 2);
        return before == '"' || before == '«' || before == '“' || before == '`' || before == '\'';
    }

    /** A line's start, also behind Markdown and quotation signs, or a sign that sets off. */
    private static boolean isEdgeBefore(String text, int start) {
        int at = start;
        while (at > start - 3
                && (Characters.isSpace(Characters.at(text, at - 1)) || isMarkup(Characters.at(text, at - 1)))) at--;
        char c = Characters.at(text, at - 1);
        return Characters.isLineBreak(c) || isBracketOrBar(c) || c == ':' || (at < start && Characters.isHyphen(c));
    }

    private static boolean isEdgeBehind(String text, int end) {
        int at = end;
        while (at < end + 3 && (Characters.isSpace(Characters.at(text, at)) || isMarkup(Characters.at(text, at)))) at++;
        char c = Characters.at(text, at);
        return Characters.isLineBreak(c)
                || isBracketOrBar(c)
                || c == ':'
                || c == ','
                || c == '.'
                || c == '!'
                || c == ';'
                || (at > end && Characters.isHyphen(c));
    }

    private static boolean isMarkup(char c) {
        return c == '*' || c == '#' || c == '>' || c == '=' || c == '_' || c == '~';
    }

    private static boolean isBracketOrBar(char c) {
        return "[](){}<|–—/•·".indexOf(c) >= 0;
    }

    /** In brackets or a line of its own, or the part of a line behind or before a dash or a bar, and capitalised. */
    private static boolean isSetOff(String text, int start, int end) {
        if (!Character.isUpperCase(text.charAt(start))) return false;
        char before = signBefore(text, start);
        char behind = signBehind(text, end);
        if (before == '[' && behind == ']') return true;
        if (before == '(' && behind == ')') return isCapitals(text, start, end);
        if (before == '\n' && behind == '\n') return isCapitals(text, start, end) || isNoListItem(text, start);
        boolean edge = before == '\n' || behind == '\n';
        return edge && isDash(before == '\n' ? behind : before) && (isCapitals(text, start, end) || isDash(before));
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '|' || c == '/';
    }

    private static boolean isNoListItem(String text, int start) {
        char c = Characters.at(text, start - 1);
        return Characters.isLineBreak(c) || isMarkup(c);
    }

    private static boolean isOwnLine(String text, int start, int end) {
        char before = signBefore(text, start);
        char behind = signBehind(text, end);
        if (before == '[' && behind == ']') {
            int bracket = start - 1;
            while (bracket > 0 && text.charAt(bracket) != '[') bracket--;
            char c = signBefore(text, bracket);
            return c == '\n' || c == ':';
        }
        return before == '\n' && behind == '\n' && isNoListItem(text, start);
    }

    private static char signBefore(String text, int start) {
        int at = start - 1;
        while (at > start - 4 && (Characters.isSpace(Characters.at(text, at)) || isMarkup(Characters.at(text, at))))
            at--;
        char c = Characters.at(text, at);
        return c == '\r' ? '\n' : c;
    }

    private static char signBehind(String text, int end) {
        int at = end;
        while (at < end + 3 && (Characters.isSpace(Characters.at(text, at)) || isMarkup(Characters.at(text, at)))) at++;
        char c = Characters.at(text, at);
        return c == '\r' ? '\n' : c;
    }

    /** « Classification : C2 », « Niveau de confidentialité = restreint », « document classé C3 ». */
    private static boolean isLabelled(String text, int start) {
        int at = start;
        boolean colon = false;
        int words = 0;
        int from = Math.max(0, start - WINDOW);
        while (at > from && words < 4) {
            char c = text.charAt(at - 1);
            int wordStart = Characters.wordStart(text, at, LONGEST_WORD);
            if (wordStart == at) {
                if (Characters.isLineBreak(c) || c == '.' || c == ',' || c == ';') return false;
                if (c == ':' || c == '=') {
                    if (colon) return false;
                    colon = true;
                }
                at--;
                continue;
            }
            if (colon && LINE_LABELS.has(text, wordStart, at) && isLineStart(text, wordStart)) return true;
            if (LABELS.has(text, wordStart, at)) return colon || isDocumentBefore(text, wordStart);
            words++;
            at = wordStart;
        }
        return false;
    }

    private static boolean isDocumentBefore(String text, int at) {
        int end = at - 1;
        int start = Characters.wordStart(text, Math.max(0, end), LONGEST_WORD);
        return end > 0 && DOCUMENTS.has(text, start, end);
    }

    /** « Ce document est strictement confidentiel », « Document confidentiel » at the start of a line. */
    private static boolean isStatement(String text, int start, int end) {
        int at = start;
        boolean stated = false;
        boolean document = false;
        for (int words = 0; words < 7; words++) {
            int wordEnd = at;
            while (wordEnd > at - 2 && Characters.isSpace(Characters.at(text, wordEnd - 1))) wordEnd--;
            int wordStart = Characters.wordStart(text, wordEnd, LONGEST_WORD);
            if (wordStart == wordEnd) break;
            if (STATEMENTS.has(text, wordStart, wordEnd)) {
                if (words > 1) return false;
                stated = true;
            } else if (DOCUMENTS.has(text, wordStart, wordEnd)) {
                if (!stated && words == 0) return isLineStart(text, wordStart) && isEdgeBehind(text, end);
                document = true;
            } else if (document && THESE.has(text, wordStart, wordEnd)) {
                return stated;
            }
            at = wordStart;
        }
        return false;
    }

    /** « ET SECRET PROFESSIONNEL », a chapter's heading: these two name duties too, and need an edge. */
    private static boolean isHeading(String text, int start, boolean edges) {
        return !edges && Characters.isFolded(text, start, Math.min(text.length(), start + 6), "secret");
    }

    private static boolean isLineStart(String text, int start) {
        return signBefore(text, start) == '\n';
    }
}
