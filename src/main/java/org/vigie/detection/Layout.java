package org.vigie.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a text is laid out, in one scan of its lines: which of them are code, and which spans are values that a label or
 * the head of a column names ({@link Field}): « Nom : Durand », {@code "prenom": "Alice"}, {@code <nom>…</nom>}, CSV and
 * Markdown tables. For recognisers that want to know what a place of the text is said to hold.
 */
final class Layout {
    /** A span that the text itself names. */
    record Field(Label label, int start, int end, boolean cell) {}

    private final String text;
    private int[] codeFrom = new int[0];
    private int[] codeTo = new int[0];
    private int codeCount;
    private final List<Field> fields = new ArrayList<>();

    private Layout(String text) {
        this.text = text;
    }

    static Layout of(String text) {
        Layout layout = new Layout(text);
        LayoutReader.read(text, layout);
        return layout;
    }

    /** The values that are named, by offset of their labels. */
    List<Field> fields() {
        return fields;
    }

    /** Whether a place is within a fenced block of code or a line that is obviously code. */
    boolean isCode(int at) {
        if (codeCount == 0) return false;
        int index = Arrays.binarySearch(codeFrom, 0, codeCount, at);
        if (index < 0) index = -index - 2;
        return index >= 0 && at < codeTo[index];
    }

    void addField(Label label, int start, int end, boolean cell) {
        int from = start;
        int to = end;
        while (from < to && isTrimmed(text.charAt(from))) from++;
        while (to > from && isTrimmed(text.charAt(to - 1))) to--;
        if (from < to) fields.add(new Field(label, from, to, cell));
    }

    private static boolean isTrimmed(char c) {
        return Characters.isSpace(c)
                || c == '"'
                || c == '*'
                || c == '`'
                || c == '\r'
                || c == '\''
                || c == '_'
                || c == '«'
                || c == '»'
                || c == '“'
                || c == '”';
    }

    void addCode(int from, int to) {
        if (codeCount > 0 && codeTo[codeCount - 1] >= from) {
            codeTo[codeCount - 1] = to;
            return;
        }
        if (codeCount == codeFrom.length) {
            codeFrom = Arrays.copyOf(codeFrom, Math.max(8, 2 * codeCount));
            codeTo = Arrays.copyOf(codeTo, Math.max(8, 2 * codeCount));
        }
        codeFrom[codeCount] = from;
        codeTo[codeCount++] = to;
    }
}
