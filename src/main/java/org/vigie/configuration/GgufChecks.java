package org.vigie.configuration;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.configuration.VigieConfiguration.Gguf;
import org.vigie.configuration.VigieConfiguration.Provider;

/** Whether a model's file is there, is one, and fits; whether it can be computed shows when its process starts. */
final class GgufChecks {
    private static final int MOST_THREADS = 512;
    private static final int MOST_WAITING = 1_000;
    /** Where the configuration says nothing, less than any model has. */
    private static final int LEAST_CONTEXT = 128;

    private final Checks checks;

    GgufChecks(Checks checks) {
        this.checks = checks;
    }

    void run(String path, Provider provider) {
        String at = path + ".gguf";
        checks.require(at, provider.gguf().isPresent(), "is missing: a provider of kind gguf needs it, with file");
        provider.gguf().ifPresent(gguf -> gguf(at, gguf, path, provider));
        checks.require(path + ".models", provider.models().size() <= 1, "must name one model: the file has no more");
    }

    private void gguf(String at, Gguf gguf, String path, Provider provider) {
        gguf.threads().ifPresent(threads -> checks.range(at + ".threads", threads, 1, MOST_THREADS));
        checks.range(at + ".waiting", gguf.waiting(), 0, MOST_WAITING);
        if (!checks.sound(at + ".file")) return;
        Path file = gguf.file();
        boolean readable = Files.isRegularFile(file) && Files.isReadable(file);
        checks.require(
                at + ".file",
                readable,
                "names a file that cannot be read" + (Files.notExists(file) ? ": it does not exist" : ""));
        if (!readable) return;
        try {
            GgufFile model = GgufFile.read(file);
            provider.models().stream()
                    .limit(1)
                    .flatMap(one -> one.contextTokens().stream())
                    .forEach(tokens -> context(path + ".models[0].contextTokens", tokens, model));
            fits(at + ".file", model, provider);
        } catch (GgufFile.NotOne notOne) {
            checks.require(at + ".file", false, "names a file that " + notOne.getMessage());
        } catch (IOException unreadable) {
            checks.require(at + ".file", false, "names a file that cannot be read");
        }
    }

    private void context(String path, int tokens, GgufFile model) {
        checks.require(path, tokens >= LEAST_CONTEXT, "must be at least " + LEAST_CONTEXT + " for a gguf");
        model.trainedContext()
                .ifPresent(most -> checks.require(
                        path, tokens <= most, "must be at most " + most + ", which is what the model was trained on"));
    }

    /** Of this machine or container. What else runs in it is not known, so that this refuses the hopeless alone. */
    private void fits(String path, GgufFile model, Provider provider) {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine)) return;
        long needed = provider.models().stream()
                .findFirst()
                .flatMap(VigieConfiguration.Model::contextTokens)
                .map(model::bytesWith)
                .orElse(model.bytes());
        long there = machine.getTotalMemorySize();
        checks.require(
                path,
                needed < there,
                "names a model that needs " + gigabytes(needed) + " of memory with its context; this machine has "
                        + gigabytes(there));
    }

    private static String gigabytes(long bytes) {
        return "%.1f GiB".formatted(bytes / (double) (1L << 30));
    }
}
