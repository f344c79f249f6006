package org.vigie.translation;

import java.time.InstantSource;
import java.util.Optional;

/**
 * What a translation must know of the provider besides its dialect.
 *
 * @param maxTokens the longest answer of the model, where it is known: what is asked for where the client names no limit
 *     and the dialect wants one
 * @param newTokenLimit whether chat completions name the limit {@code max_completion_tokens}, as OpenAI's newer models
 *     demand, or {@code max_tokens}, which servers that are compatible know
 * @param clock for the dialects that date their answers
 */
public record Terms(Optional<Integer> maxTokens, boolean newTokenLimit, InstantSource clock) {
    /** The longest answer that every model of the last years can give; asked for where the model's own is not known. */
    static final int MAX_TOKENS = 4_096;
}
