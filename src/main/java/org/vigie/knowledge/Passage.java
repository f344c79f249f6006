package org.vigie.knowledge;

/**
 * A part of a document, short enough to be read as an answer: 600 to 900 characters.
 *
 * @param id unique in its index
 * @param title of the document and the section that it stands in; empty where there is none
 */
public record Passage(String id, String title, String text) {}
