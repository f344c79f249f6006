package org.vigie.exchange;

/**
 * Tokens of one exchange.
 *
 * @param input tokens of the prompt
 * @param output tokens of the answer, reasoning included
 * @param estimated true where the provider did not say and Vigie reckoned
 */
public record Usage(long input, long output, boolean estimated) {
    public static final Usage NONE = new Usage(0, 0, false);

    /** A stream tells its tokens more than once, each time what it knows so far. */
    public Usage updated(Usage later) {
        return new Usage(Math.max(input, later.input), Math.max(output, later.output), later.estimated);
    }

    /**
     * An estimate from sizes, for a provider that does not count: about four bytes a token, the usual rule of thumb for
     * French and English text with current tokenisers.
     */
    public static Usage estimated(long inputBytes, long outputBytes) {
        return new Usage((inputBytes + 3) / 4, (outputBytes + 3) / 4, true);
    }
}
