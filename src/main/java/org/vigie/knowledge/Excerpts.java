package org.vigie.knowledge;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.parsing.Extract;
import org.vigie.parsing.Part;

/**
 * Cuts a document into passages of 600 to 900 characters, the length that our study of French questions measured: at
 * the ends of paragraphs where it can, else of lines, of sentences, of words. None crosses a page or a heading, so that
 * each is cited at one place.
 */
public final class Excerpts {
    static final int SHORTEST = 600;
    static final int LONGEST = 900;
    /** A last passage of fewer characters takes some of the one before. */
    private static final int TOO_SHORT = 300;

    private Excerpts() {}

    /** A stretch that is not divided further, and what joins it to the one before. */
    private record Piece(String joint, String text) {
        int length() {
            return joint.length() + text.length();
        }
    }

    /** In reading order; none where the document has no text. */
    public static List<Excerpt> of(Extract extract) {
        List<Excerpt> excerpts = new ArrayList<>();
        for (Part part : together(extract.parts())) {
            for (String text : cut(part.text())) {
                excerpts.add(new Excerpt(
                        excerpts.size(), extract.title(), part.heading(), part.page(), text, part.recognised()));
            }
        }
        return excerpts;
    }

    /** Neighbours of the same place are one. */
    private static List<Part> together(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            Part last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && samePlace(last, part)) {
                joined.set(
                        joined.size() - 1,
                        new Part(part.page(), part.heading(), last.text() + "\n\n" + part.text(), part.recognised()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private static boolean samePlace(Part one, Part other) {
        return one.page().equals(other.page())
                && one.heading().equals(other.heading())
                && one.recognised() == other.recognised();
    }

    static List<String> cut(String text) {
        List<List<Piece>> groups = new ArrayList<>();
        List<Piece> group = new ArrayList<>();
        int length = 0;
        for (Piece piece : pieces(text)) {
            boolean full = length + piece.length() > LONGEST
                    || (length >= SHORTEST && piece.joint().equals("\n\n"));
            if (full && !group.isEmpty()) {
                groups.add(group);
                group = new ArrayList<>();
                length = 0;
            }
            group.add(piece);
            length += piece.length();
        }
        if (!group.isEmpty()) groups.add(group);
        balanceEnd(groups);
        return groups.stream().map(Excerpts::joined).toList();
    }

    private static void balanceEnd(List<List<Piece>> groups) {
        if (groups.size() < 2 || length(groups.getLast()) >= TOO_SHORT) return;
        List<Piece> last = groups.getLast();
        List<Piece> before = groups.get(groups.size() - 2);
        if (length(before) + length(last) <= LONGEST) {
            before.addAll(groups.removeLast());
            return;
        }
        int half = (length(before) + length(last)) / 2;
        while (before.size() > 1 && length(last) + before.getLast().length() <= half) {
            last.addFirst(before.removeLast());
        }
    }

    private static int length(List<Piece> pieces) {
        return pieces.stream().mapToInt(Piece::length).sum();
    }

    private static String joined(List<Piece> pieces) {
        StringBuilder text = new StringBuilder(pieces.getFirst().text());
        pieces.stream().skip(1).forEach(piece -> text.append(piece.joint()).append(piece.text()));
        return text.toString();
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        for (String paragraph : text.split("\\n\\s*\\n")) {
            if (paragraph.isBlank()) continue;
            if (paragraph.strip().length() <= LONGEST) {
                pieces.add(new Piece("\n\n", paragraph.strip()));
            } else {
                addLines(paragraph, pieces);
            }
        }
        return pieces;
    }

    private static void addLines(String paragraph, List<Piece> pieces) {
        String joint = "\n\n";
        for (String line : paragraph.split("\n")) {
            if (line.isBlank()) continue;
            if (line.strip().length() <= LONGEST) {
                pieces.add(new Piece(joint, line.strip()));
            } else {
                addSentences(line.strip(), joint, pieces);
            }
            joint = "\n";
        }
    }

    private static void addSentences(String line, String first, List<Piece> pieces) {
        String joint = first;
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.FRENCH);
        sentences.setText(line);
        for (int start = 0, end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            String rest = line.substring(start, end).strip();
            while (rest.length() > LONGEST) {
                int space = rest.lastIndexOf(' ', LONGEST);
                int at = space > 0 ? space : whole(rest, LONGEST);
                pieces.add(new Piece(joint, rest.substring(0, at)));
                // What had no space in it gets none.
                joint = space > 0 ? " " : "";
                rest = rest.substring(at).strip();
            }
            if (!rest.isEmpty()) pieces.add(new Piece(joint, rest));
            joint = " ";
        }
    }

    /** At most this index, and not between the two halves of a character. */
    private static int whole(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
