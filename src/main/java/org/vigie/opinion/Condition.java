package org.vigie.opinion;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.vigie.opinion.OpinionState.Cause;
import org.vigie.opinion.OpinionState.Degraded;

/** Keeps {@link OpinionState}, and tells the log when it gets worse. */
final class Condition {
    /** What went wrong once stays visible for so long. */
    static final Duration VISIBLE = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(SecondOpinion.class);

    private final InstantSource clock;
    private OpinionState state = new OpinionState.Loading();
    private boolean forGood;
    private Instant lastTrouble = Instant.MIN;

    Condition(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void ready() {
        state = new OpinionState.Ready();
    }

    /** There will be none until the next start. */
    synchronized void broken(Cause cause, String detail) {
        state = new Degraded(cause, clock.instant(), detail);
        forGood = true;
        LOG.warnf("No second opinion: %s. The shield works without it.", detail);
    }

    synchronized void trouble(Cause cause, String detail) {
        if (forGood) return;
        Instant now = clock.instant();
        if (state() instanceof Degraded already) {
            state = new Degraded(cause, already.since(), detail);
        } else {
            state = new Degraded(cause, now, detail);
            LOG.warnf("The second opinion is degraded: %s. The shield goes on with its own findings.", detail);
        }
        lastTrouble = now;
    }

    synchronized OpinionState state() {
        boolean over = !forGood
                && state instanceof Degraded
                && lastTrouble.plus(VISIBLE).isBefore(clock.instant());
        if (over) state = new OpinionState.Ready();
        return state;
    }
}
