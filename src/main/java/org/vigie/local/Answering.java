package org.vigie.local;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.vigie.catalog.Patience;
import org.vigie.exchange.Cancellation;
import org.vigie.local.LocalFailure.Kind;

/**
 * One answer as it comes: {@link #next} until {@link Told.Ended}. To be closed, which stops it where it goes on. What
 * nobody has taken yet is kept, at most as many pieces as the context has tokens.
 */
public final class Answering implements AutoCloseable {
    private final int id;
    private final Patience patience;
    private final Cancellation cancellation;
    private final Runnable stop;
    private final long begun = System.nanoTime();
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
    private boolean answering;
    private volatile boolean ended;

    private sealed interface Said {}

    private record Piece(Told told) implements Said {}

    private record Nothing(Kind why) implements Said {}

    Answering(int id, Patience patience, Cancellation cancellation, Runnable stop) {
        this.id = id;
        this.patience = patience;
        this.cancellation = cancellation;
        this.stop = stop;
    }

    int id() {
        return id;
    }

    void watchCancellation() {
        cancellation.whenCancelled(() -> said.add(new Nothing(Kind.CANCELLED)));
    }

    void told(Told told) {
        if (told instanceof Told.Ended) ended = true;
        said.add(new Piece(told));
    }

    void broke() {
        ended = true;
        said.add(new Nothing(Kind.BROKE));
    }

    /** The next {@link Told.Text}, or the {@link Told.Ended} after which there is nothing. Blocks. */
    public Told next() throws LocalFailure {
        if (cancellation.isCancelled()) throw new LocalFailure(Kind.CANCELLED);
        long whole = patience.whole().toNanos() - (System.nanoTime() - begun);
        long silence = (answering ? patience.idle() : patience.firstByte()).toNanos();
        try {
            Said next = said.poll(Math.min(whole, silence), TimeUnit.NANOSECONDS);
            if (next == null) throw new LocalFailure(Kind.TIMED_OUT);
            answering = true;
            return switch (next) {
                case Piece(Told.Ended(int _, Told.Finish finish, int _, int _, int _))
                when finish == Told.Finish.FAILED -> throw new LocalFailure(Kind.BROKE);
                case Piece(Told.Ended(int _, Told.Finish finish, int _, int _, int _))
                when finish == Told.Finish.CANCELLED -> throw new LocalFailure(Kind.CANCELLED);
                case Piece(Told told) -> told;
                case Nothing(Kind why) -> throw new LocalFailure(why);
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LocalFailure(Kind.CANCELLED);
        }
    }

    @Override
    public void close() {
        if (!ended) stop.run();
    }
}
