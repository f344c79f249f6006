package org.vigie.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * This process among those that share the database. It starts only where every other one that is alive has the same
 * providers and routes, and says every few seconds that it is alive. One that was killed is forgotten once it has been
 * silent, or at once when it is started again in its place.
 */
public final class Replica implements AutoCloseable {
    /** How often it says that it is alive, in seconds. */
    private static final int BEAT = 3;

    /** For how long one is believed to live without a word, in seconds. */
    static final int SILENCE = 15;

    private static final int MOST_NAMED = 5;
    private static final Logger LOG = Logger.getLogger(Replica.class);

    private final DatabaseAccess access;
    private final String place;
    private final String file;
    private final ScheduledExecutorService beats;

    private Replica(DatabaseAccess access, String place, String file) {
        this.access = access;
        this.place = place;
        this.file = file;
        this.beats = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("replica").unstarted(task));
        beats.scheduleWithFixedDelay(this::beat, BEAT, BEAT, TimeUnit.SECONDS);
    }

    /**
     * @param settings providers and routes by their paths, without secrets
     * @throws StoreException where another replica is alive whose settings differ; names what differs
     */
    public static Replica join(DatabaseAccess access, DataDirectory directory, Map<String, String> settings) {
        String place = host() + ":" + directory.root().toAbsolutePath();
        String file = written(settings);
        try (Connection connection = access.connect()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                // Two that start at once look at each other one after the other.
                lock.execute("LOCK TABLE store.replica IN SHARE ROW EXCLUSIVE MODE");
                lock.execute("DELETE FROM store.replica WHERE seen_at < now() - interval '1 day'");
            }
            for (Other other : others(connection, place)) {
                if (!other.file().equals(file)) throw differs(other, settings);
            }
            put(connection, place, file);
            connection.commit();
            return new Replica(access, place, file);
        } catch (SQLException fault) {
            throw new StoreException("The database cannot be read: " + fault.getMessage(), fault);
        }
    }

    private record Other(String place, String file) {}

    private static List<Other> others(Connection connection, String place) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT place, file FROM store.replica WHERE place <> ? AND seen_at > now() - make_interval(secs => ?)"
                        + " ORDER BY place")) {
            query.setString(1, place);
            query.setDouble(2, SILENCE);
            List<Other> others = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) others.add(new Other(rows.getString(1), rows.getString(2)));
            }
            return others;
        }
    }

    private static StoreException differs(Other other, Map<String, String> here) {
        Map<String, String> there = read(other.file());
        Set<String> paths = new TreeSet<>(here.keySet());
        paths.addAll(there.keySet());
        List<String> differences = paths.stream()
                .filter(path -> !Objects.equals(here.get(path), there.get(path)))
                .map(path -> path + " (" + there.getOrDefault(path, "nothing") + " there, "
                        + here.getOrDefault(path, "nothing") + " here)")
                .toList();
        String named = differences.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        String more = differences.size() > MOST_NAMED ? " and " + (differences.size() - MOST_NAMED) + " more" : "";
        return new StoreException("Another replica, " + other.place() + ", runs with other providers or routes: "
                + named + more + ". Give both the same file, or stop that one first.");
    }

    private static String written(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue().replaceAll("[\\r\\n]+", " "))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String file) {
        Map<String, String> settings = new LinkedHashMap<>();
        file.lines().forEach(line -> {
            int end = line.indexOf('=');
            if (end > 0) settings.put(line.substring(0, end), line.substring(end + 1));
        });
        return settings;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    private static void put(Connection connection, String place, String file) throws SQLException {
        try (PreparedStatement put =
                connection.prepareStatement("INSERT INTO store.replica (place, file, seen_at) VALUES (?, ?, now())"
                        + " ON CONFLICT (place) DO UPDATE SET file = excluded.file, seen_at = excluded.seen_at")) {
            put.setString(1, place);
            put.setString(2, file);
            put.executeUpdate();
        }
    }

    /** A database that is away for a while has nobody start either; the next beat makes it good. */
    private void beat() {
        try (Connection connection = access.connect()) {
            put(connection, place, file);
        } catch (SQLException unreachable) {
            LOG.debugf("This replica cannot say that it is alive: %s", unreachable.getSQLState());
        }
    }

    @Override
    public void close() {
        beats.shutdownNow();
        try (Connection connection = access.connect();
                PreparedStatement leave = connection.prepareStatement("DELETE FROM store.replica WHERE place = ?")) {
            leave.setString(1, place);
            leave.executeUpdate();
        } catch (SQLException unreachable) {
            LOG.debugf("This replica cannot say that it leaves: %s", unreachable.getSQLState());
        }
    }
}
