package org.vigie.metering;

import java.util.Locale;

/** What is limited, and over which period. The order is that in which a request asks for them. */
public enum Measure {
    /** Millionths of a euro. */
    COST_PER_MONTH("month"),
    /** Millionths of a euro. */
    COST_PER_DAY("day"),
    REQUESTS_PER_MINUTE("minute"),
    /** Read and written together. */
    TOKENS_PER_MINUTE("minute"),
    /** Requests at the same time. */
    CONCURRENCY("none");

    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    /** PostgreSQL's word for the period, or {@code none}. */
    public String unit() {
        return unit;
    }

    public boolean isBudget() {
        return this == COST_PER_MONTH || this == COST_PER_DAY;
    }

    /** As it is stored and recorded. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
