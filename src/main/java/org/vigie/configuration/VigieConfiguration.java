package org.vigie.configuration;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Secret;

/**
 * The whole configuration; the Javadoc of these records is its reference. Every component is a key of the YAML file
 * and, in upper case with {@code _} between levels, an environment variable: {@code VIGIE_SERVER_PORT},
 * {@code VIGIE_PROVIDERS_0_BASEURL}.
 */
public record VigieConfiguration(
        Server server, Database database, List<Provider> providers, List<Route> routes, Bootstrap bootstrap) {

    /**
     * @param port TCP port, 0 for any free one; default 8080
     * @param host address to listen on; default 127.0.0.1
     * @param publicUrl how people reach this instance; default {@code http://localhost:PORT}
     * @param maxBodyMiB largest request body in MiB; default 16
     */
    public record Server(int port, String host, Optional<URI> publicUrl, int maxBodyMiB) {}

    /**
     * @param url {@code embedded} (default) or {@code jdbc:postgresql://…}
     * @param user for an external database
     * @param password for an external database; may be a {@code file:} reference
     */
    public record Database(String url, Optional<String> user, Optional<Secret> password) {
        public boolean embedded() {
            return url.equals("embedded");
        }
    }

    /**
     * @param id short name, {@code [a-z0-9-]+}, used in routes, records and {@code x-vigie-model}
     * @param name what people read
     * @param baseUrl up to and with {@code /v1}; not for {@code builtin}
     * @param apiKey sent upstream as {@code Authorization: Bearer}; may be a {@code file:} reference
     * @param maxDataClass the highest class that may go there unmasked
     */
    public record Provider(
            String id,
            String name,
            Kind kind,
            Optional<URI> baseUrl,
            Optional<Secret> apiKey,
            Zone zone,
            DataClass maxDataClass,
            List<Model> models) {
        /** The provider protocols that exist so far. */
        public enum Kind {
            OPENAI,
            BUILTIN
        }
    }

    /** Where a provider's machines and law are: {@code internal}, {@code eu-sovereign}, … in the file. */
    public enum Zone {
        INTERNAL,
        EU_SOVEREIGN,
        EU_EXTRATERRITORIAL,
        OUTSIDE_EU
    }

    /**
     * @param id how routes name it; default {@code upstreamModel}
     * @param upstreamModel how the provider names it
     * @param inputPricePerMillion euros per million tokens
     * @param outputPricePerMillion euros per million tokens
     * @param activeParametersB parameters used per token, in billions
     * @param totalParametersB all parameters, in billions
     * @param location ISO 3166-1 alpha-3 country of the machines
     */
    public record Model(
            String id,
            String upstreamModel,
            Optional<Integer> contextTokens,
            Optional<Double> inputPricePerMillion,
            Optional<Double> outputPricePerMillion,
            Optional<Double> activeParametersB,
            Optional<Double> totalParametersB,
            Optional<String> location) {}

    /**
     * @param model the name that clients use
     * @param targets {@code provider/model}, in order of preference
     * @param retries further attempts on a target before the next one, only before its first byte; default 1
     * @param firstByteTimeoutSeconds default 60
     * @param idleTimeoutSeconds between two chunks of a stream; default 60
     */
    public record Route(
            String model, List<String> targets, int retries, int firstByteTimeoutSeconds, int idleTimeoutSeconds) {}

    /** What the start creates when it is missing; it never resets a password, revives a key or restores a role. */
    public record Bootstrap(Optional<Admin> admin, List<Team> teams, List<User> users, List<ApiKey> apiKeys) {}

    public record Admin(String email, Secret password) {}

    /** @param code short and stable, {@code [a-z0-9-]+} */
    public record Team(String code, String name) {}

    /** @param roles role names of the contract, in lower case; default {@code employee} */
    public record User(
            String email, Optional<String> name, Secret password, List<String> roles, Optional<String> team) {}

    /** @param key at least 32 characters; @param user e-mail of the person whose key it is */
    public record ApiKey(String name, Secret key, String user) {}
}
