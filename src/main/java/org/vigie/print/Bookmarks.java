package org.vigie.print;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** The headings, one within the other, beside the pages. */
final class Bookmarks {
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(int level, PDOutlineItem item) {}

    Bookmarks(PDDocument document) {
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    void add(int level, String text, PDPage page, float y) {
        while (!open.isEmpty() && open.peek().level() >= level) open.pop();
        PDOutlineNode parent = open.isEmpty() ? outline : open.peek().item();
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(text);
        PDPageXYZDestination there = new PDPageXYZDestination();
        there.setPage(page);
        there.setTop(Math.round(y));
        item.setDestination(there);
        parent.addLast(item);
        open.push(new Open(level, item));
    }

    void end() {
        if (outline.hasChildren()) outline.getFirstChild().openNode();
        outline.openNode();
    }
}
