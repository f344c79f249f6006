package org.vigie.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per data directory out of the archive that the jar carries. */
final class PostgresBinaries {
    /** The major version whose data directories these programs read; {@code postgres.version} of the POM. */
    static final String MAJOR = "18";

    private static final String ARCHIVE = "/postgres-linux-" + architecture() + ".txz";

    private PostgresBinaries() {}

    /** The directory that holds {@code bin/postgres} and {@code bin/initdb}. */
    static Path unpackedIn(Path root) throws IOException {
        Path home = root.resolve("postgres-" + MAJOR + "-" + archiveSize());
        if (Files.isDirectory(home)) return home;
        Path unfinished = root.resolve("postgres-unfinished");
        deleteTree(unfinished);
        unpack(unfinished);
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        return home;
    }

    /** In bytes; tells one minor version's archive from another's, so that a newer Vigie unpacks its own. */
    private static long archiveSize() throws IOException {
        URL archive = PostgresBinaries.class.getResource(ARCHIVE);
        if (archive == null) throw noneForThisMachine();
        return archive.openConnection().getContentLengthLong();
    }

    private static StoreException noneForThisMachine() {
        return new StoreException("This build carries no PostgreSQL for " + System.getProperty("os.arch")
                + "; set database.url to a PostgreSQL server of yours.");
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) throw noneForThisMachine();
            OwnerOnly.createDirectory(target, "rwxr-xr-x");
            TarArchiveInputStream tar =
                    new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(archive), 1 << 16));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) throw new IOException("archive entry outside its directory: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(path.getParent());
            Files.copy(tar, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) return;
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private static String architecture() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return name.equals("amd64") ? "x86_64" : name.equals("aarch64") ? "arm_64" : name;
    }
}
