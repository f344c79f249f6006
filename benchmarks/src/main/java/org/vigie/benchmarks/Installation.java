package org.vigie.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Vigie as packaged, with one provider, audit and shield on. */
final class Installation {
    static final String KEY = "benchmark-key-0123456789-0123456789-0123456789";

    private Installation() {}

    /** @param upstream the port of the provider on loopback */
    static Child start(Options options, Path directory, int upstream) throws IOException {
        Path configuration = Files.writeString(directory.resolve("vigie.yaml"), """
                database: {url: "%s"}
                providers:
                  - {id: bench, kind: openai, baseUrl: "http://127.0.0.1:%d/v1", zone: internal, maxDataClass: C1, models: [{id: bench}]}
                routes: [{model: assistant, targets: [bench/bench]}]
                bootstrap:
                  admin: {email: admin@example.org, password: benchmark-password}
                  apiKeys: [{name: benchmark, key: "%s", user: admin@example.org}]
                """.formatted(options.database().orElse("embedded"), upstream, KEY));
        return Child.start(
                directory.resolve("vigie.log"),
                List.of(Child.javaCommand(), "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-jar",
                        options.jar().toString(), "start", "--port", "0", "--data", data(directory).toString(),
                        "--config", configuration.toString()));
    }

    static Path data(Path directory) {
        return directory.resolve("data");
    }
}
