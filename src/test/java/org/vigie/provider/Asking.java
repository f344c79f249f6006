package org.vigie.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.configuration.ConfigurationFile;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.detection.Detector;
import org.vigie.detection.StaffDirectory;
import org.vigie.exchange.Cancellation;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.ModelRequest;
import org.vigie.local.LocalModels;
import org.vigie.opinion.SecondOpinion;
import org.vigie.provider.Provider.Events;
import org.vigie.provider.Provider.Reply;
import org.vigie.shield.ClearedPrompt;
import org.vigie.shield.Shield;

/** One provider, configured as a file would, and requests to it. */
final class Asking implements Events {
    private static final Shield SHIELD =
            new Shield(new Detector(StaffDirectory.EMPTY), SecondOpinion.NONE, new byte[32]);

    private final Provider provider;
    private final Route route;
    final List<String> events = new CopyOnWriteArrayList<>();

    /**
     * @param baseUrl of the provider
     * @param settings further keys of it, in YAML, with a comma at the end of each
     */
    Asking(Vertx vertx, Path directory, String baseUrl, String settings) throws IOException {
        Path file = Files.writeString(directory.resolve("vigie.yaml"), """
            providers:
              - {id: p, kind: openai, zone: internal, maxDataClass: C3, baseUrl: "%s", %s
                 models: [{id: m, upstreamModel: "upstream model"}]}
            routes:
              - {model: r, targets: [p/m]}
            """.formatted(baseUrl, settings));
        VigieConfiguration configuration = ConfigurationFile.load(file, true, Map.of());
        Catalog catalog = new Catalog(configuration);
        this.route = catalog.route("r").orElseThrow();
        this.provider = new Providers(vertx, catalog, new LocalModels(configuration))
                .of(route.targets().getFirst());
    }

    Reply ask(boolean stream) throws ProviderFailure {
        return ask(stream, this);
    }

    Reply ask(boolean stream, Events to) throws ProviderFailure {
        String json =
                "{\"model\":\"r\",\"stream\":" + stream + ",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";
        ClearedPrompt prompt = SHIELD.clear(
                SHIELD.inspect(ModelRequest.parse(Dialect.CHAT_COMPLETIONS, Map.of(), json.getBytes(UTF_8))),
                route.targets().getFirst(),
                "scope");
        return provider.send(prompt, route, to, new Cancellation());
    }

    /** The failure that must come. */
    ProviderFailure failure(boolean stream) {
        try {
            throw new AssertionError("answered: " + ask(stream));
        } catch (ProviderFailure expected) {
            return expected;
        }
    }

    @Override
    public void events(List<byte[]> json) {
        json.forEach(event -> events.add(new String(event, UTF_8)));
    }
}
