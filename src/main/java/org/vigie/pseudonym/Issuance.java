package org.vigie.pseudonym;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.detection.FindingType;

/**
 * The placeholders of one exchange, from its request to the end of its answer. First {@link #reserve} every string of
 * the request, then ask for placeholders, then restore; what was not issued here is never replaced, whoever wrote it.
 *
 * <p>Each spelling of a value has its own placeholder, so that what comes back is what stood there. No core is the
 * beginning of another one, and none can be read in the request itself, so a restored text is never in doubt. Not safe
 * for use by many threads at once while placeholders are issued; restoring may happen on any thread afterwards.
 */
public final class Issuance {
    private static final int FEWEST_SURROGATE_DIGITS = 6;

    private final PlaceholderScope scope;
    private final NavigableSet<String> likenesses = new TreeSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Map<Value, String> names = new HashMap<>();
    private final Map<Value, Issued> issued = new HashMap<>();
    private final TreeMap<String, Issued> cores = new TreeMap<>();
    private final TreeMap<String, Issued> surrogates = new TreeMap<>();
    private boolean issuing;

    Issuance(PlaceholderScope scope) {
        this.scope = scope;
    }

    /** Goes on where another exchange ended: what was issued there keeps its placeholder. */
    Issuance(PlaceholderScope scope, Collection<Kept> kept) {
        this(scope);
        for (Kept one : kept) {
            Value value = new Value(one.type(), one.value(), false);
            Issued known =
                    new Issued(Core.of(bodyOf(one.placeholder())), one.type(), one.value(), new HashSet<>(one.seen()));
            names.put(value, one.placeholder());
            issued.put(value, known);
            cores.put(known.core(), known);
        }
    }

    /**
     * A placeholder to be remembered beyond this exchange.
     *
     * @param seen the few characters that stood before the value, each time
     */
    record Kept(String placeholder, FindingType type, String value, Set<String> seen) {
        Kept {
            seen = Set.copyOf(seen);
        }

        /** Hides the value. */
        @Override
        public String toString() {
            return "Kept[" + type + ']';
        }
    }

    /** All that was issued, but for surrogates. */
    List<Kept> kept() {
        return names.entrySet().stream()
                .filter(name -> !name.getKey().digits())
                .map(name -> new Kept(
                        name.getValue(), name.getKey().type(), name.getKey().text(), seenBefore(name.getKey())))
                .toList();
    }

    private Set<String> seenBefore(Value value) {
        Issued known = issued.get(value);
        return known == null ? Set.of() : known.seen();
    }

    private static String bodyOf(String placeholder) {
        return placeholder.substring(
                PlaceholderScope.OPEN.length(), placeholder.length() - PlaceholderScope.CLOSE.length());
    }

    /** Where a text reads like something that is issued already: it must be masked in its turn to come back as it is. */
    public List<Span> likenessesIn(String text) {
        return restorer(Escaping.NONE).spansIn(text);
    }

    /** {@code [start, end)} in UTF-16 units. */
    public record Span(int start, int end) {}

    /**
     * Takes note of what looks like a placeholder in a text of the request, as a user types it or a document holds it:
     * it is plain text, so nothing issued here may look the same.
     *
     * @throws IllegalStateException when a placeholder was issued already: the order is reserve, then issue
     */
    public void reserve(String text) {
        if (issuing) throw new IllegalStateException("texts are reserved before placeholders are issued");
        Core.collect(text, likenesses);
        collectNumbers(text);
    }

    private void collectNumbers(String text) {
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean digit = at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
            if (digit) continue;
            if (at - start >= FEWEST_SURROGATE_DIGITS) numbers.add(text.substring(start, at));
            start = at + 1;
        }
    }

    /** What stands for this value in all that leaves; the same for the same type and spelling. */
    public String placeholderFor(FindingType type, String value) {
        return names.computeIfAbsent(new Value(type, value, false), this::issue);
    }

    /** What stands for a span of a text; the little word before it (« d' ») is remembered. */
    public String placeholderFor(FindingType type, String text, int start, int end) {
        String value = text.substring(start, end);
        String name = placeholderFor(type, value);
        Issued known = issued.get(new Value(type, value, false));
        if (known != null && type == FindingType.PERSON) {
            known.seen().add(text.substring(Math.max(0, start - Elision.LONGEST), start));
        }
        return name;
    }

    /** Digits that stand for this value where only digits may stand, as in a JSON number; as many. */
    public String surrogateFor(FindingType type, String digits) {
        return names.computeIfAbsent(new Value(type, digits, true), this::issueSurrogate);
    }

    private String issue(Value value) {
        issuing = true;
        for (int attempt = 0; ; attempt++) {
            String body = scope.body(value.type(), value.text(), attempt);
            String core = Core.of(body);
            if (isTaken(core)) continue;
            Issued added = new Issued(core, value.type(), value.text(), new HashSet<>());
            cores.put(core, added);
            issued.put(value, added);
            return PlaceholderScope.OPEN + body + PlaceholderScope.CLOSE;
        }
    }

    /** Whether it stands in the request, or is the beginning of one that was issued, or the other way round. */
    private boolean isTaken(String core) {
        String likeness = likenesses.ceiling(core);
        if (likeness != null && likeness.startsWith(core)) return true;
        String longer = cores.ceilingKey(core);
        if (longer != null && longer.startsWith(core)) return true;
        for (String shorter = cores.lowerKey(core); shorter != null; shorter = cores.lowerKey(shorter)) {
            if (core.startsWith(shorter)) return true;
            if (shorter.charAt(0) != core.charAt(0) || !sharesBeginning(shorter, core)) return false;
        }
        return false;
    }

    private static boolean sharesBeginning(String one, String other) {
        return one.regionMatches(0, other, 0, Math.min(one.length(), 6));
    }

    private String issueSurrogate(Value value) {
        issuing = true;
        if (value.text().length() < FEWEST_SURROGATE_DIGITS) throw new IllegalArgumentException("too few digits");
        for (int attempt = 0; ; attempt++) {
            String digits = scope.digits(value.type(), value.text(), attempt);
            if (numbers.contains(digits) || surrogates.containsKey(digits)) continue;
            Issued added = new Issued(digits, value.type(), value.text(), Set.of());
            surrogates.put(digits, added);
            issued.put(value, added);
            return digits;
        }
    }

    /** How many different values have a placeholder. */
    public int count() {
        return issued.size();
    }

    /** A whole text with its values back; the same object when it holds no placeholder. */
    public String restore(String text, Escaping escaping) {
        return restorer(escaping).whole(text);
    }

    /** Restores one text that arrives in pieces: one per choice, and one per tool call. */
    public StreamRestorer restorer(Escaping escaping) {
        return new StreamRestorer(new IssuedIndex(cores, surrogates), escaping);
    }

    /** Hides the values. */
    @Override
    public String toString() {
        return "Issuance[" + issued.size() + " placeholders]";
    }

    private record Value(FindingType type, String text, boolean digits) {}
}
