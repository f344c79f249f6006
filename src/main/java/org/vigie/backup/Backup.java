package org.vigie.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.vigie.kernel.Secret;
import org.vigie.store.DataDirectory;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.Migrations;

/**
 * Writes an instance to one file, while its server runs or not. The rows are of one snapshot; the audit's checkpoints
 * are read before it is taken, so that they never promise a record that the backup lacks.
 */
public final class Backup {
    /** Beside the directories of keys and checkpoints. */
    private static final List<String> FILES = List.of("demo.json", ".demonstration");

    static final String CONFIGURATION = "vigie.yaml";

    private final DataDirectory directory;
    private final Path configuration;
    private final DatabaseAccess access;
    private final String version;

    /** @param configuration the file in use, backed up as {@code vigie.yaml}; may be absent */
    public Backup(DataDirectory directory, Path configuration, DatabaseAccess access, String version) {
        this.directory = directory;
        this.configuration = configuration;
        this.access = access;
        this.version = version;
    }

    /**
     * Writes the backup whole or not at all; a file of that name is replaced when the new one is complete.
     *
     * @throws BackupException when the database or the file cannot be read or written
     */
    public void writeTo(Path target, Secret passphrase) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            write(part, passphrase);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new BackupException("The backup " + target + " cannot be written (" + refused + ").", refused);
        } catch (SQLException refused) {
            throw new BackupException("The database cannot be backed up: " + refused.getMessage(), refused);
        } finally {
            deleteQuietly(part);
        }
    }

    private void write(Path part, Secret passphrase) throws IOException, SQLException {
        Files.deleteIfExists(part);
        try (Connection connection = access.connectAsOwner();
                FileChannel channel = FileChannel.open(
                        part,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            BackupWriter writer = new BackupWriter(new Synced(channel), passphrase);
            writer.manifest(new Manifest(
                    version, Instant.now().truncatedTo(ChronoUnit.SECONDS), Migrations.applied(connection)));
            writeFiles(writer);
            writeRows(connection, writer);
            writer.end();
            // Only a finished backup gets its last chunk.
            writer.close();
        }
    }

    private void writeFiles(BackupWriter writer) throws IOException {
        if (Files.exists(configuration)) writeFile(writer, configuration, CONFIGURATION);
        for (Path folder : List.of(directory.keys(), directory.audit())) {
            for (Path file : filesBelow(folder)) writeFile(writer, file, relative(file));
        }
        for (String name : FILES) {
            Path file = directory.root().resolve(name);
            if (Files.exists(file)) writeFile(writer, file, name);
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> paths = Files.walk(folder)) {
            return new ArrayList<>(paths.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private String relative(Path file) {
        return directory.root().relativize(file).toString();
    }

    private static void writeFile(BackupWriter writer, Path file, String name) throws IOException {
        try (OutputStream content = writer.file(new Entry.File(name))) {
            Files.copy(file, content);
        }
    }

    private static void writeRows(Connection connection, BackupWriter writer) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (Statement statement = connection.createStatement()) {
            // Rows that a policy hides from us are an error, not a gap.
            if (new Guards(connection).passed()) statement.execute("SET row_security = off");
            else new Guards(connection).open();
        }
        Tables tables = new Tables(connection);
        for (Entry.Table table : tables.tables()) {
            try (OutputStream rows = writer.table(table)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY " + table.name() + " (" + table.columns() + ") TO STDOUT", rows);
            }
        }
        for (String name : tables.sequenceNames()) writer.sequence(tables.sequence(name));
        connection.rollback();
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException kept) {
            throw new BackupException(part + " could not be deleted.", kept);
        }
    }

    /** Makes the file durable before its last name. */
    private static final class Synced extends java.io.FilterOutputStream {
        private final FileChannel channel;

        Synced(FileChannel channel) {
            super(Channels.newOutputStream(channel));
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            channel.force(true);
            super.close();
        }
    }
}
