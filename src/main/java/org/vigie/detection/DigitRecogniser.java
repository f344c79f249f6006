package org.vigie.detection;

/**
 * Knows what begins with a few digits and is no printed number of nine digits and more: a date, an IP address, a
 * passport. Those are {@link NumberRecogniser}s.
 */
interface DigitRecogniser {
    /** Called for each run of digits {@code [start, end)} with no digit or letter before it. */
    void at(String text, int start, int end, Findings findings);
}
