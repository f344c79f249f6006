package org.vigie.pseudonym;

import java.util.Set;
import org.vigie.detection.FindingType;

/**
 * A value that left under a name of ours.
 *
 * @param core how the name is recognised ({@link Core}), or the digits of a surrogate
 * @param seen the few characters that stood before the value in the request, each time
 */
record Issued(String core, FindingType type, String value, Set<String> seen) {
    /** The little word to stand before the value, where {@code written} stands before its placeholder. */
    String before(String written) {
        boolean stoodSo = seen.stream().anyMatch(left -> left.endsWith(written));
        return stoodSo ? written : Elision.before(written, type, value);
    }

    /** Hides the value. */
    @Override
    public String toString() {
        return "Issued[" + type + ']';
    }
}
