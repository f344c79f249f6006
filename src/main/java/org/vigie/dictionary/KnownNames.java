package org.vigie.dictionary;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.detection.Detector;
import org.vigie.detection.NameLists;
import org.vigie.detection.StaffDirectory;
import org.vigie.detection.StaffName;
import org.vigie.dictionary.NameListStore.Import;
import org.vigie.dictionary.NameListStore.Kept;
import org.vigie.identity.Caller;
import org.vigie.identity.Directory;
import org.vigie.kernel.Ids;
import org.vigie.kernel.ProblemException;
import org.vigie.store.InstanceKeys;
import org.vigie.store.Listener;

/**
 * The names that the detector is taught: INSEE's lists and a staff directory, where an administrator imported them, and
 * the people of the instance. An import is recorded, then made, then in force here and within a second on every replica;
 * it goes on when nobody waits for it, and each replica can tell how far it is.
 */
@Singleton
@Startup
public final class KnownNames {
    private static final Logger LOG = Logger.getLogger(KnownNames.class);
    private static final String CHANNEL = "vigie_names";
    private static final long BETWEEN_PROGRESS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Jdbi jdbi;
    private final Detector detector;
    private final AuditLog audit;
    private final NameContent content;
    private final Map<NameKind, UUID> taught = new EnumMap<>(NameKind.class);
    private List<StaffName> imported = List.of();
    private Set<String> people = Set.of();

    @Inject
    KnownNames(
            Jdbi jdbi, Detector detector, Directory directory, InstanceKeys keys, AuditLog audit, Listener listener) {
        this.jdbi = jdbi;
        this.detector = detector;
        this.audit = audit;
        this.content = new NameContent(keys.derive("dictionary/staff"));
        teach();
        directory.listen(this::teachPeople);
        listener.subscribe(CHANNEL, _ -> followOthers());
    }

    Optional<Kept> kept(NameKind kind) {
        return jdbi.withHandle(handle -> new NameListStore(handle).kept(kind));
    }

    /** The import that is under way, or the last one where it failed. */
    Optional<Import> importOf(NameKind kind) {
        return jdbi.withHandle(handle -> new NameListStore(handle).importOf(kind, Instant.now()));
    }

    /**
     * Reads a file on a thread of its own, and deletes it.
     *
     * @param patience how long to wait for the end
     * @throws NameFileException when it was over by then, and badly; or when another import is under way
     */
    void read(NameKind kind, Path file, Caller caller, Duration patience) throws NameFileException {
        UUID id = Ids.next();
        boolean free = false;
        try {
            free = jdbi.withHandle(handle -> new NameListStore(handle).begin(kind, id, Instant.now()));
        } finally {
            if (!free) delete(file);
        }
        if (!free) throw new NameFileException(NameFault.RUNNING, 0);
        Thread reading = Thread.ofVirtual().name("names").start(() -> read(kind, id, file, caller));
        try {
            reading.join(patience);
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
        }
        Optional<Import> now = importOf(kind).filter(one -> one.id().equals(id));
        if (now.isPresent() && now.get().fault().isPresent()) {
            throw new NameFileException(now.get().fault().get(), now.get().line());
        }
    }

    private void read(NameKind kind, UUID id, Path file, Caller caller) {
        try {
            Progress progress = new Progress(id);
            NamesRead read = new NameFile(file, progress::at).read(text -> NameRows.read(kind, text));
            put(kind, id, read, caller);
        } catch (NameFileException fault) {
            fail(id, fault.fault(), fault.line());
        } catch (ProblemException notRecorded) {
            fail(id, NameFault.NOT_RECORDED, 0);
        } catch (RuntimeException fault) {
            LOG.warnf("An import of names broke: %s", fault.getClass().getName());
            fail(id, NameFault.UNREADABLE, 0);
        } finally {
            delete(file);
        }
    }

    private void put(NameKind kind, UUID id, NamesRead read, Caller caller) {
        Map<String, String> figures =
                Map.of("names", Integer.toString(read.content().size()), "refused", Integer.toString(read.refusals()));
        record(caller, "names.imported", kind, figures);
        byte[] kept = content.pack(kind, read.content());
        jdbi.useTransaction(handle -> {
            NameListStore store = new NameListStore(handle);
            store.put(kind, kept, read, caller.person(), Instant.now());
            store.end(id);
            Listener.announce(handle, CHANNEL);
        });
        teach();
    }

    /** @throws ProblemException {@code audit_unavailable}; then nothing is changed */
    void remove(NameKind kind, Caller caller) {
        record(caller, "names.removed", kind, Map.of());
        jdbi.useTransaction(handle -> {
            new NameListStore(handle).remove(kind);
            Listener.announce(handle, CHANNEL);
        });
        teach();
    }

    private void record(Caller caller, String action, NameKind kind, Map<String, String> details) {
        audit.act(Act.of(Instant.now(), caller.person(), action, kind.code(), details));
    }

    private void fail(UUID id, NameFault fault, int line) {
        try {
            jdbi.useHandle(handle -> new NameListStore(handle).fail(id, fault, line));
        } catch (JdbiException unreachable) {
            // Whoever looks later sees that it says nothing more.
            LOG.warnf("An import of names broke: %s", unreachable.getClass().getName());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warnf(
                    "A file that was read cannot be deleted: %s",
                    stays.getClass().getName());
        }
    }

    /** Reads again what has changed. */
    private synchronized void teach() {
        Map<NameKind, UUID> versions = jdbi.withHandle(handle -> new NameListStore(handle).versions());
        if (differs(versions, NameKind.FIRST_NAMES) || differs(versions, NameKind.SURNAMES)) {
            detector.replaceNames(NameLists.of(counts(NameKind.FIRST_NAMES), counts(NameKind.SURNAMES)));
        }
        if (differs(versions, NameKind.STAFF)) {
            imported = lines(NameKind.STAFF).stream()
                    .map(line -> line.split("\t", 2))
                    .map(parts -> new StaffName(parts[0], parts[1]))
                    .toList();
            teachPeople(people);
        }
        taught.clear();
        taught.putAll(versions);
    }

    private boolean differs(Map<NameKind, UUID> versions, NameKind kind) {
        return !Optional.ofNullable(versions.get(kind)).equals(Optional.ofNullable(taught.get(kind)));
    }

    private synchronized void teachPeople(Set<String> names) {
        people = names;
        List<StaffName> all = new ArrayList<>(imported);
        names.stream().map(StaffName::of).forEach(all::add);
        detector.replaceDirectory(StaffDirectory.of(all));
    }

    private Map<String, Long> counts(NameKind kind) {
        Map<String, Long> counts = new HashMap<>();
        for (String line : lines(kind)) {
            int tab = line.indexOf('\t');
            counts.put(line.substring(0, tab), Long.parseLong(line.substring(tab + 1)));
        }
        return counts;
    }

    private List<String> lines(NameKind kind) {
        return jdbi.withHandle(handle -> new NameListStore(handle).content(kind))
                .map(kept -> content.unpack(kind, kept))
                .orElse(List.of());
    }

    /** The listener calls again once its connection is back: a failure here is made good then. */
    private void followOthers() {
        try {
            teach();
        } catch (JdbiException unreachable) {
            LOG.warnf(
                    "The names cannot be read again: %s", unreachable.getClass().getName());
        }
    }

    /** Tells the other replicas how far an import is, some times a second. */
    private final class Progress {
        private final UUID id;
        private long told = System.nanoTime();

        Progress(UUID id) {
            this.id = id;
        }

        void at(int percent) {
            if (System.nanoTime() - told < BETWEEN_PROGRESS) return;
            told = System.nanoTime();
            jdbi.useHandle(handle -> new NameListStore(handle).progress(id, percent, Instant.now()));
        }
    }
}
