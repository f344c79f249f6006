package org.vigie.audit;

/**
 * The end of a writer's chain.
 *
 * @param seq of its last entry, which is also their number; 0 for an empty chain
 */
record Head(String writer, long seq, Hash hash, long openFrom) {
    static Head ofEmpty(String writer) {
        return new Head(writer, 0, Hash.NONE, 1);
    }
}
