package org.vigie.child;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process without a network, where the system lets its users make one (user namespaces). */
final class Cage {
    /** What stands before the command; nothing where it is not possible, as in many containers. */
    static final List<String> PREFIX = works() ? prefix() : List.of();

    private Cage() {}

    private static List<String> prefix() {
        return List.of("unshare", "--user", "--map-current-user", "--net");
    }

    private static boolean works() {
        try {
            ProcessBuilder trial = new ProcessBuilder(
                    java.util.stream.Stream.concat(prefix().stream(), java.util.stream.Stream.of("true"))
                            .toList());
            Process process = trial.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(5, TimeUnit.SECONDS)) return process.exitValue() == 0;
            process.destroyForcibly();
            return false;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
