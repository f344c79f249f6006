package org.vigie.verification;

import java.util.Locale;

/** What can be checked in an answer. */
public enum ClaimKind {
    /** In digits, in words or in Roman numerals; a year, a duration and a time of day among them. */
    NUMBER,
    /** With its currency. */
    MONEY,
    PERCENT,
    /** A day, or a month of a year. */
    DATE,
    /** An article, a law, a standard, a form: whatever is called by a code. */
    REFERENCE,
    /** Of a person, an organisation, a place. */
    NAME,
    URL,
    /** A quotation, or a mark as {@code [2]} that points to a passage. */
    CITATION;

    /** As other programs read it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
