package org.vigie.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What waits for the writer, in the order of its arrival. */
final class Inbox {
    /** How often an idle writer looks whether it should end; arrivals wake it at once. */
    private static final long LOOK_MILLIS = 100;

    private final LinkedBlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger counted = new AtomicInteger();
    private final int capacity;
    private volatile boolean closed;

    Inbox(int capacity) {
        this.capacity = capacity;
    }

    /** False when full or closed. Never full for an end: its opening was let in, so it must be written. */
    boolean add(Pending pending) {
        if (closed) {
            return false;
        }
        if (isCounted(pending) && counted.incrementAndGet() > capacity) {
            counted.decrementAndGet();
            return false;
        }
        return queue.add(pending);
    }

    /** At least one, at most {@code most}; waits for the first. Empty only when closed and everything was taken. */
    List<Pending> take(int most) throws InterruptedException {
        while (true) {
            boolean last = closed;
            Pending first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                if (last) {
                    return List.of();
                }
                continue;
            }
            List<Pending> taken = new ArrayList<>(Math.min(most, queue.size() + 1));
            taken.add(first);
            queue.drainTo(taken, most - 1);
            taken.forEach(this::uncount);
            taken.removeIf(pending -> !pending.take());
            if (!taken.isEmpty()) {
                return taken;
            }
        }
    }

    /** Takes nothing more; what is there can still be taken. */
    void close() {
        closed = true;
    }

    /** Gives up what nobody will take any more. */
    void failRest() {
        List<Pending> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(Pending::fail);
    }

    private void uncount(Pending pending) {
        if (isCounted(pending)) {
            counted.decrementAndGet();
        }
    }

    private static boolean isCounted(Pending pending) {
        return switch (pending.fact().kind()) {
            case OPENED, ACT -> true;
            case CLOSED, LOST -> false;
        };
    }
}
