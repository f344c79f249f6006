package org.vigie.translation;

import java.util.List;
import java.util.Optional;

/**
 * An answer, in no dialect.
 *
 * @param created seconds since 1970
 * @param stopSequence the one that ended it, where the provider says so
 */
record Answer(
        String id,
        String model,
        long created,
        List<Block> blocks,
        Stop stop,
        Optional<String> stopSequence,
        Optional<Tokens> tokens) {
    Answer {
        blocks = List.copyOf(blocks);
    }

    sealed interface Block {
        record Thought(String text) implements Block {}

        record Text(String text) implements Block {}

        record Refusal(String text) implements Block {}

        /** @param arguments JSON */
        record Call(String id, String name, String arguments) implements Block {}
    }

    enum Stop {
        END,
        LENGTH,
        SEQUENCE,
        CALLS,
        FILTERED
    }

    /**
     * @param input of the whole prompt, what a cache gave or took included
     * @param cacheRead those of the prompt that came from a cache
     * @param cacheWritten those of the prompt that were put into a cache
     * @param output of the whole answer, reasoning included
     * @param reasoning those of the answer that were thought only
     */
    record Tokens(long input, long cacheRead, long cacheWritten, long output, long reasoning) {}
}
