package org.vigie.backup;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vigie.kernel.Secret;
import org.vigie.store.DatabaseAccess;

/** A server of the machine's own PostgreSQL (Debian's layout), on a directory that goes with it. */
public final class DistributionPostgres implements AutoCloseable {
    private final Path programs;
    private final Path directory;
    private final int port;
    private final boolean root = System.getProperty("user.name").equals("root");

    private DistributionPostgres(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    public static Optional<Path> programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) return Optional.empty();
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .findFirst();
        }
    }

    public static DistributionPostgres start(Path programs) throws Exception {
        Path parent = Files.createTempDirectory(Path.of("/tmp"), "vigie-pg");
        int port;
        try (ServerSocket probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        DistributionPostgres server = new DistributionPostgres(programs, parent, port);
        if (server.root) server.run(List.of("chown", "postgres", parent.toString()), false);
        String data = parent.resolve("data").toString();
        server.run(List.of(programs + "/initdb", "-D", data, "-U", "vigie", "--auth=trust", "--encoding=UTF8"), true);
        String options = "-p " + port + " -k '' -c listen_addresses=127.0.0.1";
        server.run(
                List.of(programs + "/pg_ctl", "-D", data, "-w", "-l", parent + "/log", "-o", options, "start"), true);
        return server;
    }

    public DatabaseAccess access() {
        return DatabaseAccess.external(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "vigie", new Secret("trusted"));
    }

    int majorVersion() throws SQLException {
        try (var connection = access().connect()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    @Override
    public void close() throws Exception {
        run(List.of(programs + "/pg_ctl", "-D", directory.resolve("data").toString(), "-m", "fast", "stop"), true);
        run(List.of("rm", "-rf", directory.toString()), false);
    }

    private void run(List<String> command, boolean asPostgres) throws Exception {
        List<String> all = new ArrayList<>();
        if (root && asPostgres) all.addAll(List.of("runuser", "-u", "postgres", "--"));
        all.addAll(command);
        Process process = new ProcessBuilder(all)
                .directory(Path.of("/tmp").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", all) + " failed");
        }
    }
}
