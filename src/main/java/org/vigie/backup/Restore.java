package org.vigie.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.vigie.kernel.Secret;
import org.vigie.store.DataDirectory;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.Migrations;
import org.vigie.store.OwnerOnly;

/** Reads a backup into an instance that has no data: the schemas as they were, the rows, then the newer migrations. */
public final class Restore {
    private final Path file;
    private final Secret passphrase;
    private final Manifest manifest;

    private Restore(Path file, Secret passphrase, Manifest manifest) {
        this.file = file;
        this.passphrase = passphrase;
        this.manifest = manifest;
    }

    /**
     * Reads the whole file once, so that a wrong pass phrase, a cut or altered file, or one of a newer Vigie is found
     * before anything of the instance is touched.
     *
     * @throws BackupException in these cases
     */
    public static Restore verified(Path file, Secret passphrase) {
        try (BackupReader reader = new BackupReader(Files.newInputStream(file), passphrase)) {
            Manifest manifest = reader.manifest();
            if (!Migrations.bundled().containsAll(manifest.migrations())) {
                throw new BackupException(
                        "The backup was written by Vigie " + manifest.vigieVersion() + ", newer than this one.");
            }
            reader.read(new Discarding());
            return new Restore(file, passphrase, manifest);
        } catch (java.nio.file.NoSuchFileException absent) {
            throw new BackupException("The file " + file + " does not exist.", absent);
        } catch (IOException unreadable) {
            throw new BackupException(
                    "The file " + file + " cannot be read (" + unreadable.getMessage() + ").", unreadable);
        }
    }

    /** When its snapshot was taken, and by which Vigie. */
    public String description() {
        return "of " + manifest.created() + ", by Vigie " + manifest.vigieVersion();
    }

    /** Whether the database holds anything that a restoration would replace. */
    public static boolean inUse(DatabaseAccess access) {
        return !Migrations.applied(access).isEmpty();
    }

    /**
     * Restores everything.
     *
     * @param configuration where to put the backup's configuration file
     */
    public void into(DataDirectory directory, Path configuration, DatabaseAccess access) {
        try {
            dropSchemas(access);
            Migrations.runExactly(access, manifest.migrations());
            load(directory, configuration, access);
            Migrations.run(access);
        } catch (SQLException refused) {
            throw new BackupException("The database refuses the backup: " + refused.getMessage(), refused);
        } catch (IOException refused) {
            throw new BackupException("The backup cannot be restored (" + refused.getMessage() + ").", refused);
        }
    }

    private static void dropSchemas(DatabaseAccess access) throws SQLException {
        try (Connection connection = access.connectAsOwner();
                Statement statement = connection.createStatement()) {
            for (String schema : Migrations.schemas()) {
                statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            }
        }
    }

    /** All rows in one transaction; foreign keys are checked at its end, since rows come table by table. */
    void load(DataDirectory directory, Path configuration, DatabaseAccess access) throws SQLException, IOException {
        try (Connection connection = access.connectAsOwner();
                Statement statement = connection.createStatement()) {
            Tables tables = new Tables(connection);
            List<String> names = tables.tables().stream().map(Entry.Table::name).toList();
            List<String> foreignKeys = tables.immediateForeignKeys();
            List<String> guarded = new Guards(connection).tables();
            connection.setAutoCommit(false);
            for (String key : foreignKeys) statement.execute(key + " DEFERRABLE");
            for (String name : names) statement.execute("ALTER TABLE " + name + " DISABLE TRIGGER USER");
            // COPY does not write through policies.
            for (String name : guarded) statement.execute("ALTER TABLE " + name + " NO FORCE ROW LEVEL SECURITY");
            statement.execute("SET CONSTRAINTS ALL DEFERRED");
            // What migrations put in comes with the backup, as it was changed since.
            statement.execute("TRUNCATE " + String.join(", ", names));
            readInto(new Loading(connection, directory, configuration));
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            for (String name : names) statement.execute("ALTER TABLE " + name + " ENABLE TRIGGER USER");
            for (String name : guarded) statement.execute("ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY");
            for (String key : foreignKeys) statement.execute(key + " NOT DEFERRABLE");
            connection.commit();
        }
    }

    private void readInto(Loading loading) throws IOException {
        try (BackupReader reader = new BackupReader(Files.newInputStream(file), passphrase)) {
            reader.manifest();
            reader.read(loading);
        }
    }

    private static final class Discarding implements BackupReader.Receiver {
        @Override
        public void file(Entry.File file, InputStream content) {}

        @Override
        public void table(Entry.Table table, InputStream rows) {}

        @Override
        public void sequence(Entry.Sequence sequence) {}
    }

    private record Loading(Connection connection, DataDirectory directory, Path configuration)
            implements BackupReader.Receiver {
        @Override
        public void file(Entry.File file, InputStream content) throws IOException {
            Path target = file.path().equals(Backup.CONFIGURATION)
                    ? configuration
                    : directory.root().resolve(file.path()).normalize();
            if (!target.equals(configuration) && !target.startsWith(directory.root())) {
                throw new BackupException("The backup holds a file outside the data directory: " + file.path());
            }
            OwnerOnly.createDirectory(target.resolveSibling(""));
            OwnerOnly.write(target, content.readAllBytes());
        }

        @Override
        public void table(Entry.Table table, InputStream rows) throws IOException {
            String copy = "COPY " + table.name() + " (" + table.columns() + ") FROM STDIN";
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
            } catch (SQLException refused) {
                // PostgreSQL's detail quotes the row: the table's name must do.
                throw new BackupException("The rows of " + table.name() + " cannot be restored (SQL state "
                        + refused.getSQLState() + ").");
            }
        }

        @Override
        public void sequence(Entry.Sequence sequence) {
            try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
                statement.setString(1, sequence.name());
                statement.setLong(2, sequence.last());
                statement.setBoolean(3, sequence.called());
                statement.execute();
            } catch (SQLException refused) {
                throw new BackupException(
                        "The sequence " + sequence.name() + " cannot be restored: " + refused.getMessage(), refused);
            }
        }
    }
}
