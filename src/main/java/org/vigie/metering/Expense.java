package org.vigie.metering;

/**
 * What one attempt at an answer takes, expected or real.
 *
 * @param requests 1, or 0 where nothing came of it
 * @param tokens read and written together
 * @param microEuros millionths of a euro
 */
public record Expense(long requests, long tokens, long microEuros) {
    /** Of an attempt that no provider counts. */
    public static final Expense NONE = new Expense(0, 0, 0);

    long of(Measure measure) {
        return switch (measure) {
            case COST_PER_DAY, COST_PER_MONTH -> microEuros;
            case TOKENS_PER_MINUTE -> tokens;
            case REQUESTS_PER_MINUTE -> requests;
            case CONCURRENCY -> 1;
        };
    }
}
