package org.vigie.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.vigie.kernel.Language;

/** Sets parts on pages, each with its element of the structure tree. */
final class Press {
    private static final float GAP = 7;
    private static final float INDENT = 16;
    private static final float CELL_GAP = 12;
    private static final float ROW_GAP = 4;

    private final Sheets sheets;
    private final Tags tags;
    private final Bookmarks bookmarks;
    private final Typeface bold;
    private final Style body;
    private final Style strong;

    Press(Sheets sheets, Tags tags, Bookmarks bookmarks, Typeface regular, Typeface bold) {
        this.sheets = sheets;
        this.tags = tags;
        this.bookmarks = bookmarks;
        this.bold = bold;
        this.body = new Style(regular, 10.5f, 15);
        this.strong = new Style(bold, 10.5f, 15);
    }

    void title(String text) throws IOException {
        heading(1, text);
        sheets.advance(4);
    }

    void print(Part part) throws IOException {
        switch (part) {
            case Part.Heading(int level, String text) -> heading(level, text);
            case Part.Text(String text) -> paragraph(text);
            case Part.Items items -> items(items);
            case Part.Grid grid -> grid(grid);
            case Part.Facts facts -> facts(facts);
            case Part.Foreign(Language language, Part inner) -> {
                int before = tags.document().getKids().size();
                print(inner);
                say(language, before);
            }
        }
    }

    private void say(Language language, int from) {
        List<Object> kids = tags.document().getKids();
        for (Object kid : kids.subList(from, kids.size())) {
            if (kid instanceof PDStructureElement element) element.setLanguage(language.code());
        }
    }

    private void heading(int level, String text) throws IOException {
        Style style = switch (level) {
            case 1 -> new Style(bold, 20, 25);
            case 2 -> new Style(bold, 14, 19);
            default -> new Style(bold, 11.5f, 16);
        };
        List<String> lines = style.typeface().lines(text, style.size(), Sheets.WIDTH);
        sheets.skip(level == 2 ? 14 : 8);
        sheets.keep(lines.size() * style.leading() + 3 * body.leading());
        String tag = "H" + level;
        PDStructureElement element = element(tags.document(), tag, style, text);
        bookmarks.add(level, text, sheets.page(), sheets.y());
        sheets.flow(element, tag, style, Sheets.LEFT, lines);
        sheets.advance(level == 1 ? 6 : 3);
    }

    /** An element that says its text itself where the typeface cannot show it. */
    private PDStructureElement element(PDStructureElement parent, String tag, Style style, String text) {
        PDStructureElement element = tags.element(parent, tag);
        String shown = style.typeface().printable(text);
        if (shown.indexOf('?') >= 0 && !shown.equals(text)) element.setActualText(text);
        return element;
    }

    private void paragraph(String text) throws IOException {
        PDStructureElement element = element(tags.document(), "P", body, text);
        sheets.flow(element, "P", body, Sheets.LEFT, body.typeface().lines(text, body.size(), Sheets.WIDTH));
        sheets.advance(GAP);
    }

    private void items(Part.Items items) throws IOException {
        PDStructureElement list = tags.element(tags.document(), "L");
        Tags.attribute(list, "List", "ListNumbering", items.numbered() ? "Decimal" : "Disc");
        int number = 0;
        for (String line : items.lines()) {
            number++;
            List<String> lines = body.typeface().lines(line, body.size(), Sheets.WIDTH - INDENT);
            sheets.keep(Math.min(lines.size(), 2) * body.leading());
            PDStructureElement item = tags.element(list, "LI");
            String label = items.numbered() ? number + "." : "•";
            sheets.write(tags.element(item, "Lbl"), "Lbl", body, Sheets.LEFT + 3, List.of(label));
            sheets.flow(element(item, "LBody", body, line), "LBody", body, Sheets.LEFT + INDENT, lines);
            sheets.advance(2);
        }
        sheets.advance(GAP - 2);
    }

    /** @param scope {@code Column} or {@code Row} of a header cell; empty for one that says something */
    private record Cell(String text, Style style, String scope, boolean right) {
        String tag() {
            return scope.isEmpty() ? "TD" : "TH";
        }
    }

    private void grid(Part.Grid grid) throws IOException {
        List<Cell> head = row(grid.head(), grid.figures(), strong, "Column");
        List<List<Cell>> rows = new ArrayList<>();
        for (List<String> row : grid.rows()) rows.add(row(row, grid.figures(), body, ""));
        List<List<Cell>> all = new ArrayList<>(rows);
        all.addFirst(head);
        float[] widths = Columns.widths(texts(all), strong, Sheets.WIDTH, CELL_GAP);
        PDStructureElement table = tags.element(tags.document(), "Table");
        set(table, head, widths, List.of());
        for (List<Cell> row : rows) set(table, row, widths, head);
        sheets.advance(GAP);
    }

    private static List<Cell> row(List<String> texts, Set<Integer> figures, Style style, String scope) {
        List<Cell> row = new ArrayList<>();
        for (String text : texts) row.add(new Cell(text, style, scope, figures.contains(row.size())));
        return row;
    }

    private static List<List<String>> texts(List<List<Cell>> rows) {
        return rows.stream().map(row -> row.stream().map(Cell::text).toList()).toList();
    }

    private void facts(Part.Facts facts) throws IOException {
        PDStructureElement table = tags.element(tags.document(), "Table");
        float[] widths = {Sheets.WIDTH * 0.32f, Sheets.WIDTH * 0.68f};
        for (Part.Fact fact : facts.facts()) {
            Cell name = new Cell(fact.name(), strong, "Row", false);
            set(table, List.of(name, new Cell(fact.value(), body, "", false)), widths, List.of());
        }
        sheets.advance(GAP);
    }

    /** One row, on as many pages as it takes; under its head again on each. */
    private void set(PDStructureElement table, List<Cell> cells, float[] widths, List<Cell> head) throws IOException {
        PDStructureElement row = tags.element(table, "TR");
        List<PDStructureElement> elements = new ArrayList<>();
        List<List<String>> lines = new ArrayList<>();
        for (Cell cell : cells) {
            PDStructureElement element = element(row, cell.tag(), cell.style(), cell.text());
            if (!cell.scope().isEmpty()) Tags.attribute(element, "Table", "Scope", cell.scope());
            elements.add(element);
            lines.add(lines(cell, widths[lines.size()]));
        }
        int most = lines.stream().mapToInt(List::size).max().orElse(0);
        int done = 0;
        while (done < most) {
            int fitting = (int) ((sheets.room() - 2 * ROW_GAP) / body.leading());
            if (fitting < Math.min(most - done, sheets.isFresh() ? 1 : 4)) {
                sheets.turn();
                if (!head.isEmpty()) again(head, widths);
                continue;
            }
            int next = Math.min(most, done + fitting);
            sheets.advance(ROW_GAP);
            float x = Sheets.LEFT;
            for (int column = 0; column < cells.size(); column++) {
                List<String> own = lines.get(column);
                List<String> slice = own.subList(Math.min(done, own.size()), Math.min(next, own.size()));
                write(elements.get(column), cells.get(column), slice, x, widths[column]);
                x += widths[column];
            }
            sheets.advance((next - done) * body.leading() + ROW_GAP);
            sheets.rule();
            done = next;
        }
    }

    private List<String> lines(Cell cell, float width) throws IOException {
        if (cell.text().isBlank()) return List.of();
        return cell.style().typeface().lines(cell.text(), cell.style().size(), width - CELL_GAP);
    }

    private void write(PDStructureElement element, Cell cell, List<String> lines, float x, float width)
            throws IOException {
        if (lines.isEmpty()) return;
        sheets.write(element, cell.tag(), cell.style(), x + shift(cell, lines, width), lines);
    }

    /** How far to the right figures are moved, by their widest line. */
    private static float shift(Cell cell, List<String> lines, float width) throws IOException {
        if (!cell.right()) return 0;
        float widest = 0;
        for (String line : lines) {
            widest = Math.max(
                    widest,
                    cell.style().typeface().width(line.strip(), cell.style().size()));
        }
        return Math.max(0, width - CELL_GAP - widest);
    }

    private void again(List<Cell> head, float[] widths) throws IOException {
        float x = Sheets.LEFT;
        int most = 1;
        sheets.advance(ROW_GAP);
        for (int column = 0; column < head.size(); column++) {
            Cell cell = head.get(column);
            List<String> lines = lines(cell, widths[column]);
            if (!lines.isEmpty()) sheets.repeat(strong, x + shift(cell, lines, widths[column]), lines);
            most = Math.max(most, lines.size());
            x += widths[column];
        }
        sheets.advance(most * strong.leading() + ROW_GAP);
        sheets.rule();
    }
}
