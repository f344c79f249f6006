package org.vigie.flow;

import java.util.List;
import org.vigie.shield.ClearedPrompt;
import org.vigie.shield.Inspection;

/** Who waits for the answer: the gateway's HTTP response, or the assistant's page. */
public interface AnswerSink {
    /** Told before anything is sent to a provider, again for each attempt, and before a refusal. */
    void decided(Decision decision);

    /** Told before each attempt: what was found, and exactly what leaves. */
    default void leaving(Inspection inspection, ClearedPrompt prompt) {}

    /** Told when a stream was asked for and its first event may take long. */
    default void waiting() {}

    /** Chat-completion chunks that came together, values restored. */
    void events(List<byte[]> json);

    /** Whether it has enough for now. */
    default boolean full() {
        return false;
    }

    /** Runs {@code more} once it is no longer {@link #full}. */
    default void whenReady(Runnable more) {
        more.run();
    }
}
