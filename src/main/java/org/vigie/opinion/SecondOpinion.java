package org.vigie.opinion;

import java.time.InstantSource;
import java.util.Optional;
import org.vigie.configuration.VigieConfiguration;

/**
 * What a model of the organisation's own says of the sentences that the shield could not decide. One session on one
 * thread of ours serves everybody in turn; who waits longer than the budget goes on without.
 */
public final class SecondOpinion implements AutoCloseable {
    /** Where none is configured. */
    public static final SecondOpinion NONE = new SecondOpinion(Optional.empty(), 0);

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Optional<Desk> desk;
    private final long budgetNanos;

    private SecondOpinion(Optional<Desk> desk, long budgetNanos) {
        this.desk = desk;
        this.budgetNanos = budgetNanos;
    }

    /**
     * Sentences since the start.
     *
     * @param examined by the model, or known from a moment ago
     * @param left undecided, and not examined: too late, broken, or not loaded
     * @param found how many findings the model gave
     */
    public record Figures(long examined, long left, long found) {}

    /** Begins to read the model, and returns at once. */
    public static SecondOpinion start(Optional<VigieConfiguration.SecondOpinion> wanted) {
        return start(wanted, InstantSource.system());
    }

    static SecondOpinion start(Optional<VigieConfiguration.SecondOpinion> wanted, InstantSource clock) {
        return wanted.map(one -> new SecondOpinion(
                        Optional.of(Desk.open(one.model(), one.threads(), new Condition(clock))),
                        one.budgetMs() * NANOS_PER_MILLI))
                .orElse(NONE);
    }

    /** What one request may ask, within one budget of time. */
    public Consultation consultation() {
        return new Consultation(desk, budgetNanos);
    }

    public OpinionState state() {
        return desk.map(Desk::state).orElseGet(OpinionState.Off::new);
    }

    /** The state once the model has been read, well or badly. */
    public OpinionState awaitLoaded() {
        desk.ifPresent(Desk::awaitLoaded);
        return state();
    }

    public Figures figures() {
        return desk.map(Desk::figures).orElseGet(() -> new Figures(0, 0, 0));
    }

    @Override
    public void close() {
        desk.ifPresent(Desk::close);
    }
}
