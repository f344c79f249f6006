package org.vigie.cli;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.vigie.configuration.ConfigurationFile;
import org.vigie.store.DataDirectory;
import picocli.CommandLine.Command;

/**
 * Lives a short life, from start to stop, on a directory of its own, so that the JVM that is run with
 * {@code -XX:AOTCacheOutput} learns which classes a real one needs. The launcher calls it after each build.
 */
@Command(name = "train", hidden = true, description = "Rehearses a start for the JVM's AOT cache.")
final class TrainCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Path root = Files.createTempDirectory("vigie-train");
        PrintStream out = System.out;
        try {
            DataDirectory directory = DataDirectory.open(root.resolve("data"));
            Thread.ofPlatform().daemon().start(TrainCommand::rehearse);
            System.setOut(System.err);
            return new StartCommand()
                    .rehearse(directory, ConfigurationFile.load(directory.configFile(), false, Map.of()));
        } finally {
            System.setOut(out);
            delete(root);
        }
    }

    private static void rehearse() {
        try {
            Signals.awaitServing();
            new Rehearsal(ReadyLine.url(), Launch.current().directory()).run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            Quarkus.asyncExit(0);
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
