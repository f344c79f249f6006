package org.vigie.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a document in one space, without its content.
 *
 * @param version from 1; rises when another file of the same name is added
 * @param sha256 of the file as it was received
 * @param size of the file, in bytes
 * @param fault why it could not be read, where it could not
 * @param title as the file itself says, else empty
 * @param notes what a reader must know about what is missing: a kind, a space, what it concerns
 * @param pages how many; empty where the format has none, or it is not read yet
 */
public record Document(
        UUID id,
        UUID space,
        String name,
        int version,
        String sha256,
        long size,
        State state,
        Optional<String> fault,
        String title,
        List<String> notes,
        Optional<Integer> pages,
        UUID addedBy,
        Instant addedAt) {
    public Document {
        notes = List.copyOf(notes);
    }

    /** What has become of it. */
    public enum State {
        WAITING,
        READING,
        SEARCHABLE,
        /** A newer version is searchable. */
        REPLACED,
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Whether it changes by itself. */
        boolean isMoving() {
            return this == WAITING || this == READING;
        }
    }

    /** What it is called where it is cited: by its own title, else by its file's name. */
    public String shownTitle() {
        return title.isBlank() ? name : title;
    }
}
