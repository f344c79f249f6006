package org.vigie.dictionary;

import java.time.Instant;
import java.util.UUID;
import org.vigie.detection.Dictionary.Entry;

/** An entry as it is kept. */
public record Term(UUID id, Entry entry, Instant addedAt) {
    /** Characters, as the table has it. */
    private static final int LONGEST = 200;

    /** Whether a text, stripped, can be a term. */
    static boolean mayBe(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().anyMatch(Character::isLetterOrDigit);
    }
}
