package org.vigie.local;

import java.util.List;

/**
 * Ends an answer before the first of some texts, however tokens cut them. What may be the beginning of one is held back:
 * at most as much as the longest of them has, less a character.
 */
final class StopText {
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean reached;

    StopText(List<String> stops) {
        this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
    }

    /** What may be passed on now. */
    String add(String piece) {
        if (reached) return "";
        held.append(piece);
        int end = first();
        reached = end >= 0;
        return take(reached ? end : held.length() - beginning());
    }

    boolean reached() {
        return reached;
    }

    /** What was held back for nothing. */
    String end() {
        return reached ? "" : take(held.length());
    }

    private String take(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        return text;
    }

    private int first() {
        return stops.stream()
                .mapToInt(held::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
    }

    /** How much of the end may be the beginning of a stop. */
    private int beginning() {
        int longest = 0;
        for (String stop : stops) {
            for (int length = Math.min(stop.length() - 1, held.length()); length > longest; length--) {
                if (stop.startsWith(held.substring(held.length() - length))) longest = length;
            }
        }
        return longest;
    }
}
