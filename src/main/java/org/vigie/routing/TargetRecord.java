package org.vigie.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.vigie.catalog.Target;
import org.vigie.provider.ProviderFailure;

/** What is known of one target while the server runs. Thread-safe. */
final class TargetRecord {
    private final Target target;
    private final LongSupplier nanoTime;
    private final Breaker breaker;
    private final Latencies latencies;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();
    private volatile Optional<TargetHealth.Fault> lastFault = Optional.empty();

    TargetRecord(Target target, LongSupplier nanoTime) {
        this.target = target;
        this.nanoTime = nanoTime;
        this.breaker = new Breaker(nanoTime);
        this.latencies = new Latencies(nanoTime);
    }

    Target target() {
        return target;
    }

    Breaker breaker() {
        return breaker;
    }

    /** Empty when it must not be asked now. */
    Optional<Attempt> tryAttempt() {
        Breaker.Pass pass = breaker.tryPass();
        if (pass == Breaker.Pass.NONE) return Optional.empty();
        underWay.incrementAndGet();
        return Optional.of(new Attempt(this, pass, nanoTime));
    }

    void began(Breaker.Pass pass, long tookMicros) {
        breaker.answered(pass);
        answered.incrementAndGet();
        latencies.add(tookMicros);
    }

    void rejected(Breaker.Pass pass) {
        breaker.answered(pass);
        answered.incrementAndGet();
    }

    void faulted(Breaker.Pass pass, ProviderFailure.Kind kind) {
        breaker.faulted(pass);
        faults.incrementAndGet();
        lastFault = Optional.of(new TargetHealth.Fault(kind, Instant.now()));
    }

    void busy(ProviderFailure failure) {
        failure.retryAfter().ifPresent(breaker::rest);
        busy.incrementAndGet();
        lastFault = Optional.of(new TargetHealth.Fault(failure.kind(), Instant.now()));
    }

    void ended() {
        underWay.decrementAndGet();
    }

    TargetHealth health() {
        return new TargetHealth(
                target,
                breaker.state(),
                breaker.untilNext(),
                underWay.get(),
                answered.get(),
                faults.get(),
                busy.get(),
                lastFault,
                latencies.summary());
    }
}
