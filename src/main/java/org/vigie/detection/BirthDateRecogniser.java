package org.vigie.detection;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dates that are said to be somebody's birth: « né à Lyon le 3 mai 1980 », « DDN : 030580 », {@code "birthDate": …}. */
final class BirthDateRecogniser implements WordRecogniser {
    private static final int WINDOW = 70;
    private static final int MOST_WORDS = 9;
    private static final int LONGEST_WORD = 30;
    /** A later « anniversaire » is that of a contract or a firm. */
    private static final int LAST_YEAR_OF_ANNIVERSARY = 2012;

    private static final WordSet BORN = WordSet.of("ne nee nes nees born naquit");
    private static final WordSet SHORT_LABELS = WordSet.of("nd dn n");
    /** « Nom de naissance », « congé de naissance »: another thing than the date follows. */
    private static final WordSet OTHER_BIRTHS = WordSet.of("""
            lieu ville pays nom commune departement conge prime acte certificat extrait declaration patronyme place
            """);
    /** Verbs and nouns whose date follows, not that of the birth. */
    private static final WordSet OTHER_DATES = WordSet.of("""
            embauche embauchee entree entre arrive arrivee depuis decede decedee deces mort morte marie mariee mariage
            delivre delivree delivrance etabli etablie expire expiration valable validite signe signee signature recrute
            recrutee licencie licenciee diplome diplomee admis admise hospitalise hospitalisee consulte rdv rendez
            inscription inscrit inscrite adhesion contrat jusqu echeance facture visite depart demission debut fin
            effectif edition version publie publiee mise modifie creee created hired died updated pas que plus jamais
            """);

    @Override
    public Set<String> triggers() {
        return Set.of(
                "ne",
                "nee",
                "nes",
                "nees",
                "naquit",
                "born",
                "naissance",
                "naiss",
                "nais",
                "ddn",
                "dob",
                "birth",
                "birthdate",
                "birthday",
                "dateofbirth",
                "datenaissance",
                "datedenaissance",
                "datenaiss",
                "nd",
                "dn",
                "n",
                "anniversaire",
                "anniv");
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        boolean born = BORN.has(text, start, end);
        if (end - start <= 2 && !isShortForm(text, start, end)) return;
        if (!born && isOtherBirth(text, start)) return;
        if (column(text, start, end, findings)) return;
        CalendarDate date = dateBehind(text, end, born);
        if (date == null) return;
        if (isAnniversary(text, start, end) && (date.year() == 0 || date.year() > LAST_YEAR_OF_ANNIVERSARY)) return;
        add(date, findings);
        another(text, date.end(), findings);
    }

    private static void add(CalendarDate date, Findings findings) {
        findings.add(FindingType.DATE_OF_BIRTH, date.start(), date.end(), Finding.CERTAIN, "birth-date");
    }

    /** « ne » without accent is a negation unless « le » or « (e) » follows; « nd », « D.N. » stand before a sign. */
    private static boolean isShortForm(String text, int start, int end) {
        if (BORN.has(text, start, end)) {
            boolean accent = text.charAt(start + 1) > 127;
            if (accent || Characters.at(text, end) == '(' || Characters.at(text, end) == '.') return true;
            int next = end;
            while (next < end + 3 && Characters.isSpace(Characters.at(text, next))) next++;
            int nextEnd = Characters.wordEnd(text, next, 3);
            return Characters.isFolded(text, next, nextEnd, "le") || Characters.isFolded(text, next, nextEnd, "a");
        }
        if (!SHORT_LABELS.has(text, start, end)) return true;
        if (end - start == 1) {
            boolean dotted = Characters.at(text, end) == '.'
                    && Characters.at(text, start - 1) == '.'
                    && Characters.isFolded(text, Math.max(0, start - 2), start - 1, "d");
            if (!dotted || Characters.isLetter(Characters.at(text, start - 3))) return false;
        }
        int at = Characters.at(text, end) == '.' ? end + 1 : end;
        while (at < end + 6 && (Characters.isSpace(Characters.at(text, at)) || isColon(Characters.at(text, at)))) at++;
        return at > end && Characters.isDigit(Characters.at(text, at));
    }

    private static boolean isColon(char c) {
        return c == ':' || c == '=' || c == '"';
    }

    private static boolean isAnniversary(String text, int start, int end) {
        return Characters.isFolded(text, start, Math.min(end, start + 5), "anniv")
                || Characters.isFolded(text, start, end, "birthday");
    }

    /** Whether « naissance » stands behind « lieu de » and the like, but not behind « date et lieu de ». */
    private static boolean isOtherBirth(String text, int start) {
        int at = start;
        boolean other = false;
        for (int words = 0; words < 4; words++) {
            int end = at;
            while (end > at - 3 && end > 0 && isWithinLabel(text.charAt(end - 1))) end--;
            int wordStart = Characters.wordStart(text, end, LONGEST_WORD);
            if (wordStart == end) return other;
            if (Characters.isFolded(text, wordStart, end, "date")) return false;
            if (words < 2 && OTHER_BIRTHS.has(text, wordStart, end)) other = true;
            at = wordStart;
        }
        return other;
    }

    private static boolean isWithinLabel(char c) {
        return Characters.isSpace(c) || c == '_' || Characters.isHyphen(c) || Characters.isApostrophe(c) || c == '/';
    }

    /** The first date behind the word, in the same sentence or form field. */
    private static @Nullable CalendarDate dateBehind(String text, int start, boolean born) {
        int at = start;
        int words = 0;
        int colons = 0;
        int lineBreaks = 0;
        int question = 0;
        while (at < start + WINDOW && at < text.length()) {
            char c = text.charAt(at);
            if (Characters.isAlphanumeric(c)) {
                CalendarDate date = CalendarDate.at(text, at);
                if (date != null) return date;
                int end = Characters.wordEnd(text, at, LONGEST_WORD);
                if (OTHER_DATES.has(text, at, end) || ++words > MOST_WORDS || end - at > LONGEST_WORD) return null;
                if (born && words > 1 && BORN.has(text, at, end)) return null;
                at = end;
                continue;
            }
            if (c == '\n' && ++lineBreaks > 2) return null;
            if ((c == ':' || c == '=') && ++colons > 1) return null;
            if (c == '?' && !born && question++ == 0 && lineBreakFollows(text, at)) colons = 0;
            else if (c == '!' || c == '?' || (c == ';' && words > 0) || (c == '{' && words > 0)) return null;
            if (c == '.' && at > start && endsSentence(text, at)) return null;
            at++;
        }
        return null;
    }

    /** « Votre date de naissance ?\nClient : le 3 mai 1980 »: asked and answered. */
    private static boolean lineBreakFollows(String text, int at) {
        return Characters.isLineBreak(Characters.at(text, at + 1));
    }

    private static boolean endsSentence(String text, int dot) {
        int wordStart = Characters.wordStart(text, dot, 4);
        char next = Characters.at(text, dot + 1);
        return dot - wordStart > 3 && (Characters.isSpace(next) || Characters.isLineBreak(next));
    }

    /** « nés le 3/5/1980 et le 4/6/1982 ». */
    private static void another(String text, int start, Findings findings) {
        int at = start;
        for (int words = 0; words < 3 && at < start + 16; at++) {
            char c = Characters.at(text, at);
            if (Characters.isDigit(c)) {
                CalendarDate date = CalendarDate.at(text, at);
                if (date != null) add(date, findings);
                return;
            }
            if (Characters.isLetter(c)) {
                int end = Characters.wordEnd(text, at, 4);
                if (!Characters.isFolded(text, at, end, "et") && !Characters.isFolded(text, at, end, "le")) return;
                at = end - 1;
                words++;
            } else if (!Characters.isSpace(c) && (c != ',' || words > 0)) {
                return;
            }
        }
    }

    /** Whether the word is the heading of a column; its dates are told. */
    private static boolean column(String text, int start, int end, Findings findings) {
        boolean[] found = new boolean[1];
        Columns.below(text, start, end, (cellStart, cellEnd) -> {
            if (cellStart == cellEnd) return true;
            CalendarDate date = CalendarDate.at(text, cellStart);
            if (date == null) return false;
            add(date, findings);
            found[0] = true;
            return true;
        });
        return found[0];
    }
}
