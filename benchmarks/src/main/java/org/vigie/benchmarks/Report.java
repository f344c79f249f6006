package org.vigie.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes a table with what one must know to read it. */
final class Report {
    private Report() {}

    /** The load averages over 1, 5 and 15 minutes. */
    static String load() throws IOException {
        String[] fields = Files.readString(Path.of("/proc/loadavg")).split(" ");
        return String.join(" ", fields[0], fields[1], fields[2]);
    }

    static void write(Options options, String table, String loadBefore) throws IOException {
        String report = "%s%n%s, %d processors, Java %s, %d round(s) of %d s, medians; load average before: %s, after: %s%s%s.%n".formatted(
                table,
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                options.rounds(),
                options.seconds(),
                loadBefore,
                load(),
                options.findings() ? "; a name and an e-mail address to mask" : "; nothing to mask",
                options.database().isPresent() ? "; external database, its CPU not counted" : "");
        Files.createDirectories(options.out().toAbsolutePath().getParent());
        Files.writeString(options.out(), report);
        System.out.print(report);
    }
}
