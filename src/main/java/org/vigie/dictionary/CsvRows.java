package org.vigie.dictionary;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a large CSV file one after the other (RFC 4180, also with semicolons or tabs: what stands most often in the
 * first line). {@code detection}'s reader of dictionaries takes a whole file at once and refuses it at the first slip.
 */
final class CsvRows {
    private static final int LONGEST_CELL = 10_000;
    private static final int MOST_CELLS = 1_000;
    private static final int END = -1;

    private final Reader text;
    private final char separator;
    private int line = 0;
    private int nextLine = 1;

    CsvRows(Reader text) throws IOException {
        this.text = text;
        this.separator = separator(text);
    }

    private static char separator(Reader text) throws IOException {
        text.mark(LONGEST_CELL + 1);
        int[] counts = new int[128];
        boolean quoted = false;
        int c = text.read();
        for (int at = 0; at < LONGEST_CELL && c != END && (quoted || c != '\n' && c != '\r'); at++, c = text.read()) {
            if (c == '"') quoted = !quoted;
            else if (!quoted && c < counts.length) counts[c]++;
        }
        text.reset();
        char most = ';';
        for (char one : new char[] {'\t', ','}) if (counts[one] > counts[most]) most = one;
        return most;
    }

    /** The line on which the last row began, counted from 1. */
    int line() {
        return line;
    }

    /** The next row that is not blank, its cells without spaces around; empty at the end. */
    Optional<List<String>> next() throws IOException, NameFileException {
        while (true) {
            line = nextLine;
            List<String> cells = new ArrayList<>();
            int end = row(cells);
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) return Optional.of(cells);
            if (end == END) return Optional.empty();
        }
    }

    private int row(List<String> cells) throws IOException, NameFileException {
        StringBuilder cell = new StringBuilder();
        while (true) {
            int c = text.read();
            if (c == '"' && cell.isEmpty()) {
                quoted(cell);
                continue;
            }
            if (c == separator || c == END || c == '\n' || c == '\r') {
                if (cells.size() < MOST_CELLS) cells.add(cell.toString().strip());
                cell.setLength(0);
                if (c == separator) continue;
                if (c == '\r') lineFeed();
                nextLine++;
                return c;
            }
            add(cell, c);
        }
    }

    private void quoted(StringBuilder cell) throws IOException, NameFileException {
        while (true) {
            int c = text.read();
            if (c == END) throw new NameFileException(NameFault.QUOTE, line);
            if (c == '"') {
                text.mark(1);
                if (text.read() != '"') {
                    text.reset();
                    return;
                }
            }
            if (c == '\n') nextLine++;
            add(cell, c);
        }
    }

    private void add(StringBuilder cell, int c) throws NameFileException {
        if (cell.length() >= LONGEST_CELL) throw new NameFileException(NameFault.QUOTE, line);
        cell.append((char) c);
    }

    private void lineFeed() throws IOException {
        text.mark(1);
        if (text.read() != '\n') text.reset();
    }
}
