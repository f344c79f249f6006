package org.vigie.metering;

import org.vigie.policy.DecisionRecord;

/**
 * At most so much.
 *
 * @param amount of the measure, in its period; 0 allows nothing
 * @param decision the number of the decision that set it, or {@link DecisionRecord#CONFIGURATION}
 */
public record Limit(Subject subject, Measure measure, long amount, String decision) {
    /** One of the configuration file. */
    public Limit(Subject subject, Measure measure, long amount) {
        this(subject, measure, amount, DecisionRecord.CONFIGURATION);
    }

    /** Whether the configuration file says it, and nobody decided it. */
    public boolean isWritten() {
        return decision.equals(DecisionRecord.CONFIGURATION);
    }
}
