package org.vigie.parsing;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.vigie.parsing.Frames.Request;
import org.vigie.parsing.Unreadable.Fault;

/**
 * Reads files in child processes of ours that may die without harm. One is kept for the next file unless it broke on
 * this one or has read enough of them.
 */
@Singleton
public final class Parsing implements AutoCloseable {
    private static final int FILES_OF_A_WORKER = 50;
    /** A long recognition must not keep all others waiting. */
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    private final Limits limits;
    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Set<Worker> busy = new HashSet<>();
    private boolean closed;

    @Inject
    public Parsing() {
        this(Limits.USUAL);
    }

    public Parsing(Limits limits) {
        this.limits = limits;
    }

    /**
     * The text of a file. Blocks until it is read or given up; any number of threads may call, few files are read at
     * once.
     *
     * @param name the file's name as it was uploaded, which says its type where its content does not
     * @throws java.io.UncheckedIOException where no process can be started, or the file is not there
     */
    public Extract read(Path file, String name) throws Unreadable {
        long size = sizeOf(file);
        if (size > limits.bytes()) throw new Unreadable(Fault.TOO_LARGE);
        if (size == 0) throw new Unreadable(Fault.EMPTY);
        try {
            room.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Unreadable(Fault.STOPPED);
        }
        try {
            return attempt(new Request(file.toAbsolutePath(), name));
        } catch (Unreadable unreadable) {
            throw isClosed() ? new Unreadable(Fault.STOPPED) : unreadable;
        } finally {
            room.release();
        }
    }

    /** Ends the child processes; readings in progress end as {@link Fault#STOPPED}. */
    @PreDestroy
    @Override
    public void close() {
        Set<Worker> all;
        synchronized (this) {
            closed = true;
            all = new HashSet<>(busy);
            all.addAll(idle);
            idle.clear();
        }
        all.forEach(Worker::close);
    }

    /** For the tests that kill them. */
    synchronized Set<Worker> workers() {
        Set<Worker> all = new HashSet<>(busy);
        all.addAll(idle);
        return all;
    }

    private Extract attempt(Request request) throws Unreadable {
        while (true) {
            Worker worker = taken();
            boolean well = false;
            try {
                Extract extract = worker.read(request);
                well = true;
                return extract;
            } catch (Unreadable unreadable) {
                well = worker.hasAnswered() && unreadable.fault() != Fault.BROKEN;
                throw unreadable;
            } catch (Worker.Gone _) {
                // An idle one may end at the moment at which it is asked; a new one does not.
                if (worker.files() == 1) throw new Unreadable(Fault.DIED);
            } finally {
                giveBack(worker, well && worker.files() < FILES_OF_A_WORKER);
            }
        }
    }

    private Worker taken() throws Unreadable {
        synchronized (this) {
            if (closed) throw new Unreadable(Fault.STOPPED);
            @Nullable Worker kept = idle.pollLast();
            if (kept != null) {
                busy.add(kept);
                return kept;
            }
        }
        try {
            Worker worker = Worker.start(limits);
            synchronized (this) {
                busy.add(worker);
                if (!closed) return worker;
            }
            worker.close();
            throw new Unreadable(Fault.STOPPED);
        } catch (IOException refused) {
            throw new java.io.UncheckedIOException(refused);
        }
    }

    private void giveBack(Worker worker, boolean well) {
        synchronized (this) {
            busy.remove(worker);
            if (well && !closed) {
                idle.add(worker);
                return;
            }
        }
        worker.close();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
