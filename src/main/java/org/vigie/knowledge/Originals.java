package org.vigie.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.mission.MissionContent;
import org.vigie.mission.MissionSpaces;
import org.vigie.store.InstanceKeys;
import org.vigie.store.Sealed;

/**
 * What seals the files of documents: the key of the space's mission, which its purge destroys, else one of the instance.
 * Their text is not sealed: it is searched.
 */
@Singleton
public final class Originals implements MissionContent {
    private static final String PURPOSE = "knowledge/originals";

    private final Sealed own;
    private final MissionSpaces missions;

    @Inject
    Originals(InstanceKeys keys, MissionSpaces missions) {
        this.own = new Sealed(keys.derive(PURPOSE));
        this.missions = missions;
    }

    byte[] seal(Space space, UUID document, byte[] content) {
        Sealed sealed = space.mission()
                .map(code -> missions.derive(code, PURPOSE)
                        .map(Sealed::new)
                        .orElseThrow(() -> new ProblemException(new Problem.NotFound())))
                .orElse(own);
        return sealed.seal(content, context(document));
    }

    /** Within the transaction that adds a document. @throws ProblemException where the space's mission is over */
    void hold(Handle handle, Space space) {
        if (space.mission().isEmpty()) return;
        missions.requireOpen(handle, space.mission().get());
        if (missions.hold(handle, space.mission().get(), PURPOSE).isEmpty()) {
            throw new ProblemException(new Problem.NotFound());
        }
    }

    /** Empty where the mission's contents were purged. */
    Optional<byte[]> open(Handle handle, Optional<String> mission, UUID document, byte[] sealed) {
        Optional<Sealed> key = mission.isEmpty()
                ? Optional.of(own)
                : missions.derive(handle, mission.get(), PURPOSE).map(Sealed::new);
        return key.map(one -> one.open(sealed, context(document)));
    }

    private static String context(UUID document) {
        return "knowledge/document/" + document;
    }

    @Override
    public String kind() {
        return "documents";
    }

    @Override
    public int count(Handle handle, String mission) {
        SpaceStore.serve(handle);
        return new DocumentStore(handle).countOfMission(mission);
    }

    @Override
    public int erase(Handle handle, String mission) {
        SpaceStore.serve(handle);
        return new DocumentStore(handle).eraseOfMission(mission);
    }
}
