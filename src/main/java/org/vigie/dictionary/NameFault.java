package org.vigie.dictionary;

/** Why a file of names is not taken over. */
public enum NameFault {
    /** There is no file, or nothing in it. */
    EMPTY,
    /** The archive holds no text file, or several, or is damaged. */
    ARCHIVE,
    /** It is larger than any that we know. */
    TOO_LARGE,
    /** The first line does not name the columns that are needed. */
    COLUMNS,
    /** It is a file of the other kind. */
    OTHER_KIND,
    /** A quote that no other one ends. */
    QUOTE,
    /** More than half of the lines cannot be used. */
    MOSTLY_REFUSED,
    /** The file could not be read to its end. */
    UNREADABLE,
    /** The act could not be recorded, so that it was not done. */
    NOT_RECORDED,
    /** The process that read it has stopped. */
    INTERRUPTED,
    /** Another file of the same kind is being read. */
    RUNNING,
    /** There is a list already, and nobody said that it may be replaced. */
    REPLACE
}
