package org.vigie.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A million exchanges, then 100,000 streams whose client leaves in the middle, each in tenths: what stays in the heap after
 * a collection, the resident memory, threads and open files after each tenth, and at the end whether every exchange has
 * its record. The second tenth is what the last is compared with: in the first, code is still being compiled.
 */
final class Endurance {
    private static final int TENTHS = 10;
    private static final int CONNECTIONS = 32;
    private static final double TOLERANCE = 1.05;
    private static final Pattern USED = Pattern.compile("(?:used|total) (\\d+)K, used (\\d+)K");

    private final Options options;
    private final boolean brief;
    private final Path directory;
    private final StringBuilder table = new StringBuilder("""
            | load | tenth | exchanges so far | heap after collection MB | resident MB | threads | open files |
            | --- | --- | --- | --- | --- | --- | --- |
            """);

    private Endurance(Options options, boolean brief, Path directory) {
        this.options = options;
        this.brief = brief;
        this.directory = directory;
    }

    private record State(double heapMb, double residentMb, long threads, long files) {}

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args, "endurance.md");
        Path directory = Files.createTempDirectory("vigie-endurance");
        boolean kept;
        try {
            kept = new Endurance(options, List.of(args).contains("--short"), directory).run();
        } finally {
            Files.walk(directory).sorted(Collections.reverseOrder()).forEach(file -> file.toFile().delete());
        }
        System.exit(kept ? 0 : 1);
    }

    /** Whether everything held. */
    private boolean run() throws Exception {
        long exchanges = brief ? 5_000 : 1_000_000;
        long streams = brief ? 1_000 : 100_000;
        AtomicLong sent = new AtomicLong();
        List<String> faults = new ArrayList<>();
        try (Child upstream = Child.java(directory.resolve("upstream.log"), FakeUpstream.class, "--unfinished");
                Child vigie = Installation.start(options, directory, Integer.parseInt(upstream.await("")))) {
            URI url = URI.create(vigie.await("Vigie ready: ")).resolve("/v1/chat/completions");
            tenths("whole", vigie, faults, () -> whole(url, exchanges / TENTHS, sent), sent);
            tenths("broken off", vigie, faults, () -> brokenOff(url, streams / TENTHS, sent), sent);
        }
        String audit = verified();
        faults.addAll(missing(audit, sent.get()));
        String report = "%s%n%s, %d processors, Java %s, -Xmx512m. %d exchanges were sent. `audit verify` after the stop: %s%n%n%s%n".formatted(
                table, Instant.now().truncatedTo(ChronoUnit.MINUTES), Runtime.getRuntime().availableProcessors(),
                Runtime.version(), sent.get(), audit, faults.isEmpty() ? "Everything held." : String.join("; ", faults));
        Files.createDirectories(options.out().toAbsolutePath().getParent());
        Files.writeString(options.out(), report);
        System.out.print(report);
        return faults.isEmpty();
    }

    private interface Load {
        void run() throws Exception;
    }

    private void tenths(String name, Child vigie, List<String> faults, Load load, AtomicLong sent) throws Exception {
        List<State> states = new ArrayList<>();
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            System.err.println(name + ", tenth " + tenth);
            load.run();
            // What was broken off is closed within a second; pools drop what is idle.
            TimeUnit.SECONDS.sleep(3);
            State state = state(vigie.pid());
            states.add(state);
            String row = "| %s | %d | %d | %.1f | %.0f | %d | %d |%n".formatted(
                    name, tenth, sent.get(), state.heapMb(), state.residentMb(), state.threads(), state.files());
            // Told at once: a run that stops halfway has said what it saw.
            System.err.print(row);
            table.append(row);
        }
        if (brief) return;
        State second = states.get(1);
        State last = states.getLast();
        if (last.heapMb() > TOLERANCE * second.heapMb()) faults.add("the heap grew (" + name + ")");
        if (last.residentMb() > TOLERANCE * second.residentMb()) faults.add("the resident memory grew (" + name + ")");
        if (last.threads() > second.threads() + 4) faults.add("threads were lost (" + name + ")");
        if (last.files() > second.files() + CONNECTIONS) faults.add("sockets were lost (" + name + ")");
    }

    private void whole(URI url, long count, AtomicLong sent) throws Exception {
        byte[] body = Exchange.WHOLE.requestBody(false);
        inParallel(count, sent, left -> {
            // The loop stops at an answer other than 200.
            ClosedLoop.measure(url, Installation.KEY, body, (int) left, Duration.ofHours(1));
        });
    }

    private interface Worker {
        void send(long count) throws Exception;
    }

    private static void inParallel(long count, AtomicLong sent, Worker worker) throws Exception {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                long share = count / CONNECTIONS + (i < count % CONNECTIONS ? 1 : 0);
                running.add(workers.submit(() -> {
                    worker.send(share);
                    sent.addAndGet(share);
                    return null;
                }));
            }
            for (Future<?> one : running) one.get();
        }
    }

    /** Reads the first event, then leaves: every fourth client says good-bye, the others reset the connection. */
    private void brokenOff(URI url, long count, AtomicLong sent) throws Exception {
        byte[] request = ClosedLoop.request(url, Installation.KEY, Exchange.STREAMED.requestBody(false));
        byte[] mark = Exchange.utf8("data: ");
        inParallel(count, sent, left -> {
            for (long i = 0; i < left; i++) {
                try (Socket socket = new Socket(InetAddress.getByName(url.getHost()), url.getPort())) {
                    socket.setSoTimeout(30_000);
                    socket.getOutputStream().write(request);
                    awaitFirst(socket.getInputStream(), mark);
                    if (i % 4 != 0) socket.setSoLinger(true, 0);
                }
            }
        });
    }

    private static void awaitFirst(InputStream in, byte[] mark) throws IOException {
        byte[] packet = new byte[8_192];
        StringBuilder seen = new StringBuilder();
        String wanted = new String(mark, StandardCharsets.US_ASCII);
        while (seen.indexOf(wanted) < 0) {
            int length = in.read(packet);
            if (length < 0) throw new IOException("ended before its first event: " + seen);
            seen.append(new String(packet, 0, length, StandardCharsets.UTF_8));
            if (!seen.substring(0, Math.min(16, seen.length())).contains(" 200 ")) throw new IOException("answered " + seen);
        }
    }

    private static State state(long pid) throws Exception {
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        double heap = 0;
        while (used.find()) heap += Long.parseLong(used.group(2)) / 1_024.0;
        String status = Files.readString(Path.of("/proc/" + pid + "/status"));
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return new State(heap, number(status, "VmRSS:") / 1_024.0, number(status, "Threads:"), files.count());
        }
    }

    private static long number(String status, String field) {
        Matcher value = Pattern.compile(Pattern.quote(field) + "\\s+(\\d+)").matcher(status);
        return value.find() ? Long.parseLong(value.group(1)) : 0;
    }

    private static String jcmd(long pid, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        all.addAll(List.of(command));
        return output(all);
    }

    private String verified() throws Exception {
        return output(List.of(
                        Child.javaCommand(), "--enable-native-access=ALL-UNNAMED", "-jar", options.jar().toString(),
                        "audit", "verify", "--data", Installation.data(directory).toString(),
                        "--config", directory.resolve("vigie.yaml").toString()))
                .strip();
    }

    /** Every exchange has been opened and closed: two entries each, none left open, a chain without a gap. */
    private static List<String> missing(String audit, long sent) {
        List<String> faults = new ArrayList<>();
        Matcher entries = Pattern.compile("(\\d+) exchanges").matcher(audit);
        long recorded = entries.find() ? Long.parseLong(entries.group(1)) : -1;
        if (!audit.contains(" 0 exchanges open")) faults.add("exchanges are open");
        if (!audit.contains("complete and unaltered")) faults.add("the chain does not verify");
        if (recorded != sent) faults.add(sent + " exchanges were sent, " + recorded + " are recorded");
        return faults;
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }
}
