package org.vigie.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * One's own request of before: as it was judged then, and as it would be now.
 *
 * @param refusal code of what it was answered instead of an answer; empty where it was answered
 */
public record Replay(UUID id, Instant at, String model, String refusal, Verdict then, Verdict now) {
    /** Whether it was refused for what no record keeps: tools, what was spent, a mission that was not theirs. */
    public boolean isBeyondRecord() {
        return !refusal.isEmpty()
                && then.refusal().filter(again -> again.code().equals(refusal)).isEmpty();
    }
}
