package org.vigie.mission;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.identity.ApiKey;
import org.vigie.identity.ApiKeys;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Redacted;

/**
 * The end of missions by itself. After the last day of one that nobody has closed, the keys that are bound to it are
 * revoked. On its day of erasure its contents go and its key with them, in one transaction, on whichever replica comes
 * first; what was decided about it stays, and so does the audit.
 */
@Singleton
public final class MissionPurge {
    private static final Logger LOG = Logger.getLogger(MissionPurge.class);
    private static final int BETWEEN_SECONDS = 30;

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final MissionSpaces spaces;
    private final ToIntFunction<ApiKey.Binding> revoke;
    private final List<MissionContent> contents;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mission-purge").factory());

    @Inject
    MissionPurge(
            Jdbi jdbi,
            AuditLog audit,
            MissionSpaces spaces,
            ApiKeys keys,
            @All List<MissionContent> contents,
            Clock clock) {
        this(jdbi, audit, spaces, keys::revokeBound, contents, clock);
    }

    MissionPurge(
            Jdbi jdbi,
            AuditLog audit,
            MissionSpaces spaces,
            ToIntFunction<ApiKey.Binding> revoke,
            List<MissionContent> contents,
            Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.spaces = spaces;
        this.revoke = revoke;
        this.contents = List.copyOf(contents);
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::tick, BETWEEN_SECONDS, BETWEEN_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    private void tick() {
        try {
            run();
        } catch (RuntimeException untilNextTime) {
            LOG.warnf("No mission purged this time: %s", Redacted.describe(untilNextTime));
        }
    }

    /** @return the codes of the missions that were purged here */
    List<String> run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Mission.ZONE);
        revokeKeys(today);
        List<String> purged = new ArrayList<>();
        Optional<String> next = purgeNext(today);
        while (next.isPresent()) {
            purged.add(next.get());
            next = purgeNext(today);
        }
        return purged;
    }

    private void revokeKeys(LocalDate today) {
        List<String> over = jdbi.withHandle(handle -> new MissionStore(handle).overButOpen(today));
        for (String code : over) {
            ApiKey.Binding binding = new ApiKey.Binding(Optional.of(code), Optional.empty());
            int revoked = revoke.applyAsInt(binding);
            if (revoked > 0) record("mission.keys_revoked", code, Map.of("keys", Integer.toString(revoked)));
        }
    }

    private Optional<String> purgeNext(LocalDate today) {
        return jdbi.inTransaction(handle -> {
            MissionStore store = new MissionStore(handle);
            Optional<Mission> due = store.nextToPurge(today);
            due.ifPresent(mission -> purge(handle, store, mission));
            return due.map(Mission::code);
        });
    }

    private void purge(Handle handle, MissionStore store, Mission mission) {
        SortedMap<String, String> counted = new TreeMap<>();
        count(handle, mission).forEach((kind, count) -> counted.put(kind, Integer.toString(count)));
        record("mission.purged", mission.code(), counted);
        // First, so that whoever is still writing is waited for, and nobody writes after.
        spaces.destroy(handle, mission.code());
        for (MissionContent content : contents) content.erase(handle, mission.code());
        store.purged(mission.code(), mission.purgeDay(), clock.instant());
    }

    /** How much there is of what the purge of a mission erases, by what it is. */
    SortedMap<String, Integer> contents(Mission mission) {
        return jdbi.inTransaction(handle -> count(handle, mission));
    }

    private SortedMap<String, Integer> count(Handle handle, Mission mission) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (MissionContent content : contents) counts.put(content.kind(), content.count(handle, mission.code()));
        return counts;
    }

    private void record(String action, String code, Map<String, String> details) {
        Instant now = clock.instant();
        audit.act(new Act(Ids.next(), now, Optional.empty(), action, Optional.of("mission:" + code), details));
    }
}
