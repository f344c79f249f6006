package org.vigie.kernel;

/** How sensitive a text is, from the least to the most; the order is the order of severity. */
public enum DataClass {
    /** Public: may be read by anybody. */
    C0,
    /** Internal: the firm's everyday work. */
    C1,
    /** Confidential: personal data, client data. */
    C2,
    /** Secret: what would harm the firm or a person if it were known. */
    C3;

    public boolean exceeds(DataClass other) {
        return compareTo(other) > 0;
    }

    public DataClass max(DataClass other) {
        return exceeds(other) ? this : other;
    }
}
