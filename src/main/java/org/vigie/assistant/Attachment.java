package org.vigie.assistant;

import java.util.UUID;

/**
 * A file that somebody joined to a question, as the conversation keeps it. Its text is kept apart; the file itself is not.
 *
 * @param name as the file was called
 * @param characters of its text, in UTF-16 units
 * @param recognised read, in part at least, by optical recognition: figures may be wrong
 * @param partial whether some of it could not be read
 * @param commands whether it speaks to a machine
 */
public record Attachment(UUID id, String name, int characters, boolean recognised, boolean partial, boolean commands) {
    /** With what it says. */
    record Read(Attachment file, String text) {}
}
