package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lines into a {@link Layout}: fences, code, labels and what they name; {@link TableReader} reads the tables. */
final class LayoutReader {
    private static final int LONGEST_LABEL = 56;
    private static final int LONGEST_VALUE = 300;
    private static final int LONGEST_TAG = 80;

    private final String text;
    private final Layout layout;
    private final TableReader tables;
    private final BareColumns columns;
    /** The label whose value is still being read on this line. */
    private @Nullable Label open;

    private int openFrom;
    private boolean fenced;
    private int codeFrom;

    private LayoutReader(String text, Layout layout) {
        this.text = text;
        this.layout = layout;
        this.tables = new TableReader(text, layout);
        this.columns = new BareColumns(text, layout, tables);
    }

    static void read(String text, Layout layout) {
        LayoutReader reader = new LayoutReader(text, layout);
        for (int at = 0; at < text.length(); ) at = reader.line(at);
        if (reader.fenced) layout.addCode(reader.codeFrom, text.length());
    }

    /** The end of the line that starts here: its break, or the end of the text. */
    static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private int line(int start) {
        int end = lineEnd(text, start);
        int first = start;
        while (first < end && Characters.isSpace(text.charAt(first))) first++;
        if (first == end) return end + 1;
        if (text.startsWith("```", first) || text.startsWith("~~~", first)) {
            if (fenced) layout.addCode(codeFrom, end);
            fenced = !fenced && !isData(first + 3, end);
            codeFrom = end;
            return end + 1;
        }
        if (!fenced) {
            char separator = tables.separator(start, end);
            if (separator != 0) {
                if (separator == '|' && Hl7Reader.read(text, first, end, layout)) return end + 1;
                int behindTable = tables.read(start, end, separator);
                if (behindTable > 0) return behindTable;
                columns.read(start, end, separator);
            }
            if (CodeLines.isCode(text, first, end)) layout.addCode(start, end);
        }
        if (!fenced) speaker(first, end);
        labels(first, end);
        return end + 1;
    }

    /** Who speaks in a chat: « [10:32] Karim : … », « <karim> … », « karim> … », « 10:32 - Karim: … », « Karim 10:32 ». */
    private void speaker(int first, int end) {
        if (Characters.isLetter(text.charAt(first))) {
            unmarkedSpeaker(first, end);
            return;
        }
        int at = first;
        boolean marked = false;
        while (at < end && at < first + 28 && !Characters.isLetter(text.charAt(at))) {
            char c = text.charAt(at++);
            marked |= Characters.isDigit(c) || c == '<';
        }
        if (!marked || at == first) return;
        boolean angled = text.charAt(at - 1) == '<';
        int to = at;
        while (to < end && to < at + 40 && text.charAt(to) != ':' && text.charAt(to) != '>') to++;
        if (to >= end || to == at + 40 || angled != (text.charAt(to) == '>')) return;
        if (angled && Characters.at(text, to + 1) != ' ') return;
        layout.addField(Label.SPEAKER, at, to, false);
    }

    private void unmarkedSpeaker(int first, int end) {
        int to = first;
        while (to < end && to < first + 24 && !Characters.isSpace(text.charAt(to)) && text.charAt(to) != '>') to++;
        if (Characters.at(text, to) == '>' && Characters.at(text, to + 1) == ' ') {
            layout.addField(Label.SPEAKER, first, to, false);
            return;
        }
        int last = end;
        while (last > first && (Characters.isSpace(text.charAt(last - 1)) || text.charAt(last - 1) == '\r')) last--;
        if (last - first > 48 || last - first < 7 || text.charAt(last - 3) != ':') return;
        int time = last - 3;
        while (time > first && Characters.isDigit(text.charAt(time - 1))) time--;
        if (last - 3 - time == 0 || !Characters.isSpace(text.charAt(time - 1))) return;
        for (int at = first; at < time; at++) {
            char c = text.charAt(at);
            if (!Characters.isLetter(c) && !Characters.isSpace(c) && !Characters.isHyphen(c) && c != '.') return;
        }
        layout.addField(Label.SPEAKER, first, time, false);
    }

    /** Whether a fence holds data or prose rather than a program. */
    private boolean isData(int start, int end) {
        String language =
                Characters.fold(text, start, Math.min(end, start + 12)).strip();
        return switch (language) {
            case "",
                    "csv",
                    "text",
                    "txt",
                    "markdown",
                    "md",
                    "json",
                    "yaml",
                    "yml",
                    "xml",
                    "html",
                    "log",
                    "email",
                    "eml",
                    "plaintext",
                    "tsv" -> true;
            default -> false;
        };
    }

    private void labels(int first, int end) {
        open = null;
        if (!has(':', first, end) && !has('=', first, end) && !has('<', first, end)) return;
        int free = first;
        for (int at = first; at < end; at++) {
            char c = text.charAt(at);
            if (c > '>') continue;
            if (c == ':' || c == '=') {
                int labelStart = labelled(free, at, end);
                if (labelStart >= 0) free = openFrom;
            } else if (c == '<' && at > 0) tag(at, end);
        }
        close(end);
    }

    private boolean has(char sign, int from, int to) {
        return text.indexOf(sign, from, to) >= 0;
    }

    /** Reads the label before a colon; returns where it starts, negative when it is none. */
    private int labelled(int free, int colon, int end) {
        char next = Characters.at(text, colon + 1);
        if (next == '/' || next == ':' || next == '=' || Characters.isDigit(next)) return -1;
        int to = colon;
        while (to > free && !Characters.isAlphanumeric(text.charAt(to - 1)) && colon - to < 12) {
            if (text.charAt(to - 1) == '>') {
                int tag = to - 1;
                while (tag > free && to - tag < 12 && text.charAt(tag) != '<') tag--;
                if (text.charAt(tag) != '<') return -1;
                to = tag;
            } else to--;
        }
        int from = to;
        while (from > free && to - from <= LONGEST_LABEL && !isBeforeLabel(from - 1)) from--;
        if (to - from > LONGEST_LABEL || from == to) return -1;
        boolean assigned = text.charAt(colon) == '=';
        Label label = null;
        if (open != null || assigned) {
            int last = lastWord(from, to);
            label = FieldLabels.of(text, last, to);
            if (label != null) from = last;
        }
        if (label == null) label = FieldLabels.of(text, from, to);
        if (label == null) return -1;
        // CN=Jawad Rahmani:mailto:j.rahmani@exemple.fr
        boolean invited = assigned && to - from == 2 && text.indexOf(":mailto:", colon, Math.min(end, colon + 80)) > 0;
        if (invited) label = Label.PERSON;
        close(from);
        int value = valueStart(colon + 1, end);
        if (quoted(label, value, end)) return from;
        if (assigned && label == Label.NAME_OF_ANYTHING && to - from != 2) return -1; // but CN=
        open = label;
        openFrom = value;
        if (value >= end) {
            open = null;
            below(label, end);
        }
        return from;
    }

    private boolean isBeforeLabel(int at) {
        char c = text.charAt(at);
        return switch (c) {
            case ',', ';', '|', '\t', '{', '[', '<', '>', ':', '=', '?', '!', '&', '"', '•', '→', '(' ->
                c != '(' || text.charAt(at + 1) != 's';
            case ' ' -> Characters.at(text, at - 1) == ' ';
            case '.' -> Characters.at(text, at + 1) == ' ';
            default -> false;
        };
    }

    private int lastWord(int from, int to) {
        int at = to;
        while (at > from && !Characters.isSpace(text.charAt(at - 1))) at--;
        return at;
    }

    private int valueStart(int from, int end) {
        int at = from;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '<' && Characters.at(text, at + 1) != ' ') {
                int close = text.indexOf('>', at, Math.min(end, at + LONGEST_TAG));
                if (close < 0 || text.indexOf('@', at, close) >= 0) return at;
                at = close + 1;
            } else if (Characters.isSpace(c) || c == '*' || c == '_' || c == '`' || c == '.' || c == '\r') at++;
            else break;
        }
        return at;
    }

    /** A value in quotes, or an array of them: it ends where they end. */
    private boolean quoted(Label label, int value, int end) {
        char quote = Characters.at(text, value);
        if (quote == '[') {
            array(label, value + 1);
            return true;
        }
        if (quote != '"' && quote != '\'') return false;
        int close = text.indexOf(quote, value + 1, Math.min(end, value + LONGEST_VALUE));
        if (close < 0) return false;
        layout.addField(label, value + 1, close, true);
        openFrom = close + 1;
        open = null;
        return true;
    }

    private void array(Label label, int from) {
        int to = Math.min(text.length(), from + LONGEST_VALUE);
        open = null;
        openFrom = from;
        List<int[]> values = new ArrayList<>();
        float sum = 0;
        for (int at = from; at < to && text.charAt(at) != ']'; at++) {
            char quote = text.charAt(at);
            if (quote == '{') break;
            if (quote != '"' && quote != '\'') continue;
            int close = text.indexOf(quote, at + 1, to);
            if (close < 0 || Characters.at(text, close + 1) == ':' || Characters.at(text, close + 1) == '[') break;
            if (close > at + 1) {
                values.add(new int[] {at + 1, close});
                sum += columns.weight(at + 1, close);
            }
            at = close;
        }
        // Where most are names, so are the others.
        boolean names = label.isPerson() && values.size() > 1 && sum / values.size() > BareColumns.LEAST_MEAN;
        for (int[] value : values) layout.addField(names ? Label.FULL_NAME : label, value[0], value[1], true);
    }

    private void close(int end) {
        if (open != null && openFrom < end) {
            layout.addField(open, openFrom, Math.min(end, openFrom + LONGEST_VALUE), false);
        }
        open = null;
    }

    /** A label alone on its line: what it names stands below, one line or a list. */
    private void below(Label label, int end) {
        int at = end + 1;
        for (int lines = 0; lines < 30 && at < text.length(); lines++) {
            int limit = Math.min(text.length(), at + LONGEST_VALUE);
            int stop = text.indexOf('\n', at, limit);
            if (stop < 0) stop = limit;
            int first = at;
            while (first < stop && Characters.isSpace(text.charAt(first))) first++;
            if (first == stop) {
                if (lines > 0) return;
                at = stop + 1;
                continue;
            }
            char bullet = text.charAt(first);
            boolean listed = bullet == '-' || bullet == '*' || bullet == '•' || bullet == '–';
            if (!listed && (label == Label.PEOPLE || lines > 0 || stop - first > 60)) return;
            if (listed) first++;
            if (text.indexOf(':', first, stop) >= 0) return;
            layout.addField(label, first, stop, false);
            if (!listed) return;
            at = stop + 1;
        }
    }

    /** {@code <nom>Durand</nom>}, {@code <td>Nom</td><td>Durand</td>}. */
    private void tag(int at, int end) {
        char next = Characters.at(text, at + 1);
        int limit = Math.min(end, at + LONGEST_TAG);
        if (Characters.isLetter(next)) {
            int nameEnd = at + 1;
            while (nameEnd < limit && isTagName(text.charAt(nameEnd))) nameEnd++;
            char behind = Characters.at(text, nameEnd);
            if (behind != '>' && behind != ' ') return;
            Label label = FieldLabels.of(text, at + 1, nameEnd);
            int close = label == null ? -1 : text.indexOf('>', nameEnd, limit);
            if (label != null && close >= 0) value(label, close + 1, end);
        } else if (next == '/') {
            int from = at;
            while (from > 0 && at - from <= 32 && text.charAt(from - 1) != '>' && text.charAt(from - 1) != '\n') from--;
            if (at - from > 32 || from == at || Characters.at(text, from - 1) != '>') return;
            Label label = FieldLabels.of(text, from, at);
            if (label == null) return;
            int value = valueStart(at, end);
            if (value > at) value(label, value, end);
        }
    }

    private void value(Label label, int from, int end) {
        int close = text.indexOf('<', from, Math.min(end, from + LONGEST_VALUE));
        if (close > from) layout.addField(label, from, close, true);
    }

    private static boolean isTagName(char c) {
        return Characters.isAsciiAlphanumeric(c) || c == '_' || c == '-' || c == ':' || Characters.isLetter(c);
    }
}
