package org.vigie.exchange;

/**
 * Tokens of one exchange.
 *
 * @param input tokens of the prompt, all of them: those read from the provider's cache and written to it included, also
 *     for a dialect that counts them apart (Anthropic's {@code input_tokens} leaves both out)
 * @param cachedInput those of the input that the provider read from its cache (as OpenAI's
 *     {@code cached_tokens} and Anthropic's {@code cache_read_input_tokens})
 * @param cacheWrite those of the input that it wrote to its cache (Anthropic's {@code cache_creation_input_tokens})
 * @param output tokens of the answer, reasoning included
 * @param reasoning those of the output that are reasoning, where the provider says
 * @param estimated true where the provider did not say and Vigie reckoned
 */
public record Usage(long input, long cachedInput, long cacheWrite, long output, long reasoning, boolean estimated) {
    public static final Usage NONE = new Usage(0, 0, false);

    /** What is told of parts never exceeds the whole that it is part of, so that no price turns negative. */
    public Usage {
        input = Math.max(0, input);
        output = Math.max(0, output);
        cachedInput = Math.clamp(cachedInput, 0, input);
        cacheWrite = Math.clamp(cacheWrite, 0, input - cachedInput);
        reasoning = Math.clamp(reasoning, 0, output);
    }

    public Usage(long input, long output, boolean estimated) {
        this(input, 0, 0, output, 0, estimated);
    }

    /**
     * An estimate from sizes, for a provider that does not count: about four bytes a token, the usual rule of thumb for
     * French and English text with current tokenisers.
     */
    public static Usage estimated(long inputBytes, long outputBytes) {
        return new Usage((inputBytes + 3) / 4, (outputBytes + 3) / 4, true);
    }

    /** A stream tells its tokens more than once, each time what it knows so far. */
    public Usage updated(Usage later) {
        return new Usage(
                Math.max(input, later.input),
                Math.max(cachedInput, later.cachedInput),
                Math.max(cacheWrite, later.cacheWrite),
                Math.max(output, later.output),
                Math.max(reasoning, later.reasoning),
                later.estimated);
    }

    /** Both together; estimated where one of them is. */
    public Usage plus(Usage other) {
        return new Usage(
                input + other.input,
                cachedInput + other.cachedInput,
                cacheWrite + other.cacheWrite,
                output + other.output,
                reasoning + other.reasoning,
                estimated || other.estimated);
    }
}
