package org.vigie.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Stands for the audit's writer: what waits is committed together, and a commit takes half a millisecond. */
final class GroupCommit {
    private static final long COMMIT_NANOS = 500_000;

    private final LinkedBlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>(10_000);

    GroupCommit() {
        Thread.ofPlatform().daemon().name("group-commit").start(this::work);
    }

    /** Completes when the record is durable, on the writer's thread. */
    CompletableFuture<Void> commit() {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        waiting.add(durable);
        return durable;
    }

    private void work() {
        List<CompletableFuture<Void>> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch);
                LockSupport.parkNanos(COMMIT_NANOS);
                batch.forEach(durable -> durable.complete(null));
                batch.clear();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
