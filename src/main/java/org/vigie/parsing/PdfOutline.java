package org.vigie.parsing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** The headings of a PDF, where its outline has them: from which page on each holds, and where on it. */
final class PdfOutline {
    private static final int MOST = 5_000;
    private static final int DEEPEST = 6;

    private final List<Heading> headings = new ArrayList<>();
    private int next;
    private int seen;

    private PdfOutline() {}

    /** @param page from 1 */
    private record Heading(int level, String title, int page) {}

    static PdfOutline of(PDDocument document) {
        PdfOutline outline = new PdfOutline();
        PDOutlineNode root = document.getDocumentCatalog().getDocumentOutline();
        if (root != null) outline.add(root, 1, document);
        outline.headings.sort(Comparator.comparingInt(Heading::page));
        return outline;
    }

    /** The headings that begin before a page or on it hold for all of it. */
    void enter(int page, Collected collected) {
        while (next < headings.size() && headings.get(next).page() <= page) {
            Heading heading = headings.get(next++);
            collected.heading(heading.level(), heading.title());
        }
    }

    /** Puts a page's text beneath its headings; one that is not found in it begins where the one before does. */
    void place(int page, String text, Collected collected) {
        String folded = folded(text);
        int from = 0;
        while (next < headings.size() && headings.get(next).page() <= page) {
            Heading heading = headings.get(next++);
            int at = folded.indexOf(folded(heading.title().strip()), from);
            if (at > from) {
                collected.paragraphs(text.substring(from, at));
                from = at;
            }
            collected.heading(heading.level(), heading.title());
        }
        collected.paragraphs(text.substring(from));
    }

    /** Of the same length, so that places in it are places in the text. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            folded.append(
                    Character.isWhitespace(sign) || sign == '\u00a0' || sign == '\u202f'
                            ? ' '
                            : Character.toLowerCase(sign));
        }
        return folded.toString();
    }

    private void add(PDOutlineNode parent, int level, PDDocument document) {
        PDOutlineItem item = parent.getFirstChild();
        // A chain that leads back to itself ends at the bound.
        while (item != null && seen++ < MOST) {
            int page = pageOf(item, document);
            String title = item.getTitle();
            if (page > 0 && title != null && !title.isBlank()) headings.add(new Heading(level, title, page));
            if (level < DEEPEST) add(item, level + 1, document);
            item = item.getNextSibling();
        }
    }

    private static int pageOf(PDOutlineItem item, PDDocument document) {
        try {
            PDPage page = item.findDestinationPage(document);
            return page == null ? 0 : document.getPages().indexOf(page) + 1;
        } catch (IOException | RuntimeException _) {
            // An outline that leads nowhere costs its headings, not the text.
            return 0;
        }
    }
}
