package org.vigie.knowledge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.vigie.kernel.Redacted;
import org.vigie.knowledge.DocumentStore.Claimed;
import org.vigie.parsing.Extract;
import org.vigie.parsing.Parsing;
import org.vigie.parsing.Unreadable;
import org.vigie.store.Listener;

/**
 * Reads the documents that wait, on every replica, each by one of them. A reader says that it lives as long as it reads;
 * what one that was killed has begun is taken over once it is silent ({@link DocumentStore#LEASE_SECONDS}). A document
 * that takes its reader down three times is not tried again.
 */
@Singleton
public final class DocumentReader {
    private static final Logger LOG = Logger.getLogger(DocumentReader.class);
    private static final int AT_ONCE = 2;
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final int PROLONG_SECONDS = DocumentStore.LEASE_SECONDS / 3;
    private static final int EXPIRE_MINUTES = 10;

    private final Jdbi jdbi;
    private final Parsing parsing;
    private final Originals originals;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final Set<UUID> reading = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("documents").factory());
    private volatile boolean running;

    @Inject
    DocumentReader(Jdbi jdbi, Parsing parsing, Originals originals, Listener listener, Clock clock) {
        this(jdbi, parsing, originals, clock);
        listener.subscribe(DocumentStore.WAITING, _ -> bell.release(AT_ONCE));
    }

    DocumentReader(Jdbi jdbi, Parsing parsing, Originals originals, Clock clock) {
        this.jdbi = jdbi;
        this.parsing = parsing;
        this.originals = originals;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        running = true;
        for (int i = 0; i < AT_ONCE; i++) {
            Thread.ofVirtual().name("document-reader-" + i).start(this::work);
        }
        timer.scheduleWithFixedDelay(this::prolong, PROLONG_SECONDS, PROLONG_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(this::expire, 1, EXPIRE_MINUTES, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent stopping) {
        running = false;
        bell.release(AT_ONCE);
        timer.shutdownNow();
    }

    private void work() {
        while (running) {
            try {
                while (running && readNext()) bell.drainPermits();
                bell.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException untilNextTime) {
                LOG.warnf("No document read this time: %s", Redacted.describe(untilNextTime));
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void prolong() {
        try {
            for (UUID id : reading) {
                SpaceStore.asService(jdbi, handle -> {
                    new DocumentStore(handle).prolong(id);
                    return id;
                });
            }
        } catch (RuntimeException untilNextTime) {
            LOG.warnf("Leases not prolonged: %s", Redacted.describe(untilNextTime));
        }
    }

    private void expire() {
        try {
            int gone = SpaceStore.asService(jdbi, handle -> new DocumentStore(handle).expire(clock.instant()));
            if (gone > 0) LOG.infof("%d documents erased at the end of their retention", gone);
        } catch (RuntimeException untilNextTime) {
            LOG.warnf("No document erased this time: %s", Redacted.describe(untilNextTime));
        }
    }

    /** @return whether there was one */
    boolean readNext() {
        Optional<Claimed> claimed = SpaceStore.asService(jdbi, handle -> new DocumentStore(handle).claim());
        claimed.ifPresent(this::read);
        return claimed.isPresent();
    }

    private void read(Claimed claimed) {
        if (claimed.attempt() > MOST_ATTEMPTS) {
            fail(claimed, Unreadable.Fault.DIED);
            return;
        }
        reading.add(claimed.id());
        try {
            Optional<byte[]> content = SpaceStore.asService(
                    jdbi, handle -> originals.open(handle, claimed.mission(), claimed.id(), claimed.original()));
            if (content.isPresent()) read(claimed, content.get());
            else fail(claimed, Unreadable.Fault.EMPTY);
        } finally {
            reading.remove(claimed.id());
        }
    }

    private void read(Claimed claimed, byte[] content) {
        try {
            Path file = Files.createTempFile("vigie-document-", ".original");
            try {
                Files.write(file, content);
                keep(claimed, parsing.read(file, claimed.name()));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (Unreadable unreadable) {
            if (unreadable.fault() == Unreadable.Fault.STOPPED
                    || unreadable.fault().passes() && claimed.attempt() < MOST_ATTEMPTS) {
                SpaceStore.asService(jdbi, handle -> {
                    new DocumentStore(handle).giveBack(claimed);
                    return claimed;
                });
            } else {
                fail(claimed, unreadable.fault());
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void keep(Claimed claimed, Extract extract) {
        List<Excerpt> excerpts = Excerpts.of(extract).stream()
                .map(one -> new Excerpt(
                        one.ordinal(),
                        clean(one.title()),
                        clean(one.section()),
                        one.page(),
                        clean(one.text()),
                        one.recognised()))
                .toList();
        if (excerpts.isEmpty()) {
            fail(claimed, Unreadable.Fault.EMPTY);
            return;
        }
        List<String> notes = extract.notes().stream()
                .map(note -> clean(note.kind().name().toLowerCase(Locale.ROOT) + " " + note.about())
                        .strip())
                .toList();
        SpaceStore.asService(jdbi, handle -> {
            new DocumentStore(handle).read(claimed, clean(extract.title()), notes, excerpts);
            return claimed;
        });
    }

    private void fail(Claimed claimed, Unreadable.Fault fault) {
        SpaceStore.asService(jdbi, handle -> {
            new DocumentStore(handle).failed(claimed, fault.name().toLowerCase(Locale.ROOT));
            return claimed;
        });
    }

    /** What PostgreSQL takes: without zeros, and without halves of characters. */
    private static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
    }
}
