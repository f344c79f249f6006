package org.vigie.rulebook;

/**
 * What is wrong with how a document is written.
 *
 * @param line from 1; 0 where it is the document as a whole
 * @param about the key or what was expected
 * @param hint what was probably meant; may be empty
 */
record DocumentFault(int line, Kind kind, String about, String hint) {
    enum Kind {
        TOO_LARGE,
        NOT_TEXT,
        UNREADABLE,
        TAG,
        ALIAS,
        TOO_MUCH,
        DUPLICATE_KEY,
        UNKNOWN_KEY,
        WRONG_TYPE,
        BAD_VALUE,
        OTHER_VERSION
    }

    DocumentFault(int line, Kind kind, String about) {
        this(line, kind, about, "");
    }
}
