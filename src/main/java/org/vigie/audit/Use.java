package org.vigie.audit;

/**
 * What somebody's exchanges took together.
 *
 * @param exchanges that reached a provider
 * @param costMicroEuros millionths of a euro
 * @param estimated how many of them have estimated tokens
 */
public record Use(long exchanges, long inputTokens, long outputTokens, long costMicroEuros, long estimated) {}
