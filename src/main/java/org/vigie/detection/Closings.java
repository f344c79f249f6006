package org.vigie.detection;

import java.util.Set;

/** The formulas that end a letter: a name follows on the same line or on the next. */
final class Closings {
    private static final int FURTHEST = 90;

    private static final Set<String> FIRST_WORDS = Set.of(
            "cordialement",
            "bien",
            "salutations",
            "sinceres",
            "sincerement",
            "amicalement",
            "amities",
            "bises",
            "bisous",
            "biz",
            "respectueusement",
            "cdt",
            "cdlt",
            "cdlmt",
            "regards",
            "best",
            "kind",
            "merci",
            "bonne",
            "bonnes",
            "belle",
            "a",
            "au",
            "veuillez",
            "je",
            "nous",
            "dans",
            "en",
            "crdt",
            "slts",
            "tres",
            "meilleures",
            "meilleurs",
            "confraternellement",
            "fraternellement",
            "cheers",
            "thanks",
            "sincerely",
            "yours",
            "signe",
            "signature",
            "excellente",
            "bon",
            "mes",
            "nos",
            "avec",
            "recevez");

    private static final Set<String> WORDS = Set.of(
            "cordialement",
            "salutations",
            "amicalement",
            "amities",
            "bises",
            "bisous",
            "biz",
            "respectueusement",
            "cdt",
            "cdlt",
            "cdlmt",
            "regards",
            "crdt",
            "slts",
            "confraternellement",
            "fraternellement",
            "cheers",
            "sincerely",
            "sincerement",
            "merci",
            "journee",
            "soiree",
            "matinee",
            "reception",
            "weekend",
            "semaine",
            "vous",
            "bientot",
            "toi",
            "avance",
            "signe",
            "signature",
            "plus",
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "distinguees",
            "distingues",
            "sentiments",
            "consideration",
            "respect",
            "demain",
            "thanks",
            "retour",
            "continuation",
            "courage",
            "lecture");

    private Closings() {}

    /** Whether a closing formula stands before an offset: « Merci, », or a line of it above. */
    static boolean standsBefore(String text, int start) {
        int end = start;
        int breaks = 0;
        while (end > start - 8 && end > 0) {
            char c = text.charAt(end - 1);
            if (c == '\n') breaks++;
            else if (c == ',') {
                if (breaks == 0 && end < start - 2) return false;
            } else if (!Characters.isSpace(c)
                    && c != '\r'
                    && c != '-'
                    && c != '!'
                    && c != '.'
                    && c != '—'
                    && c != '–'
                    && c != '*'
                    && c != '_') {
                break;
            }
            end--;
        }
        if (end == start || breaks > 3) return false;
        if (breaks == 0 && text.substring(end, start).indexOf(',') < 0) return false;
        int line = end;
        while (line > 0 && end - line <= FURTHEST && text.charAt(line - 1) != '\n') line--;
        if (end - line > FURTHEST || line == end) return false;
        return closes(text, line, end, breaks > 0);
    }

    private static boolean closes(String text, int line, int end, boolean ownLine) {
        int first = line;
        while (first < end && !Characters.isLetter(text.charAt(first))) first++;
        int firstEnd = Characters.wordEnd(text, first);
        if (!FIRST_WORDS.contains(Characters.fold(text, first, Math.min(firstEnd, first + 24)))) return false;
        int last = end;
        while (last > first && Characters.isAlphanumeric(text.charAt(last - 1))) last--;
        if (end - last > 24) return false;
        String word = Characters.fold(text, last, end);
        return WORDS.contains(word) && (ownLine || end - line < 40);
    }
}
