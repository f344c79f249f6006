package org.vigie.opinion;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.Finding;
import org.vigie.opinion.Consultation.Question;
import org.vigie.opinion.OpinionState.Cause;
import org.vigie.opinion.SecondOpinion.Figures;

/**
 * Where questions are taken one after the other, by one thread of its own: a call into native code would hold a virtual
 * thread's carrier. The queue is short, since whoever stands far behind would be answered too late anyway.
 */
final class Desk implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SecondOpinion.class);
    private static final int QUEUE = 32;
    private static final int CLOSING_MILLIS = 500;

    private final Condition condition;
    private final Remembered remembered = new Remembered();
    private final AtomicLong examined = new AtomicLong();
    private final AtomicLong left = new AtomicLong();
    private final AtomicLong found = new AtomicLong();
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final ThreadPoolExecutor thread;
    private volatile @Nullable OpinionModel model;

    private Desk(Condition condition) {
        this.condition = condition;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().daemon().name("second-opinion").factory());
    }

    static Desk open(Path directory, int threads, Condition condition) {
        Desk desk = new Desk(condition);
        desk.thread.execute(() -> desk.load(directory, threads));
        return desk;
    }

    private void load(Path directory, int threads) {
        long began = System.nanoTime();
        try {
            model = OpinionModel.load(directory, threads);
            condition.ready();
            LOG.infof(
                    "The second opinion has read its model in %d ms.",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        } catch (OpinionException broken) {
            condition.broken(broken.reason(), broken.detail());
        } catch (RuntimeException | OutOfMemoryError broken) {
            condition.broken(Cause.MODEL, broken.getClass().getName());
        } finally {
            loaded.countDown();
        }
    }

    /**
     * Waits until the answers are there or the deadline ({@link System#nanoTime}) is over.
     *
     * @return of the first questions, as many as were answered
     */
    List<List<Finding>> ask(List<Question> questions, long deadline) {
        OpinionModel known = model;
        if (known == null) return List.of();
        Asking asking = new Asking(known, questions, deadline, this);
        try {
            thread.execute(asking);
        } catch (RejectedExecutionException full) {
            tooLate();
            return List.of();
        }
        boolean complete = asking.await();
        if (!complete) tooLate();
        return asking.answers();
    }

    private void tooLate() {
        trouble(Cause.TIME, "sentences are left unexamined because the time for them is over");
    }

    void trouble(Cause cause, String detail) {
        condition.trouble(cause, detail);
    }

    Remembered remembered() {
        return remembered;
    }

    void count(int nowExamined, int nowLeft, int nowFound) {
        examined.addAndGet(nowExamined);
        left.addAndGet(nowLeft);
        found.addAndGet(nowFound);
    }

    OpinionState state() {
        return condition.state();
    }

    Figures figures() {
        return new Figures(examined.get(), left.get(), found.get());
    }

    void awaitLoaded() {
        try {
            loaded.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Native memory is given back unless the thread is still within a model. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            OpinionModel open = model;
            model = null;
            if (thread.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS) && open != null) open.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (OpinionException broken) {
            LOG.debugf("%s", broken.detail());
        }
    }
}
