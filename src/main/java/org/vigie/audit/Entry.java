package org.vigie.audit;

/**
 * A fact in its place in a writer's chain: one row of {@code audit.entry}.
 *
 * @param seq from 1, without gaps
 * @param openFrom after this entry, every exchange that this writer opened under a lower {@code seq} has ended; so a
 *     restart looks for open exchanges from here on, however long the chain is
 * @param previous the hash of entry {@code seq - 1}
 */
record Entry(String writer, long seq, Fact fact, long openFrom, Hash previous, Hash hash) {}
