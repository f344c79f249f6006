package org.vigie.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.catalog.Patience;
import org.vigie.exchange.Cancellation;
import org.vigie.local.Frames.Ask;
import org.vigie.local.Frames.Cancel;
import org.vigie.local.LocalFailure.Kind;

/**
 * One model and the child process that serves it: one answer at a time, in the order of the questions, a bounded number of
 * which wait. One thread keeps the process: starts it, reads what it says, and after its end starts it again, after a
 * pause that doubles while it does not last. Thread-safe.
 */
public final class LocalModel implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LocalModel.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** A shorter pause is waited for as a part of the start. */
    private static final Duration WORTH_WAITING = Duration.ofSeconds(5);
    /** After so long its end is a new matter. */
    private static final Duration LASTED = Duration.ofMinutes(1);
    /** It stops between two nodes of its graph, which takes milliseconds. */
    private static final Duration OBEYS = Duration.ofSeconds(5);

    private final Settings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Object> waiting = new ArrayDeque<>();
    private ModelState state = new ModelState.Starting();
    private volatile @Nullable ModelWorker worker;
    private @Nullable Answering current;
    private int questions;
    private volatile boolean closed;

    /**
     * @param provider its id
     * @param context tokens; where the model was trained on fewer, those
     * @param waiting how many questions may wait while one is answered
     */
    public record Settings(String provider, Path file, int context, int threads, int waiting) {}

    private LocalModel(Settings settings) {
        this.settings = settings;
    }

    /** Returns at once; the process starts beside. */
    public static LocalModel start(Settings settings) {
        LocalModel model = new LocalModel(settings);
        Thread.ofPlatform().daemon().name("local-model-" + settings.provider()).start(model::keep);
        return model;
    }

    public ModelState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until it is no longer starting, or the time is over. */
    public ModelState awaitStarted(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (state instanceof ModelState.Starting && left > 0) left = changed.awaitNanos(left);
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** The process that serves it now, for the tests that kill it. */
    Optional<ProcessHandle> process() {
        lock.lock();
        try {
            return Optional.ofNullable(worker).map(ModelWorker::handle);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Blocks until it is this question's turn.
     *
     * @throws LocalFailure where it is not within {@code patience.firstByte()}, or will not be
     */
    public Answering ask(Question question, Patience patience, Cancellation cancellation) throws LocalFailure {
        cancellation.whenCancelled(this::somethingChanged);
        ModelWorker answers;
        Answering answering;
        lock.lock();
        try {
            ModelWorker ready = awaitTurn(patience.firstByte(), cancellation);
            int id = questions++;
            answers = ready;
            answering = new Answering(id, patience, cancellation, () -> stop(ready, id));
            current = answering;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LocalFailure(Kind.CANCELLED);
        } finally {
            lock.unlock();
        }
        order(answers, new Ask(answering.id(), question));
        answering.watchCancellation();
        return answering;
    }

    /** Without the lock: a long question waits for its reader. */
    private static void order(ModelWorker answers, Ask ask) throws LocalFailure {
        try {
            answers.order(ask);
        } catch (IOException ended) {
            throw new LocalFailure(Kind.BROKE);
        }
    }

    private ModelWorker awaitTurn(Duration patience, Cancellation cancellation)
            throws LocalFailure, InterruptedException {
        if (waiting.size() >= settings.waiting() && !(waiting.isEmpty() && current == null)) {
            throw new LocalFailure(Kind.BUSY);
        }
        Object ticket = new Object();
        waiting.add(ticket);
        try {
            long left = patience.toNanos();
            while (true) {
                if (cancellation.isCancelled()) throw new LocalFailure(Kind.CANCELLED);
                if (state instanceof ModelState.Down || state instanceof ModelState.Stopped) {
                    throw new LocalFailure(Kind.DOWN);
                }
                boolean next = current == null && waiting.peek() == ticket;
                ModelWorker ready = worker;
                if (next && ready != null && state instanceof ModelState.Ready) return ready;
                if (left <= 0) throw new LocalFailure(next ? Kind.TIMED_OUT : Kind.BUSY);
                left = changed.awaitNanos(left);
            }
        } finally {
            waiting.remove(ticket);
            changed.signalAll();
        }
    }

    /** Tells the process to stop, and ends it where it does not. */
    private void stop(ModelWorker answers, int id) {
        try {
            answers.order(new Cancel(id));
        } catch (IOException ended) {
            return;
        }
        Thread.startVirtualThread(() -> {
            if (!isFreeOf(id)) answers.close();
        });
    }

    private boolean isFreeOf(int id) {
        lock.lock();
        try {
            long left = OBEYS.toNanos();
            while (current != null && current.id() == id && left > 0) left = changed.awaitNanos(left);
            return current == null || current.id() != id;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            Instant from = Instant.now();
            Serving serving = new Serving(System.nanoTime());
            String why = serving.run();
            boolean lasted = Duration.between(from, Instant.now()).compareTo(LASTED) > 0;
            if (lasted) pause = FIRST_PAUSE;
            else if (!serving.ready) pause = longer(pause, WORTH_WAITING);
            if (closed) return;
            LOG.warnf(
                    "The model of provider %s is not there: %s. Next attempt in %d ms.",
                    settings.provider(), why, pause.toMillis());
            boolean worthWaiting = pause.compareTo(WORTH_WAITING) < 0;
            become(worthWaiting ? new ModelState.Starting() : new ModelState.Down(Instant.now(), why));
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** One life of the process. */
    private final class Serving {
        private final long begun;
        private boolean ready;
        private String detail = "";

        Serving(long begun) {
            this.begun = begun;
        }

        /** Until its end, and why it came. */
        String run() {
            try (ModelWorker started = ModelWorker.start(settings)) {
                if (!hired(started)) return "we were stopped";
                try {
                    while (true) heard(started.read());
                } catch (IOException ended) {
                    started.close();
                    return detail.isEmpty() ? started.epitaph() : detail;
                } finally {
                    dismissed();
                }
            } catch (IOException refused) {
                return "its process cannot be started";
            }
        }

        private void heard(Told told) {
            switch (told) {
                case Told.Ready model -> {
                    ready = true;
                    Duration loading = Duration.ofNanos(System.nanoTime() - begun);
                    LOG.infof(
                            "The model of provider %s is there after %d ms: %s, %d tokens of context.",
                            settings.provider(), loading.toMillis(), model.description(), model.context());
                    become(new ModelState.Ready(model, loading));
                }
                case Told.Unfit(String why) -> detail = why;
                case Told.Text text -> pass(text.question(), text);
                case Told.Ended ended -> pass(ended.question(), ended);
            }
        }
    }

    private void pass(int question, Told told) {
        lock.lock();
        try {
            Answering answering = current;
            if (answering == null || answering.id() != question) return;
            if (told instanceof Told.Ended) {
                current = null;
                changed.signalAll();
            }
            answering.told(told);
        } finally {
            lock.unlock();
        }
    }

    private boolean hired(ModelWorker started) {
        lock.lock();
        try {
            if (closed) return false;
            worker = started;
            become(new ModelState.Starting());
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void dismissed() {
        lock.lock();
        try {
            worker = null;
            become(new ModelState.Starting());
            if (current != null) current.broke();
            current = null;
        } finally {
            lock.unlock();
        }
    }

    private void become(ModelState next) {
        lock.lock();
        try {
            state = closed ? new ModelState.Stopped() : next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void somethingChanged() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void sleep(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!closed && left > 0) left = changed.awaitNanos(left);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the process; answers under way break off. Waits for nobody. */
    @Override
    public void close() {
        closed = true;
        endProcess();
        lock.lock();
        try {
            endProcess();
            become(new ModelState.Stopped());
        } finally {
            lock.unlock();
        }
    }

    private void endProcess() {
        ModelWorker running = worker;
        if (running != null) running.close();
    }
}
