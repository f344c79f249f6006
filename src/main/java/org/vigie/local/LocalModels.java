package org.vigie.local;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.configuration.VigieConfiguration.Provider;

/**
 * The local models of this instance, by their providers. They start with the server and beside it: what is wrong with one
 * shows at once, and nobody's first question waits for gigabytes to be read.
 */
@Singleton
@Startup
public final class LocalModels implements AutoCloseable {
    /** Enough for a conversation, and a context that a small machine has the memory for. */
    private static final int CONTEXT = 4_096;

    private final Map<String, LocalModel> byProvider = new LinkedHashMap<>();

    @Inject
    public LocalModels(VigieConfiguration configuration) {
        configuration
                .providers()
                .forEach(provider -> settings(provider)
                        .ifPresent(settings -> byProvider.put(provider.id(), LocalModel.start(settings))));
    }

    /** Empty where the provider is none of this kind. */
    public static Optional<LocalModel.Settings> settings(Provider provider) {
        return provider.gguf()
                .map(gguf -> new LocalModel.Settings(
                        provider.id(),
                        gguf.file(),
                        provider.models().getFirst().contextTokens().orElse(CONTEXT),
                        gguf.threads().orElseGet(LocalModels::threads),
                        gguf.waiting()));
    }

    /** Half of the processors: the other half of many is a second thread of the same core. */
    private static int threads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    public Optional<LocalModel> of(String provider) {
        return Optional.ofNullable(byProvider.get(provider));
    }

    /** In the order of the file. */
    public Map<String, LocalModel> all() {
        return Collections.unmodifiableMap(byProvider);
    }

    @PreDestroy
    @Override
    public void close() {
        byProvider.values().forEach(LocalModel::close);
    }
}
