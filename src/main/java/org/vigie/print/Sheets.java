package org.vigie.print;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/** The pages of a document and the place that is written at: everything on them is tagged, or an artifact. */
final class Sheets implements AutoCloseable {
    /** In points, as all lengths here: a point is 1/72 inch. */
    static final float LEFT = 68;

    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 64;
    private static final float BOTTOM = 72;
    private static final float FOOT = 40;

    /** The ink of the pages by day. */
    private static final float[] INK = {0x10 / 255f, 0x27 / 255f, 0x2f / 255f};

    private static final float[] RULE = {0xb9 / 255f, 0xc2 / 255f, 0xc2 / 255f};

    private final PDDocument document;
    private final Tags tags;
    private PDPage page;
    private PDPageContentStream out;
    private float y = TOP;

    Sheets(PDDocument document, Tags tags) throws IOException {
        this.document = document;
        this.tags = tags;
        page = sheet();
        out = new PDPageContentStream(document, page);
    }

    private PDPage sheet() {
        PDPage fresh = new PDPage(PDRectangle.A4);
        document.addPage(fresh);
        tags.begin(fresh);
        return fresh;
    }

    void turn() throws IOException {
        out.close();
        page = sheet();
        out = new PDPageContentStream(document, page);
        y = TOP;
    }

    PDPage page() {
        return page;
    }

    /** From the foot of the page. */
    float y() {
        return y;
    }

    float room() {
        return y - BOTTOM;
    }

    boolean isFresh() {
        return y == TOP;
    }

    /** Leaves a space, unless it is at the top of a page. */
    void skip(float height) {
        if (!isFresh()) y -= height;
    }

    void advance(float height) {
        y -= height;
    }

    /** Turns the page unless so much still fits. */
    void keep(float height) throws IOException {
        if (room() < height && !isFresh()) turn();
    }

    /** Lines of an element from here on, over as many pages as it takes. */
    void flow(PDStructureElement element, String tag, Style style, float x, List<String> lines) throws IOException {
        int done = 0;
        while (done < lines.size()) {
            int fitting = (int) (room() / style.leading());
            if (fitting < 1) {
                turn();
                continue;
            }
            int next = Math.min(lines.size(), done + fitting);
            write(element, tag, style, x, lines.subList(done, next));
            advance((next - done) * style.leading());
            done = next;
        }
    }

    /** Lines of an element, beginning here and going down; the place stays. */
    void write(PDStructureElement element, String tag, Style style, float x, List<String> lines) throws IOException {
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, tags.mark(element, page));
        out.beginMarkedContent(COSName.getPDFName(tag), PDPropertyList.create(properties));
        letters(out, style, x, y - style.ascent(), lines);
        out.endMarkedContent();
    }

    /** The same, which is no content: a head that comes again on the next page. */
    void repeat(Style style, float x, List<String> lines) throws IOException {
        out.beginMarkedContent(COSName.ARTIFACT);
        letters(out, style, x, y - style.ascent(), lines);
        out.endMarkedContent();
    }

    private static void letters(PDPageContentStream out, Style style, float x, float baseline, List<String> lines)
            throws IOException {
        out.beginText();
        out.setNonStrokingColor(INK[0], INK[1], INK[2]);
        out.setFont(style.typeface().font(), style.size());
        out.setLeading(style.leading());
        out.newLineAtOffset(x, baseline);
        for (int line = 0; line < lines.size(); line++) {
            if (line > 0) out.newLine();
            out.showText(lines.get(line));
        }
        out.endText();
    }

    /** A hairline across the page. */
    void rule() throws IOException {
        out.beginMarkedContent(COSName.ARTIFACT);
        out.setStrokingColor(RULE[0], RULE[1], RULE[2]);
        out.setLineWidth(0.6f);
        out.moveTo(LEFT, y);
        out.lineTo(LEFT + WIDTH, y);
        out.stroke();
        out.endMarkedContent();
    }

    /** What stands at the foot of every page, with its number, once they are counted. */
    void feet(Style style, String text) throws IOException {
        out.close();
        int all = document.getNumberOfPages();
        COSDictionary footer = new COSDictionary();
        footer.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
        footer.setItem(COSName.SUBTYPE, COSName.getPDFName("Footer"));
        COSArray attached = new COSArray();
        attached.add(COSName.getPDFName("Bottom"));
        footer.setItem(COSName.getPDFName("Attached"), attached);
        for (int number = 1; number <= all; number++) {
            PDPage sheet = document.getPage(number - 1);
            String count = number + "\u00a0/\u00a0" + all;
            float right = LEFT + WIDTH - style.typeface().width(count, style.size());
            String said = style.typeface()
                    .lines(text, style.size(), right - LEFT - 12)
                    .getFirst();
            try (PDPageContentStream foot = new PDPageContentStream(document, sheet, AppendMode.APPEND, true, true)) {
                foot.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(footer));
                letters(foot, style, LEFT, FOOT, List.of(said));
                letters(foot, style, right, FOOT, List.of(count));
                foot.endMarkedContent();
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
