package org.vigie.audit;

import java.time.Duration;

/**
 * How much the audit holds and how long it waits.
 *
 * @param waiting openings and acts that may wait for the writer; closings are not counted, since each belongs to an
 *     opening that was let in
 * @param perCommit entries in one transaction
 * @param answer how long a caller waits for its entry to be durable
 * @param stop how long the end of the process waits for what is queued
 * @param checkpointEvery time between checkpoints
 */
record Limits(int waiting, int perCommit, Duration answer, Duration stop, Duration checkpointEvery) {
    /** 2,000 per commit: {@code docs/adr/0005-audit-as-a-hash-chain.md}. */
    static final Limits DEFAULT =
            new Limits(20_000, 2_000, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofMinutes(1));
}
