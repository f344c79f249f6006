package org.vigie.exchange;

import java.util.ArrayList;
import java.util.List;

/** Tells whoever works on an exchange that nobody waits for its answer any more. Thread-safe. */
public final class Cancellation {
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean cancelled;

    public void cancel() {
        List<Runnable> toTell;
        synchronized (this) {
            if (cancelled) return;
            cancelled = true;
            toTell = List.copyOf(listeners);
        }
        toTell.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs {@code listener} when it is cancelled, at once if it is already. */
    public void whenCancelled(Runnable listener) {
        synchronized (this) {
            if (!cancelled) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }
}
