package org.vigie.prompt;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;

/**
 * A request that somebody wrote with care, to be filled in and asked.
 *
 * @param owner who wrote it; absent for those that Vigie came with
 * @param team whose shelf it stands on; absent for the other shelves
 * @param version counts its changes, from 1
 * @param uses how often it was put into a message
 */
public record Prompt(
        UUID id,
        Shelf shelf,
        Optional<UUID> owner,
        Optional<String> team,
        int version,
        Instant changedAt,
        long uses,
        Content content) {

    boolean isReadableBy(Caller caller) {
        return switch (shelf) {
            case OWN -> isOf(caller);
            case TEAM -> isOf(caller) || team.isPresent() && team.equals(caller.team());
            case FIRM -> true;
        };
    }

    /** Its author; of the firm's, whoever keeps the library. */
    public boolean isEditableBy(Caller caller) {
        return shelf == Shelf.FIRM ? Rights.allows(caller, Right.KEEP_LIBRARY) : isOf(caller);
    }

    public boolean isOf(Caller caller) {
        return owner.filter(caller.person()::equals).isPresent();
    }
}
