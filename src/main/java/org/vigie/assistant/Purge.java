package org.vigie.assistant;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Erases deleted conversations once nobody can bring them back any more, and files that no question took. */
@Singleton
final class Purge {
    private static final Logger LOG = Logger.getLogger(Purge.class);
    /** Longer than the ten seconds that the page offers, for those who press at the last moment. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final Duration WAITING = Duration.ofDays(1);

    private final ConversationStore store;
    private final AttachmentStore attachments;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("conversation-purge").factory());

    @Inject
    Purge(ConversationStore store, AttachmentStore attachments) {
        this.store = store;
        this.attachments = attachments;
    }

    void start(@Observes StartupEvent started) {
        clock.scheduleWithFixedDelay(this::run, GRACE.toSeconds(), GRACE.toSeconds(), TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        clock.shutdownNow();
    }

    private void run() {
        try {
            store.purge(Instant.now().minus(GRACE));
            attachments.purge(Instant.now().minus(WAITING));
        } catch (RuntimeException databaseAway) {
            LOG.debugf("nothing purged this time: %s", databaseAway.getClass().getSimpleName());
        }
    }
}
