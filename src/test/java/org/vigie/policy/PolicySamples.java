package org.vigie.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.catalog.Catalog;
import org.vigie.configuration.ConfigurationFile;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Wording;

/** A small instance: one provider in each zone, a route to each, and one over all of them, and one that asks two alike. */
final class PolicySamples {
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    static final UUID PERSON = UUID.fromString("0190b5a2-0000-7000-8000-000000000001");

    private static final String YAML = """
            providers:
              - {id: ici, kind: openai, zone: internal, maxDataClass: C3, baseUrl: "http://127.0.0.1:1", models: [{id: m}]}
              - {id: ue, kind: openai, zone: eu-sovereign, maxDataClass: C2, baseUrl: "http://127.0.0.1:1", models: [{id: m}]}
              - {id: usue, kind: openai, zone: eu-extraterritorial, maxDataClass: C1, baseUrl: "http://127.0.0.1:1", models: [{id: m}]}
              - {id: us, kind: openai, zone: outside-eu, maxDataClass: C1, baseUrl: "http://127.0.0.1:1", models: [{id: m}]}
            routes:
              - {model: interne, targets: [ici/m]}
              - {model: europe, targets: [ue/m, usue/m]}
              - {model: monde, targets: [us/m]}
              - {model: tous, targets: [us/m, usue/m, ue/m, ici/m]}
              - {model: pair, targets: [{target: us/m, order: 1}, {target: usue/m, order: 1}, {target: ici/m, order: 2}]}
            """;

    private PolicySamples() {}

    static Catalog catalog(Path directory) {
        try {
            Path file = Files.writeString(directory.resolve("vigie.yaml"), YAML);
            return new Catalog(ConfigurationFile.load(file, true, Map.of()));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    static Caller caller(Caller.Credential credential, Role... roles) {
        return new Caller(PERSON, "a@b.example", "A", Set.of(roles), Optional.of("conseil"), credential);
    }

    static Caller employee() {
        return caller(new Caller.Credential.Session(Ids.next()), Role.EMPLOYEE);
    }

    static PolicyEffect effect(EffectScope scope, Rule rule, Validity validity) {
        return new PolicyEffect(
                Ids.next(), "test", "D-2026-001", scope, rule, validity, new Wording("Parce que.", "Because."));
    }

    static PolicyEffect effect(EffectScope scope, Rule rule) {
        return effect(scope, rule, Validity.ALWAYS);
    }

    static Exposure plain() {
        return exposure(DataClass.C1, DataClass.C1);
    }

    static Exposure exposure(DataClass written, DataClass masked) {
        return new Exposure(written, masked, Set.of(), Set.of());
    }
}
