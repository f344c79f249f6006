package org.vigie.translation;

import java.util.Optional;
import org.vigie.translation.Answer.Stop;
import org.vigie.translation.Answer.Tokens;

/** What happens in a stream, in no dialect: blocks are opened, grow and are closed one after the other, never two at once. */
sealed interface Step {
    /** @param tokens of the prompt, where they are known by then */
    record Began(String id, String model, long created, Optional<Tokens> tokens) implements Step {}

    record Opened(Head head) implements Step {}

    record Grew(String piece) implements Step {}

    record Closed() implements Step {}

    record Stopped(Stop stop, Optional<String> sequence) implements Step {}

    record Counted(Tokens tokens) implements Step {}

    record Done() implements Step {}

    /** What a block is. */
    sealed interface Head {
        record Thought() implements Head {}

        record Text() implements Head {}

        record Refusal() implements Head {}

        record Call(String id, String name) implements Head {}
    }
}
