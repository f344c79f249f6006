package org.vigie.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.configuration.VigieConfiguration.Connection;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.configuration.VigieConfiguration.Provider.Kind;
import org.vigie.configuration.VigieConfiguration.Route;
import org.vigie.configuration.VigieConfiguration.RouteTarget;
import org.vigie.configuration.VigieConfiguration.User;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.identity.Role;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Secret;

class ConfigurationFileTest {
    private static final String KEY = "ci-key-0123456789-0123456789-0123456789";

    private static final Map<String, String> CONTRACT_ENVIRONMENT = Map.of(
            "UPSTREAM_KEY", "sk-up", "VIGIE_ADMIN_PASSWORD", "admin pass", "PW", "user pass", "VIGIE_CI_KEY", KEY);

    private static final String CONTRACT = """
            server: {port: 8080, host: 127.0.0.1, publicUrl: "http://localhost:8080"}
            database: {url: embedded}            # or jdbc:postgresql://…
            providers:
              - id: interne
                name: "Modèle interne"
                kind: openai
                baseUrl: "http://127.0.0.1:9999/v1"
                apiKey: "${UPSTREAM_KEY}"
                zone: internal
                maxDataClass: C2
                models:
                  - {id: fake-small, upstreamModel: fake-small, contextTokens: 32768, inputPricePerMillion: 0.2, outputPricePerMillion: 0.6, activeParametersB: 8, totalParametersB: 8, location: FRA}
            routes:
              - {model: assistant, targets: [interne/fake-small], retries: 1, firstByteTimeoutSeconds: 60, idleTimeoutSeconds: 60}
            bootstrap:
              admin: {email: admin@example.org, password: "${VIGIE_ADMIN_PASSWORD}"}
              teams: [{code: conseil, name: "Conseil"}]
              users: [{email: a.durand@example.org, password: "${PW}", roles: [employee], team: conseil}]
              apiKeys: [{name: ci, key: "${VIGIE_CI_KEY}", user: a.durand@example.org}]
            """;

    @TempDir
    Path directory;

    private static Route route(String target, Optional<Integer> seconds) {
        return new Route(
                "assistant", List.of(), List.of(RouteTarget.of(target)), 1, seconds, seconds, Optional.empty());
    }

    @Test
    void reads_the_example_of_the_contract() throws IOException {
        VigieConfiguration read = load(CONTRACT, CONTRACT_ENVIRONMENT);

        assertThat(read.server())
                .isEqualTo(new VigieConfiguration.Server(
                        8080, "127.0.0.1", Optional.of(URI.create("http://localhost:8080")), 16));
        assertThat(read.database().embedded()).isTrue();
        assertThat(read.providers())
                .containsExactly(new Provider(
                        "interne",
                        "Modèle interne",
                        Kind.OPENAI,
                        Optional.of(URI.create("http://127.0.0.1:9999/v1")),
                        Optional.of(new Secret("sk-up")),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Provider.Api.CHAT, Provider.Api.RESPONSES, Provider.Api.EMBEDDINGS),
                        Optional.empty(),
                        Connection.DEFAULT,
                        Zone.INTERNAL,
                        DataClass.C2,
                        List.of(new Model(
                                "fake-small",
                                "fake-small",
                                Optional.of(32_768),
                                Optional.empty(),
                                Optional.of(0.2),
                                Optional.of(0.6),
                                List.of(),
                                Optional.of(8.0),
                                Optional.of(8.0),
                                Optional.of("FRA")))));
        assertThat(read.routes()).containsExactly(route("interne/fake-small", Optional.of(60)));
        assertThat(read.bootstrap().admin())
                .contains(new VigieConfiguration.Admin("admin@example.org", new Secret("admin pass")));
        assertThat(read.bootstrap().teams()).containsExactly(new VigieConfiguration.Team("conseil", "Conseil"));
        assertThat(read.bootstrap().users())
                .containsExactly(new User(
                        "a.durand@example.org",
                        Optional.empty(),
                        new Secret("user pass"),
                        List.of("employee"),
                        Optional.of("conseil")));
        assertThat(read.bootstrap().apiKeys())
                .containsExactly(new VigieConfiguration.ApiKey("ci", new Secret(KEY), "a.durand@example.org"));
    }

    @Test
    void without_a_file_serves_the_builtin_provider_alone() {
        VigieConfiguration read = ConfigurationFile.load(directory.resolve("vigie.yaml"), false, Map.of());

        assertThat(read)
                .isEqualTo(new VigieConfiguration(
                        new VigieConfiguration.Server(8080, "127.0.0.1", Optional.empty(), 16),
                        new VigieConfiguration.Database("embedded", Optional.empty(), Optional.empty()),
                        List.of(new Provider(
                                "builtin",
                                "Moteur extractif intégré",
                                Kind.BUILTIN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Connection.DEFAULT,
                                Zone.INTERNAL,
                                DataClass.C3,
                                List.of(model("extractive", "extractive")))),
                        List.of(route("builtin/extractive", Optional.empty())),
                        List.of(),
                        new VigieConfiguration.Cache(false, 64, 3_600),
                        new VigieConfiguration.Shield(Optional.empty()),
                        new VigieConfiguration.Bootstrap(Optional.empty(), List.of(), List.of(), List.of())));
    }

    @Test
    void an_empty_file_or_one_of_comments_says_nothing() throws IOException {
        VigieConfiguration defaults = ConfigurationFile.load(directory.resolve("none.yaml"), false, Map.of());

        assertThat(load("")).isEqualTo(defaults);
        assertThat(load("# nothing yet\nserver:\nroutes: ~\n")).isEqualTo(defaults);
    }

    @Test
    void fills_in_what_entries_leave_out() throws IOException {
        VigieConfiguration read = load("""
                providers:
                  - {id: a, kind: openai, baseUrl: "https://a.example/v1", zone: eu-sovereign, maxDataClass: C1, models: [{id: x}, {upstreamModel: org/y}]}
                bootstrap:
                  users: [{email: a@example.org, password: secret}]
                """);

        assertThat(read.providers().getFirst().name()).isEqualTo("a");
        assertThat(read.providers().getFirst().zone()).isEqualTo(Zone.EU_SOVEREIGN);
        assertThat(read.providers().getFirst().models()).containsExactly(model("x", "x"), model("org/y", "org/y"));
        assertThat(read.routes()).isEmpty();
        assertThat(read.bootstrap().users().getFirst().roles()).containsExactly("employee");
    }

    @Test
    void a_named_file_must_exist() {
        Path file = directory.resolve("absent.yaml");

        assertThatThrownBy(() -> ConfigurationFile.load(file, true, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file + ": the file does not exist");
    }

    static Stream<Arguments> faulty_files() {
        return Stream.of(
                faulty("server: {prot: 8081}", "vigie.yaml:1: unknown key \"prot\"; did you mean \"port\"?"),
                faulty("\nserveur: {}\n", "vigie.yaml:2: unknown key \"serveur\"; did you mean \"server\"?"),
                faulty(
                        "perimeter: {}",
                        "vigie.yaml:1: unknown key \"perimeter\"; known here: server, database, providers, routes, limits, cache, shield, bootstrap"),
                faulty("server: {port: 80a}", "vigie.yaml:1: server.port must be a whole number, not \"80a\""),
                faulty("server: {port: 70000}", "vigie.yaml:1: server.port must be between 0 and 65535, not 70000"),
                faulty("server: {port: [80]}", "vigie.yaml:1: server.port takes one value"),
                faulty("server: 8080", "vigie.yaml:1: server takes keys: port, host, publicUrl, maxBodyMiB"),
                faulty("routes: {}", "vigie.yaml:1: routes takes a list"),
                faulty(
                        "- a\n- b",
                        "vigie.yaml:1: the file must hold keys: server, database, providers, routes, limits, cache, shield, bootstrap"),
                faulty("server: {port: 1}\nserver: {port: 2}", "vigie.yaml:2: key \"server\" is already on line 1"),
                faulty("server: {maxBodyMiB: 0}", "vigie.yaml:1: server.maxBodyMiB must be between 1 and 256, not 0"),
                faulty("server: {host: ''}", "vigie.yaml:1: server.host must not be empty"),
                faulty(
                        "server: {publicUrl: vigie.example.org}",
                        "vigie.yaml:1: server.publicUrl must be an address as https://host/path"),
                faulty(
                        "server: {publicUrl: 'https://u:p@example.org'}",
                        "vigie.yaml:1: server.publicUrl must not hold a user name or password"),
                faulty(
                        "database: {url: 'jdbc:h2:mem'}",
                        "vigie.yaml:1: database.url must be embedded or start with jdbc:postgresql:"),
                faulty(
                        "a: [b",
                        "vigie.yaml:1: not valid YAML: check quotes, brackets and indentation"
                                + " (a value that starts with * & ! % @ ` needs quotes)"),
                faulty(
                        "server:\n  port: 80\n host: x",
                        "vigie.yaml:3: not valid YAML: check quotes, brackets and indentation"
                                + " (a value that starts with * & ! % @ ` needs quotes)"),
                faulty("a: b: c", "vigie.yaml:1: not valid YAML: mapping values are not allowed here"),
                faulty(
                        "server: !java.net.URL [\"http://x\"]",
                        "vigie.yaml:1: YAML tags are not allowed (a text that starts with ! needs quotes)"),
                faulty("server: {host: \"${NOWHERE}\"}", "vigie.yaml:1: the environment variable NOWHERE is not set"),
                faulty(
                        "server: {host: \"${NOWHERE\"}",
                        "vigie.yaml:1: \"${\" must be followed by a variable's name and \"}\" (write $${ for the text ${)"),
                faulty("providers: [~]", "vigie.yaml:1: an empty entry in a list"),
                faulty(
                        "providers:\n  - {id: b, kind: builtin}\n  - {id: b, kind: builtin}",
                        "vigie.yaml:3: providers[1].id \"b\" is used twice"),
                faulty(
                        "providers: [{id: Bé, kind: builtin}]",
                        "vigie.yaml:1: providers[0].id must be lower-case letters, digits and hyphens, at most 63"),
                faulty(
                        "providers: [{id: b, kind: bultin, zone: internal, maxDataClass: C1, models: [{id: m}]}]",
                        "vigie.yaml:1: providers[0].kind must be one of openai, anthropic, gguf, builtin, not \"bultin\""),
                faulty(
                        "providers: [{id: b, kind: builtin, zone: eu, maxDataClass: c1}]",
                        "vigie.yaml:1: providers[0].zone must be one of internal, eu-sovereign, eu-extraterritorial, outside-eu, not \"eu\"",
                        "vigie.yaml:1: providers[0].maxDataClass must be one of C0, C1, C2, C3, not \"c1\""),
                faulty(
                        "providers:\n  - id: b\n    kind: openai\n    models: [{id: m}]",
                        "vigie.yaml:2: providers[0].zone is missing",
                        "vigie.yaml:2: providers[0].maxDataClass is missing",
                        "vigie.yaml:2: providers[0].baseUrl is missing: a provider that is reached over HTTP needs it"),
                faulty(
                        "providers: [{id: b, kind: builtin, baseUrl: 'http://x', apiKey: k}]",
                        "vigie.yaml:1: providers[0].baseUrl has no meaning for a provider of kind builtin",
                        "vigie.yaml:1: providers[0].apiKey has no meaning for a provider of kind builtin"),
                faulty(
                        "providers: [{id: b, kind: builtin, apis: [chat]}]",
                        "vigie.yaml:1: providers[0].apis has a meaning for a provider of kind openai alone"),
                faulty(
                        "providers: [{id: b, kind: openai, baseUrl: 'http://x', zone: internal, maxDataClass: C1, apis: [], models: [{id: m, maxOutputTokens: 0}]},\n"
                                + " {id: c, kind: openai, baseUrl: 'http://x', zone: internal, maxDataClass: C1, apis: [chat, chat], models: [{id: m}]},\n"
                                + " {id: d, kind: openai, baseUrl: 'http://x', zone: internal, maxDataClass: C1, apis: [images], models: [{id: m}]}]",
                        "vigie.yaml:1: providers[0].apis must name at least one API",
                        "vigie.yaml:1: providers[0].models[0].maxOutputTokens must be at least 1, not 0",
                        "vigie.yaml:2: providers[1].apis[1] \"chat\" is used twice",
                        "vigie.yaml:3: providers[2].apis[0] must be one of chat, responses, embeddings, not \"images\""),
                faulty(
                        "providers: [{id: b, kind: builtin, models: []}]",
                        "vigie.yaml:1: providers[0].models must name at least one model"),
                faulty(
                        "providers: [{id: b, kind: builtin, models: [{id: m, contextTokens: 0, inputPricePerMillion: -1,\n"
                                + " outputPricePerMillion: 'NaN', activeParametersB: 9, totalParametersB: 8, location: FR}, {id: m}, {}]}]",
                        "vigie.yaml:1: providers[0].models[0].contextTokens must be at least 1, not 0",
                        "vigie.yaml:1: providers[0].models[0].inputPricePerMillion must not be negative",
                        "vigie.yaml:2: providers[0].models[0].outputPricePerMillion must be a number, with a point for decimals, not \"NaN\"",
                        "vigie.yaml:2: providers[0].models[2].id is missing",
                        "vigie.yaml:2: providers[0].models[2].upstreamModel is missing",
                        "vigie.yaml:2: providers[0].models[0].activeParametersB must not exceed totalParametersB",
                        "vigie.yaml:2: providers[0].models[0].location must be an ISO 3166-1 alpha-3 country code, as FRA",
                        "vigie.yaml:2: providers[0].models[1].id \"m\" is used twice"),
                faulty(
                        "providers: [{id: b, kind: builtin}]\nroutes: [{model: m, targets: [b/extractif]}, {model: m, targets: []}]",
                        "vigie.yaml:2: routes[0].targets[0] names \"b/extractif\", which no provider has; did you mean \"b/extractive\"?",
                        "vigie.yaml:2: routes[1].targets must name at least one target",
                        "vigie.yaml:2: routes[1].model \"m\" is used twice"),
                faulty(
                        "routes: [{model: m, targets: [builtin/extractive, builtin/extractive], retries: 9, firstByteTimeoutSeconds: 0, idleTimeoutSeconds: 9999}]",
                        "vigie.yaml:1: routes[0].targets[1] \"builtin/extractive\" is used twice",
                        "vigie.yaml:1: routes[0].retries must be between 0 and 5, not 9",
                        "vigie.yaml:1: routes[0].firstByteTimeoutSeconds must be between 1 and 3600, not 0",
                        "vigie.yaml:1: routes[0].idleTimeoutSeconds must be between 1 and 3600, not 9999"),
                faulty(
                        "bootstrap: {admin: {email: admin, password: ' '}}",
                        "vigie.yaml:1: bootstrap.admin.email must be an e-mail address",
                        "vigie.yaml:1: bootstrap.admin.password must not be empty"),
                faulty(
                        "bootstrap: {admin: {email: a@example.org}}",
                        "vigie.yaml:1: bootstrap.admin.password is missing"),
                faulty(
                        """
                        bootstrap:
                          admin: {email: a@example.org, password: p}
                          teams: [{code: t, name: T}, {code: t, name: ''}]
                          users:
                            - {email: A@example.org, password: p, team: tt}
                            - {email: b@example.org, password: p, roles: [employe, boss]}
                            - {email: b@Example.org, password: p, roles: []}
                          apiKeys:
                            - {name: k, key: tooshort, user: b@example.org}
                            - {name: k, key: "0123456789012345678901234567890é", user: c@example.org}
                        """,
                        "vigie.yaml:3: bootstrap.teams[1].name must not be empty",
                        "vigie.yaml:3: bootstrap.teams[1].code \"t\" is used twice",
                        "vigie.yaml:5: bootstrap.users[0].email is the administrator's, who is created already",
                        "vigie.yaml:5: bootstrap.users[0].team names \"tt\", which bootstrap.teams does not have; did you mean \"t\"?",
                        "vigie.yaml:6: bootstrap.users[1].roles[0] has the unknown role \"employe\"; did you mean \"employee\"?",
                        "vigie.yaml:6: bootstrap.users[1].roles[1] has the unknown role \"boss\"; known here: "
                                + String.join(", ", Checks.ROLES),
                        "vigie.yaml:7: bootstrap.users[2].roles must name at least one role",
                        "vigie.yaml:7: bootstrap.users[2].email \"b@example.org\" is used twice",
                        "vigie.yaml:9: bootstrap.apiKeys[0].key must have at least 32 characters, printable ASCII without spaces",
                        "vigie.yaml:10: bootstrap.apiKeys[1].key must have at least 32 characters, printable ASCII without spaces",
                        "vigie.yaml:10: bootstrap.apiKeys[1].user names \"c@example.org\", who is neither bootstrap.admin nor in bootstrap.users; did you mean \"a@example.org\"?",
                        "vigie.yaml:10: bootstrap.apiKeys[1].name \"k\" is used twice"));
    }

    private static Arguments faulty(String yaml, String... problems) {
        return Arguments.of(yaml, List.of(problems));
    }

    @ParameterizedTest
    @MethodSource("faulty_files")
    void lists_every_fault_with_its_line(String yaml, List<String> problems) {
        assertThat(problemsOf(yaml, Map.of())).containsExactlyElementsOf(problems);
    }

    private static List<String> problemsOf(String connection, Path directory) {
        String yaml =
                "providers: [{id: a, kind: openai, zone: internal, maxDataClass: C2, baseUrl: 'https://a.example',"
                        + " apiKey: k, models: [{id: x}], " + connection + "}]";
        try {
            ConfigurationFile.load(Files.writeString(directory.resolve("c.yaml"), yaml), true, Map.of());
            return List.of();
        } catch (ConfigurationException problems) {
            return problems.problems();
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connectTimeoutSeconds: 0 | connectTimeoutSeconds must be between 1 and 300, not 0",
                "poolSize: 0 | poolSize must be between 1 and 10000, not 0",
                "headers: [{name: 'a b', value: x}] | headers[0].name must be a header's name",
                "headers: [{name: Host, value: x}] | headers[0].name names a header that Vigie sets itself, or never"
                        + " sends",
                "headers: [{name: X-Vigie-User, value: x}] | headers[0].name names a header that Vigie sets itself, or"
                        + " never sends",
                "headers: [{name: Authorization, value: x}] | headers[0].name names the header that apiKey fills",
                "headers: [{name: a, value: x}, {name: A, value: y}] | headers[1].name is the same as another header's",
                "headers: [{name: a, value: ' x'}] | headers[0].value must be printable ASCII, not empty, without"
                        + " spaces around it",
                "tls: {caFile: absent.pem} | tls.caFile names a file that cannot be read: it does not exist",
                "tls: {caFile: c.yaml} | tls.caFile names a file without a certificate that can be read (PEM)",
                "tls: {certificateFile: ca.pem} | tls needs both certificateFile and keyFile, or neither",
                "tls: {certificateFile: ca.pem, keyFile: ca.pem} | tls.keyFile names a file without a private key"
                        + " (PEM, without pass phrase)",
                "tls: {minimumVersion: tls11} | tls.minimumVersion must be one of tls12, tls13, not \"tls11\"",
                "proxy: {port: 1} | proxy.host is missing",
                "proxy: {host: p, port: 0} | proxy.port must be between 1 and 65535, not 0",
                "proxy: {host: p, port: 1, user: u} | proxy needs both user and password, or neither",
            })
    void a_connection_that_cannot_be_meant_is_refused(String connection, String problem) throws IOException {
        Files.copy(Path.of("src/test/resources/tls/ca.pem"), directory.resolve("ca.pem"));
        assertThat(problemsOf("connection: {" + connection + "}", directory))
                .containsExactly("c.yaml:1: providers[0].connection." + problem);
        assertThat(problemsOf("connection: {tls: {caFile: ca.pem}}", directory)).isEmpty();
    }

    @Test
    void names_lead_to_one_route_and_weights_need_equals() throws IOException {
        String start = """
            providers: [{id: a, kind: openai, zone: internal, maxDataClass: C2, baseUrl: "http://a", models: [{id: x}, {id: y}]}]
            routes:
            """;
        assertThatThrownBy(() -> load(start + """
              - {model: one, aliases: [two, three], targets: [a/x]}
              - {model: two, aliases: [three], targets: [{target: a/x, weight: 2}, a/y]}
              - {model: four, targets: [{target: a/x, weight: 0, order: 1}, {target: a/y, order: 1}, {target: a/z}]}
            """, Map.of()))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        problems -> assertThat(problems.problems())
                                .containsExactlyInAnyOrder(
                                        "vigie.yaml:3: routes[0].aliases[0] \"two\" is used twice",
                                        "vigie.yaml:4: routes[1].aliases[0] \"three\" is used twice",
                                        "vigie.yaml:4: routes[1].targets[0].weight has no effect: give the targets"
                                                + " that share the load the same order",
                                        "vigie.yaml:5: routes[2].targets[0].weight must be between 1 and 1000, not 0",
                                        "vigie.yaml:5: routes[2].targets[2] names \"a/z\", which no provider has;"
                                                + " did you mean \"a/x\"?"));
    }

    @Test
    void a_plain_target_can_be_given_a_weight_by_variables() throws IOException {
        VigieConfiguration read =
                load("""
                    providers: [{id: a, kind: openai, zone: internal, maxDataClass: C2, baseUrl: "http://a", models: [{id: x}, {id: y}]}]
                    routes: [{model: m, targets: [a/x, a/y]}]
                    """, Map.of("VIGIE_ROUTES_0_TARGETS_0_WEIGHT", "3", "VIGIE_ROUTES_0_TARGETS_1_ORDER", "1"));
        assertThat(read.routes().getFirst().targets())
                .containsExactly(
                        new RouteTarget("a/x", Optional.of(3), Optional.empty()),
                        new RouteTarget("a/y", Optional.empty(), Optional.of(1)));
    }

    @Test
    void a_provider_that_cannot_be_read_does_not_put_the_blame_on_its_routes() {
        assertThat(problemsOf("""
                        providers: [{id: "${NOWHERE}", kind: builtin}]
                        routes: [{model: m, targets: [b/extractive]}]
                        """, Map.of()))
                .containsExactly("vigie.yaml:1: the environment variable NOWHERE is not set");
    }

    @Test
    void two_keys_with_one_value_are_refused_without_showing_it() {
        String key = "0123456789".repeat(4);

        assertThat(problemsOf("""
                        bootstrap:
                          admin: {email: a@example.org, password: p}
                          apiKeys:
                            - {name: one, key: "KEY", user: a@example.org}
                            - {name: two, key: "KEY", user: a@example.org}
                        """.replace("KEY", key), Map.of()))
                .containsExactly("vigie.yaml:5: bootstrap.apiKeys[1].key is the same as another key's");
    }

    @Test
    void substitutes_within_a_scalar_once_and_never_structure() throws IOException {
        Map<String, String> environment =
                Map.of("A", "x\", apiKey: \"y", "B", "${A}", "EMPTY", "", "NAME", "L’équipe: {a}");

        VigieConfiguration read = load("""
                providers:
                  - {id: b, name: "1 ${A} 2 ${B}${EMPTY} $${C} $5", kind: builtin}
                bootstrap: {teams: [{code: t, name: "${NAME}"}]}
                """, environment);

        assertThat(read.providers().getFirst().name()).isEqualTo("1 x\", apiKey: \"y 2 ${A} ${C} $5");
        assertThat(read.bootstrap().teams().getFirst().name()).isEqualTo("L’équipe: {a}");
    }

    @Test
    void numbers_may_come_from_the_environment_and_are_then_not_quoted_back() throws IOException {
        assertThat(load("server: {port: \"${PORT}\"}", Map.of("PORT", "9000"))
                        .server()
                        .port())
                .isEqualTo(9000);
        assertThat(problemsOf("server: {port: \"${PORT}\"}", Map.of("PORT", "s3cret")))
                .containsExactly("vigie.yaml:1: server.port must be a whole number");
    }

    @Test
    void secrets_come_from_files_without_their_trailing_newline() throws IOException {
        Files.writeString(directory.resolve("pass"), "two words\n");
        Path absolute = Files.writeString(directory.resolve("other"), "line\nbreak\r\n");

        VigieConfiguration read = load("""
                database: {url: "jdbc:postgresql://db.example.org/vigie", user: vigie, password: "file:%s"}
                bootstrap: {admin: {email: a@example.org, password: "file:pass"}}
                """.formatted(absolute));

        assertThat(read.database().password()).contains(new Secret("line\nbreak"));
        assertThat(read.bootstrap().admin().orElseThrow().password()).isEqualTo(new Secret("two words"));
        assertThat(load("database: {password: 'file://%s'}".formatted(absolute))
                        .database()
                        .password())
                .contains(new Secret("line\nbreak"));
    }

    @Test
    void a_secret_file_that_cannot_be_read_is_a_fault() {
        assertThat(problemsOf("database:\n  password: file:absent", Map.of()))
                .containsExactly("vigie.yaml:2: database.password names a file that cannot be read: it does not exist");
        assertThat(problemsOf("database: {password: 'file:.'}", Map.of()))
                .containsExactly("vigie.yaml:1: database.password names a file that cannot be read");
    }

    @Test
    void no_error_shows_a_secret() {
        List<String> files = List.of(
                "bootstrap: {admin: {email: a, password: hunter2}}",
                "bootstrap: {apiKeys: [{name: a, key: hunter2, user: b}]}",
                "bootstrap: {admin: {email: a@example.org, password: *hunter2}}",
                "bootstrap: {admin: {email: a@example.org, password: !hunter2}}",
                "bootstrap: {admin: {email: a@example.org, password: !hunter2!x}}",
                "bootstrap: {admin: {email: a@example.org, password: &hunter2}}",
                "bootstrap: {admin: {email: a@example.org, password: %hunter2}}",
                "bootstrap: {admin: {email: a@example.org, password: [hunter2]}}",
                "bootstrap: {admin: {email: a@example.org, password: \"hunter2}}",
                "bootstrap: {admin: {email: a@example.org, password: \"\\hunter2\"}}",
                "bootstrap: {admin: {email: a@example.org, password: \"${hunter2\"}}",
                "providers: [{id: a, kind: openai, apiKey: 'hunter2 é', baseUrl: 'http://u:hunter2@h/v1'}]",
                "providers: [{id: a, kind: openai, baseUrl: 'http://u:hunter2@h h/v1'}]",
                "database: {url: 'jdbc:mysql://h/d?password=hunter2'}",
                "database: {password: 'file:hunter2/\\0'}");
        for (String file : files) {
            assertThat(problemsOf(file, Map.of()))
                    .as(file)
                    .isNotEmpty()
                    .noneMatch(problem -> problem.contains("hunter2"));
        }
    }

    @Test
    void variables_win_over_the_file() throws IOException {
        Map<String, String> environment = Map.of(
                "VIGIE_SERVER_PORT", "9090",
                "VIGIE_PROVIDERS_0_NAME", "Autre",
                "VIGIE_PROVIDERS_0_MODELS_1_ID", "second",
                "VIGIE_ROUTES_0_TARGETS_1", "b/second",
                "VIGIE_BOOTSTRAP_ADMIN_EMAIL", "root@example.org",
                "VIGIE_BOOTSTRAP_ADMIN_PASSWORD", "no ${SUBSTITUTION} here");

        VigieConfiguration read = load("""
                server: {port: 8080}
                providers: [{id: b, kind: builtin, models: [{id: first}]}]
                routes: [{model: m, targets: [b/first]}]
                """, environment);

        assertThat(read.server().port()).isEqualTo(9090);
        assertThat(read.providers().getFirst().name()).isEqualTo("Autre");
        assertThat(read.providers().getFirst().models())
                .containsExactly(model("first", "first"), model("second", "second"));
        assertThat(read.routes().getFirst().targets())
                .containsExactly(RouteTarget.of("b/first"), RouteTarget.of("b/second"));
        assertThat(read.bootstrap().admin())
                .contains(new VigieConfiguration.Admin("root@example.org", new Secret("no ${SUBSTITUTION} here")));
    }

    @Test
    void faults_of_variables_name_the_variable() {
        assertThat(problemsOf("routes: []", Map.of("VIGIE_SERVER_PORT", "x")))
                .containsExactly("VIGIE_SERVER_PORT: server.port must be a whole number");
        assertThat(problemsOf("routes: []", Map.of("VIGIE_ROUTES_3_MODEL", "x")))
                .containsExactly("VIGIE_ROUTES_3_MODEL: the list has 0 entries, so that the next one is number 0");
    }

    @ParameterizedTest
    @MethodSource
    void unknown_variables_of_our_sections_are_refused_with_the_nearest_name(String variable, String nearest) {
        assertThat(problemsOf("routes: []", Map.of(variable, "x")))
                .containsExactly(variable + ": unknown variable; did you mean " + nearest + "?");
    }

    static Stream<Arguments> unknown_variables_of_our_sections_are_refused_with_the_nearest_name() {
        return Stream.of(
                Arguments.of("VIGIE_SERVER_PROT", "VIGIE_SERVER_PORT"),
                Arguments.of("VIGIE_SERVR_PORT", "VIGIE_SERVER_PORT"),
                Arguments.of("VIGIE_PROVIDERS_0_BASE_URL", "VIGIE_PROVIDERS_0_BASEURL"),
                Arguments.of("VIGIE_PROVIDERS_2_MODELS_1_UPSTREAM", "VIGIE_PROVIDERS_2_MODELS_1_UPSTREAMMODEL"),
                Arguments.of("VIGIE_PROVIDERS_ID", "VIGIE_PROVIDERS_N_ID"),
                Arguments.of("VIGIE_BOOTSTRAP_USERS_0_ROLES", "VIGIE_BOOTSTRAP_USERS_0_ROLES_N"));
    }

    @Test
    void other_variables_are_left_alone() throws IOException {
        Map<String, String> environment = Map.of(
                "VIGIE_VAULT_PASSPHRASE", "a",
                "VIGIE_BACKUP_PASSPHRASE", "b",
                "VIGIE_SERVER_CERTIFICATE", "127.0.0.1",
                "VIGIE_", "c",
                "PATH", "/bin");

        assertThat(load("server: {host: \"${VIGIE_SERVER_CERTIFICATE}\"}", environment)
                        .server()
                        .host())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void multiplying_aliases_are_refused() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            yaml.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, alias))));
        }

        assertThat(problemsOf(yaml.toString(), Map.of()))
                .contains("vigie.yaml:1: aliases repeat or nest the document beyond what a configuration needs");
    }

    @Test
    void an_alias_that_holds_itself_is_refused() {
        assertThat(problemsOf("server: &a {host: *a}", Map.of())).isNotEmpty();
    }

    @Test
    void an_alias_stands_for_what_it_names() throws IOException {
        VigieConfiguration read = load("""
                bootstrap:
                  users:
                    - {email: a@example.org, password: &p secret, roles: &r [dpo]}
                    - {email: b@example.org, password: *p, roles: *r}
                """);

        assertThat(read.bootstrap().users().getLast().roles()).containsExactly("dpo");
        assertThat(read.bootstrap().users().getLast().password()).isEqualTo(new Secret("secret"));
    }

    @Test
    void files_that_are_no_text_are_refused() throws IOException {
        Path file = directory.resolve("vigie.yaml");

        Files.write(file, new byte[] {(byte) 0xC3, 0x28});
        assertThat(problemsOf(file)).containsExactly(file + ": the file is not UTF-8 text");
        Files.write(file, new byte[1_048_577]);
        assertThat(problemsOf(file)).containsExactly(file + ": the file is larger than 1 MiB");
        Files.writeString(file, "server: {host: \u0001}");
        assertThat(problemsOf(file))
                .containsExactly("vigie.yaml: not valid YAML: a character that YAML does not allow, or too much text");
        assertThat(problemsOf(Files.createDirectory(directory.resolve("folder"))))
                .containsExactly(directory.resolve("folder")
                        + ": the file cannot be read; check that it is a file and who may read it");
    }

    @Test
    void a_byte_order_mark_is_skipped() throws IOException {
        assertThat(load("\uFEFFserver: {port: 81}").server().port()).isEqualTo(81);
    }

    @Test
    void the_roles_are_those_of_identity() {
        assertThat(Checks.ROLES)
                .containsExactlyElementsOf(
                        Arrays.stream(Role.values()).map(Role::code).toList());
    }

    private static Model model(String id, String upstreamModel) {
        return new Model(
                id,
                upstreamModel,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private VigieConfiguration load(String yaml) throws IOException {
        return load(yaml, Map.of());
    }

    private VigieConfiguration load(String yaml, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(directory.resolve("vigie.yaml"), yaml, StandardCharsets.UTF_8);
        return ConfigurationFile.load(file, true, environment);
    }

    private List<String> problemsOf(String yaml, Map<String, String> environment) {
        return catchThrowableOfType(ConfigurationException.class, () -> load(yaml, environment))
                .problems();
    }

    private static List<String> problemsOf(Path file) {
        return catchThrowableOfType(ConfigurationException.class, () -> ConfigurationFile.load(file, true, Map.of()))
                .problems();
    }
}
