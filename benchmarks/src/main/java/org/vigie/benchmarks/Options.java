package org.vigie.benchmarks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param rounds each measures every target once; their order rotates
 * @param seconds of one run of wrk
 * @param warmUpSeconds per target and exchange, before the first round
 * @param requests of one closed loop
 * @param findings whether there is something to mask in the request
 * @param database an external one; its user and password come by VIGIE_DATABASE_USER and VIGIE_DATABASE_PASSWORD
 */
record Options(
        int rounds, int seconds, int warmUpSeconds, int requests, boolean findings, Optional<String> database, Path jar, Path out) {
    private static final String HELP = """
            Usage: benchmarks/run [--short] [--rounds N] [--seconds N] [--warm-up N] [--findings] [--database JDBC-URL] [--jar FILE] [--out FILE]
                   benchmarks/run endurance [--short] [--jar FILE] [--out FILE]
                   benchmarks/run thread-model [--short] [--rounds N] [--seconds N] [--out FILE]

            Measures an exchange of 1 KB, whole and streamed: direct, through nginx, through Vigie (audit and shield on).
              --short         one round of one second, to see that it works; its figures mean nothing
              --rounds N      default 5
              --seconds N     of one run of wrk; default 5
              --warm-up N     seconds of load on Vigie before the first round, per exchange; default 60
              --findings      puts a name and an e-mail address into the request, to be masked
              --database URL  an external PostgreSQL instead of the embedded one; its CPU is then not counted
              --jar FILE      default target/vigie.jar
              --out FILE      the table in Markdown; default benchmarks/target/results.md
            thread-model compares three ways to divide a proxy between event loops and virtual threads.
            endurance sends a million exchanges, breaks off 100,000 streams and watches the memory; --short sends 6,000.
            """;

    static Options of(String[] args, String defaultOut) {
        Path home = Path.of(System.getProperty("benchmarks.home", "benchmarks")).toAbsolutePath();
        Options options = new Options(5, 5, 60, 5_000, false, Optional.empty(),
                home.resolveSibling("target/vigie.jar"), home.resolve("target").resolve(defaultOut));
        Deque<String> left = new ArrayDeque<>(List.of(args));
        while (!left.isEmpty()) {
            options = options.with(left.pop(), left);
        }
        return options;
    }

    private Options with(String option, Deque<String> left) {
        return switch (option) {
            case "--short" -> new Options(1, 1, 1, 200, findings, database, jar, out);
            case "--rounds" -> new Options(number(left), seconds, warmUpSeconds, requests, findings, database, jar, out);
            case "--seconds" -> new Options(rounds, number(left), warmUpSeconds, requests, findings, database, jar, out);
            case "--warm-up" -> new Options(rounds, seconds, number(left), requests, findings, database, jar, out);
            case "--findings" -> new Options(rounds, seconds, warmUpSeconds, requests, true, database, jar, out);
            case "--database" -> new Options(rounds, seconds, warmUpSeconds, requests, findings, Optional.of(value(left)), jar, out);
            case "--jar" -> new Options(rounds, seconds, warmUpSeconds, requests, findings, database, Path.of(value(left)), out);
            case "--out" -> new Options(rounds, seconds, warmUpSeconds, requests, findings, database, jar, Path.of(value(left)));
            case "--help" -> throw leave(0);
            default -> throw leave(2);
        };
    }

    private static int number(Deque<String> left) {
        try {
            return Integer.parseInt(value(left));
        } catch (NumberFormatException noNumber) {
            throw leave(2);
        }
    }

    private static String value(Deque<String> left) {
        if (left.isEmpty()) throw leave(2);
        return left.pop();
    }

    private static IllegalStateException leave(int code) {
        (code == 0 ? System.out : System.err).print(HELP);
        System.exit(code);
        return new IllegalStateException("exited");
    }
}
