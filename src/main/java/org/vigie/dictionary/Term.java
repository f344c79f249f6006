package org.vigie.dictionary;

import java.time.Instant;
import java.util.UUID;
import org.vigie.detection.Dictionary;
import org.vigie.detection.Dictionary.Entry;

/** An entry as it is kept. */
public record Term(UUID id, Entry entry, Instant addedAt) {
    /** Whether a text, stripped, can be a term. */
    static boolean mayBe(String text) {
        return !text.isEmpty()
                && text.length() <= Dictionary.LONGEST_TERM
                && text.chars().anyMatch(Character::isLetterOrDigit);
    }
}
