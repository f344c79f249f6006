package org.vigie.metering;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.vigie.metering.LeaseStore.Account;

/*
 * Algorithm. A replica takes from PostgreSQL a block of what a subject may still use, and serves requests out of it without
 * SQL. When the block does not hold what a request needs, one statement leases the next one, while the other requests of
 * this subject wait: it is sized for those that wait, and doubles while blocks last less than a second. The database never
 * grants more than a sixteenth of what is left, or one request's need.
 *
 * What is free goes back when it was not touched for two seconds; and at once when little is left and another replica
 * lives, or when it does not suffice for the request at hand: else two halves of one request could lie in two replicas.
 *
 * Time. The period's end is measured from the database's answer on with the machine's monotonic clock; no wall clock of
 * ours is asked.
 */

/** What this replica has of one measure of one subject. Blocks while it leases. */
final class Allowance {
    private static final long QUICK = Duration.ofSeconds(1).toNanos();
    private static final long IDLE = Duration.ofSeconds(2).toNanos();
    /** How long a « no » of the database is believed without asking again. */
    private static final long SURE = Duration.ofMillis(250).toNanos();
    /** Less than the time after which a replica counts as dead. */
    private static final long TRUSTED = Duration.ofSeconds(20).toNanos();

    private static final long LARGEST_FACTOR = 4_096;
    private static final long NEVER = -1;
    /** As in the function {@code metering.block}. */
    private static final long SHARE = 16;

    private final Account account;
    private final LeaseStore leases;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();

    private Instant starts = Instant.MIN;
    private Optional<Instant> ends = Optional.empty();
    private long endsNanos;
    private long trustedNanos;
    private long epoch;
    private long limit;

    /** Totals of this replica in this period; what is free is what is left of the first. */
    private long leased;

    private long reserved;
    private long spent;
    private long returned;
    private long spentTold;
    private long returnedTold;

    private long leasedByAll;
    private long spentByAll;
    private boolean alone;
    private long factor = 1;
    private long leasedNanos;
    private long touchedNanos;
    private long refusedUntil;
    /** The budget at which a request was refused, until the database was told. */
    private long refusedAt = NEVER;

    Allowance(Account account, LeaseStore leases, LongSupplier nanos) {
        this.account = account;
        this.leases = leases;
        this.nanos = nanos;
        long now = nanos.getAsLong();
        this.leasedNanos = now - QUICK;
        this.refusedUntil = now;
        this.endsNanos = now;
        this.trustedNanos = now;
    }

    /** What a request gets. */
    sealed interface Answer {
        /** @param epoch to settle with: after its end nothing comes back */
        record Taken(long epoch, long amount) implements Answer {}

        /**
         * @param usedUp whether there would be no room either if all that is reserved came back
         * @param secondsLeft of the period, at least 1
         */
        record Refused(boolean usedUp, long secondsLeft, Optional<Instant> renews) implements Answer {}
    }

    /** Less than nothing where more was spent than leased. */
    private long free() {
        return leased - reserved - spent - returned;
    }

    /** @throws org.jdbi.v3.core.JdbiException when a block is needed and the database does not answer */
    Answer take(long atMost, long need) {
        lock.lock();
        try {
            limit = atMost;
            touchedNanos = nanos.getAsLong();
            if (isUsable() && free() >= need) return taken(need);
            if (touchedNanos - refusedUntil < 0 && touchedNanos - endsNanos < 0) return refused(need);
            if (!lease(need)) lease(need);
            if (free() >= need) return taken(need);
            refusedUntil = nanos.getAsLong() + SURE;
            tell(free());
            return refused(need);
        } finally {
            lock.unlock();
        }
    }

    private boolean isUsable() {
        return touchedNanos - endsNanos < 0 && touchedNanos - trustedNanos < 0;
    }

    private Answer taken(long need) {
        reserved += need;
        return new Answer.Taken(epoch, need);
    }

    private Answer refused(long need) {
        long left = Math.max(0, endsNanos - nanos.getAsLong());
        boolean usedUp = spentByAll + spent - spentTold + need > limit;
        if (usedUp && account.measure().isBudget()) refusedAt = Math.max(refusedAt, limit);
        return new Answer.Refused(usedUp, left / 1_000_000_000L + 1, ends);
    }

    /** @return false when another period began, and the block was asked for by what was left of the old one */
    private boolean lease(long need) {
        long now = nanos.getAsLong();
        factor = now - leasedNanos < QUICK ? Math.min(LARGEST_FACTOR, factor * 2) : 1;
        long requests = Math.max(factor, lock.getQueueLength() + 1L);
        Lease lease = leases.lease(account, limit, need - free(), need * requests);
        leasedNanos = now;
        boolean samePeriod = lease.starts().equals(starts);
        if (!samePeriod) begin(lease.starts());
        leased = lease.held();
        ends = lease.ends();
        endsNanos = now + lease.nanosLeft();
        trustedNanos = now + TRUSTED;
        leasedByAll = lease.leased();
        spentByAll = lease.spent();
        alone = lease.alone();
        return samePeriod || free() >= need;
    }

    private void begin(Instant period) {
        epoch++;
        starts = period;
        refusedAt = NEVER;
        leased = 0;
        reserved = 0;
        spent = 0;
        returned = 0;
        spentTold = 0;
        returnedTold = 0;
    }

    /** @param real what of it is used for good; more than was taken when the estimate was too low */
    void settle(Answer.Taken taken, long real) {
        lock.lock();
        try {
            if (taken.epoch() != epoch) return;
            touchedNanos = nanos.getAsLong();
            reserved -= taken.amount();
            spent += real;
            if (real < taken.amount()) refusedUntil = touchedNanos;
            if (!alone && isScarce(taken.amount())) tell(free());
        } finally {
            lock.unlock();
        }
    }

    /** Whether the next block would be one request's need. */
    private boolean isScarce(long need) {
        return (limit - leasedByAll) / SHARE < need;
    }

    /** Tells what was spent; gives back what lies idle. Called every second. */
    void report() {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            if (now - endsNanos >= 0) return;
            if (refusedAt != NEVER) leases.refused(account, starts, refusedAt);
            refusedAt = NEVER;
            tell(now - touchedNanos > IDLE ? free() : Math.min(0, free()));
        } finally {
            lock.unlock();
        }
    }

    /** Gives everything back that is not reserved. */
    void close() {
        lock.lock();
        try {
            tell(free());
        } finally {
            lock.unlock();
        }
    }

    /** What is given back is no longer ours before it is told: whether the database heard it is not always known. */
    private void tell(long back) {
        returned += back;
        if (spent == spentTold && returned == returnedTold) return;
        Optional<Long> held = leases.report(account, starts, spent, returned);
        if (held.isEmpty()) {
            begin(Instant.MIN);
            endsNanos = nanos.getAsLong();
            return;
        }
        leased = held.get();
        spentByAll += spent - spentTold;
        leasedByAll -= returned - returnedTold;
        spentTold = spent;
        returnedTold = returned;
    }

    /** The database heard of this replica just now. @param known whether it knew it still; else its blocks are gone */
    void heard(boolean known) {
        lock.lock();
        try {
            if (!known) {
                begin(Instant.MIN);
                endsNanos = nanos.getAsLong();
            }
            trustedNanos = nanos.getAsLong() + TRUSTED;
        } finally {
            lock.unlock();
        }
    }
}
