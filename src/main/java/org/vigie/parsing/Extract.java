package org.vigie.parsing;

import java.util.List;

/**
 * A file's text in reading order.
 *
 * @param title as the file itself says, else empty
 * @param notes what a reader should know about what is missing
 */
public record Extract(String title, List<Part> parts, List<Note> notes) {
    public Extract {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /**
     * @param about what it concerns: an attachment's name, or the pages as « 3 » or « 3–7 »; empty for the whole file
     */
    public record Note(Kind kind, String about) {}

    public enum Kind {
        /** The file holds macros. They were neither run nor read. */
        MACROS_IGNORED,
        /** An attachment or embedded file whose text is missing. */
        ATTACHMENT_SKIPPED,
        /** The text was longer than what is kept of one file. */
        TRUNCATED,
        /** Pages that are pictures; no OCR is installed. */
        PAGES_NOT_RECOGNISED,
        /** Pages that are pictures; reading them took too long. */
        PAGES_OUT_OF_TIME
    }
}
