package org.vigie.backup;

/**
 * The parts of a backup, each announced by one byte; a manifest first, then files, tables, sequences, the end. Contents
 * of unknown length follow their name in blocks: a length (int, big-endian), as many bytes; length 0 ends them.
 */
sealed interface Entry {
    byte MANIFEST = 'M';
    byte FILE = 'F';
    byte TABLE = 'T';
    byte SEQUENCE = 'S';
    byte END = 'E';

    /** @param path relative to the data directory, with {@code /} */
    record File(String path) implements Entry {}

    /**
     * @param name qualified and quoted
     * @param columns quoted, comma-separated, those that are stored (not generated)
     */
    record Table(String name, String columns) implements Entry {}

    /** @param called whether {@code last} was given out already */
    record Sequence(String name, long last, boolean called) implements Entry {}
}
