package org.vigie.parsing;

/** A file that has no text for us, and why. The message holds nothing of the file. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final Fault fault;

    public Unreadable(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    public enum Fault {
        /** More bytes than {@link Limits#bytes}. */
        TOO_LARGE,
        /** More pages, slides or sheets than {@link Limits#pages}. */
        TOO_MANY_PAGES,
        /** Unpacks to far more than it is. */
        BOMB,
        /** Needs a password. */
        ENCRYPTED,
        /** Cut off, damaged, or not what its beginning says. */
        BROKEN,
        /** A format that is not read, an archive among them. */
        UNKNOWN_TYPE,
        /** Read, and there is no text in it. */
        EMPTY,
        /** A picture, or a PDF of pictures, and Tesseract with French is not installed. */
        NO_OCR,
        /** Took longer than {@link Limits#hard}. */
        TIMEOUT,
        /** Needs more memory than {@link Limits#heapMegabytes}. */
        OUT_OF_MEMORY,
        /** The reading process ended, and not by our doing. */
        DIED,
        /** We were stopped while it was read. */
        STOPPED;

        /** Whether the same file may be readable at another attempt, with nothing changed but the moment. */
        public boolean passes() {
            return this == DIED || this == STOPPED;
        }
    }
}
