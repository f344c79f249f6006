package org.vigie.metering;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.vigie.metering.Allowance.Answer;

/** What one attempt at an answer has taken of every limit that it counts against. Whoever has it must settle it. */
public final class Reservation {
    private static final Logger LOG = Logger.getLogger(Reservation.class);

    private final List<Part> parts;
    private final AtomicBoolean settled = new AtomicBoolean();

    Reservation(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** One measure's part. */
    record Part(Allowance allowance, Measure measure, Answer.Taken taken) {
        void settle(long real) {
            try {
                allowance.settle(taken, real);
            } catch (JdbiException unreachable) {
                // Nothing is forgotten: it is told again every second.
                LOG.debugf(
                        "What was used cannot be told now: %s",
                        unreachable.getClass().getName());
            }
        }
    }

    /** The attempt has ended and was counted. The first settling counts. */
    public void settle(Expense real) {
        if (!settled.compareAndSet(false, true)) return;
        for (Part part : parts) part.settle(part.measure() == Measure.CONCURRENCY ? 0 : real.of(part.measure()));
    }

    /** Nothing of it is counted: it never came to an answer, and no provider has anything to bill. */
    public void release() {
        settle(Expense.NONE);
    }
}
