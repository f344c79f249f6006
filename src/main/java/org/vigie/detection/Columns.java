package org.vigie.detection;

/** The cells below a heading of a table: CSV with any separator, tabs, Markdown. */
final class Columns {
    private static final int LONGEST_LINE = 600;
    private static final int LONGEST_HEADING = 40;
    private static final int MOST_ROWS = 5_000;

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
            if (text.charAt(i) == separator) {
                column++;
                headingStart = i + 1;
            }
        }
        if (wordEnd - headingStart > LONGEST_HEADING || !isHeading(text, lineStart, lineEnd, separator)) return;
        int row = lineEnd + 1;
        for (int rows = 0; rows < MOST_ROWS && row < text.length(); rows++) {
            int rowEnd = lineEnd(text, row);
            if (rowEnd < 0) return;
            if (!isRuler(text, row, rowEnd) && !visit(text, row, rowEnd, separator, column, visitor)) return;
            row = rowEnd + 1;
        }
    }

    private static boolean visit(String text, int row, int rowEnd, char separator, int column, Cell visitor) {
        int cell = 0;
        int start = row;
        boolean quoted = false;
        for (int i = row; i <= rowEnd; i++) {
            char c = i < rowEnd ? text.charAt(i) : separator;
            if (c == '"') quoted = !quoted;
            if (i < rowEnd && (c != separator || quoted)) continue;
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
        return Characters.isSpace(c) || c == '"' || c == '\r' || c == '\'' || c == '*';
    }

    /** A heading has names, no values: no digit begins a cell, and no colon follows a name. */
    private static boolean isHeading(String text, int start, int end, char separator) {
        boolean cellStart = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':' || (cellStart && Characters.isDigit(c))) return false;
            cellStart = c == separator || (cellStart && isPadding(c));
        }
        return true;
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
        return separator;
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
