package org.vigie.audit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Tokens of an exchange, as billed by the provider or estimated.
 *
 * @param input all of the prompt, those of the next two included
 * @param cached read from the provider's cache
 * @param cacheWrite written to it
 * @param output all of the answer, reasoning included
 * @param reasoning those of the output that are reasoning
 * @param estimated whether they are our estimate
 */
public record Tokens(long input, long cached, long cacheWrite, long output, long reasoning, boolean estimated) {
    public static final Tokens NONE = new Tokens(0, 0, 0, 0, 0, false);

    /** Parts that are nothing are left out. */
    void write(Json body) {
        body.put("input_tokens", input);
        if (cached > 0) body.put("cached_tokens", cached);
        if (cacheWrite > 0) body.put("cache_write_tokens", cacheWrite);
        body.put("output_tokens", output);
        if (reasoning > 0) body.put("reasoning_tokens", reasoning);
        body.put("estimated", estimated);
    }

    static Tokens of(JsonNode body) {
        return new Tokens(
                body.required("input_tokens").asLong(),
                body.path("cached_tokens").asLong(),
                body.path("cache_write_tokens").asLong(),
                body.required("output_tokens").asLong(),
                body.path("reasoning_tokens").asLong(),
                body.required("estimated").asBoolean());
    }
}
