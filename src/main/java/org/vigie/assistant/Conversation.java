package org.vigie.assistant;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation as the history lists it.
 *
 * @param mission the code of the one that it is held in, which never changes
 */
record Conversation(UUID id, String title, Instant updatedAt, Optional<String> mission) {
    private static final int TITLE_LENGTH = 60;

    /** The first words of the first message, cut between two words. */
    static String titleOf(String firstMessage) {
        String line = firstMessage.strip().replaceAll("\\s+", " ");
        if (line.length() <= TITLE_LENGTH) return line;
        int space = line.lastIndexOf(' ', TITLE_LENGTH);
        int cut = space > TITLE_LENGTH / 2 ? space : TITLE_LENGTH;
        if (Character.isHighSurrogate(line.charAt(cut - 1))) cut--;
        return line.substring(0, cut) + "…";
    }
}
