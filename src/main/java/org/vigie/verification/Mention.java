package org.vigie.verification;

/**
 * A value where it stands in a text.
 *
 * @param first its first token
 * @param next the token behind its last
 * @param weak of the kind that a source may say without meaning it: « un », the number of a list's item
 */
record Mention(ClaimKind kind, Value value, int first, int next, boolean weak) {
    /** Two mentions of one family can contradict each other. */
    boolean comparableWith(Mention other) {
        return family() == other.family();
    }

    private int family() {
        return switch (value) {
            case Value.Quantity _ -> 0;
            case Value.Day _ -> 1;
            case Value.Code _ -> 2;
        };
    }
}
