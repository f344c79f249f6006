package org.vigie.audit;

/**
 * Something that an untouched audit would not show.
 *
 * @param place which entry of which writer, or which line of which file
 * @param what what is wrong there
 */
public record Fault(String place, String what) {
    static Fault at(String writer, long seq, String what) {
        return new Fault("writer " + writer + ", entry " + seq, what);
    }

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
