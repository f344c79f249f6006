package org.vigie.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.vigie.store.Listener;

/**
 * The one way to change people and keys. What is held in memory is read again before the change returns here, and at
 * the notification on every other replica: a revoked key is dead at once.
 */
@Singleton
final class IdentityChanges {
    /** The PostgreSQL channel of the notifications; they carry nothing. */
    static final String CHANNEL = "vigie_identity";

    private static final Logger LOG = Logger.getLogger(IdentityChanges.class);

    private final Jdbi jdbi;
    private final List<Runnable> readers = new CopyOnWriteArrayList<>();

    @Inject
    IdentityChanges(Jdbi jdbi, Listener listener) {
        this(jdbi);
        listener.subscribe(CHANNEL, _ -> followOthers());
    }

    IdentityChanges(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param reader reads again what it holds in memory; also called at once, so that it starts full */
    void readWith(Runnable reader) {
        readers.add(reader);
        reader.run();
    }

    <T> T commit(Function<Handle, T> change) {
        T result = jdbi.inTransaction(handle -> {
            T made = change.apply(handle);
            Listener.announce(handle, CHANNEL);
            return made;
        });
        readAgain();
        return result;
    }

    /** The listener calls again once its connection is back: a failure here is made good then. */
    private void followOthers() {
        try {
            readAgain();
        } catch (JdbiException unreachable) {
            LOG.warnf(
                    "People and keys cannot be read again: %s",
                    unreachable.getClass().getName());
        }
    }

    void readAgain() {
        readers.forEach(Runnable::run);
    }
}
