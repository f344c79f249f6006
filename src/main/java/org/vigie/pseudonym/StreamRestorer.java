package org.vigie.pseudonym;

import java.util.Map;
import java.util.TreeMap;

/**
 * Puts values back into a text that arrives in pieces, cut anywhere.
 *
 * <p>Algorithm: what was held back and the new piece are read together. At every {@code [} there are three cases: an
 * issued placeholder stands there whole, and its value is written; or the text ends before it is clear, and what is
 * there is a proper prefix of an issued placeholder (a search in a sorted map); or neither, and the bracket is plain
 * text. No placeholder is a prefix of another one, since all end with the only {@code ]]} that they hold, so the first
 * case leaves no doubt.
 *
 * <p>Window: only the longest suffix that is a proper prefix of an <em>issued</em> placeholder is held back, at most one
 * character less than the longest of them (some 20). When nothing was issued, or a piece has no bracket, the piece is
 * handed on as the same object.
 *
 * <p>Limits: the exact form only; a placeholder that the model changed stays in the text, visibly. One that is cut by the
 * end of the stream is written as it is, never guessed. A value is never looked into again, so that one which looks like
 * a placeholder is not replaced in its turn. One restorer serves one text, by one thread at a time.
 */
public final class StreamRestorer {
    private static final char FIRST = PlaceholderScope.OPEN.charAt(0);

    private final TreeMap<String, String> values;
    private final Escaping escaping;
    private final int longest;
    private String held = "";

    StreamRestorer(Map<String, String> values, Escaping escaping) {
        this.values = new TreeMap<>(values);
        this.escaping = escaping;
        this.longest = values.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Takes the next piece and returns what can be shown now; may be empty. */
    public String accept(String delta) {
        if (values.isEmpty() || (held.isEmpty() && delta.indexOf(FIRST) < 0)) return delta;
        String text = held.isEmpty() ? delta : held.concat(delta);
        held = "";
        StringBuilder out = new StringBuilder(text.length());
        int written = 0;
        int open = text.indexOf(FIRST);
        while (open >= 0) {
            int end = placeholderEnd(text, open);
            if (end > 0) {
                out.append(text, written, open).append(escaping.apply(valueOf(text.substring(open, end))));
                written = end;
            } else if (isPrefix(text, open)) {
                held = text.substring(open);
                break;
            }
            open = text.indexOf(FIRST, Math.max(written, open + 1));
        }
        int shown = text.length() - held.length();
        return written == 0 && shown == delta.length() && text.equals(delta)
                ? delta
                : out.append(text, written, shown).toString();
    }

    /** Ends the text: returns what is still held back, as it is. */
    public String finish() {
        String rest = held;
        held = "";
        return rest;
    }

    /** The end of the issued placeholder that starts at an offset, negative when there is none. */
    private int placeholderEnd(String text, int open) {
        int limit = Math.min(text.length(), open + longest);
        int close = text.indexOf(PlaceholderScope.CLOSE, open, limit);
        if (close < 0) return -1;
        int end = close + PlaceholderScope.CLOSE.length();
        return values.containsKey(text.substring(open, end)) ? end : -1;
    }

    /** Whether the text ends within what may become an issued placeholder. */
    private boolean isPrefix(String text, int open) {
        if (text.length() - open >= longest) return false;
        String suffix = text.substring(open);
        String candidate = values.ceilingKey(suffix);
        return candidate != null && candidate.startsWith(suffix);
    }

    private String valueOf(String placeholder) {
        String value = values.get(placeholder);
        if (value == null) throw new IllegalStateException("not issued");
        return value;
    }
}
