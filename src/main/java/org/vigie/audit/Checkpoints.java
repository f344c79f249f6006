package org.vigie.audit;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Writes a checkpoint at the start, every minute and at the end, whenever the chain has grown since the last one. A
 * failure is logged and shown by {@link #isWorking()}; the audit itself goes on.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Checkpoints.class);

    private final CheckpointFile file;
    private final Supplier<Head> durable;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("vigie-audit-checkpoints").daemon().factory());
    private volatile boolean working = true;

    Checkpoints(CheckpointFile file, Supplier<Head> durable) {
        this.file = file;
        this.durable = durable;
    }

    void start(Limits limits) {
        clock.scheduleWithFixedDelay(this::write, 0, limits.checkpointEvery().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** False while checkpoints cannot be written. */
    boolean isWorking() {
        return working;
    }

    /** Writes the last one; to be called once the writer has ended. */
    @Override
    public void close() {
        clock.close();
        write();
    }

    private synchronized void write() {
        Head head = durable.get();
        if (file.last().filter(last -> covers(last, head)).isPresent()) {
            return;
        }
        try {
            file.append(head);
            working = true;
        } catch (IOException | IllegalStateException unwritten) {
            working = false;
            LOG.error("The audit's checkpoint could not be written: its end is unprotected for now", unwritten);
        }
    }

    private static boolean covers(Checkpoint last, Head head) {
        return last.writer().equals(head.writer()) && last.count() == head.seq();
    }
}
