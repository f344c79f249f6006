package org.vigie.detection;

/** A dictionary file that cannot be taken over. The message holds no term of it. */
public final class DictionaryCsvException extends RuntimeException {
    private final int line;
    private final int column;

    DictionaryCsvException(int line, int column, String fault) {
        super("line " + line + ", column " + column + ": " + fault);
        this.line = line;
        this.column = column;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Of the character, counted from 1. */
    public int column() {
        return column;
    }
}
