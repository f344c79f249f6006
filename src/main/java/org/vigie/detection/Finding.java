package org.vigie.detection;

import java.util.Locale;
import org.vigie.kernel.DataClass;

/**
 * A span of a text that must not leave as it is. It does not hold the span's text, so that it can be counted and
 * recorded.
 *
 * @param start offset of the first UTF-16 unit
 * @param end offset behind the last UTF-16 unit
 * @param confidence 0 to 1: {@link #CERTAIN}, {@link #PROBABLE} or {@link #LABELLED}
 * @param subtype what kind of it, in kebab case ({@code union} of {@code HEALTH}, {@code c2} of {@code MARKING}); empty where there is one kind
 * @param rule which rule found it, in kebab case, for explanations
 * @param mission code of the mission that the dictionary ties it to; empty where there is none
 */
public record Finding(
        FindingType type, String subtype, int start, int end, double confidence, String rule, String mission) {
    /** Checksum and context, or a form that nothing else has. */
    static final double CERTAIN = 0.99;
    /** A checksum, or a form, that other texts seldom have. */
    static final double PROBABLE = 0.85;
    /** Said to be one, but its checksum is wrong: mistyped, and still somebody's. */
    static final double LABELLED = 0.7;

    public Finding(FindingType type, int start, int end, double confidence, String rule) {
        this(type, "", start, end, confidence, rule, "");
    }

    Finding(FindingType type, String subtype, int start, int end, double confidence, String rule) {
        this(type, subtype, start, end, confidence, rule, "");
    }

    public Finding {
        if (start < 0 || end <= start) throw new IllegalArgumentException("empty span " + start + ".." + end);
        if (!(confidence > 0 && confidence <= 1)) throw new IllegalArgumentException("confidence " + confidence);
    }

    /** The lowest class of a text that holds it: for a marking, the class that the marking says. */
    public DataClass dataClass() {
        boolean marked = type == FindingType.MARKING && !subtype.isEmpty();
        return marked ? DataClass.valueOf(subtype.toUpperCase(Locale.ROOT)) : type.dataClass();
    }

    /** The same in a text that starts so many units earlier, or later when negative. */
    public Finding moved(int by) {
        return new Finding(type, subtype, start + by, end + by, confidence, rule, mission);
    }

    public int length() {
        return end - start;
    }
}
