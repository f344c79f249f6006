package org.vigie.parsing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.vigie.child.ChildJvm;
import org.vigie.parsing.Frames.Request;
import org.vigie.parsing.Unreadable.Fault;

/** The parent's hold on one child process; reads one file at a time. */
final class Worker implements AutoCloseable {
    /** HotSpot's own, with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Limits limits;
    private final Path directory;
    private final Process process;
    private final DataInputStream answers;
    private final DataOutputStream requests;
    private volatile long deadline;
    private int files;
    private boolean answered;

    private Worker(Limits limits, Path directory, Process process) {
        this.limits = limits;
        this.directory = directory;
        this.process = process;
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    static Worker start(Limits limits) throws IOException {
        Path directory = Files.createTempDirectory("vigie-parsing");
        ProcessBuilder builder = new ProcessBuilder(command(limits, directory))
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        // Keys of providers and of the database stand there: only what Tesseract needs is passed on.
        environment.keySet().retainAll(Set.of("PATH", "TESSDATA_PREFIX"));
        environment.putAll(Map.of("LC_ALL", "C.UTF-8", "OMP_THREAD_LIMIT", "1", "TMPDIR", directory.toString()));
        return new Worker(limits, directory, builder.start());
    }

    /** How many files it has been given. */
    int files() {
        return files;
    }

    /** Whether it answered what it was last asked, be it with a fault. */
    boolean hasAnswered() {
        return answered;
    }

    /** For the tests that kill it. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** @throws Gone where it had ended before it was asked, as it does when it is idle */
    Extract read(Request request) throws Unreadable, Gone {
        files++;
        answered = false;
        long begun = System.nanoTime();
        deadline = begun + limits.hard().toNanos();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("parsing-answers").start(() -> ask(request, answer));
        try {
            Answer arrived = awaited(answer);
            answered = true;
            return switch (arrived) {
                case Text(Extract extract) -> extract;
                case Refusal(Fault fault) -> throw new Unreadable(fault);
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Unreadable(Fault.STOPPED);
        } catch (TimeoutException _) {
            throw new Unreadable(Fault.TIMEOUT);
        } catch (ExecutionException broken) {
            throw afterDeath();
        }
    }

    /** It ended of itself while nothing was asked of it. */
    static final class Gone extends Exception {
        private static final long serialVersionUID = 1;
    }

    private sealed interface Answer {}

    private record Text(Extract extract) implements Answer {}

    private record Refusal(Fault fault) implements Answer {}

    private Answer awaited(CompletableFuture<Answer> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            long left = deadline - System.nanoTime();
            try {
                return answer.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                // A page that is being recognised has put the end off.
                if (deadline - System.nanoTime() <= 0) throw late;
            }
        }
    }

    private void ask(Request request, CompletableFuture<Answer> answer) {
        try {
            Frames.write(requests, request);
            long latest = deadline
                    + limits.recognition().plus(limits.recognitionOfAPage()).toNanos();
            int kind = answers.readUnsignedByte();
            while (kind == Frames.RECOGNISING) {
                long page = limits.recognitionOfAPage()
                        .plus(limits.hard())
                        .plus(GRACE)
                        .toNanos();
                deadline = Math.min(latest, System.nanoTime() + page);
                kind = answers.readUnsignedByte();
            }
            answer.complete(
                    switch (kind) {
                        case Frames.EXTRACT -> new Text(Frames.readExtract(answers, limits.characters()));
                        case Frames.FAULT -> new Refusal(Frames.readFault(answers));
                        default -> throw new IOException("unknown answer " + kind);
                    });
        } catch (IOException | RuntimeException broken) {
            answer.completeExceptionally(broken);
        }
    }

    private Unreadable afterDeath() throws Gone {
        try {
            if (process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (process.exitValue() == 0) throw new Gone();
                if (process.exitValue() == OUT_OF_MEMORY) return new Unreadable(Fault.OUT_OF_MEMORY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new Unreadable(Fault.DIED);
    }

    /** Kills it with what it started, and removes what it left. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit()
                .orTimeout(GRACE.toSeconds(), TimeUnit.SECONDS)
                .handle((_, _) -> "ended")
                .join();
        try (Stream<Path> left = Files.walk(directory)) {
            left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | java.io.UncheckedIOException _) {
            // The system clears its temporary files.
        }
    }

    private static List<String> command(Limits limits, Path directory) {
        return ChildJvm.command(
                List.of(
                        "-Xmx" + limits.heapMegabytes() + "m",
                        "-Xss4m",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + directory),
                ReadingProcess.class,
                ReadingProcess.arguments(limits));
    }
}
