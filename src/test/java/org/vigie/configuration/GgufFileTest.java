package org.vigie.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.kernel.DataClass;

class GgufFileTest {
    private static final String FILE = "vigie.yaml:4: providers[0].gguf.file ";

    @TempDir
    Path directory;

    /** The beginning of a model's file, without its weights. */
    static Path write(Path file, int version, int context) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(4_096).order(ByteOrder.LITTLE_ENDIAN);
        head.put("GGUF".getBytes(StandardCharsets.US_ASCII))
                .putInt(version)
                .putLong(1)
                .putLong(8);
        text(head, "general.architecture");
        head.putInt(8);
        text(head, "llama");
        text(head, "general.tags");
        head.putInt(9).putInt(8).putLong(2);
        text(head, "fr");
        text(head, "chat");
        text(head, "llama.rope.freq_base");
        head.putInt(6).putFloat(10_000);
        number(head, "llama.context_length", context);
        number(head, "llama.block_count", 32);
        number(head, "llama.embedding_length", 4_096);
        number(head, "llama.attention.head_count", 32);
        number(head, "llama.attention.head_count_kv", 8);
        return Files.write(file, Arrays.copyOf(head.array(), head.position()));
    }

    private static void number(ByteBuffer head, String key, int value) {
        text(head, key);
        head.putInt(4).putInt(value);
    }

    private static void text(ByteBuffer head, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head.putLong(bytes.length).put(bytes);
    }

    private VigieConfiguration load(String file, String settings, String models) throws IOException {
        Path yaml = Files.writeString(directory.resolve("vigie.yaml"), """
                providers:
                  - id: local
                    kind: gguf
                    gguf: {file: "%s"%s}
                    models: %s
                """.formatted(file, settings, models));
        return ConfigurationFile.load(yaml, true, Map.of());
    }

    private List<String> problems(String file, String settings, String models) {
        try {
            load(file, settings, models);
            return List.of();
        } catch (ConfigurationException refused) {
            return refused.problems().stream()
                    .map(problem -> problem.replace(directory + "/", ""))
                    .toList();
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    @Test
    void a_file_beside_the_configuration_is_internal_and_for_every_class() throws IOException {
        Path file = write(directory.resolve("m.gguf"), 3, 4_096);
        Provider provider = load("m.gguf", ", threads: 2, waiting: 0", "[{id: m}]")
                .providers()
                .getFirst();

        assertThat(provider.zone()).isEqualTo(Zone.INTERNAL);
        assertThat(provider.maxDataClass()).isEqualTo(DataClass.C3);
        assertThat(provider.gguf().orElseThrow().file()).isEqualTo(file);
        assertThat(provider.gguf().orElseThrow().threads()).contains(2);
        assertThat(provider.gguf().orElseThrow().waiting()).isZero();
    }

    @Test
    void tells_how_the_model_is_built() throws Exception {
        Path file = write(directory.resolve("m.gguf"), 2, 8_192);
        GgufFile read = GgufFile.read(file);

        assertThat(read.architecture()).isEqualTo("llama");
        assertThat(read.trainedContext()).contains(8_192L);
        // Keys and values of 2 bytes, 32 layers, 8 heads of 128: 128 KiB a token.
        assertThat(read.bytesWith(1_000) - Files.size(file)).isEqualTo(1_000L * 128 * 1_024);
    }

    @Test
    void says_what_is_wrong_with_the_file() throws IOException {
        Path whole = write(directory.resolve("m.gguf"), 3, 4_096);
        Files.write(directory.resolve("cut.gguf"), Arrays.copyOf(Files.readAllBytes(whole), 100));
        Files.writeString(directory.resolve("text.gguf"), "not a model at all");
        Files.writeString(directory.resolve("empty.gguf"), "");
        write(directory.resolve("new.gguf"), 4, 4_096);

        assertThat(problems("none.gguf", "", "[{id: m}]"))
                .containsExactly(FILE + "names a file that cannot be read: it does not exist");
        assertThat(problems(".", "", "[{id: m}]")).containsExactly(FILE + "names a file that cannot be read");
        assertThat(problems("text.gguf", "", "[{id: m}]"))
                .containsExactly(FILE + "names a file that is not a GGUF: it does not begin with these letters");
        assertThat(problems("empty.gguf", "", "[{id: m}]"))
                .containsExactly(FILE + "names a file that is not a GGUF: it does not begin with these letters");
        assertThat(problems("new.gguf", "", "[{id: m}]"))
                .containsExactly(FILE + "names a file that is a GGUF of version 4; 2 and 3 can be read");
        assertThat(problems("cut.gguf", "", "[{id: m}]"))
                .containsExactly(FILE + "names a file that is cut off: it ends within its own description");
    }

    @Test
    void a_model_that_can_never_fit_is_refused() throws IOException {
        Path file = write(directory.resolve("m.gguf"), 3, 4_096);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(4L << 40);
        }

        assertThat(problems("m.gguf", "", "[{id: m}]"))
                .singleElement()
                .asString()
                .startsWith(FILE + "names a model that needs 4096")
                .contains("GiB of memory with its context; this machine has ");
    }

    @Test
    void says_what_has_no_meaning_for_a_file() throws IOException {
        write(directory.resolve("m.gguf"), 3, 4_096);

        assertThat(problems("m.gguf", "", "[{id: m, contextTokens: 5000}]"))
                .containsExactly(
                        "vigie.yaml:5: providers[0].models[0].contextTokens must be at most 4096, which is what"
                                + " the model was trained on");
        assertThat(problems("m.gguf", "", "[{id: m}, {id: n}]"))
                .containsExactly("vigie.yaml:5: providers[0].models must name one model: the file has no more");
        assertThat(problems("m.gguf", ", threads: 0, waiting: -1", "[{id: m}]"))
                .containsExactly(
                        "vigie.yaml:4: providers[0].gguf.threads must be between 1 and 512, not 0",
                        "vigie.yaml:4: providers[0].gguf.waiting must be between 0 and 1000, not -1");
        Path yaml = Files.writeString(directory.resolve("vigie.yaml"), """
                providers:
                  - {id: a, kind: gguf, models: [{id: m}], baseUrl: "http://localhost/v1"}
                  - {id: b, kind: builtin, gguf: {file: m.gguf}}
                """);
        assertThatThrownBy(() -> ConfigurationFile.load(yaml, true, Map.of()))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        refused -> assertThat(refused.problems())
                                .anyMatch(line -> line.contains(
                                        "providers[0].baseUrl has no meaning for a provider of kind gguf"))
                                .anyMatch(line -> line.contains("providers[0].gguf is missing"))
                                .anyMatch(line -> line.contains(
                                        "providers[1].gguf has a meaning for a provider of kind gguf alone")));
    }
}
