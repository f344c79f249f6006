package org.vigie.flow;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.audit.Closing;
import org.vigie.audit.Latency;
import org.vigie.audit.Outcome;
import org.vigie.audit.Tokens;
import org.vigie.catalog.Route;
import org.vigie.catalog.Target;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.Usage;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.FindingSummary;
import org.vigie.kernel.Problem;
import org.vigie.metering.Expense;
import org.vigie.metering.Meter;
import org.vigie.shield.ClearedPrompt;
import org.vigie.shield.Inspection;
import org.vigie.shield.ReplyRestorer;

/**
 * What becomes known of one exchange while it runs, so that its record can be closed truthfully wherever it ends. Written
 * by the exchange's thread, and by the provider's for the first byte.
 */
final class Tally {
    private final Demand demand;
    private final String snapshot;
    private final long startedNanos = System.nanoTime();
    private long admittedNanos;
    private long shieldNanos;
    private long sentNanos;
    private long upstreamNanos;
    private volatile long firstByteNanos;
    private Outcome outcome = Outcome.FAILED;
    private Optional<String> problem = Optional.of("internal_error");
    private FindingSummary findings = FindingSummary.NONE;
    private Optional<Exposure> exposure = Optional.empty();
    private Optional<Target> target = Optional.empty();
    private Handling handling = Handling.PLAIN;
    private boolean refused;
    private boolean rerouted;
    private boolean pseudonymised;
    private final Instant startedAt = Instant.now();
    private Usage earlierUsage = Usage.NONE;
    private long earlierCost;
    private int attempts;
    private Decision.Cache cache = Decision.Cache.OFF;
    private long sentBytes;
    private @Nullable ReplyRestorer restorer;

    Tally(Demand demand, String snapshot) {
        this.demand = demand;
        this.snapshot = snapshot;
    }

    void admitted() {
        admittedNanos = System.nanoTime();
    }

    void inspected(Inspection inspection, Exposure content) {
        findings = inspection.summary();
        exposure = Optional.of(content);
        shieldNanos = System.nanoTime() - admittedNanos;
    }

    void handled(Handling known) {
        handling = known;
    }

    /** @param weight of the request in bytes of text, for an estimate */
    void sending(ClearedPrompt prompt, ReplyRestorer answer, Route route, long weight) {
        chosen(prompt, answer, route);
        attempts++;
        sentBytes = weight;
        sentNanos = System.nanoTime();
    }

    /** An answer of before is given again: nothing leaves, nothing is spent. */
    void recalled(ClearedPrompt prompt, ReplyRestorer answer, Route route) {
        chosen(prompt, answer, route);
        cache = Decision.Cache.HIT;
    }

    private void chosen(ClearedPrompt prompt, ReplyRestorer answer, Route route) {
        earlierUsage = usage();
        earlierCost = costMicroEuros();
        target = Optional.of(prompt.target());
        pseudonymised = prompt.masked();
        rerouted = !route.prefers(prompt.target());
        restorer = answer;
    }

    /** The cache was asked, and had nothing that would do. */
    void missed() {
        cache = Decision.Cache.MISS;
    }

    private boolean fromCache() {
        return cache == Decision.Cache.HIT;
    }

    void firstByte() {
        if (firstByteNanos == 0) firstByteNanos = System.nanoTime();
    }

    boolean answerBegan() {
        return firstByteNanos != 0;
    }

    void upstreamEnded() {
        upstreamNanos = System.nanoTime() - sentNanos;
    }

    void answered() {
        end(Outcome.ANSWERED, Optional.empty());
    }

    void cancelled() {
        end(Outcome.CANCELLED, Optional.empty());
    }

    /** A refusal of ours before anything left, else a failure: that nobody could be asked is no decision. */
    void stopped(Problem by) {
        refused = target.isEmpty() && !(by instanceof Problem.UpstreamBusy);
        end(refused ? Outcome.REFUSED : Outcome.FAILED, Optional.of(by.code()));
    }

    private void end(Outcome how, Optional<String> code) {
        outcome = how;
        problem = code;
    }

    String snapshot() {
        return snapshot;
    }

    Decision decision() {
        return new Decision(demand.id(), refused, rerouted, pseudonymised, findings, target, snapshot, cache, handling);
    }

    /** The provider has nothing to bill for the attempt that just ended. */
    void unbilled() {
        restorer = null;
    }

    /** What the attempt that is sent, or was sent last, takes of the limits. */
    Expense attempt() {
        if (restorer == null || fromCache()) return Expense.NONE;
        return target.map(used -> Meter.spent(attemptUsage(), used.model(), startedAt))
                .orElse(Expense.NONE);
    }

    /** As the provider counts it, else estimated from sizes; nothing where nothing was sent. */
    private Usage attemptUsage() {
        ReplyRestorer answer = restorer;
        if (answer == null || fromCache() || demand.dialect() == Dialect.COUNT_TOKENS) return Usage.NONE;
        return answer.usage().orElseGet(() -> Usage.estimated(sentBytes, answer.outputBytes()));
    }

    /** Of all attempts. */
    Usage usage() {
        return earlierUsage.plus(attemptUsage());
    }

    int strays() {
        ReplyRestorer answer = restorer;
        return answer == null ? 0 : answer.strays();
    }

    long costMicroEuros() {
        return earlierCost + attempt().microEuros();
    }

    long totalMicros() {
        return (System.nanoTime() - startedNanos) / 1000;
    }

    Ended ended(Ended.Answer answer) {
        return new Ended(answer, decision(), usage(), strays(), costMicroEuros(), totalMicros());
    }

    Closing closing() {
        Usage usage = usage();
        return new Closing(
                outcome,
                decision().verdict(),
                problem,
                findings,
                strays(),
                exposure,
                target.map(Target::name),
                attempts,
                fromCache(),
                tokens(usage),
                costMicroEuros(),
                latency(),
                handling.validations().stream()
                        .map(Handling.Validation::decision)
                        .sorted()
                        .distinct()
                        .toList());
    }

    private static Tokens tokens(Usage usage) {
        return new Tokens(
                usage.input(),
                usage.cachedInput(),
                usage.cacheWrite(),
                usage.output(),
                usage.reasoning(),
                usage.estimated());
    }

    private Latency latency() {
        long queue = admittedNanos == 0 ? 0 : (admittedNanos - startedNanos) / 1000;
        long first = firstByteNanos == 0 ? 0 : (firstByteNanos - startedNanos) / 1000;
        return new Latency(queue, shieldNanos / 1000, upstreamNanos / 1000, first, totalMicros());
    }
}
