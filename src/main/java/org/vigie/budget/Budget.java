package org.vigie.budget;

import java.time.Instant;
import java.util.Optional;
import org.vigie.metering.Limit;
import org.vigie.metering.Standing;

/**
 * A budget in force, as one reader may know it.
 *
 * @param name what people call its subject
 * @param limit what holds
 * @param source what it was decided about; empty for one of the configuration file
 * @param prevails whether it is the smallest for its subject and period: of several only that one is ever reached
 */
public record Budget(
        Envelope envelope, String name, Limit limit, String source, boolean prevails, Standing standing, Sight sight) {
    /** How much of a budget one reader may know. */
    public enum Sight {
        /** To the cent. */
        FIGURES,
        /** Which threshold is reached: the group is so small that figures would tell what each does. */
        THRESHOLD,
        /** Of somebody else: whether it is used up, since whoever set it must know whether it hinders them. */
        EXISTENCE
    }

    public boolean hasFigures() {
        return sight == Sight.FIGURES;
    }

    /** The highest threshold that may be known: 0, 50, 80 or 100. */
    public int reached() {
        int reached = standing.reached();
        return sight == Sight.EXISTENCE && reached < 100 ? 0 : reached;
    }

    /** Whether it is decided on its own page, and not as part of something else. */
    public boolean isOwnDecision() {
        return source.equals(envelope.source());
    }

    Optional<Long> projected(Instant now) {
        return hasFigures() ? standing.projected(now) : Optional.empty();
    }

    Budget seenBy(Sight narrower) {
        return new Budget(envelope, name, limit, source, prevails, standing, narrower);
    }
}
