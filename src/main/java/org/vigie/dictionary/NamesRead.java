package org.vigie.dictionary;

import java.util.List;

/**
 * What was read of a file.
 *
 * @param content a line for each name, as {@link NameListStore} keeps it: parts parted by tabs
 * @param lines with something on them, the headings left out
 * @param refusals how many of them were left out
 * @param refused the first of these
 */
record NamesRead(List<String> content, int lines, int refusals, List<Refusal> refused) {
    static final int TOLD = 10;

    /** A line that was left out. @param line counted from 1 */
    public record Refusal(int line, Why why) {}

    public enum Why {
        /** Where a number should stand there is none. */
        COUNT,
        NAME
    }
}
