package org.vigie.knowledge;

import java.util.OptionalInt;

/**
 * A passage of one document, as it is cut from it: 600 to 900 characters where the document has as many at that place.
 *
 * @param ordinal its place among the document's excerpts, from 0
 * @param title of the document, empty where it has none
 * @param section the headings above, the outermost first; empty where there is none
 * @param page page, slide or sheet, from 1; empty where the format has none
 * @param recognised read from a picture by OCR
 */
public record Excerpt(int ordinal, String title, String section, OptionalInt page, String text, boolean recognised) {}
