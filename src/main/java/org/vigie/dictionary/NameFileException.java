package org.vigie.dictionary;

/** A file of names that is not taken over. Holds nothing of the file. */
final class NameFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final NameFault fault;
    private final int line;

    /** @param line counted from 1; 0 where it is no line's */
    NameFileException(NameFault fault, int line) {
        super(fault + " " + line);
        this.fault = fault;
        this.line = line;
    }

    NameFault fault() {
        return fault;
    }

    int line() {
        return line;
    }
}
