package org.vigie.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged program as its users run it: a process of its own, real sockets, its own database. What it prints is kept
 * for the tests that look for what must not be printed.
 */
public final class VigieProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path data;
    private final Path errors;
    private final StringBuffer printed = new StringBuffer();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private URI url = URI.create("http://localhost");

    private VigieProcess(Process process, Path data, Path errors) {
        this.process = process;
        this.data = data;
        this.errors = errors;
    }

    /** Starts it and waits until it says that it is ready. */
    public static VigieProcess start(Path data, Map<String, String> environment, String... options) {
        VigieProcess vigie = launch(data, environment, options);
        try {
            vigie.awaitReady();
            return vigie;
        } catch (RuntimeException notReady) {
            vigie.close();
            throw notReady;
        }
    }

    /** Starts it without waiting. */
    public static VigieProcess launch(Path data, Map<String, String> environment, String... options) {
        try {
            borrowDatabase(data);
            Path errors = Files.createTempFile("vigie-", ".log");
            List<String> command = command("start", "--port", "0", "--data", data.toString());
            command.addAll(List.of(options));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            VigieProcess vigie = new VigieProcess(builder.start(), data, errors);
            Thread.ofPlatform().daemon().start(vigie::collect);
            return vigie;
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** Two seconds of each first start would go into unpacking the database that the tests of the store unpacked. */
    private static void borrowDatabase(Path data) throws IOException {
        Path unpacked = Path.of("target", "test-postgres");
        if (!Files.isDirectory(unpacked) || !Files.isDirectory(data)) return;
        try (DirectoryStream<Path> programs = Files.newDirectoryStream(unpacked, "postgres-[0-9]*")) {
            for (Path program : programs) {
                Path borrowed = data.resolve(program.getFileName());
                if (Files.notExists(borrowed)) copy(program, borrowed);
            }
        }
    }

    private static void copy(Path tree, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        target.resolve(tree.relativize(file)),
                        LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** How the launcher runs the packaged program, with less memory; the list may grow. */
    static List<String> command(String... arguments) {
        Path jar = jar();
        Path options = jar.getParent().resolveSibling("jvm.options");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + options, "-Xmx512m"));
        // Without what a rehearsal kept, every start takes twice as long; a stale one would be refused.
        Path rehearsed = jar.resolveSibling("vigie.aot");
        if (isAsNew(rehearsed, jar)) command.add("-XX:AOTCache=" + rehearsed);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isAsNew(Path cache, Path jar) {
        try {
            return Files.exists(cache)
                    && Files.size(cache) > 0
                    && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path jar() {
        Path jar = Path.of(Optional.ofNullable(System.getProperty("vigie.jar")).orElse("target/vigie.jar"));
        if (!Files.exists(jar)) throw new IllegalStateException(jar + " is missing: package first");
        return jar.toAbsolutePath();
    }

    private void collect() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                printed.append(line).append('\n');
                lines.add(line);
            }
        } catch (IOException ended) {
            lines.add("");
        }
    }

    private void awaitReady() {
        String first = nextLine(PATIENCE)
                .orElseThrow(() -> new IllegalStateException("not ready in " + PATIENCE + "\n" + log()));
        if (!first.startsWith("Vigie ready: ")) throw new IllegalStateException(first + "\n" + log());
        url = URI.create(first.substring("Vigie ready: ".length()));
    }

    /** The next line of its standard output, empty when none came or it ended. */
    public Optional<String> nextLine(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                String line = lines.poll(100, TimeUnit.MILLISECONDS);
                if (line != null) return Optional.of(line);
                if (!process.isAlive() && lines.isEmpty()) return Optional.empty();
            }
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    public URI url() {
        return url;
    }

    public Path data() {
        return data;
    }

    public Process process() {
        return process;
    }

    /** All that it printed, on both streams. */
    public String log() {
        try {
            return printed + Files.readString(errors);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
    }

    /** SIGTERM; returns how long it took to stop. */
    public Duration stop() {
        long from = System.nanoTime();
        process.destroy();
        await(Duration.ofSeconds(20));
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** Waits for the end; the exit code, or nothing when it goes on. */
    public Optional<Integer> await(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(process.exitValue())
                    : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The process id of its embedded database, read from where PostgreSQL writes it. */
    public long databasePid() {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("db/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException | NoSuchElementException notRunning) {
            throw new IllegalStateException("no database runs in " + data, notRunning);
        }
    }

    /** {@code kill -9} of the embedded database alone; false when none is running just now. */
    boolean killDatabase() {
        try {
            return ProcessHandle.of(databasePid())
                    .map(ProcessHandle::destroyForcibly)
                    .orElse(false);
        } catch (IllegalStateException | NumberFormatException notNow) {
            return false;
        }
    }

    /** Runs another command of the packaged program; blocks until it has ended. */
    static Finished run(Map<String, String> environment, String... arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(arguments)).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Finished(process.waitFor(), printed);
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** @param printed on both streams */
    record Finished(int exitCode, String printed) {}

    @Override
    public void close() {
        if (process.isAlive()) stop();
        if (process.isAlive()) kill();
    }
}
