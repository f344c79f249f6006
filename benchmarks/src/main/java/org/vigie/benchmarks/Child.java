package org.vigie.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that is measured, with its descendants. */
final class Child implements AutoCloseable {
    /** Clock ticks of /proc/PID/stat; 100 on every Linux that a JDK 25 runs on. */
    private static final int TICKS_PER_SECOND = 100;

    private final Process process;
    private final BufferedReader out;

    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(Path log, List<String> command) throws IOException {
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start(), log);
    }

    static Child java(Path log, Class<?> main, String... arguments) throws IOException {
        return start(
                log,
                Stream.concat(
                                Stream.of(javaCommand(), "-XX:+UseSerialGC", "-Xmx256m", "-cp",
                                        System.getProperty("java.class.path"), main.getName()),
                                Stream.of(arguments))
                        .toList());
    }

    static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The first line on its standard output that starts so, without that start. */
    String await(String start) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(start)) {
                Thread.ofVirtual().start(this::drain);
                return line.substring(start.length()).strip();
            }
        }
        throw new IOException("The process ended before it was ready:\n" + Files.readString(log));
    }

    private void drain() {
        out.lines().forEach(_ -> {});
    }

    long pid() {
        return process.pid();
    }

    /** User and system time so far of the process, its descendants and those of them that have ended, in microseconds. */
    long cpuMicros() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(one -> ticks(one.pid()))
                .sum() * (1_000_000 / TICKS_PER_SECOND);
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // utime, stime, cutime, cstime: fields 14 to 17 of proc(5), of which two stand before the bracket.
            return Stream.of(11, 12, 13, 14).mapToLong(i -> Long.parseLong(fields[i])).sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
