package org.vigie.knowledge;

import java.util.OptionalInt;

/**
 * A passage with the place that it is cited by.
 *
 * @param number its place in the document, from 0
 * @param page from 1; empty where the format has none
 * @param heading the headings above it, empty where there is none
 * @param recognised by optical recognition: figures may be wrong
 */
public record Cited(Document document, int number, OptionalInt page, String heading, String text, boolean recognised) {}
