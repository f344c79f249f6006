package org.vigie.provider;

import org.vigie.catalog.Route;
import org.vigie.exchange.Cancellation;
import org.vigie.shield.ClearedPrompt;

/** Sends a cleared prompt to where its target says and gives back the answer. */
public interface Provider {
    /**
     * Blocks its (virtual) thread until the answer has ended. Events of a stream are handed to {@code events} as they
     * come, one after the other, on a thread of the provider's choosing.
     *
     * @throws ProviderFailure when there is no answer, or no end to it
     */
    Reply send(ClearedPrompt prompt, Route route, Events events, Cancellation cancellation) throws ProviderFailure;

    /** How an answer came. */
    sealed interface Reply {
        /** In one piece: the JSON text. */
        record Whole(byte[] body) implements Reply {}

        /** In pieces, all of which went to {@link Events}; the provider said that it was complete. */
        record Streamed() implements Reply {}
    }

    /** Takes the pieces of a stream. */
    interface Events {
        /** The payload of one server-sent event: a chat-completion chunk. */
        void event(byte[] json);

        /** Whether the receiver has enough for now; {@link #whenReady} then tells when it wants more. */
        default boolean full() {
            return false;
        }

        default void whenReady(Runnable more) {
            more.run();
        }
    }
}
