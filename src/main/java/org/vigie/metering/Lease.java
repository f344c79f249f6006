package org.vigie.metering;

import java.time.Instant;
import java.util.Optional;

/**
 * What PostgreSQL answered to a replica that asked for a block.
 *
 * @param starts of the period that it counts for, by the database's clock
 * @param ends of that period; empty for what has none
 * @param nanosLeft until then, at the time of the answer
 * @param held what this replica leased of it in total: what it had, and the new block if there was room
 * @param leased of the period by all replicas and not given back
 * @param spent of the period, as far as reported
 * @param alone whether no other replica lives
 */
record Lease(
        Instant starts, Optional<Instant> ends, long nanosLeft, long held, long leased, long spent, boolean alone) {}
