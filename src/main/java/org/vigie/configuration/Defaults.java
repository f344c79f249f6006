package org.vigie.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every default of the configuration, as one would write it in the file. A key that is neither here nor optional must
 * be written.
 */
final class Defaults {
    private static final Place PLACE = new Place("default", 0);

    private Defaults() {}

    /**
     * @param key its path, list indices left out, as {@code providers[].models[].id}
     * @param siblings the section that the key is missing from, since some defaults follow a neighbour
     */
    static Optional<Setting> of(String key, Setting.Section siblings) {
        return written(key, siblings).flatMap(Defaults::setting);
    }

    private static Optional<String> written(String key, Setting.Section siblings) {
        return switch (key) {
            case "server.port" -> Optional.of("8080");
            case "server.host" -> Optional.of("127.0.0.1");
            case "server.maxBodyMiB" -> Optional.of("16");
            case "database.url" -> Optional.of("embedded");
            case "providers" -> Optional.of("[{id: builtin, name: Moteur extractif intégré, kind: builtin}]");
            case "providers[].name" -> neighbour(siblings, "id").or(() -> Optional.of("?"));
            case "providers[].apis" ->
                neighbour(siblings, "kind").filter("openai"::equals).map(_ -> "[chat, responses, embeddings]");
            case "providers[].gguf.waiting" -> Optional.of("8");
            case "providers[].zone" -> onThisMachine(siblings, "internal");
            case "providers[].maxDataClass" -> onThisMachine(siblings, "C3");
            case "providers[].models" ->
                neighbour(siblings, "kind").filter("builtin"::equals).map(_ -> "[{id: extractive}]");
            case "providers[].models[].id" -> neighbour(siblings, "upstreamModel");
            case "providers[].models[].upstreamModel" -> neighbour(siblings, "id");
            case "providers[].connection.connectTimeoutSeconds" -> Optional.of("5");
            case "providers[].connection.answerTimeoutSeconds" -> Optional.of("3600");
            case "providers[].connection.poolSize" -> Optional.of("512");
            case "providers[].connection.tls.minimumVersion" -> Optional.of("tls12");
            case "routes" -> builtinAlone(siblings);
            case "routes[].retries" -> Optional.of("1");
            case "cache.enabled" -> Optional.of("false");
            case "cache.maxMiB" -> Optional.of("64");
            case "cache.ttlSeconds" -> Optional.of("3600");
            case "shield.secondOpinion.budgetMs" -> Optional.of("50");
            case "shield.secondOpinion.threads" -> Optional.of("1");
            case "bootstrap.users[].roles" -> Optional.of("[employee]");
            default -> Optional.empty();
        };
    }

    /** What runs in this very process, or in a child of it, is as safe as the data directory. */
    private static Optional<String> onThisMachine(Setting.Section provider, String value) {
        return neighbour(provider, "kind")
                .filter(Set.of("builtin", "gguf")::contains)
                .map(_ -> value);
    }

    /** The installation that has no model yet. */
    private static Optional<String> builtinAlone(Setting.Section root) {
        return root.value("providers").isPresent()
                ? Optional.empty()
                : Optional.of("[{model: assistant, targets: [builtin/extractive]}]");
    }

    private static Optional<String> neighbour(Setting.Section section, String key) {
        return section.value(key)
                .filter(Setting.Scalar.class::isInstance)
                .map(scalar -> ((Setting.Scalar) scalar).text());
    }

    private static Optional<Setting> setting(String written) {
        if (!written.startsWith("[")) {
            return Optional.of(new Setting.Scalar(written, true, PLACE));
        }
        Faults faults = new Faults();
        return new YamlText(PLACE.source(), new Substitution(Map.of(), faults), faults).read(written);
    }
}
