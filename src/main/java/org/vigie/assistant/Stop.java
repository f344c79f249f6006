package org.vigie.assistant;

import java.util.ArrayList;
import java.util.List;

/** The cord that stops one answer. Pulled once, it stays pulled. */
public final class Stop {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean pulled;

    /** Runs what was registered, on the calling thread; does nothing the second time. */
    public void pull() {
        List<Runnable> now;
        synchronized (actions) {
            if (pulled) return;
            pulled = true;
            now = List.copyOf(actions);
        }
        now.forEach(Runnable::run);
    }

    public boolean isPulled() {
        synchronized (actions) {
            return pulled;
        }
    }

    /** Runs {@code action} when it is pulled, or at once when it was. */
    public void whenPulled(Runnable action) {
        synchronized (actions) {
            if (!pulled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
