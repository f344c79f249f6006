package org.vigie.assistant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.vigie.mission.MissionSpaces;
import org.vigie.store.InstanceKeys;
import org.vigie.store.Sealed;

/**
 * Which key opens a conversation: its mission's, or the instance's for one that is held in none, or that was begun before
 * missions had keys of their own.
 */
@Singleton
final class Vaults {
    private static final String PURPOSE = "assistant/conversations";

    private final Vault general;
    private final MissionSpaces spaces;

    @Inject
    Vaults(InstanceKeys instance, MissionSpaces spaces) {
        this.general = new Vault(new Sealed(instance.derive(PURPOSE)));
        this.spaces = spaces;
    }

    /** Where a conversation stands. @param ownKey whether its mission's key seals it */
    record Place(UUID id, Optional<String> mission, boolean ownKey) {}

    /** The instance's own, for what is in no conversation yet. */
    Vault general() {
        return general;
    }

    /** Empty once its mission was purged, for as long as somebody still holds the row. */
    Optional<Vault> of(Handle handle, Place place) {
        if (!place.ownKey()) return Optional.of(general);
        return place.mission()
                .flatMap(code -> spaces.derive(handle, code, PURPOSE))
                .map(key -> new Vault(new Sealed(key)));
    }

    /** To add to what is there: the key stays until the transaction's end. Empty once its mission was purged. */
    Optional<Vault> held(Handle handle, Place place) {
        if (!place.ownKey()) return Optional.of(general);
        return place.mission()
                .flatMap(code -> spaces.hold(handle, code, PURPOSE))
                .map(key -> new Vault(new Sealed(key)));
    }

    /** Called before the transaction that begins one. */
    void prepare(Optional<String> mission) {
        mission.ifPresent(code -> spaces.derive(code, PURPOSE));
    }

    /** @throws org.vigie.kernel.ProblemException where the mission is over: what was written in it is only read any more */
    void requireOpen(Handle handle, Optional<String> mission) {
        mission.ifPresent(code -> spaces.requireOpen(handle, code));
    }
}
