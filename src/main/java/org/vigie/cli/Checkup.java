package org.vigie.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.vigie.configuration.ConfigurationException;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.opinion.OpinionState;
import org.vigie.opinion.SecondOpinion;
import org.vigie.store.DataDirectory;
import org.vigie.store.DirectoryLock;
import org.vigie.store.Migrations;
import org.vigie.store.StoreException;

/** The checks of {@code doctor}, each in words for somebody who has never seen the code. */
final class Checkup {
    private static final long LEAST_FREE_BYTES = 1L << 30;
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
    /** No clock is right that is before the day this was written. */
    private static final LocalDate WRITTEN = LocalDate.of(2026, 11, 22);

    private final DataDirectory directory;
    private final InstanceOptions options;
    private final List<Diagnosis> found = new ArrayList<>();

    Checkup(DataDirectory directory, InstanceOptions options) {
        this.directory = directory;
        this.options = options;
    }

    List<Diagnosis> run() {
        java();
        boolean present = dataDirectory();
        if (present) {
            space();
            keys();
        }
        try {
            VigieConfiguration configuration = options.configuration(directory);
            fine("The configuration is valid (" + options.configurationFile(directory)
                    + (Files.exists(options.configurationFile(directory)) ? ")." : ", absent: defaults)."));
            found.addAll(
                    new ProviderCheckup(Instant.now(), DirectoryLock.held(directory)).run(configuration.providers()));
            port(configuration.server());
            configuration.shield().secondOpinion().ifPresent(this::secondOpinion);
            if (present || !configuration.database().embedded()) database(configuration.database());
        } catch (ConfigurationException problems) {
            problems.problems().forEach(this::wrong);
        }
        return found;
    }

    private void java() {
        int version = Runtime.version().feature();
        if (version >= 25) fine("Java " + Runtime.version() + ".");
        else wrong("Java " + version + " is too old: install a JDK 25 or newer.");
    }

    private boolean dataDirectory() {
        Path root = directory.root();
        if (!Files.exists(root)) {
            remark("The data directory " + root + " does not exist yet; the first start creates it.");
            return false;
        }
        if (!Files.isDirectory(root) || !Files.isWritable(root)) {
            wrong("The data directory " + root + " cannot be written by " + System.getProperty("user.name") + ".");
            return false;
        }
        fine("The data directory " + root + " can be written.");
        remark("Documents and the search index are kept in clear in it: it belongs on an encrypted volume.");
        return true;
    }

    private void space() {
        try {
            FileStore store = Files.getFileStore(directory.root());
            long free = store.getUsableSpace();
            String amount = free / (1 << 20) + " MiB free for the data directory";
            if (free < LEAST_FREE_BYTES) wrong("Only " + amount + ": make room, at least 1 GiB.");
            else fine(amount + ".");
        } catch (IOException unknown) {
            remark("The free space of " + directory.root() + " is unknown (" + unknown.getMessage() + ").");
        }
    }

    private void keys() {
        if (!Files.isDirectory(directory.keys())) {
            remark("There are no keys yet; the first start creates them.");
            return;
        }
        try (Stream<Path> files = Files.list(directory.keys())) {
            List<Path> exposed =
                    files.filter(Files::isRegularFile).filter(Checkup::exposed).toList();
            exposed.forEach(file -> wrong(file + " can be read by others: chmod 600 " + file + "."));
            if (exposed.isEmpty()) fine("The keys can be read by their owner only.");
        } catch (IOException unreadable) {
            wrong("The keys in " + directory.keys() + " cannot be read (" + unreadable.getMessage() + ").");
        }
    }

    private static boolean exposed(Path file) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            return rights.stream().anyMatch(right -> !right.name().startsWith("OWNER_"));
        } catch (IOException unknown) {
            return true;
        }
    }

    private void port(VigieConfiguration.Server server) {
        String place = server.host() + ":" + server.port();
        if (DirectoryLock.held(directory)) {
            fine("A server is running on this data directory.");
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(server.host()), server.port()));
            fine("Port " + place + " is free.");
        } catch (IOException refused) {
            wrong("Nothing can listen on " + place + " (" + refused.getMessage()
                    + "): change server.port or server.host.");
        }
    }

    private void secondOpinion(VigieConfiguration.SecondOpinion wanted) {
        try (SecondOpinion opinion = SecondOpinion.start(Optional.of(wanted))) {
            if (opinion.awaitLoaded() instanceof OpinionState.Degraded broken) {
                wrong("The second opinion does not work: " + broken.detail() + ". The shield works without it.");
            } else {
                fine("The second opinion's model can be used (" + wanted.model() + ").");
            }
        }
    }

    private void database(VigieConfiguration.Database configuration) {
        if (configuration.embedded() && !Files.exists(directory.db())) {
            remark("There is no database yet; the first start creates it.");
            return;
        }
        try (Database database = Database.reach(configuration, directory);
                Connection connection = database.access().connectAsOwner();
                Statement statement = connection.createStatement()) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            if (connection.getMetaData().getDatabaseMajorVersion() < 15) {
                wrong("The database is PostgreSQL " + version + ": 15 or newer is needed.");
            } else {
                fine("The database answers (PostgreSQL " + version + ").");
            }
            migrations(Migrations.applied(connection));
            clock(statement);
        } catch (SQLException | StoreException refused) {
            wrong("The database cannot be used: " + refused.getMessage());
        }
    }

    private void migrations(SortedSet<String> applied) {
        SortedSet<String> missing = Migrations.bundled();
        missing.removeAll(applied);
        SortedSet<String> bundled = Migrations.bundled();
        List<String> unknown =
                applied.stream().filter(version -> !bundled.contains(version)).toList();
        if (!unknown.isEmpty()) {
            wrong("The database was written by a newer Vigie: it has the migrations " + String.join(", ", unknown)
                    + ".");
        } else if (missing.isEmpty()) {
            fine("The database is at the newest version.");
        } else {
            remark("The next start brings the database up to date: migrations " + String.join(", ", missing) + ".");
        }
    }

    private void clock(Statement statement) throws SQLException {
        Instant before = Instant.now();
        try (ResultSet row = statement.executeQuery("SELECT extract(epoch FROM clock_timestamp())")) {
            row.next();
            Instant database = Instant.ofEpochMilli((long) (row.getDouble(1) * 1000));
            Duration apart = Duration.between(before, database).abs();
            if (before.isBefore(WRITTEN.atStartOfDay(java.time.ZoneOffset.UTC).toInstant())) {
                wrong("This machine's clock says " + before + ", which is past: set it.");
            } else if (apart.compareTo(CLOCK_TOLERANCE) > 0) {
                wrong("The clocks of this machine and of the database are " + apart.toSeconds() + " s apart.");
            } else {
                fine("The clock is plausible (" + before.truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + ").");
            }
        }
    }

    private void fine(String text) {
        found.add(new Diagnosis.Fine(text));
    }

    private void remark(String text) {
        found.add(new Diagnosis.Remark(text));
    }

    private void wrong(String text) {
        found.add(new Diagnosis.Wrong(text));
    }
}
