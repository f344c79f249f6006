package org.vigie.endtoend;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.vigie.store.DatabaseAccess;

/** The audit's entries as they stand in the database, read past everything that the server would say of them. */
final class AuditTrail {
    private final Supplier<DatabaseAccess> database;

    AuditTrail(Supplier<DatabaseAccess> database) {
        this.database = database;
    }

    /**
     * @param states {@code running}, {@code lost}, or the outcome that it was closed with; more than one would be a fault
     */
    record Exchange(UUID id, String askedModel, List<String> states) {
        String state() {
            return states.size() == 1 ? states.getFirst() : states.isEmpty() ? "running" : states.toString();
        }
    }

    /** The number of the last entry. */
    long last() throws SQLException {
        try (Connection connection = database.get().connect();
                PreparedStatement query = connection.prepareStatement("SELECT coalesce(max(seq), 0) FROM audit.entry");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What was done after an entry, by the names of the acts and in their order. */
    List<String> actsSince(long entry) throws SQLException {
        return bodiesOfActsSince(entry).stream()
                .map(body -> body.getString("action"))
                .toList();
    }

    /** The acts that were recorded after an entry, as they stand there. */
    List<JsonObject> bodiesOfActsSince(long entry) throws SQLException {
        List<JsonObject> acts = new ArrayList<>();
        try (Connection connection = database.get().connect();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT body FROM audit.entry WHERE seq > ? AND kind = 'act' ORDER BY seq")) {
            query.setLong(1, entry);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) acts.add(new JsonObject(row.getString(1)));
            }
        }
        return acts;
    }

    /** The exchanges that were opened after an entry. */
    List<Exchange> since(long entry) throws SQLException {
        Map<UUID, Exchange> exchanges = new HashMap<>();
        try (Connection connection = database.get().connect();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT subject, kind, body FROM audit.entry WHERE seq > ? AND kind <> 'act' ORDER BY seq")) {
            query.setLong(1, entry);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    add(exchanges, row.getObject(1, UUID.class), row.getString(2), new JsonObject(row.getString(3)));
                }
            }
        }
        return List.copyOf(exchanges.values());
    }

    private static void add(Map<UUID, Exchange> exchanges, UUID id, String kind, JsonObject body) {
        switch (kind) {
            case "opened" -> exchanges.put(id, new Exchange(id, body.getString("model"), new ArrayList<>()));
            case "closed" -> end(exchanges, id, body.getString("outcome"));
            case "lost" -> end(exchanges, id, "lost");
            default -> throw new IllegalStateException(kind);
        }
    }

    private static void end(Map<UUID, Exchange> exchanges, UUID id, String state) {
        Exchange opened = exchanges.get(id);
        if (opened != null) opened.states().add(state);
    }

    /** Waits until none of them is open; returns them. */
    List<Exchange> ended(long entry, Duration patience) throws SQLException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<Exchange> exchanges = since(entry);
        while (exchanges.stream().anyMatch(one -> one.states().isEmpty()) && System.nanoTime() < end) {
            Thread.sleep(50);
            exchanges = since(entry);
        }
        return exchanges;
    }
}
