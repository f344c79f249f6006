package org.vigie.routing;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.Cancellation;
import org.vigie.provider.ProviderFailure;

/**
 * The targets of one exchange, one attempt after the other: by order, and drawn by weight within an order; each as often
 * as the route allows, with growing pauses, before the next one.
 *
 * <p>A target is repeated after a fault that passes quickly: not after a time-out, which has cost the client enough, nor
 * when it asked for time. One whose breaker is open, or that asked for time, is passed over. When nobody else is left, one
 * that can be asked within {@link #LONGEST_WAIT} is waited for, once, unless the route wants no retries. Not thread-safe.
 */
public final class Itinerary {
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final List<TargetRecord> targets;
    private final int retries;
    private final Cancellation cancellation;
    private final RandomGenerator random;
    private final Map<TargetRecord, Integer> tried = new HashMap<>();
    private @Nullable TargetRecord last;
    private boolean waited;

    /** @param targets in the order in which they are to be asked */
    Itinerary(List<TargetRecord> targets, int retries, Cancellation cancellation, RandomGenerator random) {
        this.targets = targets;
        this.retries = retries;
        this.cancellation = cancellation;
        this.random = random;
    }

    /** The first attempt; empty when none of the targets may be asked now. */
    public Optional<Attempt> first() {
        return nextTarget().or(this::soonest);
    }

    /** The attempt after a failed one; pauses first where that is due. Empty when there is none, or nobody waits. */
    public Optional<Attempt> after(ProviderFailure failure) {
        return again(failure).or(this::nextTarget).or(this::soonest);
    }

    /** When it is worth asking again, whole seconds, at least 1. */
    public int retryAfterSeconds() {
        long millis = targets.stream()
                .mapToLong(target -> target.breaker().untilNext().toMillis())
                .min()
                .orElse(0);
        return (int) Math.max(1, (millis + 999) / 1_000);
    }

    private Optional<Attempt> again(ProviderFailure failure) {
        TargetRecord same = last;
        if (same == null || !passesQuickly(failure.kind()) || !hasTriesLeft(same)) return Optional.empty();
        if (!same.breaker().untilNext().isZero()) return Optional.empty();
        return pause(Backoff.after(tries(same), random)) ? attempt(same) : Optional.empty();
    }

    private static boolean passesQuickly(ProviderFailure.Kind kind) {
        return switch (kind) {
            case UNREACHABLE, FAILED -> true;
            case TIMED_OUT, BUSY, UNSUPPORTED, REJECTED, UNREAD, CANCELLED -> false;
        };
    }

    private Optional<Attempt> nextTarget() {
        return targets.stream()
                .filter(target -> tries(target) == 0)
                .flatMap(target -> attempt(target).stream())
                .findFirst();
    }

    private Optional<Attempt> soonest() {
        if (retries == 0 || waited) return Optional.empty();
        waited = true;
        return targets.stream()
                .filter(this::hasTriesLeft)
                .filter(target -> isWorthWaitingFor(target.breaker().untilNext()))
                .min(Comparator.comparing(target -> target.breaker().untilNext()))
                .filter(target -> pause(target.breaker().untilNext().plus(Backoff.after(1, random))))
                .flatMap(this::attempt);
    }

    /** One that may be asked now and is still here has had its turn. */
    private static boolean isWorthWaitingFor(Duration wait) {
        return !wait.isZero() && wait.compareTo(LONGEST_WAIT) <= 0;
    }

    private boolean hasTriesLeft(TargetRecord target) {
        return tries(target) <= retries;
    }

    private int tries(TargetRecord target) {
        return tried.getOrDefault(target, 0);
    }

    private Optional<Attempt> attempt(TargetRecord target) {
        Optional<Attempt> attempt = target.tryAttempt();
        attempt.ifPresent(_ -> {
            tried.merge(target, 1, Integer::sum);
            last = target;
        });
        return attempt;
    }

    /** Whether there is still somebody who waits. */
    private boolean pause(Duration duration) {
        CountDownLatch gone = new CountDownLatch(1);
        cancellation.whenCancelled(gone::countDown);
        try {
            return !gone.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
