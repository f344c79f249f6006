package org.vigie.flow;

import org.vigie.exchange.Usage;

/**
 * How an answered exchange ended. By then its record is closed.
 *
 * @param answer the whole answer, or that it went to the sink piece by piece
 * @param strays placeholders in the answer that the exchange did not issue: they stayed as they were
 * @param totalMicros from the opening to the end, microseconds
 */
public record Ended(Answer answer, Decision decision, Usage usage, int strays, long costMicroEuros, long totalMicros) {
    /** The answer, values restored. */
    public sealed interface Answer {
        /** One JSON text. */
        record Whole(byte[] json) implements Answer {}

        /** Something that is not JSON. */
        record Bytes(String contentType, byte[] body) implements Answer {}

        /** Every event went to the sink. */
        record Streamed() implements Answer {}
    }
}
