package org.vigie.provider;

import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Target;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.local.LocalModels;

/** The providers of this instance, by the protocol that each speaks. */
@Singleton
public final class Providers {
    private final Map<String, Provider> byId = new HashMap<>();

    @Inject
    public Providers(Vertx vertx, Catalog catalog, LocalModels local) {
        for (VigieConfiguration.Provider provider : catalog.providers()) {
            byId.put(
                    provider.id(),
                    switch (provider.kind()) {
                        case OPENAI, ANTHROPIC -> new HttpProvider(vertx, provider);
                        case GGUF ->
                            new LocalProvider(
                                    provider.id(), local.of(provider.id()).orElseThrow());
                        case BUILTIN -> new BuiltinProvider();
                    });
        }
    }

    public Provider of(Target target) {
        return Optional.ofNullable(byId.get(target.provider().id()))
                .orElseThrow(() -> new IllegalStateException(
                        "no provider " + target.provider().id()));
    }
}
