package org.vigie.detection;

/** The formulas that end a letter: a name follows on the same line or on the next. */
final class Closings {
    private static final int FURTHEST = 90;
    private static final int LONGEST_WORD = 24;

    private static final int STARTS = 1;
    private static final int ENDS = 2;

    private static final WordClasses WORDS = new WordClasses.Builder()
            .add(STARTS | ENDS, """
                    cordialement salutations sincerement amicalement amities bises bisous biz respectueusement cdt cdlt
                    cdlmt crdt slts regards cheers thanks thx sincerely merci confraternellement fraternellement signe
                    signature
                    """)
            .add(STARTS, """
                    bien sinceres best kind bonne bonnes belle a au veuillez je nous dans en tres meilleures meilleurs
                    yours excellente bon mes nos avec recevez
                    """)
            .add(ENDS, """
                    journee soiree matinee reception weekend semaine vous bientot toi avance plus lundi mardi mercredi
                    jeudi vendredi distinguees distingues sentiments consideration respect demain retour continuation
                    courage lecture
                    """)
            .build();

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
        if (breaks == 0 && text.indexOf(',', end, start) < 0) return false;
        int line = end;
        while (line > 0 && end - line <= FURTHEST && text.charAt(line - 1) != '\n') line--;
        if (end - line > FURTHEST || line == end) return false;
        return closes(text, line, end, breaks > 0);
    }

    private static boolean closes(String text, int line, int end, boolean ownLine) {
        int last = Characters.wordStart(text, end, LONGEST_WORD + 1);
        if (last == end || (WORDS.of(text, last, end) & ENDS) == 0) return false;
        if (startsFormula(text, line, end) && (ownLine || end - line < 40)) return true;
        int sentence = end;
        while (sentence > line && ".!?".indexOf(text.charAt(sentence - 1)) < 0) sentence--;
        return sentence > line && end - sentence < 40 && startsFormula(text, sentence, end);
    }

    private static boolean startsFormula(String text, int from, int end) {
        int first = from;
        while (first < end && !Characters.isLetter(text.charAt(first))) first++;
        return (WORDS.of(text, first, Math.min(end, Characters.wordEnd(text, first, LONGEST_WORD))) & STARTS) != 0;
    }
}
