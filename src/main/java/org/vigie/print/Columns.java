package org.vigie.print;

import java.io.IOException;
import java.util.List;

/** How wide the columns of a table are: as wide as what they hold, and where that is too much, in fair shares. */
final class Columns {
    private Columns() {}

    /**
     * @param rows the head among them
     * @param style of the widest letters
     * @param gap after each cell
     */
    static float[] widths(List<List<String>> rows, Style style, float width, float gap) throws IOException {
        int columns = rows.getFirst().size();
        float[] wanted = new float[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                String text = style.typeface().printable(row.get(column));
                wanted[column] = Math.max(wanted[column], style.typeface().width(text, style.size()) + gap);
            }
        }
        return shared(wanted, width);
    }

    /** Whoever wants less than a fair share gets it; the others share what is left. */
    static float[] shared(float[] wanted, float width) {
        float[] given = new float[wanted.length];
        float left = width;
        int waiting = wanted.length;
        boolean changed = true;
        while (changed && waiting > 0) {
            changed = false;
            float share = left / waiting;
            for (int column = 0; column < wanted.length; column++) {
                if (given[column] > 0 || wanted[column] > share) continue;
                given[column] = Math.max(wanted[column], 1);
                left -= given[column];
                waiting--;
                changed = true;
            }
        }
        for (int column = 0; column < wanted.length; column++) {
            if (waiting > 0 && given[column] == 0) given[column] = left / waiting;
            else if (waiting == 0) given[column] += left / wanted.length;
        }
        return given;
    }
}
