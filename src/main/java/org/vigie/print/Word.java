package org.vigie.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * Makes files for word processors (Office Open XML, ISO/IEC 29500) of documents: headings are headings, so that a table
 * of contents finds them. Attachments stay out. Holds nothing between two documents.
 */
public final class Word {
    private static final String TITLE = "Title";
    private static final String HEADING = "Heading";
    /** Of the title and of headings from level 2 on, in points. */
    private static final List<Integer> SIZES = List.of(20, 16, 14, 12, 11, 11);

    private Word() {}

    /** @throws UncheckedIOException never for want of anything but memory */
    public static byte[] of(Document document) {
        try (XWPFDocument made = new XWPFDocument()) {
            XWPFStyles styles = made.createStyles();
            style(styles, TITLE, "Title", SIZES.getFirst(), -1);
            for (int level = 2; level <= 6; level++) {
                style(styles, HEADING + (level - 1), "heading " + (level - 1), SIZES.get(level - 1), level - 2);
            }
            made.getProperties().getCoreProperties().setTitle(document.title());
            styled(made, TITLE, document.title());
            for (Part part : document.parts()) print(made, part);
            XWPFParagraph foot = made.createParagraph();
            foot.setAlignment(ParagraphAlignment.CENTER);
            XWPFRun run = foot.createRun();
            run.setText(document.footer());
            run.setFontSize(8);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            made.write(bytes);
            return bytes.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void print(XWPFDocument made, Part part) {
        switch (part) {
            case Part.Heading(int level, String text) -> styled(made, HEADING + (level - 1), text);
            case Part.Text(String text) -> lines(made.createParagraph(), text);
            case Part.Items(boolean numbered, List<String> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    XWPFParagraph item = made.createParagraph();
                    item.setIndentationLeft(360);
                    item.setIndentationHanging(280);
                    lines(item, (numbered ? (i + 1) + ". " : "• ") + items.get(i));
                }
            }
            case Part.Grid(List<String> head, List<List<String>> rows, var figures) -> {
                XWPFTable table = made.createTable(rows.size() + 1, head.size());
                table.setWidth("100%");
                table.getRow(0).setRepeatHeader(true);
                fill(table.getRow(0), head, true);
                for (int i = 0; i < rows.size(); i++) fill(table.getRow(i + 1), rows.get(i), false);
                for (XWPFTableRow row : table.getRows()) {
                    figures.forEach(column ->
                            row.getCell(column).getParagraphs().getFirst().setAlignment(ParagraphAlignment.RIGHT));
                }
            }
            case Part.Facts(List<Part.Fact> facts) -> {
                XWPFTable table = made.createTable(facts.size(), 2);
                table.setWidth("100%");
                for (int i = 0; i < facts.size(); i++) {
                    cell(table.getRow(i).getCell(0), facts.get(i).name(), true);
                    cell(table.getRow(i).getCell(1), facts.get(i).value(), false);
                }
            }
            case Part.Foreign(var _, Part within) -> print(made, within);
        }
    }

    private static void fill(XWPFTableRow row, List<String> texts, boolean bold) {
        for (int i = 0; i < texts.size(); i++) cell(row.getCell(i), texts.get(i), bold);
    }

    private static void cell(XWPFTableCell cell, String text, boolean bold) {
        lines(cell.getParagraphs().getFirst(), text);
        if (bold) cell.getParagraphs().getFirst().getRuns().forEach(run -> run.setBold(true));
    }

    private static void lines(XWPFParagraph paragraph, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            XWPFRun run = paragraph.createRun();
            if (i > 0) run.addBreak();
            run.setText(lines.get(i));
        }
    }

    private static void styled(XWPFDocument made, String style, String text) {
        XWPFParagraph paragraph = made.createParagraph();
        paragraph.setStyle(style);
        lines(paragraph, text);
    }

    /** @param outline the level in a table of contents, from 0; below 0 for none */
    private static void style(XWPFStyles styles, String id, String name, int points, int outline) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        paragraph.addNewSpacing().setBefore(BigInteger.valueOf(outline < 0 ? 0 : 240));
        if (outline >= 0) paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        var letters = style.addNewRPr();
        letters.addNewB();
        letters.addNewSz().setVal(BigInteger.valueOf(2L * points));
        styles.addStyle(new XWPFStyle(style));
    }
}
