package org.vigie.store;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what other replicas announce ({@code NOTIFY channel, 'payload'}), on one connection of its own that is opened
 * again when it breaks. After each (re)connection every subscriber is called once with an empty payload, since
 * something may have been announced meanwhile: a subscriber reads its state again and never relies on the payload
 * alone. Announcements arrive within 250 ms.
 */
@Singleton
public final class Listener implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final int POLL_MILLIS = 250;
    private static final int RECONNECT_MILLIS = 500;

    private final DataSource dataSource;
    private final Map<String, List<Consumer<String>>> subscribers = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile boolean renew;

    @Inject
    Listener(AgroalDataSource dataSource) {
        this((DataSource) dataSource);
    }

    Listener(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param channel {@code [a-z_]+}
     * @param subscriber called on the listener's thread; must be quick and not throw
     */
    public synchronized void subscribe(String channel, Consumer<String> subscriber) {
        requireChannel(channel);
        subscribers.computeIfAbsent(channel, _ -> new CopyOnWriteArrayList<>()).add(subscriber);
        renew = true;
        if (running) return;
        running = true;
        Thread.ofVirtual().name("listener").start(this::listen);
    }

    /** Tells every replica, this one too, once the transaction of {@code handle} is committed. */
    public static void announce(Handle handle, String channel) {
        requireChannel(channel);
        handle.execute("NOTIFY " + channel);
    }

    private static void requireChannel(String channel) {
        if (!channel.matches("[a-z_]+")) throw new IllegalArgumentException(channel);
    }

    @PreDestroy
    @Override
    public void close() {
        running = false;
    }

    private void listen() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                hear(connection);
            } catch (SQLException broken) {
                if (running) LOG.debugf("The listening connection broke: %s", broken.getMessage());
            }
            pause();
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (running) {
            if (renew) listenToAll(connection);
            PGNotification[] notifications = postgres.getNotifications(POLL_MILLIS);
            if (notifications == null) continue;
            for (PGNotification notification : notifications) {
                tell(notification.getName(), notification.getParameter());
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("UNLISTEN *");
        }
    }

    private void listenToAll(Connection connection) throws SQLException {
        renew = false;
        try (Statement statement = connection.createStatement()) {
            for (String channel : subscribers.keySet()) statement.execute("LISTEN " + channel);
        }
        for (String channel : subscribers.keySet()) tell(channel, "");
    }

    private void tell(String channel, String payload) {
        for (Consumer<String> subscriber : subscribers.getOrDefault(channel, List.of())) subscriber.accept(payload);
    }

    private void pause() {
        renew = true;
        try {
            if (running) Thread.sleep(RECONNECT_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
