package org.vigie.translation;

/** Whether a JSON object that comes in pieces is complete: its brackets are counted, outside of strings. */
final class Balance {
    private int depth;
    private boolean begun;
    private boolean inString;
    private boolean escaped;

    void add(String piece) {
        for (int at = 0; at < piece.length(); at++) add(piece.charAt(at));
    }

    private void add(char unit) {
        if (escaped) {
            escaped = false;
        } else if (inString) {
            if (unit == '\\') escaped = true;
            else if (unit == '"') inString = false;
        } else {
            switch (unit) {
                case '"' -> inString = true;
                case '{', '[' -> {
                    depth++;
                    begun = true;
                }
                case '}', ']' -> depth--;
                default -> {}
            }
        }
    }

    boolean complete() {
        return begun && depth == 0;
    }
}
