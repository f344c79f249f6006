package org.vigie.print;

import java.util.List;
import java.util.Set;
import org.vigie.kernel.Language;

/** A piece of a {@link Document}, in the order in which it is read. */
public sealed interface Part {
    /** @param level from 2 on, since the title is the first heading; no level is left out on the way down */
    record Heading(int level, String text) implements Part {
        public Heading {
            if (level < 2 || level > 6) throw new IllegalArgumentException("a heading of level " + level);
        }
    }

    /** A paragraph. */
    record Text(String text) implements Part {}

    /** A list. */
    record Items(boolean numbered, List<String> lines) implements Part {
        public Items {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A table.
     *
     * @param head one cell a column; it comes again on each page
     * @param figures the columns, from 0, that are set to the right
     */
    record Grid(List<String> head, List<List<String>> rows, Set<Integer> figures) implements Part {
        public Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
            figures = Set.copyOf(figures);
            int columns = head.size();
            if (rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("a row that is not as wide as the head");
            }
        }
    }

    /** Names and their values: a table whose header cells are at the left. */
    record Facts(List<Fact> facts) implements Part {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(String name, String value) {}

    /** Something in another language than the document. */
    record Foreign(Language language, Part part) implements Part {}
}
