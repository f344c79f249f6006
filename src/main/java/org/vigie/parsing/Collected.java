package org.vigie.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.vigie.parsing.Extract.Kind;
import org.vigie.parsing.Extract.Note;

/** The text of one file as it comes, and at which place. */
final class Collected {
    /** A heading in a text is a line; what is longer is a paragraph in a heading's style. */
    private static final int LONGEST_HEADING = 200;

    private static final int MOST_NOTES = 200;
    static final int MOST_PARTS = 200_000;

    private final int most;
    private final List<Part> parts = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    /** By level, so that a heading ends those of its level and beneath. */
    private final TreeMap<Integer, String> headings = new TreeMap<>();

    private String above = "";
    private OptionalInt page = OptionalInt.empty();
    private boolean recognised;
    private int characters;
    /** A heading with nothing under it yet. */
    private String bare = "";

    /** @param most characters, in all */
    Collected(int most) {
        this.most = most;
    }

    /** Not an error: what was collected so far is what is kept. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Full() {
            super("full", null, false, false);
        }
    }

    /** Begins a file, or one that another holds. */
    void within(String heading) {
        flush();
        keepBare();
        above = line(heading, 3 * LONGEST_HEADING);
        headings.clear();
        page = OptionalInt.empty();
        recognised = false;
    }

    /** Begins a page; headings of the one before go on. */
    void page(int number, boolean read) {
        flush();
        page = OptionalInt.of(number);
        recognised = read;
    }

    /** @param level from 1; ends the headings of this level and beneath */
    void heading(int level, String words) {
        String heading = Words.clean(words).strip().replaceAll("\\s+", " ");
        flush();
        if (headings.tailMap(level, true).containsValue(bare)) keepBare();
        headings.tailMap(level, true).clear();
        if (heading.isEmpty()) return;
        if (heading.length() <= LONGEST_HEADING) {
            headings.put(level, heading);
            bare = heading;
        } else {
            paragraph(heading);
        }
    }

    /** A block of text, apart from what is around it. */
    void paragraph(String words) {
        if (words.isBlank()) return;
        if (!text.isEmpty()) text.append("\n\n");
        add(words.strip());
    }

    /** Blocks of text between blank lines. */
    void paragraphs(String words) {
        for (String paragraph : Words.lines(words).split("\\n\\s*\\n")) paragraph(paragraph);
    }

    /** A line beneath the one before. */
    void line(String words) {
        if (words.isBlank()) return;
        if (!text.isEmpty()) text.append('\n');
        add(words.strip());
    }

    void note(Kind kind, String about) {
        Note note = new Note(kind, line(about, LONGEST_HEADING));
        if (notes.size() < MOST_NOTES && !notes.contains(note)) notes.add(note);
    }

    boolean isEmpty() {
        return parts.isEmpty() && text.isEmpty() && bare.isEmpty();
    }

    Extract extract(String title) {
        try {
            flush();
            keepBare();
        } catch (Full _) {
            // It is noted.
        }
        return new Extract(line(title, LONGEST_HEADING), parts, notes);
    }

    /** On one line, and no longer than that. */
    static String line(String words, int most) {
        String line = Words.clean(words).strip().replaceAll("\\s+", " ");
        if (line.length() <= most) return line;
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end) + "…";
    }

    private void add(String words) {
        String clean = Words.clean(words);
        int room = Math.max(0, most - characters);
        if (clean.length() > room) {
            text.append(clean, 0, room > 0 && Character.isHighSurrogate(clean.charAt(room - 1)) ? room - 1 : room);
            characters = most;
            note(Kind.TRUNCATED, "");
            throw new Full();
        }
        characters += clean.length();
        text.append(clean);
        bare = "";
    }

    /** A heading without a text is a text. */
    private void keepBare() {
        if (bare.isEmpty()) return;
        String words = bare;
        headings.values().remove(words);
        add(words);
        flush();
    }

    private void flush() {
        if (text.isEmpty()) return;
        Part part = new Part(page, path(), text.toString(), recognised);
        text.setLength(0);
        parts.add(part);
        // Headings are repeated, so they count: thousands of them above a word each are as much as a long text.
        characters += part.heading().length();
        if (parts.size() < MOST_PARTS && characters <= most) return;
        note(Kind.TRUNCATED, "");
        throw new Full();
    }

    private String path() {
        List<String> path = new ArrayList<>();
        if (!above.isEmpty()) path.add(above);
        path.addAll(headings.values());
        return String.join(Part.UNDER, path);
    }
}
