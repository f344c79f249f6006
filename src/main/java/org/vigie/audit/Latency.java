package org.vigie.audit;

/**
 * Where an exchange's time went, in microseconds; 0 for a stage that it never met.
 *
 * @param queueMicros from the request's arrival to its turn
 * @param shieldMicros examining and masking, restoring not included
 * @param upstreamMicros from the first byte sent to the provider to its last byte
 * @param firstByteMicros from the request's arrival to the first byte for the caller
 * @param totalMicros from the request's arrival to its end
 */
public record Latency(
        long queueMicros, long shieldMicros, long upstreamMicros, long firstByteMicros, long totalMicros) {
    public static final Latency NONE = new Latency(0, 0, 0, 0, 0);

    /** What Vigie itself took besides the shield: waiting for the record, choosing, writing. */
    public long ownMicros() {
        return Math.max(0, totalMicros - shieldMicros - upstreamMicros);
    }
}
