package org.vigie.configuration;

/**
 * Where a setting was written.
 *
 * @param source the file's name, or the environment variable's
 * @param line from 1; 0 where the source has no lines
 */
record Place(String source, int line) {
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}
