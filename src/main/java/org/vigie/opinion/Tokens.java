package org.vigie.opinion;

import java.util.Arrays;

/** A sentence as the model reads it: numbers of pieces, and where each piece stands in the sentence. */
final class Tokens {
    /** The offset of a piece that stands nowhere: the ones at the beginning and the end. */
    static final int NOWHERE = -1;

    private int[] ids = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;
    private boolean whole = true;

    void add(int id, int start, int end) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ids[size] = id;
        starts[size] = start;
        ends[size++] = end;
    }

    /** Says that the sentence goes on and the model does not take the rest. */
    void leaveRest() {
        whole = false;
    }

    boolean isWhole() {
        return whole;
    }

    int size() {
        return size;
    }

    int id(int at) {
        return ids[at];
    }

    /** UTF-16 units from the sentence's start. */
    int start(int at) {
        return starts[at];
    }

    int end(int at) {
        return ends[at];
    }
}
