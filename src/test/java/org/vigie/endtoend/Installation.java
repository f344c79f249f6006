package org.vigie.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.demo.FakeModel;
import org.vigie.demo.Pace;

/**
 * A Vigie of its own in a directory of its own, with an administrator, an employee, a client's person and a key each, and
 * a fake provider in this test's process whose models misbehave by name.
 */
public final class Installation implements AutoCloseable {
    public static final String ADMIN = "admin@example.org";
    public static final String EMPLOYEE = "a.durand@example.org";
    public static final String PASSWORD = "mot-de-passe-d-essai-42";
    public static final String KEY = "vigie-cle-d-essai-0123456789-abcdefghij";

    private static final List<String> MODELS = List.of(
            "fake-small",
            "fake-echo",
            "fake-bytes-3",
            "fake-slow",
            "fake-cut-5",
            "fake-stall-0",
            "fake-stall-3",
            "fake-dead",
            "fake-500",
            "fake-400",
            "fake-429",
            "fake-html-503",
            "fake-error-in-stream",
            "fake-bad-json");

    private final FakeModel model;
    private final Path data;
    private VigieProcess vigie;

    private Installation(FakeModel model, Path data, VigieProcess vigie) {
        this.model = model;
        this.data = data;
        this.vigie = vigie;
    }

    public static Installation start(String... options) {
        return start(Pace.NONE, "embedded", options);
    }

    /** @param database {@code embedded} or a JDBC URL with user and password in it */
    public static Installation start(Pace pace, String database, String... options) {
        return start(temporaryDirectory(), pace, "{url: \"" + database + "\"}", List.of(), options);
    }

    /** With further providers and their routes, in YAML. */
    static Installation start(List<String> providers, List<String> routes) {
        return start(temporaryDirectory(), Pace.NONE, "{url: embedded}", providers, routes, List.of());
    }

    /**
     * @param data where it lives: empty
     * @param database the configuration's {@code database}, in YAML
     * @param routes further ones, in YAML
     */
    static Installation start(Path data, Pace pace, String database, List<String> routes, String... options) {
        return start(data, pace, database, List.of(), routes, List.of(), options);
    }

    /**
     * Two that share one database, and so one organisation, people and limits.
     *
     * @param limits the configuration's {@code limits}, in YAML
     */
    static List<Installation> replicas(String database, List<String> limits) {
        Installation first = start(temporaryDirectory(), Pace.NONE, database, List.of(), List.of(), limits);
        try {
            Path data = temporaryDirectory();
            Files.createDirectory(data.resolve("keys"));
            for (String key : List.of(
                    "master.key",
                    "audit-signing.key",
                    "audit-signing.pub",
                    "attestation-signing.key",
                    "attestation-signing.pub")) {
                Files.copy(
                        first.data.resolve("keys").resolve(key),
                        data.resolve("keys").resolve(key));
            }
            Files.copy(first.data.resolve("vigie.yaml"), data.resolve("vigie.yaml"));
            FakeModel unused = FakeModel.start(Pace.NONE);
            return List.of(first, new Installation(unused, data, VigieProcess.start(data, environment())));
        } catch (IOException unwritable) {
            first.close();
            throw new UncheckedIOException(unwritable);
        }
    }

    static Installation startLimited(List<String> limits) {
        return start(temporaryDirectory(), Pace.NONE, "{url: embedded}", List.of(), List.of(), limits);
    }

    private static Installation start(
            Path data,
            Pace pace,
            String database,
            List<String> providers,
            List<String> routes,
            List<String> limits,
            String... options) {
        FakeModel model = FakeModel.start(pace);
        try {
            String yaml = configuration(model.baseUrl(), database, providers, routes) + limits(limits);
            Files.writeString(data.resolve("vigie.yaml"), yaml);
            return new Installation(model, data, VigieProcess.start(data, environment(), options));
        } catch (IOException unwritable) {
            model.close();
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @param variables keys of the configuration, as the environment names them */
    static Installation startWith(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(variables);
        Path data = temporaryDirectory();
        FakeModel model = FakeModel.start(Pace.NONE);
        try {
            String yaml = configuration(model.baseUrl(), "{url: embedded}", List.of(), List.of());
            Files.writeString(data.resolve("vigie.yaml"), yaml);
            return new Installation(model, data, VigieProcess.start(data, environment));
        } catch (IOException unwritable) {
            model.close();
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String limits(List<String> limits) {
        return limits.isEmpty() ? "" : "limits:\n  - " + String.join("\n  - ", limits) + "\n";
    }

    static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("vigie-it-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Map<String, String> environment() {
        return Map.of("PW", PASSWORD, "CI_KEY", KEY);
    }

    private static String configuration(URI fake, String database, List<String> providers, List<String> routes) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("database: ").append(database).append("\n");
        yaml.append("providers:\n");
        yaml.append("  - {id: interne, name: \"Modèle interne\", kind: openai, zone: internal, maxDataClass: C2,\n");
        yaml.append("     baseUrl: \"").append(fake).append("\", apiKey: upstream-key,\n     models: [");
        for (String name : MODELS) {
            yaml.append("{id: ").append(name).append(", upstreamModel: ").append(name);
            yaml.append(", inputPricePerMillion: 1000, outputPricePerMillion: 2000, location: FRA},\n              ");
        }
        yaml.append("]}\n");
        yaml.append("  - {id: dehors, name: \"Hors de portée\", kind: openai, zone: outside-eu, maxDataClass: C1,\n");
        yaml.append("     baseUrl: \"").append(fake).append("\", models: [{id: far, upstreamModel: fake-small}]}\n");
        yaml.append("  - {id: ferme, name: \"Fermé\", kind: openai, zone: internal, maxDataClass: C2,\n");
        yaml.append("     baseUrl: \"http://127.0.0.1:1/v1\", models: [{id: closed, upstreamModel: x}]}\n");
        yaml.append("  - {id: integre, name: \"Moteur intégré\", kind: builtin, zone: internal, maxDataClass: C2,\n");
        yaml.append("     models: [{id: extractif, upstreamModel: extractif}]}\n");
        yaml.append("  - {id: public, name: \"Contenus publics\", kind: openai, zone: outside-eu, maxDataClass: C0,\n");
        yaml.append("     baseUrl: \"").append(fake).append("\", models: [{id: public, upstreamModel: fake-small}]}\n");
        for (String provider : providers) yaml.append("  - ").append(provider).append("\n");
        yaml.append("routes:\n");
        for (String name : MODELS) {
            yaml.append("  - {model: ").append(name.equals("fake-small") ? "assistant" : name);
            yaml.append(", targets: [interne/").append(name).append("], retries: 0, ");
            yaml.append("firstByteTimeoutSeconds: 4, idleTimeoutSeconds: 2}\n");
        }
        yaml.append("  - {model: far, targets: [dehors/far]}\n");
        yaml.append("  - {model: closed, targets: [ferme/closed], retries: 0}\n");
        yaml.append("  - {model: fallback, targets: [ferme/closed, interne/fake-small], retries: 0}\n");
        yaml.append("  - {model: two-zones, targets: [dehors/far, interne/fake-small]}\n");
        yaml.append("  - {model: public, targets: [public/public]}\n");
        yaml.append("  - {model: extractif, targets: [integre/extractif]}\n");
        for (String route : routes) yaml.append("  - ").append(route).append("\n");
        yaml.append("bootstrap:\n");
        yaml.append("  admin: {email: ").append(ADMIN).append(", password: \"${PW}\"}\n");
        yaml.append("  teams: [{code: conseil, name: Conseil}]\n");
        yaml.append("  users:\n");
        yaml.append("    - {email: ").append(EMPLOYEE);
        yaml.append(", name: \"Amélie Durand\", password: \"${PW}\", roles: [employee], team: conseil}\n");
        yaml.append("    - {email: autre@example.org, password: \"${PW}\", roles: [employee]}\n");
        yaml.append("  apiKeys:\n");
        yaml.append("    - {name: essai, key: \"${CI_KEY}\", user: ")
                .append(EMPLOYEE)
                .append("}\n");
        yaml.append("    - {name: autre, key: \"${CI_KEY}-autre\", user: autre@example.org}\n");
        return yaml.toString();
    }

    public FakeModel model() {
        return model;
    }

    public VigieProcess vigie() {
        return vigie;
    }

    public Path data() {
        return data;
    }

    /** What a start says that is to be refused. */
    VigieProcess.Finished tryToStart() {
        return VigieProcess.run(environment(), "start", "--port", "0", "--data", data.toString());
    }

    /** Starts it again on the same directory. */
    public void restart(String... options) {
        vigie.close();
        vigie = VigieProcess.start(data, environment(), options);
    }

    /** What {@code audit verify} says, as its last line, when all is well. @throws AssertionError when it is not */
    String verifyAudit() {
        VigieProcess.Finished verified = VigieProcess.run(environment(), "audit", "verify", "--data", data.toString());
        if (verified.exitCode() != 0) throw new AssertionError("audit verify: " + verified.printed());
        return verified.printed().lines().reduce("", (_, last) -> last);
    }

    @Override
    public void close() {
        vigie.close();
        model.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
    }
}
