package org.vigie.mission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vigie.kernel.Problem.Refusal;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Quotable;
import org.vigie.kernel.Wording;
import org.vigie.policy.DecisionRecord;
import org.vigie.store.InstanceKeys;
import org.vigie.store.Listener;
import org.vigie.store.Sealed;

/**
 * Where what belongs to a mission is kept: a random key of the mission's own, itself sealed, in the database and nowhere
 * else, and whether anything may still be added. Everything that is kept for a mission is sealed with keys that are
 * derived from its own; once that is destroyed nothing of it opens again, wherever a copy lies that has not got the key.
 */
@Singleton
public final class MissionSpaces {
    private static final String CHANNEL = "vigie_mission_key";
    private static final int KEY_BYTES = 32;
    private static final Wording OVER = new Wording(
            "La mission est terminée : on y lit encore, on n’y écrit plus.",
            "The mission is over: one still reads in it, nobody writes.");

    private final Jdbi jdbi;
    private final Sealed wrapping;
    private final Clock clock;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    /** Rises when keys are forgotten, so that one that was read before is not remembered after. */
    private final AtomicLong forgotten = new AtomicLong();

    @Inject
    public MissionSpaces(Jdbi jdbi, InstanceKeys keys, Listener listener, Clock clock) {
        this(jdbi, keys, clock);
        listener.subscribe(CHANNEL, _ -> forget());
    }

    public MissionSpaces(Jdbi jdbi, InstanceKeys keys, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.wrapping = new Sealed(keys.derive("mission/vault-keys"));
    }

    private void forget() {
        forgotten.incrementAndGet();
        known.clear();
    }

    /**
     * A key of 32 bytes for one purpose of a mission, the same at every start and on every replica.
     *
     * @param purpose stable, as {@code assistant/conversations}
     * @return empty where there is no such mission, or its contents were purged
     */
    public Optional<byte[]> derive(String mission, String purpose) {
        return key(mission, () -> jdbi.inTransaction(handle -> readOrCreate(handle, mission)), purpose);
    }

    /** The same on a connection that one has; empty also where {@link #derive(String, String)} was never asked before. */
    public Optional<byte[]> derive(Handle handle, String mission, String purpose) {
        return key(mission, () -> new MissionKeyStore(handle).find(mission), purpose);
    }

    private Optional<byte[]> key(String mission, Supplier<Optional<byte[]>> wrapped, String purpose) {
        byte[] remembered = known.get(mission);
        if (remembered != null) return Optional.of(InstanceKeys.derive(remembered, purpose));
        long before = forgotten.get();
        return wrapped.get()
                .map(wrappedKey -> remember(mission, wrappedKey, before))
                .map(key -> InstanceKeys.derive(key, purpose));
    }

    private Optional<byte[]> readOrCreate(Handle handle, String mission) {
        MissionKeyStore store = new MissionKeyStore(handle);
        return store.find(mission).or(() -> {
            store.insert(mission, wrapping.seal(fresh(), context(mission)));
            return store.find(mission);
        });
    }

    /**
     * The same within a transaction that writes something which the key seals: the key is not destroyed before the end of
     * the transaction. Empty also where {@link #derive(String, String)} was never asked before.
     */
    public Optional<byte[]> hold(Handle handle, String mission, String purpose) {
        return new MissionKeyStore(handle)
                .hold(mission)
                .map(wrapped -> InstanceKeys.derive(wrapping.open(wrapped, context(mission)), purpose));
    }

    /**
     * Within a transaction that adds to a mission: it is not closed before the end of the transaction.
     *
     * @throws ProblemException where it is over or closed, or there is none: what is there is only read any more
     */
    public void requireOpen(Handle handle, String mission) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Mission.ZONE);
        MissionKeyStore.Standing standing = new MissionKeyStore(handle)
                .standing(mission)
                .orElseThrow(() -> refused(mission, DecisionRecord.DEFAULT, Optional.empty()));
        if (standing.closed() || today.isAfter(standing.ends())) {
            throw refused(mission, standing.decision(), Optional.of(OVER));
        }
    }

    private static ProblemException refused(String mission, String decision, Optional<Wording> why) {
        return new ProblemException(
                new Refusal(Refusal.Reason.MISSION_MISMATCH, Quotable.name(mission), decision, why));
    }

    private byte[] remember(String mission, byte[] wrapped, long before) {
        byte[] key = wrapping.open(wrapped, context(mission));
        known.put(mission, key);
        if (forgotten.get() != before) known.remove(mission);
        return key;
    }

    /** In the transaction that erases what it sealed; every replica forgets it once that is committed. */
    void destroy(Handle handle, String mission) {
        new MissionKeyStore(handle).destroy(mission);
        Listener.announce(handle, CHANNEL);
    }

    private static byte[] fresh() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static String context(String mission) {
        return "mission/" + mission + "/key";
    }
}
