package org.vigie.local;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.vigie.child.ChildJvm;
import org.vigie.local.Frames.Order;

/** The parent's hold on one child process. Anybody may give orders; one thread reads. */
final class ModelWorker implements AutoCloseable {
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** What a shell adds to the number of the signal that ended a process. */
    private static final int SIGNAL = 128;

    private static final Map<Integer, String> SIGNALS = Map.of(
            4, "an instruction that this processor does not have (signal 4)",
            6, "a fault of its runtime (signal 6)",
            9, "kill -9, perhaps for want of memory (signal 9)",
            11, "a fault of its runtime (signal 11)");

    private final Process process;
    private final DataInputStream answers;
    private final DataOutputStream orders;

    private ModelWorker(Process process) {
        this.process = process;
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.orders = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    static ModelWorker start(LocalModel.Settings settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(settings)).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        // Keys of providers and of the database stand there.
        environment.keySet().retainAll(Set.of("PATH", "TMPDIR"));
        environment.put("LC_ALL", "C.UTF-8");
        return new ModelWorker(builder.start());
    }

    private static List<String> command(LocalModel.Settings settings) {
        List<String> command = new ArrayList<>();
        // Whoever waits for the gateway comes before whoever waits for tokens.
        if (Files.isExecutable(NICE)) command.addAll(List.of(NICE.toString(), "-n", "10"));
        command.addAll(ChildJvm.command(
                List.of(
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")),
                ModelProcess.class,
                settings.file().toAbsolutePath().toString(),
                Integer.toString(settings.context()),
                Integer.toString(settings.threads())));
        return command;
    }

    /** Blocks until it says something; @throws IOException at its end */
    Told read() throws IOException {
        return Frames.readTold(answers);
    }

    synchronized void order(Order order) throws IOException {
        Frames.write(orders, order);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Why it ended, once its output has. */
    String epitaph() {
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) return "it does not answer as it should";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "we were stopped";
        }
        int code = process.exitValue();
        return "its process ended by " + SIGNALS.getOrDefault(code - SIGNAL, "itself (code " + code + ")");
    }

    /** Kills it: there is nothing that it would have to write. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
