package org.vigie.pseudonym;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts values back into a text that arrives in pieces, cut anywhere.
 *
 * <p>Algorithm: what was held back and the new piece are read together. Where a bracket, or a word that begins like a
 * type's abbreviation, may start an issued placeholder, its {@link Core} is walked through, signs passed over. Either a
 * placeholder is complete, and its value is written; or the text ends while one is still possible, and from there on it
 * is held back; or it is plain text. No core is the beginning of another one, so the first case leaves no doubt.
 *
 * <p>Window: only what could be the start of an <em>issued</em> placeholder is held back, and, where names were issued,
 * a « de » or « d' » at the end of a piece, which the name behind it may change ({@link Elision}). When nothing was
 * issued, pieces are handed on as the same object.
 *
 * <p>Limits: a placeholder whose code the model changed stays in the text, visibly, and is counted. One that is cut by
 * the end of the stream before its check character is written as it is, never guessed. A value is never looked into
 * again. One restorer serves one text, by one thread at a time.
 */
public final class StreamRestorer {
    private static final int MOST_BRACKETS = 2;
    /** As Markdown escapes {@code [[}; the escape belongs to it only when both have one. */
    private static final String ESCAPED_OPEN = "\\[\\[";

    private static final int NONE = 0;
    private static final int MORE = -1;

    private final IssuedIndex index;
    private final Escaping escaping;
    private final Strays strays = new Strays();
    private String held = "";
    /** The character before {@link #held}. */
    private char before = ' ';

    // What the last successful match said.
    private int matchEnd;
    private @Nullable Issued match;

    StreamRestorer(IssuedIndex index, Escaping escaping) {
        this.index = index;
        this.escaping = escaping;
    }

    /** Takes the next piece and returns what can be shown now; may be empty. */
    public String accept(String delta) {
        if (!index.isEmpty()) return go(delta, false);
        strays.shown(delta, 0, delta.length());
        return delta;
    }

    /** Ends the text: returns what was still held back. */
    public String finish() {
        return held.isEmpty() ? "" : go("", true);
    }

    /** Takes a whole text and returns it with its values back; the same object when it holds no placeholder. */
    public String whole(String text) {
        String restored = accept(text);
        String rest = finish();
        if (rest.isEmpty()) return restored;
        return restored.length() + rest.length() == text.length() && text.startsWith(restored) && text.endsWith(rest)
                ? text
                : restored + rest;
    }

    /** Placeholders of the right form, shown so far, that stand for nothing in this exchange. */
    public int strays() {
        return strays.count();
    }

    /** Where placeholders stand in a whole text. */
    List<Issuance.Span> spansIn(String text) {
        List<Issuance.Span> spans = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            if (mayStart(text, at) && match(text, at, true) > NONE) {
                spans.add(new Issuance.Span(at, matchEnd));
                at = matchEnd;
            } else {
                at++;
            }
        }
        return spans;
    }

    private String go(String delta, boolean last) {
        String text = held.isEmpty() ? delta : held.concat(delta);
        StringBuilder out = new StringBuilder(text.length() + 16);
        int written = 0;
        int shown = text.length();
        for (int at = 0; at < text.length(); ) {
            int found = mayStart(text, at) ? match(text, at, last) : NONE;
            if (found == NONE) {
                at++;
            } else if (found == MORE) {
                shown = at;
                break;
            } else {
                Issued value = match;
                if (value == null) throw new IllegalStateException("a match without a value");
                int word = Math.max(written, Elision.start(text, at, before));
                strays.shown(text, written, word);
                out.append(text, written, word)
                        .append(value.before(text.substring(word, at)))
                        .append(escaping.apply(value.value()));
                written = matchEnd;
                at = matchEnd;
            }
        }
        if (!last && index.hasPersons()) shown = Math.max(written, withLittleWord(text, shown));
        held = text.substring(shown);
        if (shown > 0) before = text.charAt(shown - 1);
        if (written == 0) {
            strays.shown(text, 0, shown);
            return shown == text.length() && text.length() == delta.length() ? delta : text.substring(0, shown);
        }
        strays.shown(text, written, shown);
        return out.append(text, written, shown).toString();
    }

    /** Holds back, too, the little word before a name that is not there yet. */
    private int withLittleWord(String text, int shown) {
        return shown == text.length()
                ? Elision.startOfPossible(text, shown, before)
                : Elision.start(text, shown, before);
    }

    private boolean mayStart(String text, int at) {
        char c = text.charAt(at);
        if (c == '[' || c == '\\') return true;
        char folded = Core.folded(c);
        if (folded == 0) return false;
        char previous = at > 0 ? text.charAt(at - 1) : before;
        if (Core.folded(previous) != 0 || previous == '_' || Character.isLetter(previous)) return false;
        return index.mayStartWith(folded) || (index.hasSurrogates() && Character.isDigit(c));
    }

    /** {@link #NONE}, {@link #MORE}, or positive when {@link #match} and {@link #matchEnd} tell what stands there. */
    private int match(String text, int start, boolean last) {
        if (Character.isDigit(text.charAt(start))) return surrogate(text, start, last);
        int at = start;
        int brackets = 0;
        if (text.charAt(start) == '\\') {
            int shown = Math.min(ESCAPED_OPEN.length(), text.length() - start);
            if (!text.startsWith(ESCAPED_OPEN.substring(0, shown), start)) return NONE;
            if (shown < ESCAPED_OPEN.length()) return last ? NONE : MORE;
            at++;
        }
        while (at < text.length() && brackets < MOST_BRACKETS && text.charAt(at) == '[') {
            brackets++;
            at = behindEscape(text, at + 1);
        }
        at = behindSigns(text, at);
        if (at == text.length()) return last ? NONE : MORE;
        return placeholder(text, at, brackets, last);
    }

    private int placeholder(String text, int from, int brackets, boolean last) {
        IssuedIndex.Walk walk = index.new Walk();
        int at = from;
        for (Issued whole = walk.complete(); ; whole = walk.complete()) {
            if (whole != null) return closed(text, at, brackets, whole, last);
            int next = at > from ? behindSigns(text, at) : at;
            if (next == text.length()) return last ? NONE : MORE;
            if (walk.awaitsSign()) {
                if (next == at) return NONE;
                walk.take('_');
            }
            char c = Core.folded(text.charAt(next));
            if (c == 0 || !walk.take(c)) return NONE;
            at = next + 1;
        }
    }

    /** Behind a complete core: the brackets that belong to it, or no letter that would make it another word. */
    private int closed(String text, int end, int brackets, Issued issued, boolean last) {
        int at = end;
        for (int closing = 0; closing < brackets; closing++) {
            int next = closing == 0 ? behindSigns(text, at) : behindEscape(text, at);
            if (next >= text.length() && !last) return MORE;
            if (next >= text.length() || text.charAt(next) != ']') break;
            at = next + 1;
        }
        if (at == end) {
            if (at == text.length() && !last) return MORE;
            if (at < text.length() && Core.folded(text.charAt(at)) != 0 && !isPlural(text, at)) return NONE;
        }
        match = issued;
        matchEnd = at;
        return at;
    }

    private static int behindEscape(String text, int at) {
        return at < text.length() && text.charAt(at) == '\\' ? at + 1 : at;
    }

    private static boolean isPlural(String text, int at) {
        return text.charAt(at) == 's' && (at + 1 == text.length() || Core.folded(text.charAt(at + 1)) == 0);
    }

    private static int behindSigns(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < Core.MOST_SIGNS && Core.isSign(text.charAt(at))) at++;
        return at;
    }

    private int surrogate(String text, int start, boolean last) {
        int end = start;
        while (end < text.length() && end - start <= index.longestSurrogate() && Character.isDigit(text.charAt(end)))
            end++;
        if (end - start > index.longestSurrogate()) return NONE;
        if (end == text.length() && !last) return MORE;
        Issued issued = index.surrogate(text.substring(start, end));
        if (issued == null) return NONE;
        match = issued;
        matchEnd = end;
        return end;
    }
}
