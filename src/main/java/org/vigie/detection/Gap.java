package org.vigie.detection;

/**
 * What separates the parts of an address or of a form: spaces, a comma or another sign, line breaks (also quoted with
 * {@code >}, written {@code <br>} or {@code \n}), the separator of a CSV file with its quotes.
 *
 * @param end behind the gap
 * @param lineBreaks how many
 * @param sign whether more than spaces
 */
record Gap(int end, int lineBreaks, boolean sign) {
    private static final int LONGEST = 24;

    static Gap at(String text, int start) {
        int at = start;
        int lineBreaks = 0;
        int signs = 0;
        while (at - start < LONGEST) {
            char c = Characters.at(text, at);
            if (at >= text.length()) break;
            int markup = markupLineBreak(text, at);
            if (markup > 0) {
                lineBreaks++;
                at += markup;
            } else if (c == '\n') {
                lineBreaks++;
                at++;
            } else if (Characters.isSpace(c) || c == '\r' || (lineBreaks > 0 && (c == '>' || c == '|' || c == '*'))) {
                at++;
            } else if (isSign(c) && signs < 2) {
                signs++;
                at++;
            } else if (c == '"' && (Characters.at(text, at + 1) == ',' || Characters.at(text, at + 1) == ';')) {
                at += Characters.at(text, at + 2) == '"' ? 3 : 2;
                signs++;
            } else {
                break;
            }
        }
        return new Gap(at, lineBreaks, signs > 0 || lineBreaks > 0);
    }

    /** The length of a line break that is written out; 0 when there is none. */
    private static int markupLineBreak(String text, int at) {
        if (text.startsWith("\\n", at)) return 2;
        if (text.startsWith("\\r\\n", at)) return 4;
        if (!text.startsWith("<br", at)) return 0;
        int end = text.substring(at, Math.min(text.length(), at + 6)).indexOf('>') + at;
        return end >= at ? end - at + 1 : 0;
    }

    private static boolean isSign(char c) {
        return c == ','
                || c == ';'
                || c == '('
                || c == '/'
                || c == '|'
                || Characters.isHyphen(c)
                || c == '–'
                || c == '—';
    }
}
