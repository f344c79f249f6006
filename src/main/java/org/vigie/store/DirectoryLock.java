package org.vigie.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps two Vigies off one data directory. The system releases it with its process, however that ends. */
public final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the instance's lock.
     *
     * @throws StoreException when another process has it, naming that process
     */
    public static DirectoryLock of(DataDirectory directory) {
        return tryLock(directory, "vigie.lock").orElseThrow(() -> taken(directory, "vigie.lock"));
    }

    /** Whether a server runs on the directory. */
    public static boolean held(DataDirectory directory) {
        if (!Files.exists(directory.root().resolve("vigie.lock"))) return false;
        Optional<DirectoryLock> lock = tryLock(directory, "vigie.lock");
        lock.ifPresent(DirectoryLock::close);
        return lock.isEmpty();
    }

    /** The embedded database's own lock: a backup may start the database while no server runs. */
    static DirectoryLock ofDatabase(DataDirectory directory) {
        return tryLock(directory, "db.lock").orElseThrow(() -> taken(directory, "db.lock"));
    }

    private static Optional<DirectoryLock> tryLock(DataDirectory directory, String name) {
        Path file = directory.root().resolve(name);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return lock(channel) ? Optional.of(new DirectoryLock(channel)) : Optional.empty();
        } catch (IOException refused) {
            throw new StoreException(file + " cannot be locked (" + DataDirectory.reason(refused) + ").", refused);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            channel.close();
            return false;
        }
        if (lock == null) {
            channel.close();
            return false;
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return true;
    }

    private static StoreException taken(DataDirectory directory, String name) {
        String process;
        try {
            process = "process "
                    + Files.readString(directory.root().resolve(name)).strip();
        } catch (IOException unreadable) {
            process = "another process";
        }
        return new StoreException("The data directory " + directory.root() + " is in use by another Vigie (" + process
                + "). Stop it, or choose another directory with --data DIR.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            throw new StoreException("A lock could not be released.", alreadyGone);
        }
    }
}
