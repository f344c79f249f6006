package org.vigie.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one place where an instance keeps its files; everything in it belongs to its user alone.
 *
 * @param root absolute path
 */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The directory, created when absent.
     *
     * @throws StoreException when it cannot be created or written
     */
    public static DataDirectory open(Path path) {
        DataDirectory directory = new DataDirectory(path);
        try {
            if (!Files.isDirectory(directory.root)) {
                // 0711: the database's user, when it is another one, passes through; it lists and reads nothing here.
                OwnerOnly.createDirectory(directory.root, "rwx--x--x");
            }
            Files.delete(Files.createTempFile(directory.root, ".writable", ""));
        } catch (IOException refused) {
            throw new StoreException(
                    "The data directory " + directory.root + " cannot be written (" + reason(refused)
                            + "). Choose another one with --data DIR, or correct its rights.",
                    refused);
        }
        return directory;
    }

    /** The database cluster of the embedded PostgreSQL. */
    public Path db() {
        return root.resolve("db");
    }

    /** Master and signing keys, outside the database's directory. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** Checkpoints of the audit, append-only. */
    public Path audit() {
        return root.resolve("audit");
    }

    /** The search index, which is made again from the database where it is missing. */
    public Path index() {
        return root.resolve("index");
    }

    /**
     * Where files that somebody sends wait until they are taken; empty at each start, since what lies there then was cut
     * off.
     *
     * @throws StoreException when it cannot be made or emptied
     */
    public Path emptyUploads() {
        Path uploads = root.resolve("uploads");
        try {
            OwnerOnly.createDirectory(uploads);
            try (Stream<Path> left = Files.list(uploads)) {
                for (Path file : left.toList()) Files.delete(file);
            }
            return uploads;
        } catch (IOException refused) {
            throw new StoreException(
                    "The directory " + uploads + " cannot be written (" + reason(refused) + "). Correct its rights.",
                    refused);
        }
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** What a demonstration tells its visitors; its presence marks the directory as a demonstration's. */
    public Path demoFile() {
        return root.resolve("demo.json");
    }

    public Path configFile() {
        return root.resolve("vigie.yaml");
    }

    /** Port and passwords of the embedded database. */
    Path databaseAccess() {
        return root.resolve("db.properties");
    }

    /** Whether it holds an instance, or anything else than a configuration file. */
    public boolean holdsData() {
        try (Stream<Path> entries = Files.list(root)) {
            List<String> harmless = List.of("vigie.yaml", "vigie.lock", "db.lock", "logs", "uploads");
            return entries.map(entry -> entry.getFileName().toString())
                    .anyMatch(name -> !harmless.contains(name) && !name.startsWith("postgres-"));
        } catch (java.nio.file.NoSuchFileException absent) {
            return false;
        } catch (IOException unreadable) {
            throw new StoreException(
                    "The data directory " + root + " cannot be read (" + reason(unreadable) + ").", unreadable);
        }
    }

    /** The system's own words for what went wrong, without the path that the sentence around it names already. */
    static String reason(IOException fault) {
        if (fault instanceof java.nio.file.AccessDeniedException) return "permission denied";
        if (fault instanceof FileSystemException system && system.getReason() != null) return system.getReason();
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }
}
