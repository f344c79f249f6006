package org.vigie.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vigie.exchange.Rejection;
import org.vigie.kernel.Problem;

/** Why a provider gave no answer, or no end to it. Carries no content of the exchange. */
public final class ProviderFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What happened, as far as it matters for where to go next. */
    public enum Kind {
        /** No connection: name, network, TLS, proxy. */
        UNREACHABLE,
        /** Silent for longer than it may be, or without end. */
        TIMED_OUT,
        /** Broke off, or answered with a fault of its own or with what cannot be used. */
        FAILED,
        /** Cannot take more now, which is no fault. */
        BUSY,
        /** Does not speak what the request is written in; another target may. */
        UNSUPPORTED,
        /** Understood the request and says no: another try would not help. */
        REJECTED,
        /** The client did not read on; the provider is not to blame. */
        UNREAD,
        /** The caller went away; nobody waits for an answer. */
        CANCELLED
    }

    private final Kind kind;
    private final transient Problem problem;
    private final transient Optional<Rejection> rejection;
    private final transient Optional<Duration> retryAfter;

    private ProviderFailure(Kind kind, Problem problem, Optional<Rejection> rejection, Optional<Duration> retryAfter) {
        super(problem.code(), null, false, false);
        this.kind = kind;
        this.problem = problem;
        this.rejection = rejection;
        this.retryAfter = retryAfter;
    }

    private static ProviderFailure of(Kind kind, Problem problem) {
        return new ProviderFailure(kind, problem, Optional.empty(), Optional.empty());
    }

    public static ProviderFailure unreachable(String provider) {
        return of(Kind.UNREACHABLE, new Problem.UpstreamFailed(provider));
    }

    /** It broke off, or answered with a fault of its own. */
    public static ProviderFailure failed(String provider) {
        return of(Kind.FAILED, new Problem.UpstreamFailed(provider));
    }

    public static ProviderFailure timedOut(String provider) {
        return of(Kind.TIMED_OUT, new Problem.UpstreamTimedOut(provider));
    }

    /**
     * It cannot take more for now.
     *
     * @param rejection its own words, for the client when nobody else answers
     * @param retryAfter when it wants to be asked again, if it says so
     */
    public static ProviderFailure busy(String provider, Optional<Rejection> rejection, Optional<Duration> retryAfter) {
        int seconds = (int) retryAfter.orElse(Duration.ZERO).plusMillis(999).toSeconds();
        return new ProviderFailure(
                Kind.BUSY, new Problem.UpstreamBusy(provider, Math.max(1, seconds)), rejection, retryAfter);
    }

    /** It does not offer what the request asks for. */
    public static ProviderFailure unsupported(String model) {
        return of(Kind.UNSUPPORTED, new Problem.Malformed("model", "the model " + model + " does not offer this API"));
    }

    /** It speaks another dialect, which has no counterpart for what stands there. */
    static ProviderFailure untranslatable(Problem place) {
        return of(Kind.UNSUPPORTED, place);
    }

    /** It broke in the middle of a stream, and said so in its own words. */
    public static ProviderFailure broke(String provider, Rejection words) {
        return new ProviderFailure(
                Kind.FAILED, new Problem.UpstreamFailed(provider), Optional.of(words), Optional.empty());
    }

    /** It understood and says no: another try with the same request would not help. */
    public static ProviderFailure rejected(String provider, Rejection rejection) {
        return new ProviderFailure(
                Kind.REJECTED, new Problem.UpstreamFailed(provider), Optional.of(rejection), Optional.empty());
    }

    /** The client did not read what was sent to it. */
    public static ProviderFailure unread(String provider) {
        return of(Kind.UNREAD, new Problem.UpstreamTimedOut(provider));
    }

    /** The caller went away; nobody waits for an answer. */
    public static ProviderFailure cancelled(String provider) {
        return of(Kind.CANCELLED, new Problem.UpstreamFailed(provider));
    }

    /** The same, its rejection's words with the values put back. */
    public ProviderFailure restoredBy(UnaryOperator<byte[]> restore) {
        return new ProviderFailure(
                kind, problem, rejection.map(said -> said.saying(restore.apply(said.body()))), retryAfter);
    }

    public Kind kind() {
        return kind;
    }

    public Problem problem() {
        return problem;
    }

    /** Whether the same request may have more luck, there or elsewhere. */
    public boolean worthAnotherTry() {
        return switch (kind) {
            case UNREACHABLE, TIMED_OUT, FAILED, BUSY, UNSUPPORTED -> true;
            case REJECTED, UNREAD, CANCELLED -> false;
        };
    }

    public Optional<Rejection> rejection() {
        return rejection;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
