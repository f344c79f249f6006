package org.vigie.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a document, with the line that it begins on. */
sealed interface Node {
    int line();

    /** A text, number or truth as it is written; empty for nothing. */
    record Scalar(String text, int line) implements Node {}

    record Items(List<Node> items, int line) implements Node {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Table(Map<String, Node> entries, int line) implements Node {
        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
