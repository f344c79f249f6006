package org.vigie.detection;

import java.util.Arrays;

/**
 * Columns without heads: lines that follow each other and are parted into cells in one manner (CSV, bars, tabs, wide
 * spaces, the tuples of an SQL insertion). Where nearly all cells of a column are shaped like names, and the model says
 * of their words that on the whole they are, the others are names too, however rare.
 */
final class BareColumns {
    private static final int FEWEST_ROWS = 2;
    private static final int MOST_ROWS = 400;
    private static final int LONGEST_LINE = 600;
    private static final int LONGEST_NAME = 48;
    private static final int MOST_WORDS = 5;
    static final float LEAST_MEAN = 1.6f;

    private final String text;
    private final Layout layout;
    private final TableReader tables;
    private final int[] names = new int[TableReader.MOST_CELLS];
    private final int[] others = new int[TableReader.MOST_CELLS];
    private final float[] sums = new float[TableReader.MOST_CELLS];
    /** Behind the lines that were read as rows. */
    private int readTo;

    BareColumns(String text, Layout layout, TableReader tables) {
        this.text = text;
        this.layout = layout;
        this.tables = tables;
    }

    /** Reads the rows that start with a line, unless they were read with one before. */
    void read(int start, int end, char separator) {
        if (start < readTo || end - start > LONGEST_LINE) return;
        if (Characters.at(text, end + 1) == '\n') return; // one row alone
        int cells = tables.split(start, end, separator);
        if (cells < (separator == ',' ? 3 : 2)) return;
        Arrays.fill(names, 0, cells, 0);
        Arrays.fill(others, 0, cells, 0);
        Arrays.fill(sums, 0, cells, 0);
        int rows = 0;
        int at = start;
        for (int stop = end; rows < MOST_ROWS && isRow(at, stop, separator, cells); rows++) {
            int count = Math.min(cells, tables.split(at, stop, separator));
            for (int i = 0; i < count; i++) weigh(i);
            at = Math.min(text.length(), stop + 1);
            stop = LayoutReader.lineEnd(text, at);
        }
        if (rows < FEWEST_ROWS) return;
        readTo = at;
        boolean any = false;
        for (int i = 0; i < cells; i++) any |= isOfNames(i);
        if (any) tell(start, at, separator, cells);
    }

    private boolean isRow(int start, int end, char separator, int cells) {
        if (start >= end || end - start > LONGEST_LINE) return false;
        int count = tables.split(start, end, separator);
        return separator == ',' ? count == cells : count > 1 && Math.abs(count - cells) <= 1;
    }

    private void weigh(int column) {
        int from = tables.start(column);
        int to = tables.end(column);
        while (from < to && isEdge(text.charAt(from))) from++;
        while (to > from && isEdge(text.charAt(to - 1))) to--;
        if (from == to) return;
        float weight = weight(from, to);
        if (Float.isNaN(weight)) {
            others[column]++;
        } else {
            names[column]++;
            sums[column] += weight;
        }
    }

    private static boolean isEdge(char c) {
        return Characters.isSpace(c) || c == '\'' || c == '"' || c == '(' || c == ')' || c == '\r' || c == ';';
    }

    /** How much a cell speaks for a name, by its words on the average; not a number when it has not the shape of one. */
    float weight(int from, int to) {
        if (to - from > LONGEST_NAME || !Character.isUpperCase(text.charAt(from))) return Float.NaN;
        int words = 0;
        float sum = 0;
        for (int at = from; at < to; ) {
            char c = text.charAt(at);
            if (!Characters.isLetter(c)) {
                if (!Characters.isSpace(c) && c != ',' && c != '.' && !Characters.isApostrophe(c)) return Float.NaN;
                at++;
                continue;
            }
            NameWord word = NameWord.at(text, at, NameLists.NONE);
            if (word == null || word.end() > to) return Float.NaN;
            if (word.shape() == NameWord.Shape.CAPITALISED || word.shape() == NameWord.Shape.CAPITALS) {
                words++;
                float likeness = word.word() > 4
                        ? word.alone()
                        : word.known() ? word.likeness() : Math.min(word.likeness(), 0.5f);
                sum += Math.clamp(likeness, -4, 5);
            }
            at = word.end();
        }
        return words == 0 || words > MOST_WORDS ? Float.NaN : sum / words;
    }

    private boolean isOfNames(int column) {
        int count = names[column];
        return count >= FEWEST_ROWS && others[column] * 5 <= count && sums[column] / count >= LEAST_MEAN;
    }

    private void tell(int from, int to, char separator, int cells) {
        for (int at = from; at < to; ) {
            int end = LayoutReader.lineEnd(text, at);
            int count = Math.min(cells, tables.split(at, end, separator));
            for (int i = 0; i < count; i++) {
                if (!isOfNames(i)) continue;
                int comma = text.indexOf(',', tables.start(i), tables.end(i));
                if (comma < 0) layout.addField(Label.FULL_NAME, tables.start(i), tables.end(i), true);
                else {
                    layout.addField(Label.FULL_NAME, tables.start(i), comma, true);
                    layout.addField(Label.FULL_NAME, comma + 1, tables.end(i), true);
                }
            }
            at = end + 1;
        }
    }
}
