package org.vigie.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** The names of all active people, held in memory: the shield knows colleagues by them. */
@Singleton
public final class Directory {
    private final Jdbi jdbi;
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private volatile Set<String> names = Set.of();

    @Inject
    Directory(Jdbi jdbi, IdentityChanges changes) {
        this.jdbi = jdbi;
        changes.readWith(this::read);
    }

    /** Display names, as {@code Anaïs Durand}. */
    public Set<String> names() {
        return names;
    }

    /** Calls the listener now and with each change, on the thread that changed it. */
    public void listen(Consumer<Set<String>> listener) {
        listeners.add(listener);
        listener.accept(names);
    }

    private synchronized void read() {
        Set<String> read = Set.copyOf(jdbi.withHandle(handle -> new PersonStore(handle).activeNames()));
        if (read.equals(names)) return;
        names = read;
        listeners.forEach(listener -> listener.accept(read));
    }
}
