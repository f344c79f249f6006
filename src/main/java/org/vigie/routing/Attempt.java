package org.vigie.routing;

import java.util.function.LongSupplier;
import org.vigie.catalog.Target;
import org.vigie.provider.ProviderFailure;

/**
 * One leave to ask one target, and what came of it. Closed without having been told anything, it leaves no trace in the
 * target's health. Begun by the provider's thread, the rest is the exchange's.
 */
public final class Attempt implements AutoCloseable {
    private final TargetRecord record;
    private final LongSupplier nanoTime;
    private final long startNanos;
    private Breaker.Pass pass;
    private boolean begun;
    private boolean closed;

    Attempt(TargetRecord record, Breaker.Pass pass, LongSupplier nanoTime) {
        this.record = record;
        this.pass = pass;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
    }

    public Target target() {
        return record.target();
    }

    /** The first byte of an answer has come: the target is alive, whatever becomes of the rest. */
    public synchronized void began() {
        if (begun || closed) return;
        begun = true;
        record.began(spent(), (nanoTime.getAsLong() - startNanos) / 1_000);
    }

    public synchronized void failed(ProviderFailure failure) {
        if (closed) return;
        switch (failure.kind()) {
            case UNREACHABLE, TIMED_OUT, FAILED -> record.faulted(spent(), failure.kind());
            case BUSY -> record.busy(failure);
            case REJECTED -> record.rejected(spent());
            case UNSUPPORTED, UNREAD, CANCELLED -> {}
        }
    }

    /** A probe tells its breaker one thing only. */
    private Breaker.Pass spent() {
        Breaker.Pass told = pass;
        pass = Breaker.Pass.ORDINARY;
        return told;
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        record.breaker().released(pass);
        record.ended();
    }
}
