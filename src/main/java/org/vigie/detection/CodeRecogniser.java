package org.vigie.detection;

/** Knows words that hold digits: an IBAN, a VAT number, a plate. Implementations are without state. */
interface CodeRecogniser {
    /**
     * Called for each run of letters and digits {@code [start, end)} that begins with a letter and holds a digit, and
     * for each word of two letters that stands before the groups of a printed code ({@code FR 17 554 088 187}).
     */
    void at(String text, int start, int end, Findings findings);
}
