package org.vigie.print;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A typeface of ours in one document, of which the signs that are used are embedded. */
final class Typeface implements AutoCloseable {
    private static final int UNKNOWN = '?';
    private static final int NARROW_SPACE = 0x202F;
    private static final int FIXED_SPACE = 0x00A0;

    private final TrueTypeFont file;
    private final CmapLookup signs;
    private final PDFont font;

    private Typeface(TrueTypeFont file, CmapLookup signs, PDFont font) {
        this.file = file;
        this.signs = signs;
        this.font = font;
    }

    /** @param name of a file beside this class */
    static Typeface in(PDDocument document, String name) throws IOException {
        try (InputStream bytes = Typeface.class.getResourceAsStream(name)) {
            if (bytes == null) throw new IllegalStateException(name + " is not in the jar");
            TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            return new Typeface(file, file.getUnicodeCmapLookup(), PDType0Font.load(document, file, true));
        }
    }

    PDFont font() {
        return font;
    }

    /**
     * The same text in signs that the typeface has: without what has no width, a letter without its accent where it has
     * none with it, else a question mark.
     */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (Character.getType(sign) == Character.FORMAT) return;
            if (Character.isWhitespace(sign)) printable.append(' ');
            else printable.appendCodePoint(has(sign) ? sign : instead(sign));
        });
        return printable.toString();
    }

    private int instead(int sign) {
        if (sign == NARROW_SPACE) return FIXED_SPACE;
        int bare = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFD)
                .codePointAt(0);
        return has(bare) ? bare : UNKNOWN;
    }

    private boolean has(int sign) {
        return signs.getGlyphId(sign) != 0;
    }

    /** In points; of two texts one after the other it is the sum. @param printable see {@link #printable} */
    float width(String printable, float size) throws IOException {
        return font.getStringWidth(printable) / 1000 * size;
    }

    /**
     * Breaks a text at its spaces, which stay at the ends of the lines so that words are told apart by whoever reads the
     * lines one after the other; and within a word that alone is wider than a line.
     */
    List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float space = width(" ", size);
        float taken = 0;
        for (String word : printable(text).strip().split(" +")) {
            String rest = word;
            float wide = width(rest, size);
            if (!line.isEmpty() && taken + space + wide > width) {
                lines.add(line.append(' ').toString());
                line.setLength(0);
                taken = 0;
            }
            while (line.isEmpty() && wide > width) {
                int fits = fits(rest, size, width);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
                wide = width(rest, size);
            }
            if (!line.isEmpty()) {
                line.append(' ');
                taken += space;
            }
            line.append(rest);
            taken += wide;
        }
        lines.add(line.toString());
        return lines;
    }

    /** How much of a word fits, at least one sign. */
    private int fits(String word, float size, float width) throws IOException {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next), size) > width) break;
            end = next;
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
