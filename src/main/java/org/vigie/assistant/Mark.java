package org.vigie.assistant;

/**
 * A masked element in a person's message.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset behind its last one
 * @param type a finding type of the contract, as {@code EMAIL}
 */
public record Mark(int start, int end, String type) {
    public Mark {
        if (start < 0 || end <= start) throw new IllegalArgumentException("empty mark " + start + ".." + end);
    }
}
