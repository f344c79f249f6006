package org.vigie.detection;

/** The cells below a heading of a table: CSV with any separator, tabs, Markdown. */
final class Columns {
    private static final int LONGEST_LINE = 600;
    private static final int LONGEST_HEADING = 40;
    private static final int MOST_WORDS = 14;
    private static final int MOST_ROWS = 5_000;
    /** Stands for two spaces and more: columns that are only aligned. */
    private static final char WIDE_SPACE = '\u0001';

    /** What is done with a cell; its quotes and spaces are left out. */
    interface Cell {
        /** @return whether to go on with the next row */
        boolean at(int start, int end);
    }

    private Columns() {}

    /** Visits the cells below the heading that holds a word, until one is not what was expected. */
    static void below(String text, int wordStart, int wordEnd, Cell visitor) {
        int lineStart = lineStart(text, wordStart);
        int lineEnd = lineEnd(text, wordEnd);
        if (lineStart < 0 || lineEnd < 0 || lineEnd >= text.length()) return;
        char separator = separator(text, lineStart, lineEnd);
        if (separator == 0) return;
        int column = 0;
        int headingStart = lineStart;
        for (int i = lineStart; i < wordStart; i++) {
            if (isSeparator(text, i, separator)) {
                column++;
                headingStart = i + 1;
            }
        }
        if (wordEnd - headingStart > LONGEST_HEADING || !isHeading(text, lineStart, lineEnd, separator)) return;
        int separators = separators(text, lineStart, lineEnd, separator);
        int row = lineEnd + 1;
        for (int rows = 0; rows < MOST_ROWS && row < text.length(); rows++) {
            int rowEnd = lineEnd(text, row);
            if (rowEnd < 0) return;
            if (rows == 0 && separator == ',' && separators(text, row, rowEnd, separator) < separators) return;
            if (!isRuler(text, row, rowEnd) && !visit(text, row, rowEnd, separator, column, visitor)) return;
            row = rowEnd + 1;
        }
    }

    private static boolean visit(String text, int row, int rowEnd, char separator, int column, Cell visitor) {
        int cell = 0;
        int start = row;
        boolean quoted = false;
        for (int i = row; i <= rowEnd; i++) {
            char c = i < rowEnd ? text.charAt(i) : '\n';
            if (c == '"') quoted = !quoted;
            if (i < rowEnd && (quoted || !isSeparator(text, i, separator))) continue;
            if (cell == column) {
                int end = i;
                while (start < end && isPadding(text.charAt(start))) start++;
                while (end > start && isPadding(text.charAt(end - 1))) end--;
                return visitor.at(start, end);
            }
            cell++;
            start = i + 1;
        }
        return false;
    }

    private static boolean isPadding(char c) {
        return Characters.isSpace(c) || c == '\r' || "\"'*()«»".indexOf(c) >= 0;
    }

    /** A heading has short names, no values: no digit begins a cell, no colon follows a name, nothing ends it. */
    private static boolean isHeading(String text, int start, int end, char separator) {
        boolean cellStart = true;
        int words = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean edge = isSeparator(text, i, separator);
            if (c == ':' || (cellStart && Characters.isDigit(c))) return false;
            if (edge) words = 0;
            else if (Characters.isSpace(c) && ++words > MOST_WORDS) return false;
            cellStart = edge || (cellStart && isPadding(c));
        }
        char last = text.charAt(text.charAt(end - 1) == '\r' && end > start + 1 ? end - 2 : end - 1);
        return last != ',' && last != '.' && last != '?' && last != '!';
    }

    private static int separators(String text, int start, int end, char separator) {
        int count = 0;
        boolean quoted = false;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '"') quoted = !quoted;
            else if (!quoted && isSeparator(text, i, separator)) count++;
        }
        return count;
    }

    private static char separator(String text, int start, int end) {
        char separator = 0;
        int most = 0;
        for (char candidate : new char[] {';', '\t', '|', ','}) {
            int count = 0;
            for (int i = start; i < end; i++) {
                if (text.charAt(i) == candidate) count++;
            }
            if (count > most) {
                most = count;
                separator = candidate;
            }
        }
        if (separator != 0) return separator;
        for (int i = start; i < end; i++) {
            if (isSeparator(text, i, WIDE_SPACE)) most++;
        }
        return most > 1 ? WIDE_SPACE : 0;
    }

    /** Of a wide space, its last character. */
    private static boolean isSeparator(String text, int at, char separator) {
        if (separator != WIDE_SPACE) return text.charAt(at) == separator;
        return text.charAt(at) == ' '
                && Characters.at(text, at - 1) == ' '
                && !Characters.isSpace(Characters.at(text, at + 1))
                && !Characters.isLineBreak(Characters.at(text, at + 1));
    }

    /** « |---|---| » below a heading in Markdown. */
    private static boolean isRuler(String text, int start, int end) {
        boolean hyphen = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '-') hyphen = true;
            else if (c != '|' && c != ':' && c != '+' && c != '\r' && !Characters.isSpace(c)) return false;
        }
        return hyphen;
    }

    private static int lineStart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_LINE && text.charAt(start - 1) != '\n') start--;
        return at - start < LONGEST_LINE ? start : -1;
    }

    private static int lineEnd(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < LONGEST_LINE && text.charAt(end) != '\n') end++;
        return end - at < LONGEST_LINE ? end : -1;
    }
}
