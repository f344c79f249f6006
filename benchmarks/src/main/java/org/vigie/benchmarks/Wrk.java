package org.vigie.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code wrk}: one thread, a number of connections, closed loop. */
final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");
    private static final Pattern PERCENTILE = Pattern.compile("(50|99)%\\s+([0-9.]+)(us|ms|s)\\b");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.*)");

    private final Path directory;
    private final String key;

    Wrk(Path directory, String key) {
        this.directory = directory;
        this.key = key;
    }

    /**
     * @param p50 at that number of connections, in milliseconds
     * @param failures as wrk words them; empty when there was none
     */
    record Result(long requests, double perSecond, double p50, double p99, String failures) {}

    Result run(URI url, byte[] body, int connections, int seconds) throws IOException, InterruptedException {
        Path script = directory.resolve("post.lua");
        Files.writeString(script, "wrk.method = \"POST\"\nwrk.body = [==[" + new String(body, StandardCharsets.UTF_8)
                + "]==]\nwrk.headers[\"Content-Type\"] = \"application/json\"\n"
                + "wrk.headers[\"Authorization\"] = \"Bearer " + key + "\"\n");
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "30s",
                        "--latency", "-s", script.toString(), url.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) throw new IOException("wrk failed: " + out);
        Matcher failed = FAILED.matcher(out);
        return new Result(
                Long.parseLong(found(COUNT, out)),
                Double.parseDouble(found(RATE, out)),
                percentile(out, "50"),
                percentile(out, "99"),
                failed.find() ? failed.group() : "");
    }

    private static String found(Pattern pattern, String out) throws IOException {
        Matcher matcher = pattern.matcher(out);
        if (!matcher.find()) throw new IOException("wrk said: " + out);
        return matcher.group(1);
    }

    private static double percentile(String out, String which) {
        Matcher matcher = PERCENTILE.matcher(out);
        while (matcher.find()) {
            if (matcher.group(1).equals(which)) {
                double value = Double.parseDouble(matcher.group(2));
                return switch (matcher.group(3)) {
                    case "us" -> value / 1_000;
                    case "ms" -> value;
                    default -> value * 1_000;
                };
            }
        }
        return Double.NaN;
    }
}
