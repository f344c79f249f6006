package org.vigie.metering;

/**
 * At most so much.
 *
 * @param amount of the measure, in its period; 0 allows nothing
 */
public record Limit(Subject subject, Measure measure, long amount) {}
