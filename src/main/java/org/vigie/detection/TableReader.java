package org.vigie.detection;

import org.jspecify.annotations.Nullable;

/**
 * Reads tables with a line of heads: CSV with commas, semicolons, bars or tabs, and Markdown. Their cells become fields
 * of a {@link Layout}, by the label of their column; also tables of two columns, a label and its value on each line.
 */
final class TableReader {
    static final int MOST_CELLS = 64;
    private static final int LONGEST_HEAD = 48;
    private static final int LONGEST_LINE = 4_000;

    private final String text;
    private final Layout layout;
    /** Where the cells of the line that was split last start and end. */
    private final int[] starts = new int[MOST_CELLS];

    private final int[] ends = new int[MOST_CELLS];

    TableReader(String text, Layout layout) {
        this.text = text;
        this.layout = layout;
    }

    /** Where a cell of the line that was split last starts. */
    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    /** Reads the table whose heads stand on a line; returns what is behind it, negative when there is none. */
    int read(int start, int end, char separator) {
        int count = split(start, end, separator, LONGEST_HEAD);
        if (count < 2) return -1;
        @Nullable Label[] labels = new @Nullable Label[count];
        int known = 0;
        int persons = 0;
        for (int i = 0; i < count; i++) {
            labels[i] = FieldLabels.ofColumn(text, starts[i], ends[i]);
            if (labels[i] == null) continue;
            known++;
            if (labels[i].ordinal() < Label.OF_PERSON.ordinal()) persons++;
        }
        if (known == 0 || persons == 0) return -1;
        if (count == 2 && known == 1) return labels[0] == null ? -1 : pair(labels[0], end);
        if (known == 1 && separator == ',' && count > 2) return -1;
        if (separator == ',' && Characters.at(text, end - 1) == '.') return -1;
        doubtSurnames(labels);
        return rows(labels, separator, end + 1);
    }

    /** A column « Nom » of a table where nothing else is of a person may hold names of anything. */
    private static void doubtSurnames(@Nullable Label[] labels) {
        for (Label label : labels) {
            if (label != null && label != Label.SURNAME && label != Label.OTHER && label != Label.CLIENT) return;
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == Label.SURNAME) labels[i] = Label.PERSON;
        }
    }

    private int pair(Label label, int end) {
        if (!label.isPerson()) return -1;
        layout.addField(label, starts[1], ends[1], true);
        return end + 1;
    }

    private int rows(@Nullable Label[] labels, char separator, int from) {
        int at = from;
        boolean any = false;
        while (at < text.length()) {
            int end = LayoutReader.lineEnd(text, at);
            if (end - at > LONGEST_LINE) break;
            int count = split(at, end, separator);
            if (count < 2 || Math.abs(count - labels.length) > 1) break;
            if (!isRule(at, end)) {
                any = true;
                for (int i = 0; i < Math.min(count, labels.length); i++) {
                    Label label = labels[i];
                    if (label != null && label.ordinal() < Label.OF_PERSON.ordinal())
                        layout.addField(label, starts[i], ends[i], true);
                }
            }
            at = end + 1;
        }
        return any ? Math.min(at, text.length()) : -1;
    }

    /** {@code |---|:--:|}. */
    private boolean isRule(int start, int end) {
        for (int at = start; at < end; at++) {
            if (Characters.isAlphanumeric(text.charAt(at))) return false;
        }
        return true;
    }

    /** What parts the cells: a tab, a bar, a semicolon or, if there is nothing else, a comma; 0 when nothing does. */
    char separator(int start, int end) {
        if (end - start > LONGEST_LINE) return 0;
        boolean comma = false;
        boolean semicolon = false;
        boolean bar = false;
        int head = Math.min(end, start + LONGEST_HEAD + 3);
        for (int at = start; at < head; at++) {
            switch (text.charAt(at)) {
                case '\t' -> {
                    if (at > start && !isBlank(start, at)) return '\t';
                }
                case '|' -> bar = true;
                case ';' -> semicolon = true;
                case ',' -> comma = true;
                default -> {}
            }
            // Heads are short; most lines of prose end the search here.
            if (at - start == LONGEST_HEAD + 2 && !comma && !semicolon && !bar && !hasGap(start, at)) return 0;
        }
        for (int tab = text.indexOf('\t', head, end); tab >= 0; tab = text.indexOf('\t', tab + 1, end)) {
            if (!isBlank(start, tab)) return '\t';
        }
        bar |= text.indexOf('|', head, end) >= 0;
        semicolon |= text.indexOf(';', head, end) >= 0;
        comma |= text.indexOf(',', head, end) >= 0;
        return bar ? '|' : semicolon ? ';' : hasGap(start, end) ? ' ' : comma ? ',' : 0;
    }

    /** Columns of fixed width: two spaces and more between words. */
    private boolean hasGap(int start, int end) {
        int first = start;
        while (first < end && Characters.isSpace(text.charAt(first))) first++;
        int gap = text.indexOf("  ", first, end);
        return gap > first && text.charAt(gap - 1) != '.';
    }

    /** Whether a cell ends at a separator. */
    private boolean ends(int at, char separator) {
        if (separator != ' ') return text.charAt(at) == separator;
        return text.charAt(at) == ' ' && Characters.at(text, at + 1) == ' ';
    }

    private boolean isBlank(int start, int end) {
        for (int at = start; at < end; at++) {
            if (!Characters.isSpace(text.charAt(at))) return false;
        }
        return true;
    }

    /** Splits a line into cells, without the outer bars of Markdown; a cell in double quotes may hold separators. */
    int split(int start, int end, char separator) {
        return split(start, end, separator, LONGEST_LINE);
    }

    /** The same; no cells at all where one is longer than told. */
    private int split(int start, int end, char separator, int longest) {
        int from = start;
        int to = end;
        while (to > from
                && (Characters.isSpace(text.charAt(to - 1)) && separator != '\t' || text.charAt(to - 1) == '\r')) {
            to--;
        }
        if (separator == '|') {
            while (from < to && Characters.isSpace(text.charAt(from))) from++;
            if (from < to && text.charAt(from) == '|') from++;
            if (to > from && text.charAt(to - 1) == '|') to--;
        }
        int count = 0;
        int cell = from;
        boolean quoted = false;
        for (int at = from; at <= to; at++) {
            char c = at < to ? text.charAt(at) : separator;
            if (c == '"') quoted = !quoted;
            if (at < to && (!ends(at, separator) || quoted)) continue;
            if (separator == ' ' && at == cell) {
                cell = at + 1;
                continue;
            }
            if (count == MOST_CELLS) break;
            if (at - cell > longest) return 0;
            starts[count] = cell;
            ends[count++] = at;
            cell = at + 1;
        }
        return count;
    }
}
