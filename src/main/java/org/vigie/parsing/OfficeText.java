package org.vigie.parsing;

import java.util.Locale;
import java.util.Set;
import org.vigie.parsing.Unreadable.Fault;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the XHTML that Tika makes of an office file or a page: headings, slides, sheets, paragraphs, tables. */
final class OfficeText extends DefaultHandler {
    /** What is not text of a page, though it stands in its body. */
    private static final Set<String> UNREAD = Set.of("script", "style", "template", "noscript");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "section",
            "article",
            "header",
            "footer",
            "aside",
            "main",
            "nav",
            "figure",
            "figcaption",
            "form",
            "table",
            "body");
    /** Slides and sheets, of newer files and of older ones. */
    private static final Set<String> PAGES = Set.of("slide-content", "slide", "sheet", "page");
    /** The first line of a slide is its title, where it is as short as one. */
    private static final int LONGEST_TITLE = 120;

    private final Collected collected;
    private final int mostPages;
    private final boolean paged;
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder row = new StringBuilder();
    private int unread;
    private int inRow;
    private int rows;
    private boolean inBody;
    private boolean titleDue;
    private int pages;

    /** @param paged whether it may have slides or sheets; a web page calls its parts what it likes */
    OfficeText(Collected collected, int mostPages, boolean paged) {
        this.collected = collected;
        this.mostPages = mostPages;
        this.paged = paged;
    }

    /** Carries a fault through code of others that knows its own exceptions. */
    static final class TooManyPages extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable fault() {
            return new Unreadable(Fault.TOO_MANY_PAGES);
        }
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        String name = local.toLowerCase(Locale.ROOT);
        if (name.equals("body")) inBody = true;
        if (!inBody) return;
        if (UNREAD.contains(name)) unread++;
        if (unread > 0) return;
        String kind = attributes.getValue("class");
        if (paged && name.equals("div") && kind != null && PAGES.contains(kind)) {
            end();
            nextPage();
            titleDue = kind.startsWith("slide");
        } else if (name.equals("tr")) {
            if (inRow++ == 0) {
                end();
                row.setLength(0);
            }
        } else if (name.equals("br")) {
            words.append(inRow > 0 ? ' ' : '\n');
        } else if (isHeading(name) || (BLOCKS.contains(name) && inRow == 0)) {
            end();
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        String name = local.toLowerCase(Locale.ROOT);
        if (!inBody) return;
        if (UNREAD.contains(name)) {
            unread--;
        } else if (unread > 0) {
            return;
        } else if (name.equals("td") || name.equals("th")) {
            endCell();
        } else if (name.equals("tr") && inRow > 0) {
            if (--inRow == 0) endRow();
        } else if (isHeading(name) && inRow == 0) {
            heading(name.charAt(1) - '0');
        } else if (BLOCKS.contains(name) && inRow == 0) {
            end();
            if (name.equals("table")) rows = 0;
        } else if (BLOCKS.contains(name)) {
            words.append(' ');
        }
        if (name.equals("body")) inBody = false;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inBody && unread == 0) words.append(characters, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        characters(characters, start, length);
    }

    private void heading(int level) {
        collected.heading(level, taken());
    }

    private void nextPage() {
        if (++pages > mostPages) throw new TooManyPages();
        collected.heading(1, "");
        collected.page(pages, false);
    }

    private void endCell() {
        String cell = taken().replaceAll("\\s+", " ").strip();
        if (!row.isEmpty()) row.append(Part.CELL);
        row.append(cell.isEmpty() ? "\u0000" : cell);
    }

    private void endRow() {
        String line = row + taken();
        row.setLength(0);
        // Cells at the end that are empty say nothing.
        line = line.replaceAll("( \\| \u0000)+$", "").replace("\u0000", "");
        if (line.replace(Part.CELL.strip(), "").isBlank()) return;
        if (rows++ == 0) {
            collected.paragraph(line);
        } else {
            collected.line(line);
        }
    }

    private void end() {
        String block = taken().strip();
        if (block.isEmpty()) return;
        if (titleDue && block.length() <= LONGEST_TITLE) collected.heading(1, block);
        titleDue = false;
        collected.paragraph(block);
    }

    private String taken() {
        String taken = words.toString().replaceAll("[ \\t]+", " ").replaceAll(" ?\\n ?", "\n");
        words.setLength(0);
        return taken;
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }
}
