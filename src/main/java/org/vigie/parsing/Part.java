package org.vigie.parsing;

import java.util.OptionalInt;

/**
 * A stretch of a file's text that has one place.
 *
 * @param page page, slide or sheet, from 1; empty where the format has none
 * @param heading the headings above, the outermost first, joined by {@link #UNDER}; empty where there is none. A
 *     sheet's name and the file name of an attachment are headings
 * @param text paragraphs between blank lines; a table's rows are lines, its cells are separated by {@link #CELL}
 * @param recognised read from a picture by OCR, so that figures and names may be wrong
 */
public record Part(OptionalInt page, String heading, String text, boolean recognised) {
    public static final String UNDER = " › ";
    public static final String CELL = " | ";
}
