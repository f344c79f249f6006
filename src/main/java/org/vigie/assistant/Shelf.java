package org.vigie.assistant;

import java.util.Optional;
import java.util.UUID;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * The documents that a question is asked of.
 *
 * @param space those of one space; empty for all that the person may read
 */
record Shelf(Optional<UUID> space) {
    private static final String ALL = "all";

    /**
     * As a form says it: nothing, {@code all}, or the id of a space.
     *
     * @throws ProblemException {@code not_found} for anything else
     */
    static Optional<Shelf> of(String typed) {
        if (typed.isEmpty()) return Optional.empty();
        if (typed.equals(ALL)) return Optional.of(new Shelf(Optional.empty()));
        try {
            return Optional.of(new Shelf(Optional.of(UUID.fromString(typed))));
        } catch (IllegalArgumentException noId) {
            throw new ProblemException(new Problem.NotFound());
        }
    }

    String typed() {
        return space.map(UUID::toString).orElse(ALL);
    }
}
