package org.vigie.traffic;

/**
 * Sums over exchanges. Immutable; tokens, millionths of a euro, microseconds.
 *
 * @param exchanges how many
 * @param masked of which something was replaced
 * @param estimated whose tokens Vigie reckoned
 * @param ownMicros neither the provider's time nor the shield's
 * @param firstBytes whose answer began
 */
public record Sums(
        long exchanges,
        long masked,
        long inputTokens,
        long outputTokens,
        long estimated,
        long costMicroEuros,
        long ownMicros,
        long shieldMicros,
        long upstreamMicros,
        long totalMicros,
        long firstBytes,
        long firstByteMicros) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Sums of(Passage passage) {
        var closing = passage.closing();
        var latency = closing.latency();
        return new Sums(
                1,
                closing.decision().contains("pseudonymised") ? 1 : 0,
                closing.tokens().input(),
                closing.tokens().output(),
                closing.tokens().estimated() ? 1 : 0,
                closing.costMicroEuros(),
                passage.closing().latency().ownMicros(),
                latency.shieldMicros(),
                latency.upstreamMicros(),
                latency.totalMicros(),
                latency.firstByteMicros() > 0 ? 1 : 0,
                latency.firstByteMicros());
    }

    Sums plus(Sums other) {
        return new Sums(
                exchanges + other.exchanges,
                masked + other.masked,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                estimated + other.estimated,
                costMicroEuros + other.costMicroEuros,
                ownMicros + other.ownMicros,
                shieldMicros + other.shieldMicros,
                upstreamMicros + other.upstreamMicros,
                totalMicros + other.totalMicros,
                firstBytes + other.firstBytes,
                firstByteMicros + other.firstByteMicros);
    }

    /** Whole milliseconds of one exchange on average; 0 when there is none. */
    long meanMillis(long micros) {
        return exchanges == 0 ? 0 : Math.round(micros / 1000.0 / exchanges);
    }
}
