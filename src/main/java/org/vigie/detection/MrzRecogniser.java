package org.vigie.detection;

/**
 * The lines for machines on identity papers (ICAO Doc 9303): passports (2 lines of 44), cards (3 of 30 or 2 of 36),
 * visas. Each line is a finding of its own: the first of a passport and the last of a card hold the name.
 */
final class MrzRecogniser implements SignRecogniser {
    private static final int SHORTEST = 28;
    private static final int LONGEST = 46;
    private static final int FEWEST_LETTERS = 6;

    @Override
    public String signs() {
        return "<";
    }

    /** Only the first filler of a line is looked at; the line before and the one behind are told with it. */
    @Override
    public void at(String text, int at, Findings findings) {
        int start = at;
        while (start > 0 && at - start < LONGEST && isMrz(text.charAt(start - 1))) {
            if (text.charAt(--start) == '<') return;
        }
        int end = at;
        while (end < text.length() && end - start <= LONGEST && isMrz(text.charAt(end))) end++;
        if (!isLine(text, start, end)) return;
        tell(start, end, findings);
        withoutFiller(text, end, findings);
    }

    /** A line whose names leave no room for a filler, right below. */
    private static void withoutFiller(String text, int before, Findings findings) {
        int start = before;
        while (Characters.at(text, start) == '\r' || Characters.at(text, start) == ' ') start++;
        if (start >= text.length() || text.charAt(start) != '\n') return;
        start++;
        int end = start;
        while (end < text.length() && end - start <= LONGEST && isMrz(text.charAt(end))) {
            if (text.charAt(end++) == '<') return;
        }
        if (end - start >= SHORTEST && end - start <= LONGEST) tell(start, end, findings);
    }

    private static void tell(int start, int end, Findings findings) {
        findings.add(FindingType.PASSPORT_ID, start, end, Finding.CERTAIN, "mrz");
    }

    private static boolean isLine(String text, int start, int end) {
        if (end - start < SHORTEST || end - start > LONGEST) return false;
        if (Characters.isAlphanumeric(Characters.at(text, start - 1))) return false;
        if (Characters.isAlphanumeric(Characters.at(text, end))) return false;
        int fillers = 0;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '<') fillers++;
        }
        return fillers >= 2 && end - start - fillers >= FEWEST_LETTERS;
    }

    private static boolean isMrz(char c) {
        return c == '<' || Characters.isDigit(c) || (c >= 'A' && c <= 'Z');
    }
}
