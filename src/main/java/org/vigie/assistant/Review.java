package org.vigie.assistant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.verification.Claim;
import org.vigie.verification.Status;

/**
 * What is known of what an answer claims: what was found by comparing it, and what its reader looked at themselves.
 *
 * @param fromDocuments whether it was to stand on documents; else it is compared with what the person wrote
 * @param items in the order of the answer
 */
record Review(UUID conversation, Message.Answer answer, boolean fromDocuments, List<Item> items) {
    Review {
        items = List.copyOf(items);
    }

    /**
     * A claim, with its place in the answer.
     *
     * @param origin where it stands; empty where it was found nowhere, or follows from the answer itself
     * @param checked when the reader looked at it
     */
    record Item(Claim claim, Optional<Origin> origin, Optional<Instant> checked) {}

    /** Where a claim was found. */
    sealed interface Origin {
        /** The words around it there. */
        String quote();

        /** @param start in UTF-16 units of the passage @param end excluded */
        record InDocument(Source source, int start, int end, String quote) implements Origin {}

        /** @param name of a file that was joined to a question */
        record InFile(String name, String quote) implements Origin {}

        /** What the person wrote themselves. */
        record InQuestion(String quote) implements Origin {}
    }

    long count(Status status) {
        return items.stream().filter(item -> item.claim().status() == status).count();
    }

    /** Of those that were not found, how many the reader looked at. */
    long checked() {
        return items.stream()
                .filter(item -> item.claim().status() != Status.FOUND)
                .filter(item -> item.checked().isPresent())
                .count();
    }
}
