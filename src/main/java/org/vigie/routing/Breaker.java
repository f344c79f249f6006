package org.vigie.routing;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether one target may be asked (circuit breaker; M. Nygard, "Release It!", 2nd ed., ch. 5).
 *
 * <p>Closed, it lets everything through. It opens when, of the last {@value #WINDOW} outcomes that are at most
 * {@link #MEMORY} old, at least {@value #LEAST_FAULTS} and at least half are faults. Open, it lets nothing through for
 * {@link #FIRST_REST}; then, half-open, one single attempt: what comes of it closes it, or opens it for twice as long, up
 * to {@link #LONGEST_REST}. Besides, a target may ask to be left alone for a while, which is no fault. Half rather than a
 * number alone, so that one client's unlucky requests do not take a busy target from everybody. Thread-safe.
 */
final class Breaker {
    static final int WINDOW = 100;
    static final int LEAST_FAULTS = 5;
    static final Duration MEMORY = Duration.ofMinutes(1);
    static final Duration FIRST_REST = Duration.ofSeconds(10);
    static final Duration LONGEST_REST = Duration.ofMinutes(2);

    private final LongSupplier nanoTime;
    private final boolean[] faults = new boolean[WINDOW];
    private final long[] at = new long[WINDOW];
    private long outcomes;
    private boolean open;
    private boolean probing;
    private long openUntil;
    private Duration rest = FIRST_REST;
    private boolean resting;
    private long restUntil;

    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** What an attempt was let through as; told again with its outcome. */
    enum Pass {
        NONE,
        ORDINARY,
        PROBE
    }

    synchronized Pass tryPass() {
        long now = nanoTime.getAsLong();
        if (waitNanos(now) > 0 || probing) return Pass.NONE;
        probing = open;
        return open ? Pass.PROBE : Pass.ORDINARY;
    }

    /** Until {@link #tryPass} is worth another try; 0 when it is now, as far as one can know. */
    synchronized Duration untilNext() {
        return Duration.ofNanos(waitNanos(nanoTime.getAsLong()));
    }

    private long waitNanos(long now) {
        long byFaults = open ? openUntil - now : 0;
        long asAsked = resting ? restUntil - now : 0;
        return Math.max(0, Math.max(byFaults, asAsked));
    }

    synchronized void answered(Pass pass) {
        if (pass == Pass.PROBE) close();
        remember(false);
    }

    synchronized void faulted(Pass pass) {
        remember(true);
        if (pass == Pass.PROBE) open(doubled());
        else if (!open && tooMany()) open(FIRST_REST);
    }

    /** Neither an answer nor a fault: nothing was learnt. */
    synchronized void released(Pass pass) {
        if (pass == Pass.PROBE) probing = false;
    }

    synchronized void rest(Duration asked) {
        restUntil = nanoTime.getAsLong() + asked.toNanos();
        resting = true;
    }

    synchronized TargetHealth.State state() {
        if (!open) return TargetHealth.State.CLOSED;
        return probing || openUntil - nanoTime.getAsLong() <= 0
                ? TargetHealth.State.HALF_OPEN
                : TargetHealth.State.OPEN;
    }

    private void open(Duration duration) {
        open = true;
        probing = false;
        rest = duration;
        openUntil = nanoTime.getAsLong() + duration.toNanos();
    }

    private void close() {
        open = false;
        probing = false;
        rest = FIRST_REST;
        outcomes = 0;
    }

    private Duration doubled() {
        Duration twice = rest.multipliedBy(2);
        return twice.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : twice;
    }

    private void remember(boolean fault) {
        int place = (int) (outcomes++ % WINDOW);
        faults[place] = fault;
        at[place] = nanoTime.getAsLong();
    }

    private boolean tooMany() {
        long now = nanoTime.getAsLong();
        int recent = 0;
        int bad = 0;
        for (int i = 0; i < Math.min(outcomes, WINDOW); i++) {
            if (now - at[i] > MEMORY.toNanos()) continue;
            recent++;
            if (faults[i]) bad++;
        }
        return bad >= LEAST_FAULTS && bad * 2 >= recent;
    }
}
