package org.vigie.audit;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.vigie.kernel.Secret;
import org.vigie.store.DatabaseAccess;

/** The distribution's PostgreSQL in a directory of its own, with its durable defaults. */
final class DistributionPostgres implements AutoCloseable {
    private static final Path BIN = Path.of("/usr/lib/postgresql/15/bin");
    private static final String USER = "vigie";

    private final Path directory;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private DistributionPostgres(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    static DistributionPostgres start() {
        try (ServerSocket free = new ServerSocket(0)) {
            Path directory = Files.createTempDirectory("vigie-audit-pg");
            DistributionPostgres postgres = new DistributionPostgres(directory, free.getLocalPort());
            if (isRoot()) {
                run("chown", "nobody", directory.toString());
            }
            postgres.asOwner("initdb", "-D", postgres.data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C");
            free.close();
            postgres.resume();
            return postgres;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    void resume() {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
        asOwner("pg_ctl", "-D", data(), "-w", "-l", directory.resolve("log").toString(), "-o", options, "start");
    }

    /** Without a checkpoint and without waiting for sessions, as a crash would. */
    void crash() {
        asOwner("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    /** A new database with the audit's schema. */
    String newDatabase() throws SQLException, IOException {
        String name = "audit" + databases.incrementAndGet();
        execute(url("postgres"), "CREATE DATABASE " + name);
        execute(url(name), Files.readString(Path.of("src/main/resources/db/migration/V0200__audit.sql")));
        return url(name);
    }

    static DatabaseAccess access(String url) {
        return DatabaseAccess.external(url, USER, new Secret(""));
    }

    static void execute(String url, String sql) throws SQLException {
        try (Connection connection = access(url).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void terminateWriter(String url) throws SQLException {
        execute(url, """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                """);
    }

    @Override
    public void close() throws IOException {
        crash();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private void asOwner(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "nobody", "--"));
        }
        command.add(BIN.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .directory(Path.of("/tmp").toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
