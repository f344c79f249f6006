package org.vigie.audit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A fact on its way to the database, and the caller who waits for it. */
final class Pending {
    private enum State {
        QUEUED,
        TAKEN,
        WITHDRAWN
    }

    private final Fact fact;
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean durable;

    Pending(Fact fact) {
        this.fact = fact;
    }

    Fact fact() {
        return fact;
    }

    /** By the writer: from here on it will be written. False when the caller withdrew it first. */
    boolean take() {
        return state.compareAndSet(State.QUEUED, State.TAKEN);
    }

    /** By the caller who waits no longer: false when it is too late, and the fact may still be written. */
    boolean withdraw() {
        return state.compareAndSet(State.QUEUED, State.WITHDRAWN);
    }

    void succeed() {
        durable = true;
        settled.countDown();
    }

    void fail() {
        settled.countDown();
    }

    /**
     * True once the fact is committed, false when that failed or took too long. An interrupt does not cut the wait short:
     * a cancelled exchange must be closed like any other.
     */
    boolean awaitDurable(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return settled.await(end - System.nanoTime(), TimeUnit.NANOSECONDS) && durable;
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
