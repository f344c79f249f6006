package org.vigie.detection;

/**
 * Letters and digits read over separators, in upper case.
 *
 * @param start where the first stands
 * @param end behind the last one read
 */
record CodeReading(int start, int end, String compact) {
    /** Longest separator: spaces, a sign, a line break with its indent. */
    private static final int LONGEST_GAP = 10;

    /** Reads exactly so many characters, or fewer where something else stands in the way. */
    static CodeReading of(String text, int start, int length) {
        StringBuilder compact = new StringBuilder(length);
        int end = start;
        boolean broken = false;
        for (int at = start; at < text.length() && compact.length() < length; ) {
            char c = text.charAt(at);
            if (Characters.isAsciiAlphanumeric(c)) {
                compact.append(Characters.upper(c));
                end = ++at;
                continue;
            }
            int next = behindGap(text, at);
            boolean lineBreak = next > 0 && text.indexOf('\n', at, next) >= 0;
            if (next < 0 || at == start || (lineBreak && broken)) break;
            broken |= lineBreak;
            at = next;
        }
        return new CodeReading(start, end, compact.toString());
    }

    /** Reads whole groups as long as they hold a digit and the limit is kept. */
    static CodeReading groups(String text, int start, int limit) {
        StringBuilder compact = new StringBuilder(limit);
        int end = start;
        for (int at = start; Characters.isAsciiAlphanumeric(Characters.at(text, at)); ) {
            int groupEnd = at;
            boolean number = false;
            while (groupEnd <= at + limit && Characters.isAlphanumeric(Characters.at(text, groupEnd))) {
                number |= Characters.isDigit(text.charAt(groupEnd++));
            }
            boolean country = at == start && groupEnd - at == 2;
            if (!(number || country) || compact.length() + groupEnd - at > limit) break;
            for (int i = at; i < groupEnd; i++) compact.append(Characters.upper(text.charAt(i)));
            end = groupEnd;
            at = behindGap(text, end);
        }
        return new CodeReading(start, Math.max(end, start + 1), compact.toString());
    }

    /** Where the next group starts, negative when what stands here divides more than groups. */
    private static int behindGap(String text, int at) {
        int signs = 0;
        for (int next = at; next < at + LONGEST_GAP && next < text.length(); next++) {
            char c = text.charAt(next);
            if (Characters.isAsciiAlphanumeric(c)) return next == at ? -1 : next;
            boolean sign = !Characters.isSpace(c) && Characters.isGroupSeparator(c);
            if (c == '\n' || c == '|' || sign) signs++;
            else if (!Characters.isSpace(c) && c != '\r' && !(c == '>' && signs > 0)) return -1;
            if (signs > 1) return -1;
        }
        return -1;
    }

    Finding finding(FindingType type, double confidence, String rule) {
        return new Finding(type, start, end, confidence, rule);
    }
}
