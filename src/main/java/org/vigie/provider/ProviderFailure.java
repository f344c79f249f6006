package org.vigie.provider;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vigie.exchange.Rejection;
import org.vigie.kernel.Problem;

/** Why a provider gave no answer, or no end to it. Carries no content of the exchange. */
public final class ProviderFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean worthAnotherTry;
    private final transient Optional<Rejection> rejection;

    private ProviderFailure(Problem problem, boolean worthAnotherTry, Optional<Rejection> rejection) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.worthAnotherTry = worthAnotherTry;
        this.rejection = rejection;
    }

    /** It could not be reached, broke off, or answered with a fault of its own. */
    public static ProviderFailure failed(String provider) {
        return new ProviderFailure(new Problem.UpstreamFailed(provider), true, Optional.empty());
    }

    public static ProviderFailure timedOut(String provider) {
        return new ProviderFailure(new Problem.UpstreamTimedOut(provider), true, Optional.empty());
    }

    /** It does not offer what the request asks for. */
    public static ProviderFailure unsupported(String model) {
        return new ProviderFailure(
                new Problem.Malformed("model", "the model " + model + " does not offer this API"),
                false,
                Optional.empty());
    }

    /** It broke in the middle of a stream, and said so in its own words. */
    public static ProviderFailure broke(String provider, Rejection words) {
        return new ProviderFailure(new Problem.UpstreamFailed(provider), true, Optional.of(words));
    }

    /** It understood and says no: another try with the same request would not help. */
    public static ProviderFailure rejected(String provider, Rejection rejection) {
        return new ProviderFailure(new Problem.UpstreamFailed(provider), false, Optional.of(rejection));
    }

    /** The caller went away; nobody waits for an answer. */
    public static ProviderFailure cancelled(String provider) {
        return new ProviderFailure(new Problem.UpstreamFailed(provider), false, Optional.empty());
    }

    /** The same, its rejection's words with the values put back. */
    public ProviderFailure restoredBy(UnaryOperator<byte[]> restore) {
        return new ProviderFailure(
                problem,
                worthAnotherTry,
                rejection.map(said -> new Rejection(said.status(), restore.apply(said.body()), said.retryAfter())));
    }

    public Problem problem() {
        return problem;
    }

    public boolean worthAnotherTry() {
        return worthAnotherTry;
    }

    public Optional<Rejection> rejection() {
        return rejection;
    }
}
