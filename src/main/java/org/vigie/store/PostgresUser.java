package org.vigie.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Under which identity PostgreSQL's programs run, since they refuse to run as root.
 *
 * <p>An ordinary user runs them as itself. Root runs them as the first of {@code vigie}, {@code postgres},
 * {@code nobody} that exists. Where that user cannot reach the data directory (one below {@code /root}, mode 0700), they
 * run in a user namespace without any mapping: there the process keeps root's files and none of root's rights, and sees
 * itself as {@code nobody}, which satisfies PostgreSQL. Ambient capabilities would not do: PostgreSQL asks
 * {@code access(2)}, which ignores them (tried).
 */
sealed interface PostgresUser {

    /** The command, wrapped. */
    List<String> run(List<String> command);

    /** The same for the server, which the kernel interrupts (SIGINT: a fast, clean stop) when its parent thread ends. */
    List<String> runUntilParentDies(List<String> command);

    /** Gives a file or directory of ours to that identity. */
    void own(Path path) throws IOException;

    /** The user who started Vigie. */
    record Same() implements PostgresUser {
        @Override
        public List<String> run(List<String> command) {
            return command;
        }

        @Override
        public List<String> runUntilParentDies(List<String> command) {
            return join(List.of("setpriv", "--pdeathsig", "SIGINT"), command);
        }

        @Override
        public void own(Path path) {}
    }

    /** An unprivileged user of the system, when Vigie runs as root. */
    record Other(int uid, int gid) implements PostgresUser {
        @Override
        public List<String> run(List<String> command) {
            return join(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), command);
        }

        @Override
        public List<String> runUntilParentDies(List<String> command) {
            return join(
                    List.of("setpriv", "--pdeathsig", "SIGINT", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"),
                    command);
        }

        @Override
        public void own(Path path) throws IOException {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    /** Root's files without root's rights. */
    record Namespace() implements PostgresUser {
        @Override
        public List<String> run(List<String> command) {
            return join(List.of("unshare", "--user"), command);
        }

        @Override
        public List<String> runUntilParentDies(List<String> command) {
            return join(List.of("unshare", "--user", "setpriv", "--pdeathsig", "SIGINT"), command);
        }

        @Override
        public void own(Path path) throws IOException {
            Files.setAttribute(path, "unix:uid", 0);
            Files.setAttribute(path, "unix:gid", 0);
        }
    }

    /**
     * The identity that can run {@code program} here.
     *
     * @throws StoreException when none can
     */
    static PostgresUser forProgram(Path program, Path cluster) throws IOException {
        int uid = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        if (uid != 0) return new Same();
        for (PostgresUser candidate : candidates(cluster)) {
            if (works(candidate, program)) return candidate;
        }
        throw new StoreException(
                "PostgreSQL does not run as root, and no other user can enter " + cluster.resolveSibling("")
                        + ". Choose a directory that all can enter, as --data /var/lib/vigie, start as an ordinary user, or set"
                        + " database.url to a PostgreSQL server.");
    }

    private static List<PostgresUser> candidates(Path cluster) throws IOException {
        List<PostgresUser> candidates = new ArrayList<>();
        if (Files.exists(cluster)) {
            int uid = (int) Files.getAttribute(cluster, "unix:uid");
            int gid = (int) Files.getAttribute(cluster, "unix:gid");
            candidates.add(uid == 0 ? new Namespace() : new Other(uid, gid));
        }
        candidates.addAll(users());
        candidates.add(new Namespace());
        return candidates;
    }

    private static List<PostgresUser> users() throws IOException {
        List<String> accounts = Files.readAllLines(Path.of("/etc/passwd"));
        List<PostgresUser> users = new ArrayList<>();
        for (String name : List.of("vigie", "postgres", "nobody")) {
            accounts.stream()
                    .map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && fields[0].equals(name))
                    .forEach(fields -> users.add(new Other(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]))));
        }
        return users;
    }

    private static boolean works(PostgresUser user, Path program) throws IOException {
        Process trial = new ProcessBuilder(user.run(List.of(program.toString(), "--version")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            trial.destroyForcibly();
        }
    }

    private static List<String> join(List<String> wrapper, List<String> command) {
        List<String> all = new ArrayList<>(wrapper);
        all.addAll(command);
        return all;
    }
}
