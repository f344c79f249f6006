package org.vigie.child;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The command of a JVM that runs one class of this program: small, quick to start, and leaving nothing when it crashes. */
public final class ChildJvm {
    private ChildJvm() {}

    /** Whether the system lets us start a process without a network. */
    public static boolean isCaged() {
        return !Cage.PREFIX.isEmpty();
    }

    /**
     * @param options of the JVM, besides those that every child has
     * @param main a class with a {@code main}
     */
    public static List<String> command(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(Cage.PREFIX);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                // What a crash writes may hold content; and the output is for answers alone.
                "-XX:ErrorFile=/dev/null",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr",
                // No name resolves.
                "-Djdk.net.hosts.file=/dev/null"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The packaged program's jar; else, while it is developed, all jars that the class loader knows, and the classes. */
    private static String classPath() {
        Path ours = Path.of(URI.create(ChildJvm.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        if (Files.isRegularFile(ours)) return ours.toString();
        Set<String> path = new LinkedHashSet<>();
        path.add(ours.toString());
        try {
            ClassLoader loader = ChildJvm.class.getClassLoader();
            for (var manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                String place = manifest.toString();
                if (!place.startsWith("jar:file:")) continue;
                String jar = place.substring("jar:".length(), place.indexOf("!/"));
                path.add(Path.of(URI.create(jar)).toString());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return String.join(File.pathSeparator, path);
    }
}
