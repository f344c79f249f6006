package org.vigie.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;

/**
 * PostgreSQL as a child process on {@code DIR/db}, durable, on the loopback interface, with a password that only the
 * directory's owner reads. It ends with this JVM, however that ends, and is started again on the same port when it dies
 * alone. Three roles: a superuser that only this class and backups use, {@code vigie_owner} for migrations, and
 * {@code vigie} for the application.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "vigie";
    private static final String SUPERUSER = "vigie_super";
    private static final String OWNER = "vigie_owner";
    private static final String APPLICATION = "vigie";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DirectoryLock lock;
    private final PostgresServer server;
    private final Properties settings;
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread supervisor;
    private volatile @Nullable StoreException failure;
    private volatile @Nullable Process process;

    private EmbeddedPostgres(DirectoryLock lock, PostgresServer server, Properties settings) {
        this.lock = lock;
        this.server = server;
        this.settings = settings;
        // The kernel stops the server when the thread that forked it ends: this one lives as long as the server should.
        this.supervisor =
                Thread.ofPlatform().daemon().name("postgres-supervisor").unstarted(this::supervise);
    }

    /**
     * Starts the database of a data directory, created on the first start; returns when it takes connections.
     *
     * @throws StoreException one line: the directory is in use, cannot be written, or PostgreSQL refuses
     */
    public static EmbeddedPostgres start(Path dataDirectory) {
        DataDirectory directory = DataDirectory.open(dataDirectory);
        DirectoryLock lock = DirectoryLock.ofDatabase(directory);
        try {
            return launch(directory, lock);
        } catch (IOException fault) {
            lock.close();
            throw new StoreException(
                    "The embedded PostgreSQL cannot be set up in " + directory.root() + " ("
                            + DataDirectory.reason(fault) + ").",
                    fault);
        } catch (RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    private static EmbeddedPostgres launch(DataDirectory directory, DirectoryLock lock) throws IOException {
        Path home = PostgresBinaries.unpackedIn(directory.root());
        Path program = home.resolve("bin/postgres");
        PostgresUser user = PostgresUser.forProgram(program, directory.db());
        Properties settings = readSettings(directory);
        requireMajorVersion(directory);
        if (!Files.exists(directory.db())) {
            new PostgresCluster(home.resolve("bin/initdb"), user).create(directory.db(), settings.getProperty("super"));
        }
        OwnerOnly.createDirectory(directory.logs());
        int port = freePort(Integer.parseInt(settings.getProperty("port", "0")));
        settings.setProperty("port", Integer.toString(port));
        PostgresServer server =
                new PostgresServer(program, directory.db(), directory.logs().resolve("postgres.log"), user, port);
        EmbeddedPostgres postgres = new EmbeddedPostgres(lock, server, settings);
        postgres.awaitFirstStart();
        postgres.prepare(directory);
        return postgres;
    }

    /** The database as a running server left it in the data directory, for commands that work beside it. */
    public static DatabaseAccess accessOfRunning(DataDirectory directory) {
        try {
            return access(readSettings(directory), DATABASE);
        } catch (IOException unreadable) {
            throw new StoreException(
                    "The access to the database cannot be read from " + directory.databaseAccess() + " ("
                            + DataDirectory.reason(unreadable) + ").",
                    unreadable);
        }
    }

    public DatabaseAccess access() {
        return access(settings, DATABASE);
    }

    public String jdbcUrl() {
        return access().url();
    }

    /** The application's role. */
    public String user() {
        return APPLICATION;
    }

    public String password() {
        return access().password().reveal();
    }

    /**
     * One more database in this cluster, empty, with the same roles: tests take one each.
     *
     * @param name {@code [a-z0-9_]+}
     */
    DatabaseAccess createDatabase(String name) throws SQLException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + OWNER);
        }
        grantDefaults(name);
        return access(settings, name);
    }

    /** The server's process, for the tests that kill it. */
    ProcessHandle process() {
        Process running = process;
        if (running == null) throw new IllegalStateException("not running");
        return running.toHandle();
    }

    @Override
    public void close() {
        if (closing.getCount() == 0) return;
        closing.countDown();
        try {
            Process running = process;
            if (running != null) PostgresServer.stop(running);
            supervisor.join(Duration.ofSeconds(15));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }

    private void awaitFirstStart() {
        supervisor.start();
        try {
            started.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            closing.countDown();
            throw new StoreException("The start was interrupted.", stopped);
        }
        StoreException refused = failure;
        if (refused != null) throw refused;
    }

    private void supervise() {
        try {
            process = server.start();
        } catch (StoreException refused) {
            failure = refused;
            return;
        } catch (IOException refused) {
            failure = new StoreException(
                    "The embedded PostgreSQL cannot be started (" + DataDirectory.reason(refused) + ").", refused);
            return;
        } catch (InterruptedException stopped) {
            failure = new StoreException("The start was interrupted.", stopped);
            return;
        } finally {
            started.countDown();
        }
        try {
            keepAlive();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the server again, later after each failure in a row, until {@link #close}. */
    private void keepAlive() throws InterruptedException {
        long pauseMillis = 50;
        while (true) {
            Process running = process;
            if (running != null) running.waitFor();
            if (closing.await(running == null ? pauseMillis : 0, TimeUnit.MILLISECONDS)) return;
            LOG.warn("The embedded PostgreSQL has ended; starting it again");
            try {
                process = server.start();
                pauseMillis = 50;
                if (closing.getCount() == 0) PostgresServer.stop(process);
            } catch (StoreException | IOException refused) {
                process = null;
                pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE.toMillis());
                LOG.warnf("%s Next attempt in %d ms", refused.getMessage(), pauseMillis);
            }
        }
    }

    /** Writes the access down, and creates roles and database the first time. */
    private void prepare(DataDirectory directory) throws IOException {
        try {
            if (!settings.containsKey("prepared")) {
                createRoles();
                settings.setProperty("prepared", "true");
            }
            writeSettings(directory, settings);
        } catch (SQLException | IOException | RuntimeException fault) {
            close();
            if (fault instanceof IOException io) throw io;
            throw new StoreException("The embedded PostgreSQL cannot be prepared: " + fault.getMessage(), fault);
        }
    }

    private void createRoles() throws SQLException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            // A backup must see every row, whatever policies come to guard them.
            role(statement, OWNER, "BYPASSRLS", settings.getProperty("owner"));
            role(statement, APPLICATION, "NOBYPASSRLS", settings.getProperty("application"));
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        }
        grantDefaults(DATABASE);
    }

    private static void role(Statement statement, String name, String rights, String password) throws SQLException {
        String verb = exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'") ? "ALTER" : "CREATE";
        statement.execute(verb + " ROLE " + name + " LOGIN NOSUPERUSER " + rights + " PASSWORD '" + password + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** What migrations create, the application may use but not alter. */
    private void grantDefaults(String database) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            for (String grant : List.of(
                    "USAGE ON SCHEMAS",
                    "SELECT, INSERT, UPDATE, DELETE ON TABLES",
                    "USAGE, SELECT, UPDATE ON SEQUENCES",
                    "EXECUTE ON FUNCTIONS")) {
                statement.execute(
                        "ALTER DEFAULT PRIVILEGES FOR ROLE " + OWNER + " GRANT " + grant + " TO " + APPLICATION);
            }
        }
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(settings, database), SUPERUSER, settings.getProperty("super"));
    }

    private static DatabaseAccess access(Properties settings, String database) {
        return new DatabaseAccess(
                url(settings, database),
                APPLICATION,
                new Secret(settings.getProperty("application")),
                OWNER,
                new Secret(settings.getProperty("owner")));
    }

    private static String url(Properties settings, String database) {
        return DatabaseAccess.withDriverSettings(
                "jdbc:postgresql://127.0.0.1:" + settings.getProperty("port") + "/" + database + "?sslmode=disable");
    }

    private static void requireMajorVersion(DataDirectory directory) throws IOException {
        Path versionFile = directory.db().resolve("PG_VERSION");
        if (!Files.exists(versionFile)) return;
        String version = Files.readString(versionFile).strip();
        if (!version.equals(PostgresBinaries.MAJOR)) {
            throw new StoreException("The database in " + directory.db() + " is of PostgreSQL " + version
                    + ", this Vigie brings " + PostgresBinaries.MAJOR
                    + ". Back it up with the Vigie that wrote it, and restore that into a new directory.");
        }
    }

    private static Properties readSettings(DataDirectory directory) throws IOException {
        Properties settings = new Properties();
        if (Files.exists(directory.databaseAccess())) {
            settings.load(new StringReader(Files.readString(directory.databaseAccess())));
        } else if (Files.exists(directory.db())) {
            throw new StoreException("The database in " + directory.db() + " is there, but "
                    + directory.databaseAccess() + " with its passwords is missing. Restore that file or a backup.");
        } else {
            for (String role : List.of("super", "owner", "application")) settings.setProperty(role, randomPassword());
            writeSettings(directory, settings);
        }
        return settings;
    }

    private static void writeSettings(DataDirectory directory, Properties settings) throws IOException {
        StringWriter text = new StringWriter();
        settings.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> text.append(name + "=" + settings.getProperty(name) + "\n"));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        boolean unchanged = Files.exists(directory.databaseAccess())
                && java.util.Arrays.equals(Files.readAllBytes(directory.databaseAccess()), bytes);
        if (!unchanged) OwnerOnly.write(directory.databaseAccess(), bytes);
    }

    private static String randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** The port of the last time, if it is free, else any other. */
    private static int freePort(int wanted) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket probe = new ServerSocket(wanted, 1, loopback)) {
            return probe.getLocalPort();
        } catch (java.net.BindException taken) {
            try (ServerSocket probe = new ServerSocket(0, 1, loopback)) {
                return probe.getLocalPort();
            }
        }
    }
}
