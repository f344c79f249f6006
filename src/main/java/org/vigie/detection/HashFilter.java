package org.vigie.detection;

/**
 * A set of hashes of words ({@link Characters#hash}) that may say yes to a few others too: one bit a hash, asked before
 * anything that costs more.
 */
final class HashFilter {
    private final long[] bits;
    private final int mask;

    /** @param bits at least 64; rounded down to a power of two; sixteen and more for each hash */
    HashFilter(int bits) {
        int size = Integer.highestOneBit(bits);
        this.bits = new long[size / Long.SIZE];
        this.mask = size - 1;
    }

    void add(int hash) {
        int bit = bit(hash);
        bits[bit >>> 6] |= 1L << bit;
    }

    boolean mayHold(int hash) {
        int bit = bit(hash);
        return (bits[bit >>> 6] & (1L << bit)) != 0;
    }

    /** Hashes of short words differ in their low bits alone: the multiplication (Fibonacci hashing) spreads them. */
    private int bit(int hash) {
        int spread = hash * 0x9E3779B1;
        return (spread ^ (spread >>> 15)) & mask;
    }
}
