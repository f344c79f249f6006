package org.vigie.pseudonym;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vigie.detection.FindingType;

/**
 * The placeholders of one exchange, from its request to the end of its answer. First {@link #reserve} every string of
 * the request, then ask for placeholders, then restore; what was not issued here is never replaced, whoever wrote it.
 *
 * <p>Each spelling of a value has its own placeholder, so that what comes back is what stood there. Not safe for use by
 * many threads at once while placeholders are issued; restoring may happen on any thread afterwards.
 */
public final class Issuance {
    private final PlaceholderScope scope;
    private final Set<String> reserved = new HashSet<>();
    private final Map<Value, String> placeholders = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    Issuance(PlaceholderScope scope) {
        this.scope = scope;
    }

    /**
     * Takes note of what looks like a placeholder in a text of the request, as a user types it or a document holds it:
     * it is plain text, so nothing issued here may look the same.
     *
     * @throws IllegalStateException when a placeholder was issued already: the order is reserve, then issue
     */
    public void reserve(String text) {
        if (!values.isEmpty()) throw new IllegalStateException("texts are reserved before placeholders are issued");
        int open = text.indexOf(PlaceholderScope.OPEN);
        while (open >= 0) {
            int end = bodyEnd(text, open + PlaceholderScope.OPEN.length());
            if (text.startsWith(PlaceholderScope.CLOSE, end)) {
                reserved.add(text.substring(open, end + PlaceholderScope.CLOSE.length()));
            }
            open = text.indexOf(PlaceholderScope.OPEN, open + 1);
        }
    }

    private static int bodyEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isBody(text.charAt(end))) end++;
        return end;
    }

    private static boolean isBody(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** What stands for this value in all that leaves; the same for the same type and spelling. */
    public String placeholderFor(FindingType type, String value) {
        return placeholders.computeIfAbsent(new Value(type, value), this::issue);
    }

    private String issue(Value value) {
        for (int attempt = 0; ; attempt++) {
            String placeholder = scope.placeholder(value.type(), value.text(), attempt);
            if (!reserved.contains(placeholder) && values.putIfAbsent(placeholder, value.text()) == null) {
                return placeholder;
            }
        }
    }

    /** How many different values have a placeholder. */
    public int count() {
        return values.size();
    }

    /** A whole text with its values back; the same object when it holds no placeholder. */
    public String restore(String text, Escaping escaping) {
        StreamRestorer restorer = restorer(escaping);
        String restored = restorer.accept(text);
        String rest = restorer.finish();
        if (rest.isEmpty()) return restored;
        return restored.length() + rest.length() == text.length() && text.startsWith(restored) ? text : restored + rest;
    }

    /** Restores one text that arrives in pieces: one per choice, and one per tool call. */
    public StreamRestorer restorer(Escaping escaping) {
        return new StreamRestorer(values, escaping);
    }

    /** Hides the values. */
    @Override
    public String toString() {
        return "Issuance[" + values.size() + " placeholders]";
    }

    private record Value(FindingType type, String text) {}
}
