package org.vigie.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
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
        Server server,
        Database database,
        List<Provider> providers,
        List<Route> routes,
        List<Limit> limits,
        Cache cache,
        Shield shield,
        Bootstrap bootstrap) {

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
     * @param baseUrl up to and with {@code /v1}; for Azure the resource's address alone; not for {@code builtin}
     * @param apiKey sent upstream as {@code Authorization: Bearer}, to Azure as {@code api-key}; may be a {@code file:}
     *     reference
     * @param organization sent as {@code OpenAI-Organization}
     * @param azureApiVersion makes it an Azure OpenAI resource: its deployments' paths, {@code api-version} in each
     * @param apis what a provider of kind {@code openai} answers itself; chat stands in for responses where it does not
     * @param gguf the file of a provider of kind {@code gguf}, which has one model
     * @param maxDataClass the highest class that may go there unmasked
     */
    public record Provider(
            String id,
            String name,
            Kind kind,
            Optional<URI> baseUrl,
            Optional<Secret> apiKey,
            Optional<String> organization,
            Optional<String> azureApiVersion,
            List<Api> apis,
            Optional<Gguf> gguf,
            Connection connection,
            Zone zone,
            DataClass maxDataClass,
            List<Model> models) {
        /** The provider protocols that exist so far. */
        public enum Kind {
            OPENAI,
            ANTHROPIC,
            GGUF,
            BUILTIN
        }

        /** OpenAI's APIs: {@code chat} at {@code /chat/completions}, the others at their names. */
        public enum Api {
            CHAT,
            RESPONSES,
            EMBEDDINGS
        }
    }

    /**
     * A model in a file, served by a child process.
     *
     * @param file GGUF; a relative path starts from the folder of the configuration file
     * @param threads that compute; default: half of the processors
     * @param waiting how many requests may wait while one is answered; default 8
     */
    public record Gguf(Path file, Optional<Integer> threads, int waiting) {}

    /**
     * How a provider is reached.
     *
     * @param connectTimeoutSeconds for TCP and TLS; default 5
     * @param firstByteTimeoutSeconds where the route says nothing; default 60
     * @param idleTimeoutSeconds between two pieces of an answer, where the route says nothing; default 60
     * @param answerTimeoutSeconds the longest that one answer may take in all; default 3600
     * @param poolSize connections open at once; default 512
     * @param headers sent with every request
     * @param proxy none by default
     */
    public record Connection(
            int connectTimeoutSeconds,
            Optional<Integer> firstByteTimeoutSeconds,
            Optional<Integer> idleTimeoutSeconds,
            int answerTimeoutSeconds,
            int poolSize,
            List<Header> headers,
            Tls tls,
            Optional<Proxy> proxy) {
        /** What stands where the file says nothing. */
        public static final Connection DEFAULT = new Connection(
                5,
                Optional.empty(),
                Optional.empty(),
                3_600,
                512,
                List.of(),
                new Tls(Optional.empty(), Optional.empty(), Optional.empty(), Tls.Version.TLS12),
                Optional.empty());

        /** Whether it says nothing but how long to wait for answers. */
        boolean isPatienceAlone() {
            return new Connection(
                            DEFAULT.connectTimeoutSeconds,
                            firstByteTimeoutSeconds,
                            idleTimeoutSeconds,
                            answerTimeoutSeconds,
                            DEFAULT.poolSize,
                            DEFAULT.headers,
                            DEFAULT.tls,
                            DEFAULT.proxy)
                    .equals(this);
        }
    }

    /** @param value may be a {@code file:} reference; never printed */
    public record Header(String name, Secret value) {}

    /**
     * @param caFile PEM; the authorities that are trusted instead of the machine's
     * @param certificateFile PEM; the certificate that Vigie shows, with its chain
     * @param keyFile PEM, PKCS #8; the key of that certificate
     * @param minimumVersion default {@code tls12}
     */
    public record Tls(
            Optional<Path> caFile, Optional<Path> certificateFile, Optional<Path> keyFile, Version minimumVersion) {
        /** Older ones are broken (RFC 8996). */
        public enum Version {
            TLS12,
            TLS13
        }
    }

    /**
     * An HTTP proxy on the way: CONNECT for {@code https}, whole addresses for {@code http} (RFC 9110, 7.1 and 9.3.6).
     *
     * @param noProxy hosts that are reached directly, {@code *.example.org} for all below
     */
    public record Proxy(
            String host, int port, Optional<String> user, Optional<Secret> password, List<String> noProxy) {}

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
     * @param contextTokens what is asked and the answer together; for {@code gguf} what memory is kept for, default 4096
     * @param maxOutputTokens longest answer; asked for where a client names no limit and the provider wants one, for
     *     {@code gguf} whatever the client asks
     * @param inputPricePerMillion euros per million tokens, where {@code prices} says nothing for the day
     * @param outputPricePerMillion euros per million tokens, likewise
     * @param prices that hold from a day on; the last one that has begun counts
     * @param activeParametersB parameters used per token, in billions
     * @param totalParametersB all parameters, in billions
     * @param location ISO 3166-1 alpha-3 country of the machines
     */
    public record Model(
            String id,
            String upstreamModel,
            Optional<Integer> contextTokens,
            Optional<Integer> maxOutputTokens,
            Optional<Double> inputPricePerMillion,
            Optional<Double> outputPricePerMillion,
            List<Price> prices,
            Optional<Double> activeParametersB,
            Optional<Double> totalParametersB,
            Optional<String> location) {}

    /**
     * Euros per million tokens, from a day on.
     *
     * @param from the first day, in Paris
     * @param cachedInputPerMillion tokens read from the provider's cache; as any other input where it is not given
     * @param cacheWritePerMillion tokens written to it; as any other input where it is not given
     */
    public record Price(
            LocalDate from,
            double inputPerMillion,
            double outputPerMillion,
            Optional<Double> cachedInputPerMillion,
            Optional<Double> cacheWritePerMillion) {}

    /**
     * @param model the name that clients use
     * @param aliases other names that clients may use for it
     * @param targets in order of preference
     * @param retries further attempts on a target before the next one, only before its first byte; default 1
     * @param firstByteTimeoutSeconds default: the provider's
     * @param idleTimeoutSeconds between two chunks of a stream; default: the provider's
     * @param cache whether answers are kept; default: as {@code cache.enabled} says
     */
    public record Route(
            String model,
            List<String> aliases,
            List<RouteTarget> targets,
            int retries,
            Optional<Integer> firstByteTimeoutSeconds,
            Optional<Integer> idleTimeoutSeconds,
            Optional<Boolean> cache) {}

    /**
     * One target of a route; {@code provider/model} alone may stand for it.
     *
     * @param target {@code provider/model}
     * @param weight its share among the targets of the same order; default 1
     * @param order the lowest is asked first; default: the place in the list, from 1
     */
    public record RouteTarget(String target, Optional<Integer> weight, Optional<Integer> order) {
        /** The order of one of a route's targets, written or by its place. */
        public static int order(List<RouteTarget> targets, int index) {
            return targets.get(index).order().orElse(index + 1);
        }

        /** As {@code provider/model} alone. */
        public static RouteTarget of(String target) {
            return new RouteTarget(target, Optional.empty(), Optional.empty());
        }
    }

    /**
     * At most so much for each subject of a kind, or for one of them.
     *
     * @param name the team's code, the person's e-mail address or the name in {@code bootstrap.apiKeys}: this entry then
     *     stands for that one in place of the one without name
     * @param requestsPerMinute of the clock
     * @param tokensPerMinute read and written together
     * @param concurrency requests at the same time
     * @param eurosPerDay from midnight to midnight in Paris
     * @param eurosPerMonth from the first of the month on, in Paris
     */
    public record Limit(
            Subject subject,
            Optional<String> name,
            Optional<Integer> requestsPerMinute,
            Optional<Integer> tokensPerMinute,
            Optional<Integer> concurrency,
            Optional<Double> eurosPerDay,
            Optional<Double> eurosPerMonth) {
        /** What can have limits so far. */
        public enum Subject {
            KEY,
            PERSON,
            TEAM
        }
    }

    /**
     * Answers kept in memory for the same request of the same caller.
     *
     * @param enabled for the routes that say nothing themselves; default false
     * @param maxMiB memory for all of them; default 64
     * @param ttlSeconds the oldest that is given again; default 3600
     */
    public record Cache(boolean enabled, int maxMiB, int ttlSeconds) {}

    public record Shield(Optional<SecondOpinion> secondOpinion) {}

    /**
     * A token-classification model in ONNX, asked about the sentences that the shield cannot decide.
     *
     * @param model directory with {@code model.onnx}, {@code tokenizer.json} and {@code config.json}
     * @param budgetMs the longest that one request waits for it, in milliseconds; default 50
     * @param threads threads of its runtime; default 1
     */
    public record SecondOpinion(Path model, int budgetMs, int threads) {}

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
