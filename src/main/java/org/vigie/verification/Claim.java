package org.vigie.verification;

import java.util.Optional;

/**
 * One thing that an answer says and that can be checked.
 *
 * @param start where it stands in the answer, in UTF-16 units
 * @param end excluded
 * @param source where it was found, if a passage holds it
 */
public record Claim(int start, int end, ClaimKind kind, String text, Status status, Optional<Source> source) {

    /**
     * A stretch of a passage.
     *
     * @param passage from 0
     * @param start in UTF-16 units of the passage
     * @param end excluded
     */
    public record Source(int passage, int start, int end) {}
}
