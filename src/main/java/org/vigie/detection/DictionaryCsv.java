package org.vigie.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.vigie.detection.Dictionary.Entry;
import org.vigie.detection.Dictionary.Regime;

/** Reads a dictionary from CSV (RFC 4180, also with semicolons). One use for one file. */
final class DictionaryCsv {
    private static final List<String> COLUMNS = List.of("term", "type", "action", "mission");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String csv;
    private char separator = ',';
    private int at;
    private int line = 1;
    private int lineStart;

    /** @param line and column: where it starts in the file, counted from 1 */
    private record Cell(String value, int line, int column) {
        DictionaryCsvException fault(String fault) {
            return new DictionaryCsvException(line, column, fault);
        }
    }

    /** @throws IOException also when the bytes are not in the reader's encoding */
    DictionaryCsv(Reader reader) throws IOException {
        try (BufferedReader buffered = new BufferedReader(reader)) {
            String all = buffered.readAllAsString();
            this.csv = all.isEmpty() || all.charAt(0) != BYTE_ORDER_MARK ? all : all.substring(1);
        }
    }

    /** What {@link #entries} reads again. */
    static String write(List<Entry> entries) {
        StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (Entry entry : entries) {
            String type = entry.subtype().isEmpty() ? entry.type().name() : entry.subtype();
            csv.append(quoted(entry.term())).append(',').append(quoted(type)).append(',');
            csv.append(entry.regime().code())
                    .append(',')
                    .append(quoted(entry.mission()))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    List<Entry> entries() {
        int firstLineEnd = csv.indexOf('\n') < 0 ? csv.length() : csv.indexOf('\n');
        int semicolon = csv.indexOf(';');
        if (semicolon >= 0 && semicolon < firstLineEnd) separator = ';';
        List<String> columns = columns(row());
        List<Entry> entries = new ArrayList<>();
        while (at < csv.length()) {
            List<Cell> row = row();
            if (row.size() == 1 && row.getFirst().value().isBlank()) continue;
            if (row.size() > columns.size()) {
                throw row.get(columns.size()).fault("more cells than the first line has columns");
            }
            entries.add(entry(columns, row));
        }
        return entries;
    }

    private static List<String> columns(List<Cell> header) {
        List<String> columns = new ArrayList<>();
        for (Cell cell : header) {
            String name = cell.value().strip().toLowerCase(Locale.ROOT);
            if (!COLUMNS.contains(name)) throw cell.fault("unknown column; known are " + String.join(", ", COLUMNS));
            if (columns.contains(name)) throw cell.fault("column " + name + " twice");
            columns.add(name);
        }
        if (!columns.contains("term")) throw header.getFirst().fault("no column term");
        return columns;
    }

    private static Entry entry(List<String> columns, List<Cell> row) {
        Map<String, Cell> cells = HashMap.newHashMap(COLUMNS.size());
        Cell first = row.getFirst();
        for (String column : COLUMNS) cells.put(column, new Cell("", first.line(), first.column()));
        for (int i = 0; i < row.size(); i++) cells.put(columns.get(i), row.get(i));
        Cell term = cell(cells, "term");
        String words = term.value().strip();
        if (WordSequences.words(words).isEmpty()) throw term.fault("no letter or digit in the term");
        if (words.length() > Dictionary.LONGEST_TERM) {
            throw term.fault("a term of " + words.length() + " characters; at most " + Dictionary.LONGEST_TERM);
        }
        Cell type = cell(cells, "type");
        FindingType known = type(type.value());
        String subtype = known == FindingType.TERM ? subtype(type) : "";
        return new Entry(
                words,
                known,
                subtype,
                regime(cell(cells, "action")),
                cell(cells, "mission").value().strip());
    }

    private static Cell cell(Map<String, Cell> cells, String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }

    private static FindingType type(String value) {
        for (FindingType type : FindingType.values()) {
            if (type.name().equalsIgnoreCase(value.strip())) return type;
        }
        return FindingType.TERM;
    }

    /** The organisation's own kind of term. Capitals are a type's name, and here one that is misspelt. */
    private static String subtype(Cell cell) {
        String value = cell.value().strip();
        if (value.isEmpty() || value.equalsIgnoreCase(FindingType.TERM.name())) return "";
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean kebab = (c >= 'a' && c <= 'z') || Characters.isDigit(c) || (c == '-' && i > 0);
            if (!kebab) throw cell.fault("neither a known type nor a word of small letters, digits and hyphens");
        }
        return value;
    }

    private static Regime regime(Cell cell) {
        return switch (cell.value().strip().toLowerCase(Locale.ROOT)) {
            case "", "protect" -> Regime.PROTECT;
            case "ignore" -> Regime.IGNORE;
            default -> throw cell.fault("the action is neither protect nor ignore");
        };
    }

    private List<Cell> row() {
        List<Cell> row = new ArrayList<>(COLUMNS.size());
        while (true) {
            row.add(cell());
            if (at >= csv.length()) return row;
            char end = csv.charAt(at++);
            if (end == separator) continue;
            if (end == '\r' && at < csv.length() && csv.charAt(at) == '\n') at++;
            newLine();
            return row;
        }
    }

    private Cell cell() {
        int cellLine = line;
        int column = at - lineStart + 1;
        if (at < csv.length() && csv.charAt(at) == '"') {
            String value = quoted();
            if (!isCellEnd()) throw new DictionaryCsvException(line, at - lineStart + 1, "text behind a closing quote");
            return new Cell(value, cellLine, column);
        }
        int start = at;
        while (!isCellEnd()) at++;
        return new Cell(csv.substring(start, at), cellLine, column);
    }

    private boolean isCellEnd() {
        if (at >= csv.length()) return true;
        char c = csv.charAt(at);
        return c == separator || Characters.isLineBreak(c);
    }

    private String quoted() {
        Cell opening = new Cell("", line, at - lineStart + 1);
        StringBuilder value = new StringBuilder();
        for (at++; at < csv.length(); at++) {
            char c = csv.charAt(at);
            if (c == '"' && (at + 1 >= csv.length() || csv.charAt(at + 1) != '"')) {
                at++;
                return value.toString();
            }
            if (c == '"') at++;
            value.append(c);
            if (c == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
        throw opening.fault("quote without an end");
    }

    private void newLine() {
        line++;
        lineStart = at;
    }
}
