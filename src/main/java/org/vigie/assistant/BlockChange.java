package org.vigie.assistant;

import java.util.List;

/**
 * How a page that shows some blocks comes to show others: keep the first {@code from}, then {@code html}.
 *
 * @param from how many blocks stay
 * @param html every block behind them
 */
record BlockChange(int from, String html) {
    static BlockChange between(List<String> shown, List<String> wanted) {
        int same = 0;
        while (same < shown.size() && same < wanted.size() && shown.get(same).equals(wanted.get(same))) same++;
        return new BlockChange(same, String.join("", wanted.subList(same, wanted.size())));
    }

    boolean isNone(List<String> shown) {
        return from == shown.size() && html.isEmpty();
    }
}
