package org.vigie.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL server of one cluster: started, awaited, stopped. */
final class PostgresServer {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);
    private static final long LOG_LIMIT_BYTES = 5_000_000;

    private final Path program;
    private final Path cluster;
    private final Path log;
    private final PostgresUser user;
    private final int port;

    PostgresServer(Path program, Path cluster, Path log, PostgresUser user, int port) {
        this.program = program;
        this.cluster = cluster;
        this.log = log;
        this.user = user;
        this.port = port;
    }

    /**
     * Starts it as a child of the calling thread, whose end stops it, and returns when it takes connections.
     *
     * @throws StoreException with PostgreSQL's own words when it does not start
     */
    Process start() throws IOException, InterruptedException {
        clearLeftovers();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) Files.delete(log);
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        Process process = new ProcessBuilder(inOwnSession(user.runUntilParentDies(command())))
                .directory(cluster.resolveSibling("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        awaitReady(process, logStart);
        return process;
    }

    /** Interrupts it (a fast stop: transactions end, a checkpoint is written) and waits. */
    static void stop(Process process) throws InterruptedException {
        interrupt(process.pid());
        if (!process.waitFor(STOPPED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** A Ctrl-C reaches the terminal's whole process group: the database must outlive what is still to be recorded. */
    private static List<String> inOwnSession(List<String> command) {
        List<String> all = new ArrayList<>(List.of("setsid"));
        all.addAll(command);
        return all;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=/usr/bin:/bin", "LC_ALL=C", "TZ=UTC"));
        command.addAll(List.of(program.toString(), "-D", cluster.toString()));
        for (String setting : List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                // A socket file's lock outlives a killed server and stops the next one.
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                // Nothing replicates from here: less to write, as durable.
                "wal_level=minimal",
                "max_wal_senders=0",
                "max_wal_size=1GB",
                "checkpoint_timeout=10min",
                "shared_buffers=128MB",
                "max_connections=60",
                "io_method=sync",
                "jit=off",
                "log_timezone=UTC",
                "timezone=UTC",
                // Statements hold what people wrote: never in a log, not even one that fails.
                "log_statement=none",
                "log_min_error_statement=panic",
                "log_parameter_max_length_on_error=0",
                "log_error_verbosity=terse",
                "password_encryption=scram-sha-256",
                // Many iterations guard passwords that people choose (RFC 5802); these are random, and every login
                // costs.
                "scram_iterations=1")) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    private void awaitReady(Process process, long logStart) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            if (ready(process.pid())) return;
            if (process.waitFor(4, TimeUnit.MILLISECONDS)) {
                throw new StoreException("The embedded PostgreSQL does not start: " + lastWords(logStart));
            }
        }
        stop(process);
        throw new StoreException("The embedded PostgreSQL was not ready within " + READY_WITHIN.toSeconds()
                + " seconds; its log is " + log + ".");
    }

    /** Line 1 of {@code postmaster.pid} is the server's process, line 8 its state (PostgreSQL, miscadmin.h). */
    private boolean ready(long pid) throws IOException {
        List<String> lines = pidFile();
        return lines.size() >= 8
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(7).strip().equals("ready");
    }

    private List<String> pidFile() throws IOException {
        try {
            return Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (java.nio.file.NoSuchFileException notYetOrGone) {
            return List.of();
        }
    }

    /**
     * What a killed run left: its server, if it still lives, is stopped; a file that names nobody, or somebody else, is
     * deleted. The caller holds the cluster's lock, so no other Vigie uses it.
     */
    private void clearLeftovers() throws IOException, InterruptedException {
        List<String> lines = pidFile();
        if (lines.isEmpty()) {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
            return;
        }
        Optional<ProcessHandle> server = parsePid(lines.getFirst()).flatMap(ProcessHandle::of);
        if (server.isPresent() && servesThisCluster(server.get().pid())) {
            interrupt(server.get().pid());
            awaitEnd(server.get());
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    private void awaitEnd(ProcessHandle server) throws InterruptedException {
        long deadline = System.nanoTime() + STOPPED_WITHIN.toNanos();
        // A zombie counts as alive but has no command line any more.
        while (server.isAlive() && servesThisCluster(server.pid())) {
            if (System.nanoTime() > deadline) server.destroyForcibly();
            Thread.sleep(20);
        }
    }

    private boolean servesThisCluster(long pid) {
        try {
            String commandLine = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            String path = new String(cluster.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return commandLine.contains("\0-D\0" + path + "\0");
        } catch (IOException gone) {
            return false;
        }
    }

    private static Optional<Long> parsePid(String line) {
        try {
            return Optional.of(Long.parseLong(line.strip()));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    /** Java can only send SIGTERM, which PostgreSQL takes as "wait until every client has gone". */
    private static void interrupt(long pid) throws InterruptedException {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + pid + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException noShell) {
            throw new StoreException("The embedded PostgreSQL (process " + pid + ") cannot be stopped.", noShell);
        }
    }

    private String lastWords(long logStart) throws IOException {
        if (!Files.exists(log)) return "it left no log.";
        byte[] bytes = Files.readAllBytes(log);
        int from = (int) Math.min(bytes.length, logStart);
        List<String> lines = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((first, last) -> last)
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                .orElse("it said nothing.");
    }
}
