package org.vigie.translation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vigie.exchange.Dialect;

/**
 * Every pair of dialects by files: {@code request/CLIENT/CASE.json} becomes {@code request/CLIENT/CASE.PROVIDER.json};
 * {@code whole}, {@code stream} (a list of events) and {@code error} of a provider become {@code PROVIDER/CASE.CLIENT.json}.
 * With {@code -Dgolden.update=true} what comes out is written down, to be read before it is committed.
 */
class GoldenTest {
    private static final Path FILES = Path.of("src/test/resources/org/vigie/translation");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Terms TERMS =
            new Terms(Optional.empty(), false, InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000)));
    private static final int ERROR_STATUS = 400;

    private static Stream<DynamicTest> each(String what, Golden test) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Dialect from : Dialect.values()) {
            Path folder = FILES.resolve(what).resolve(name(from));
            if (!Files.isDirectory(folder)) continue;
            for (Path file : sources(folder)) {
                for (Dialect to : Dialect.values()) {
                    boolean pair =
                            what.equals("request") ? Translation.between(from, to) : Translation.between(to, from);
                    if (pair)
                        tests.add(DynamicTest.dynamicTest(
                                folder.relativize(file) + " of " + name(from) + " as " + name(to),
                                () -> test.run(from, to, file)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(2);
        return tests.stream();
    }

    private interface Golden {
        void run(Dialect from, Dialect to, Path file) throws IOException;
    }

    private static String name(Dialect dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[a-z0-9-]+\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private static void compare(Path source, Dialect to, JsonNode made) {
        String name = source.getFileName().toString().replace(".json", "." + name(to) + ".json");
        Path golden = source.resolveSibling(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(golden, JSON.writeValueAsString(made) + "\n");
            }
            assertThat(made).isEqualTo(JSON.readTree(golden.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A request that asks for nothing, for the answers that repeat it. */
    private static Translation translation(Dialect client, Dialect provider) throws IOException {
        Path request = FILES.resolve("request").resolve(name(client)).resolve("text.json");
        return Translation.of(client, provider, TERMS, Files.readAllBytes(request));
    }

    @TestFactory
    Stream<DynamicTest> requests() throws IOException {
        return each("request", (client, provider, file) -> {
            byte[] request = Files.readAllBytes(file);
            compare(
                    file,
                    provider,
                    JSON.readTree(
                            Translation.of(client, provider, TERMS, request).request()));
        });
    }

    @TestFactory
    Stream<DynamicTest> whole_answers() throws IOException {
        return each(
                "whole",
                (provider, client, file) -> compare(
                        file,
                        client,
                        JSON.readTree(translation(client, provider).whole(Files.readAllBytes(file)))));
    }

    @TestFactory
    Stream<DynamicTest> streams() throws IOException {
        return each("stream", (provider, client, file) -> {
            Translation.Stream stream = translation(client, provider).stream();
            ArrayNode made = JSON.createArrayNode();
            for (JsonNode event : JSON.readTree(file.toFile())) {
                for (byte[] out : stream.events(List.of(JSON.writeValueAsBytes(event)))) made.add(JSON.readTree(out));
            }
            for (byte[] out : stream.end()) made.add(JSON.readTree(out));
            compare(file, client, made);
        });
    }

    @TestFactory
    Stream<DynamicTest> errors() throws IOException {
        return each(
                "error",
                (provider, client, file) -> compare(
                        file,
                        client,
                        JSON.readTree(
                                translation(client, provider).rejection(ERROR_STATUS, Files.readAllBytes(file)))));
    }
}
