package org.vigie.provider;

import java.util.List;
import org.vigie.catalog.Route;
import org.vigie.exchange.Cancellation;
import org.vigie.exchange.JsonDocument;
import org.vigie.shield.ClearedPrompt;

/** Sends a cleared prompt to where its target says and gives back the answer. */
public interface Provider {
    /**
     * Blocks its (virtual) thread until the answer has ended. Events of a stream are handed to {@code events} as they
     * come, those that came in one packet together, on a thread of the provider's choosing.
     *
     * @throws ProviderFailure when there is no answer, or no end to it
     */
    Reply send(ClearedPrompt prompt, Route route, Events events, Cancellation cancellation) throws ProviderFailure;

    /** How an answer came. */
    sealed interface Reply {
        /** In one piece. */
        record Whole(JsonDocument body) implements Reply {}

        /** In one piece that is not JSON: sound. */
        record Bytes(String contentType, byte[] body) implements Reply {}

        /** In pieces, all of which went to {@link Events}; the provider said that it was complete. */
        record Streamed() implements Reply {}
    }

    /** Takes the pieces of a stream. */
    interface Events {
        /** The payloads of server-sent events that came together: chat-completion chunks, at least one. */
        void events(List<byte[]> json);

        /** Whether the receiver has enough for now; {@link #whenReady} then tells when it wants more. */
        default boolean full() {
            return false;
        }

        default void whenReady(Runnable more) {
            more.run();
        }
    }
}
