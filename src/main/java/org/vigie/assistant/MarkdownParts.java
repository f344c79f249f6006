package org.vigie.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.vigie.print.Part;

/** A model's Markdown as what is printed: its blocks, their words without emphasis. */
final class MarkdownParts {
    private static final int DEEPEST_HEADING = 6;

    private final List<Part> parts = new ArrayList<>();
    private int level;

    private MarkdownParts(int above) {
        this.level = above;
    }

    /** @param above the level of the heading that it stands under; its own go below, without a gap */
    static List<Part> of(String markdown, int above) {
        MarkdownParts made = new MarkdownParts(above);
        made.blocks(Markdown.parse(markdown), above);
        return made.parts;
    }

    private void blocks(Node parent, int above) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> {
                    int wanted = above + heading.getLevel();
                    level = Math.min(Math.min(wanted, level + 1), DEEPEST_HEADING);
                    parts.add(new Part.Heading(level, words(heading)));
                }
                case Paragraph paragraph -> text(words(paragraph));
                case FencedCodeBlock code -> text(code.getLiteral());
                case IndentedCodeBlock code -> text(code.getLiteral());
                case HtmlBlock html -> text(html.getLiteral());
                case ListBlock list -> parts.add(new Part.Items(list instanceof OrderedList, items(list, 0)));
                case TableBlock table -> table(table);
                case BlockQuote quote -> blocks(quote, above);
                default -> {}
            }
        }
    }

    private void text(String text) {
        if (!text.isBlank()) parts.add(new Part.Text(text.strip()));
    }

    /** What is within an item stands below it, set in. */
    private static List<String> items(ListBlock list, int depth) {
        List<String> lines = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            StringBuilder own = new StringBuilder("\u2003".repeat(depth));
            List<String> below = new ArrayList<>();
            for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
                if (part instanceof ListBlock inner) below.addAll(items(inner, depth + 1));
                else own.append(own.toString().isBlank() ? "" : " ").append(words(part));
            }
            lines.add(own.toString());
            lines.addAll(below);
        }
        return lines;
    }

    private void table(TableBlock table) {
        List<List<String>> rows = new ArrayList<>();
        table.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow row) rows.add(cells(row));
                else visitChildren(node);
            }
        });
        List<String> head = rows.isEmpty() ? List.of() : rows.getFirst();
        if (head.isEmpty()) return;
        List<List<String>> body =
                rows.stream().skip(1).map(row -> fitted(row, head.size())).toList();
        parts.add(new Part.Grid(head, body, Set.of()));
    }

    private static List<String> cells(TableRow row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) cells.add(words(cell));
        }
        return cells;
    }

    private static List<String> fitted(List<String> row, int width) {
        List<String> cells = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
        while (cells.size() < width) cells.add("");
        return cells;
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                words.append(html.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                words.append(' ');
            }

            @Override
            public void visit(HardLineBreak end) {
                words.append('\n');
            }

            @Override
            public void visit(FencedCodeBlock code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString().strip();
    }
}
