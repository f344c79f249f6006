package org.vigie.knowledge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Redacted;
import org.vigie.store.DataDirectory;
import org.vigie.store.Listener;
import org.vigie.store.StoreException;

/**
 * The index of every document that is searched, in {@code DIR/index}. It is derived: it follows the numbered changes of
 * the database, so that each replica has its own, a missing one is made again from the first change, and one that is
 * ahead of its database (which was restored) is thrown away.
 */
@Singleton
public final class LibraryIndex {
    private static final Logger LOG = Logger.getLogger(LibraryIndex.class);
    /** Held, so that its level is not forgotten: it recommends a module of the JDK that is still incubating. */
    private static final java.util.logging.Logger LUCENE = java.util.logging.Logger.getLogger("org.apache.lucene");

    private static final int BATCH = 100;
    private static final long LOOK_AGAIN_SECONDS = 30;
    /** A question waits for documents that the database shows as searchable already: not for many, and not for long. */
    private static final int FEW = 20;

    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final Jdbi jdbi;
    private final Path folder;
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable PassageIndex index;
    private volatile long reached;
    private volatile boolean running;

    @Inject
    LibraryIndex(Jdbi jdbi, DataDirectory directory, Listener listener) {
        this(jdbi, directory);
        listener.subscribe(DocumentStore.CHANGED, _ -> bell.release());
    }

    /** For a command, or a test: it follows when it is told to. */
    public LibraryIndex(Jdbi jdbi, DataDirectory directory) {
        this.jdbi = jdbi;
        this.folder = directory.index();
        LUCENE.setLevel(Level.SEVERE);
    }

    void start(@Observes StartupEvent started) {
        running = true;
        Thread.ofVirtual().name("library-index").start(this::keepUp);
    }

    void stop(@Observes ShutdownEvent stopping) {
        running = false;
        bell.release();
        close();
    }

    private void keepUp() {
        while (running) {
            try {
                follow(_ -> {});
                bell.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
                bell.drainPermits();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException untilNextTime) {
                if (!running) return;
                LOG.warnf("The search index does not follow: %s", Redacted.describe(untilNextTime));
                pause();
            }
        }
    }

    private void pause() {
        try {
            bell.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /**
     * Learns what the database holds.
     *
     * @param progress told how many documents are left, again and again
     */
    public synchronized void follow(LongConsumer progress) {
        PassageIndex here = opened();
        long number = here.number();
        if (SpaceStore.asService(jdbi, handle -> new IndexStore(handle).newest()) < number) {
            here.clear();
            number = 0;
        }
        long before = number;
        progress.accept(SpaceStore.asService(jdbi, handle -> new IndexStore(handle).countAfter(before)));
        List<IndexStore.Change> changes = after(number);
        while (!changes.isEmpty()) {
            apply(here, changes);
            number = changes.getLast().number();
            here.commit(number);
            reached = number;
            long behind = number;
            progress.accept(SpaceStore.asService(jdbi, handle -> new IndexStore(handle).countAfter(behind)));
            changes = after(number);
        }
        reached = number;
    }

    /** Throws the index away and makes it again. @param progress as {@link #follow} has it */
    public synchronized void rebuild(LongConsumer progress) {
        opened().clear();
        opened().commit(0);
        follow(progress);
    }

    private List<IndexStore.Change> after(long number) {
        return SpaceStore.asService(jdbi, handle -> new IndexStore(handle).after(number, BATCH));
    }

    private void apply(PassageIndex here, List<IndexStore.Change> changes) {
        Set<UUID> searched = changes.stream()
                .filter(change -> change.space().isPresent())
                .map(IndexStore.Change::document)
                .collect(Collectors.toSet());
        Map<UUID, List<Passage>> passages =
                SpaceStore.asService(jdbi, handle -> new IndexStore(handle).passages(searched));
        for (IndexStore.Change change : changes) {
            List<Passage> now = passages.getOrDefault(change.document(), List.of());
            if (change.space().isEmpty() || now.isEmpty()) here.remove(change.document());
            else here.replace(change.document(), change.space().get(), now);
        }
    }

    /**
     * The best passages of these spaces, for {@link Search} alone, which asks the database again.
     *
     * @throws ProblemException service_unavailable, until the index is open
     */
    List<PassageIndex.Hit> search(String question, Set<UUID> spaces, int most) {
        PassageIndex here = index;
        if (here == null) throw new ProblemException(new Problem.Unavailable());
        if (running) catchUp();
        return here.search(question, spaces, most);
    }

    private void catchUp() {
        long newest = SpaceStore.asService(jdbi, handle -> new IndexStore(handle).newest());
        if (newest <= reached || newest - reached > FEW) return;
        bell.release();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (running && reached < newest && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private PassageIndex opened() {
        PassageIndex here = index;
        if (here != null) return here;
        try {
            Files.createDirectories(folder);
            try {
                here = PassageIndex.open(FSDirectory.open(folder));
            } catch (StoreException damaged) {
                if (damaged.getCause() instanceof org.apache.lucene.store.LockObtainFailedException) throw damaged;
                LOG.warnf("The search index cannot be read and is made again: %s", damaged.getMessage());
                discard();
                here = PassageIndex.open(FSDirectory.open(folder));
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        index = here;
        return here;
    }

    private void discard() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
    }

    /** Until it follows again, nothing is found. */
    public synchronized void close() {
        PassageIndex here = index;
        index = null;
        if (here != null) here.close();
    }
}
