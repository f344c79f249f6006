package org.vigie.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/** Stops a start whose key is not the one that the database was sealed with. */
public final class MasterKeyCheck {
    private static final String FACT = "master_key_fingerprint";

    private MasterKeyCheck() {}

    /**
     * Creates the keys for a new database; for one in use, compares.
     *
     * @throws StoreException when the key is missing or another one
     */
    public static void run(DatabaseAccess access, DataDirectory directory) {
        try (Connection connection = access.connect()) {
            Optional<String> expected = read(connection);
            if (expected.isPresent() && !InstanceKeys.present(directory)) {
                throw new StoreException("The database holds an instance, but its master key "
                        + InstanceKeys.masterFile(directory)
                        + " is missing. Put it back from a backup: without it, conversations cannot be read.");
            }
            String found = fingerprint(InstanceKeys.open(directory));
            if (expected.isEmpty()) write(connection, found);
            else if (!expected.get().equals(found)) {
                throw new StoreException("The master key " + InstanceKeys.masterFile(directory)
                        + " is not the one of this database. Put the right one back, or correct database.url.");
            }
        } catch (SQLException fault) {
            throw new StoreException("The database cannot be read: " + fault.getMessage(), fault);
        }
    }

    private static Optional<String> read(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT value FROM store.fact WHERE name = ?")) {
            query.setString(1, FACT);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private static void write(Connection connection, String fingerprint) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO store.fact (name, value) VALUES (?, ?)")) {
            insert.setString(1, FACT);
            insert.setString(2, fingerprint);
            insert.executeUpdate();
        }
    }

    private static String fingerprint(InstanceKeys keys) {
        try {
            byte[] derived = keys.derive("store/fingerprint");
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(derived));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
