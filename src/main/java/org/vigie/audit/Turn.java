package org.vigie.audit;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** An exchange that is recorded as open. Whoever has it must close it, whatever happens. */
public final class Turn {
    private final AuditLog log;
    private final Opening opening;
    private final AtomicBoolean closed = new AtomicBoolean();

    Turn(AuditLog log, Opening opening) {
        this.log = log;
        this.opening = opening;
    }

    public UUID exchange() {
        return opening.exchange();
    }

    /**
     * Records the end and returns once it is durable: only then may the last byte go to the caller. The first closing
     * counts; a second one is a programming error and does nothing.
     *
     * @throws org.vigie.kernel.ProblemException {@code audit_unavailable} when the database did not take it in time; it
     *     stays queued and is written as soon as that is possible again, or else the next start records the exchange as
     *     lost
     */
    public void close(Closing closing) {
        if (closed.compareAndSet(false, true)) {
            log.end(Fact.closed(opening, closing));
        }
    }
}
