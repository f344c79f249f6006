package org.vigie.pseudonym;

/** Counts what has the form of a placeholder and stands for nothing: one that the model invented, or changed too much. */
final class Strays {
    private static final int LONGEST = 80;

    private final StringBuilder open = new StringBuilder();
    private int count;

    int count() {
        return count;
    }

    /** Takes text that was shown as it is; what was restored in between need not be told. */
    void shown(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (open.isEmpty() && c != '[') continue;
            boolean body = c == '_' || Core.folded(c) != 0;
            if (c == '[') {
                if (open.length() != 1) open.setLength(0);
                open.append(c);
            } else if (c == ']') {
                if (isPlaceholder()) count++;
                open.setLength(0);
            } else if (body && open.length() > 1 && open.length() < LONGEST) {
                open.append(c);
            } else {
                open.setLength(0);
            }
        }
    }

    private boolean isPlaceholder() {
        int sign = open.indexOf("_");
        if (sign < 4 || sign + 4 > open.length()) return false;
        for (int i = 2; i < sign; i++) {
            char c = open.charAt(i);
            if (c < 'A' || c > 'Z') return false;
        }
        return true;
    }
}
