package org.vigie.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.configuration.VigieConfiguration.Admin;
import org.vigie.configuration.VigieConfiguration.ApiKey;
import org.vigie.configuration.VigieConfiguration.Connection;
import org.vigie.configuration.VigieConfiguration.Limit;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.configuration.VigieConfiguration.Price;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.configuration.VigieConfiguration.Proxy;
import org.vigie.configuration.VigieConfiguration.Route;
import org.vigie.configuration.VigieConfiguration.RouteTarget;
import org.vigie.configuration.VigieConfiguration.Server;
import org.vigie.configuration.VigieConfiguration.Team;
import org.vigie.configuration.VigieConfiguration.Tls;
import org.vigie.configuration.VigieConfiguration.User;

/** Every key, by its name in the file, in the environment and in the reference. */
class ConfigurationKeysTest {
    private static final Path REFERENCE = Path.of("docs/configuration.md");

    /** Key to its default, as the file would write it; empty where there is none. A new key must be added here. */
    private static final Map<String, String> DEFAULTS = defaults();

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("server.port", "8080");
        defaults.put("server.host", "127.0.0.1");
        defaults.put("server.publicUrl", "");
        defaults.put("server.maxBodyMiB", "16");
        defaults.put("database.url", "embedded");
        defaults.put("database.user", "");
        defaults.put("database.password", "");
        defaults.put("providers[].id", "");
        defaults.put("providers[].name", "given-id");
        defaults.put("providers[].kind", "");
        defaults.put("providers[].baseUrl", "");
        defaults.put("providers[].apiKey", "");
        defaults.put("providers[].organization", "");
        defaults.put("providers[].azureApiVersion", "");
        defaults.put("providers[].apis[]", "");
        defaults.put("providers[].gguf.file", "");
        defaults.put("providers[].gguf.threads", "");
        defaults.put("providers[].gguf.waiting", "8");
        defaults.put("providers[].connection.connectTimeoutSeconds", "5");
        defaults.put("providers[].connection.firstByteTimeoutSeconds", "");
        defaults.put("providers[].connection.idleTimeoutSeconds", "");
        defaults.put("providers[].connection.answerTimeoutSeconds", "3600");
        defaults.put("providers[].connection.poolSize", "512");
        defaults.put("providers[].connection.headers[].name", "");
        defaults.put("providers[].connection.headers[].value", "");
        defaults.put("providers[].connection.tls.caFile", "");
        defaults.put("providers[].connection.tls.certificateFile", "");
        defaults.put("providers[].connection.tls.keyFile", "");
        defaults.put("providers[].connection.tls.minimumVersion", "tls12");
        defaults.put("providers[].connection.proxy.host", "");
        defaults.put("providers[].connection.proxy.port", "");
        defaults.put("providers[].connection.proxy.user", "");
        defaults.put("providers[].connection.proxy.password", "");
        defaults.put("providers[].connection.proxy.noProxy[]", "");
        defaults.put("providers[].zone", "");
        defaults.put("providers[].maxDataClass", "");
        defaults.put("providers[].models[].id", "given-upstreamModel");
        defaults.put("providers[].models[].upstreamModel", "given-id");
        defaults.put("providers[].models[].contextTokens", "");
        defaults.put("providers[].models[].maxOutputTokens", "");
        defaults.put("providers[].models[].inputPricePerMillion", "");
        defaults.put("providers[].models[].outputPricePerMillion", "");
        defaults.put("providers[].models[].prices[].from", "");
        defaults.put("providers[].models[].prices[].inputPerMillion", "");
        defaults.put("providers[].models[].prices[].outputPerMillion", "");
        defaults.put("providers[].models[].prices[].cachedInputPerMillion", "");
        defaults.put("providers[].models[].prices[].cacheWritePerMillion", "");
        defaults.put("providers[].models[].activeParametersB", "");
        defaults.put("providers[].models[].totalParametersB", "");
        defaults.put("providers[].models[].location", "");
        defaults.put("routes[].model", "");
        defaults.put("routes[].aliases[]", "");
        defaults.put("routes[].targets[].target", "");
        defaults.put("routes[].targets[].weight", "");
        defaults.put("routes[].targets[].order", "");
        defaults.put("routes[].retries", "1");
        defaults.put("routes[].firstByteTimeoutSeconds", "");
        defaults.put("routes[].idleTimeoutSeconds", "");
        defaults.put("routes[].cache", "");
        defaults.put("limits[].subject", "");
        defaults.put("limits[].name", "");
        defaults.put("limits[].requestsPerMinute", "");
        defaults.put("limits[].tokensPerMinute", "");
        defaults.put("limits[].concurrency", "");
        defaults.put("limits[].eurosPerDay", "");
        defaults.put("limits[].eurosPerMonth", "");
        defaults.put("cache.enabled", "false");
        defaults.put("cache.maxMiB", "64");
        defaults.put("cache.ttlSeconds", "3600");
        defaults.put("shield.secondOpinion.model", "");
        defaults.put("shield.secondOpinion.budgetMs", "50");
        defaults.put("shield.secondOpinion.threads", "1");
        defaults.put("bootstrap.admin.email", "");
        defaults.put("bootstrap.admin.password", "");
        defaults.put("bootstrap.teams[].code", "");
        defaults.put("bootstrap.teams[].name", "");
        defaults.put("bootstrap.users[].email", "");
        defaults.put("bootstrap.users[].name", "");
        defaults.put("bootstrap.users[].password", "");
        defaults.put("bootstrap.users[].roles[]", "");
        defaults.put("bootstrap.users[].team", "");
        defaults.put("bootstrap.apiKeys[].name", "");
        defaults.put("bootstrap.apiKeys[].key", "");
        defaults.put("bootstrap.apiKeys[].user", "");
        return defaults;
    }

    @TempDir
    Path directory;

    @Test
    void every_key_has_its_default_or_none() {
        assertThat(Schema.keys(VigieConfiguration.class)).containsExactlyElementsOf(DEFAULTS.keySet());
        DEFAULTS.forEach((key, written) -> assertThat(
                        Defaults.of(key, neighbours(key)).map(setting -> ((Setting.Scalar) setting).text()))
                .as(key)
                .isEqualTo(written.isEmpty() ? Optional.empty() : Optional.of(written)));
    }

    /** A section that has {@code id} and {@code upstreamModel}, except the key asked for. */
    private static Setting.Section neighbours(String key) {
        Place place = new Place("test", 0);
        Setting.Section section = Setting.Section.empty(place);
        for (String name : List.of("id", "upstreamModel")) {
            if (!key.endsWith("." + name)) {
                section = section.with(name, place, new Setting.Scalar("given-" + name, true, place));
            }
        }
        return section;
    }

    @Test
    void every_key_can_be_set_by_its_variable() throws IOException {
        String ca = certificate("ca.pem");
        String certificate = certificate("certificate.pem");
        String key = Files.writeString(directory.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n")
                .toString();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("VIGIE_SERVER_PORT", "1");
        environment.put("VIGIE_SERVER_HOST", "::1");
        environment.put("VIGIE_SERVER_PUBLICURL", "https://vigie.example.org");
        environment.put("VIGIE_SERVER_MAXBODYMIB", "2");
        environment.put("VIGIE_DATABASE_URL", "jdbc:postgresql://db/vigie");
        environment.put("VIGIE_DATABASE_USER", "db-user");
        environment.put("VIGIE_DATABASE_PASSWORD", "db-password");
        environment.put("VIGIE_PROVIDERS_0_ID", "p");
        environment.put("VIGIE_PROVIDERS_0_NAME", "Provider");
        environment.put("VIGIE_PROVIDERS_0_KIND", "openai");
        environment.put("VIGIE_PROVIDERS_0_BASEURL", "https://p.example/v1");
        environment.put("VIGIE_PROVIDERS_0_APIKEY", "p-key");
        environment.put("VIGIE_PROVIDERS_0_ORGANIZATION", "org-1");
        environment.put("VIGIE_PROVIDERS_0_AZUREAPIVERSION", "2024-10-21");
        environment.put("VIGIE_PROVIDERS_0_APIS_0", "responses");
        environment.put("VIGIE_PROVIDERS_0_GGUF_FILE", gguf());
        environment.put("VIGIE_PROVIDERS_0_GGUF_THREADS", "3");
        environment.put("VIGIE_PROVIDERS_0_GGUF_WAITING", "4");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_CONNECTTIMEOUTSECONDS", "7");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_FIRSTBYTETIMEOUTSECONDS", "8");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_IDLETIMEOUTSECONDS", "9");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_ANSWERTIMEOUTSECONDS", "10");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_POOLSIZE", "11");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_HEADERS_0_NAME", "X-Gate");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_HEADERS_0_VALUE", "gate key");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_TLS_CAFILE", ca);
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_TLS_CERTIFICATEFILE", certificate);
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_TLS_KEYFILE", key);
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_TLS_MINIMUMVERSION", "tls13");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_PROXY_HOST", "proxy.example");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_PROXY_PORT", "3128");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_PROXY_USER", "proxy-user");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_PROXY_PASSWORD", "proxy-password");
        environment.put("VIGIE_PROVIDERS_0_CONNECTION_PROXY_NOPROXY_0", "*.example.org");
        environment.put("VIGIE_PROVIDERS_0_ZONE", "outside-eu");
        environment.put("VIGIE_PROVIDERS_0_MAXDATACLASS", "C0");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_ID", "m");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_UPSTREAMMODEL", "up");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_CONTEXTTOKENS", "3");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_MAXOUTPUTTOKENS", "4");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_INPUTPRICEPERMILLION", "0.25");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_OUTPUTPRICEPERMILLION", "0.5");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_PRICES_0_FROM", "2026-01-31");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_PRICES_0_INPUTPERMILLION", "0.75");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_PRICES_0_OUTPUTPERMILLION", "1.25");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_PRICES_0_CACHEDINPUTPERMILLION", "0.125");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_PRICES_0_CACHEWRITEPERMILLION", "0.875");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_ACTIVEPARAMETERSB", "1.5");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_TOTALPARAMETERSB", "2.5");
        environment.put("VIGIE_PROVIDERS_0_MODELS_0_LOCATION", "DEU");
        environment.put("VIGIE_ROUTES_0_MODEL", "r");
        environment.put("VIGIE_ROUTES_0_ALIASES_0", "alias");
        environment.put("VIGIE_ROUTES_0_TARGETS_0_TARGET", "p/m");
        environment.put("VIGIE_ROUTES_0_TARGETS_0_WEIGHT", "3");
        environment.put("VIGIE_ROUTES_0_TARGETS_0_ORDER", "2");
        environment.put("VIGIE_ROUTES_0_RETRIES", "4");
        environment.put("VIGIE_ROUTES_0_FIRSTBYTETIMEOUTSECONDS", "5");
        environment.put("VIGIE_ROUTES_0_IDLETIMEOUTSECONDS", "6");
        environment.put("VIGIE_ROUTES_0_CACHE", "true");
        environment.put("VIGIE_LIMITS_0_SUBJECT", "team");
        environment.put("VIGIE_LIMITS_0_NAME", "t");
        environment.put("VIGIE_LIMITS_0_REQUESTSPERMINUTE", "7");
        environment.put("VIGIE_LIMITS_0_TOKENSPERMINUTE", "8");
        environment.put("VIGIE_LIMITS_0_CONCURRENCY", "9");
        environment.put("VIGIE_LIMITS_0_EUROSPERDAY", "10.5");
        environment.put("VIGIE_LIMITS_0_EUROSPERMONTH", "11.5");
        environment.put("VIGIE_CACHE_ENABLED", "true");
        environment.put("VIGIE_CACHE_MAXMIB", "12");
        environment.put("VIGIE_CACHE_TTLSECONDS", "13");
        environment.put("VIGIE_SHIELD_SECONDOPINION_MODEL", "/models/second");
        environment.put("VIGIE_SHIELD_SECONDOPINION_BUDGETMS", "80");
        environment.put("VIGIE_SHIELD_SECONDOPINION_THREADS", "2");
        environment.put("VIGIE_BOOTSTRAP_ADMIN_EMAIL", "admin@example.org");
        environment.put("VIGIE_BOOTSTRAP_ADMIN_PASSWORD", "admin-password");
        environment.put("VIGIE_BOOTSTRAP_TEAMS_0_CODE", "t");
        environment.put("VIGIE_BOOTSTRAP_TEAMS_0_NAME", "Team");
        environment.put("VIGIE_BOOTSTRAP_USERS_0_EMAIL", "user@example.org");
        environment.put("VIGIE_BOOTSTRAP_USERS_0_NAME", "User");
        environment.put("VIGIE_BOOTSTRAP_USERS_0_PASSWORD", "user-password");
        environment.put("VIGIE_BOOTSTRAP_USERS_0_ROLES_0", "dpo");
        environment.put("VIGIE_BOOTSTRAP_USERS_0_TEAM", "t");
        environment.put("VIGIE_BOOTSTRAP_APIKEYS_0_NAME", "key");
        environment.put("VIGIE_BOOTSTRAP_APIKEYS_0_KEY", "0123456789012345678901234567890123");
        environment.put("VIGIE_BOOTSTRAP_APIKEYS_0_USER", "user@example.org");
        // A weight needs a second target to share with.
        Map<String, String> second = Map.of(
                "VIGIE_PROVIDERS_0_MODELS_1_ID", "n",
                "VIGIE_ROUTES_0_TARGETS_1", "p/n",
                "VIGIE_ROUTES_0_TARGETS_1_ORDER", "2");
        assertThat(DEFAULTS.keySet().stream()
                        .map(each -> EnvironmentNames.nameOf(each).replaceAll("_N(?=_|$)", "_0")))
                .containsExactlyElementsOf(environment.keySet());

        Map<String, String> both = new LinkedHashMap<>();
        // A provider that has a file has no address.
        environment.forEach((name, value) -> both.put(name.replace("_0_GGUF_", "_1_GGUF_"), value));
        both.putAll(second);
        both.putAll(Map.of(
                "VIGIE_PROVIDERS_1_ID", "q",
                "VIGIE_PROVIDERS_1_KIND", "gguf",
                "VIGIE_PROVIDERS_1_MODELS_0_ID", "m"));
        VigieConfiguration read = ConfigurationFile.load(directory.resolve("vigie.yaml"), false, both);

        assertThat(valuesOf(read)).containsExactlyElementsOf(environment.values());
    }

    private String gguf() throws IOException {
        return GgufFileTest.write(directory.resolve("model.gguf"), 3, 4_096).toString();
    }

    private String certificate(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.copy(Path.of("src/test/resources/tls/ca.pem"), file);
        return file.toString();
    }

    /** Each leaf's text, in the records' order, as the file would write it. */
    private static List<String> valuesOf(VigieConfiguration read) {
        Server server = read.server();
        Provider provider = read.providers().getFirst();
        Model model = provider.models().getFirst();
        Route route = read.routes().getFirst();
        Price price = model.prices().getFirst();
        Limit limit = read.limits().getFirst();
        VigieConfiguration.SecondOpinion opinion = read.shield().secondOpinion().orElseThrow();
        Admin admin = read.bootstrap().admin().orElseThrow();
        Team team = read.bootstrap().teams().getFirst();
        User user = read.bootstrap().users().getFirst();
        ApiKey key = read.bootstrap().apiKeys().getFirst();
        VigieConfiguration.Gguf gguf = read.providers().get(1).gguf().orElseThrow();
        Connection connection = provider.connection();
        Tls tls = connection.tls();
        Proxy proxy = connection.proxy().orElseThrow();
        return List.of(
                "" + server.port(),
                server.host(),
                server.publicUrl().orElseThrow().toString(),
                "" + server.maxBodyMiB(),
                read.database().url(),
                read.database().user().orElseThrow(),
                read.database().password().orElseThrow().reveal(),
                provider.id(),
                provider.name(),
                provider.kind() == Provider.Kind.OPENAI ? "openai" : "",
                provider.baseUrl().orElseThrow().toString(),
                provider.apiKey().orElseThrow().reveal(),
                provider.organization().orElseThrow(),
                provider.azureApiVersion().orElseThrow(),
                provider.apis().getFirst() == Provider.Api.RESPONSES ? "responses" : "",
                gguf.file().toString(),
                "" + gguf.threads().orElseThrow(),
                "" + gguf.waiting(),
                "" + connection.connectTimeoutSeconds(),
                "" + connection.firstByteTimeoutSeconds().orElseThrow(),
                "" + connection.idleTimeoutSeconds().orElseThrow(),
                "" + connection.answerTimeoutSeconds(),
                "" + connection.poolSize(),
                connection.headers().getFirst().name(),
                connection.headers().getFirst().value().reveal(),
                tls.caFile().orElseThrow().toString(),
                tls.certificateFile().orElseThrow().toString(),
                tls.keyFile().orElseThrow().toString(),
                tls.minimumVersion() == Tls.Version.TLS13 ? "tls13" : "",
                proxy.host(),
                "" + proxy.port(),
                proxy.user().orElseThrow(),
                proxy.password().orElseThrow().reveal(),
                proxy.noProxy().getFirst(),
                provider.zone() == VigieConfiguration.Zone.OUTSIDE_EU ? "outside-eu" : "",
                provider.maxDataClass().name(),
                model.id(),
                model.upstreamModel(),
                "" + model.contextTokens().orElseThrow(),
                "" + model.maxOutputTokens().orElseThrow(),
                "" + model.inputPricePerMillion().orElseThrow(),
                "" + model.outputPricePerMillion().orElseThrow(),
                price.from().toString(),
                "" + price.inputPerMillion(),
                "" + price.outputPerMillion(),
                "" + price.cachedInputPerMillion().orElseThrow(),
                "" + price.cacheWritePerMillion().orElseThrow(),
                "" + model.activeParametersB().orElseThrow(),
                "" + model.totalParametersB().orElseThrow(),
                model.location().orElseThrow(),
                route.model(),
                route.aliases().getFirst(),
                route.targets().getFirst().target(),
                "" + route.targets().getFirst().weight().orElseThrow(),
                "" + route.targets().getFirst().order().orElseThrow(),
                "" + route.retries(),
                "" + route.firstByteTimeoutSeconds().orElseThrow(),
                "" + route.idleTimeoutSeconds().orElseThrow(),
                "" + route.cache().orElseThrow(),
                limit.subject() == Limit.Subject.TEAM ? "team" : "",
                limit.name().orElseThrow(),
                "" + limit.requestsPerMinute().orElseThrow(),
                "" + limit.tokensPerMinute().orElseThrow(),
                "" + limit.concurrency().orElseThrow(),
                "" + limit.eurosPerDay().orElseThrow(),
                "" + limit.eurosPerMonth().orElseThrow(),
                "" + read.cache().enabled(),
                "" + read.cache().maxMiB(),
                "" + read.cache().ttlSeconds(),
                opinion.model().toString(),
                "" + opinion.budgetMs(),
                "" + opinion.threads(),
                admin.email(),
                admin.password().reveal(),
                team.code(),
                team.name(),
                user.email(),
                user.name().orElseThrow(),
                user.password().reveal(),
                user.roles().getFirst(),
                user.team().orElseThrow(),
                key.name(),
                key.key().reveal(),
                key.user());
    }

    @Test
    void the_reference_names_every_key_and_its_variable() throws IOException {
        String reference = Files.readString(REFERENCE);

        assertThat(DEFAULTS.keySet())
                .allSatisfy(key ->
                        assertThat(reference).contains("| `" + key + "` | `" + EnvironmentNames.nameOf(key) + "` |"));
    }

    @Test
    void the_example_of_the_reference_can_be_used() throws IOException {
        String reference = Files.readString(REFERENCE);
        int start = reference.indexOf("```yaml\n") + "```yaml\n".length();
        Path file = Files.writeString(
                directory.resolve("vigie.yaml"), reference.substring(start, reference.indexOf("```", start)));

        VigieConfiguration read = ConfigurationFile.load(
                file,
                true,
                Map.of(
                        "UPSTREAM_KEY", "k",
                        "VIGIE_ADMIN_PASSWORD", "a",
                        "PW", "p",
                        "VIGIE_CI_KEY", "0123456789012345678901234567890123"));

        assertThat(read.routes().getFirst().targets()).containsExactly(RouteTarget.of("interne/fake-small"));
    }
}
