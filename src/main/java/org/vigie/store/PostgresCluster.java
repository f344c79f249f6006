package org.vigie.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Creates a database cluster with {@code initdb}. */
final class PostgresCluster {
    private final Path initdb;
    private final PostgresUser user;

    PostgresCluster(Path initdb, PostgresUser user) {
        this.initdb = initdb;
        this.user = user;
    }

    /** Creates it whole or not at all: what a killed run left unfinished is thrown away. */
    void create(Path cluster, String superuserPassword) throws IOException {
        Path unfinished = cluster.resolveSibling("db.unfinished");
        Path passwordFile = cluster.resolveSibling("db.password");
        PostgresBinaries.deleteTree(unfinished);
        OwnerOnly.createDirectory(unfinished);
        OwnerOnly.write(passwordFile, superuserPassword.getBytes(StandardCharsets.UTF_8));
        try {
            user.own(unfinished);
            user.own(passwordFile);
            initialise(unfinished, passwordFile);
            Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void initialise(Path directory, Path passwordFile) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=/usr/bin:/bin", "LC_ALL=C", "TZ=UTC"));
        command.addAll(List.of(
                initdb.toString(),
                "--pgdata=" + directory,
                "--username=vigie_super",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
        Process process = new ProcessBuilder(user.run(command))
                .directory(directory.resolveSibling("").toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new StoreException("The database cannot be created in " + directory + ": " + fault(output));
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StoreException("The start was interrupted.", stopped);
        }
    }

    private static String fault(String output) {
        return output.lines()
                .filter(line -> line.contains("error:") || line.contains("FATAL:") || line.contains("PANIC:"))
                .findFirst()
                .orElse(output.strip().lines().reduce((first, last) -> last).orElse("initdb said nothing"));
    }
}
