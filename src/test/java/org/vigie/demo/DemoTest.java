package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.configuration.ConfigurationFile;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.configuration.VigieConfiguration.Route;
import org.vigie.configuration.VigieConfiguration.RouteTarget;
import org.vigie.configuration.VigieConfiguration.User;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.demo.DemoFirm.DemoPerson;
import org.vigie.demo.DemoFirm.DemoTeam;
import org.vigie.identity.Role;

class DemoTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void the_firm_has_sixty_people_of_every_role_in_its_teams() {
        List<DemoPerson> people = DemoFirm.people();
        Set<String> roles = new HashSet<>();
        people.forEach(person -> roles.addAll(person.roles()));

        assertThat(people).hasSize(60);
        assertThat(people).extracting(DemoPerson::email).doesNotHaveDuplicates();
        assertThat(people).extracting(DemoPerson::name).doesNotHaveDuplicates();
        assertThat(roles)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::code).toList());
        assertThat(people)
                .extracting(DemoPerson::team)
                .allMatch(team -> DemoFirm.teams().stream().map(DemoTeam::code).anyMatch(team::equals));
        assertThat(DemoFirm.developer().roles()).containsExactly("employee");
    }

    @Test
    void addresses_are_of_a_reserved_domain_and_plain() {
        assertThat(DemoFirm.people())
                .extracting(DemoPerson::email)
                .allMatch(email -> email.matches("[a-z-]+\\.[a-z-]+@(fablier|aciernova)\\.example"))
                .contains("tiphaine.legoff@fablier.example", "chloe.nguessan@fablier.example");
    }

    @Test
    void writes_how_to_sign_in_for_its_owner_alone() throws IOException {
        Path file = directory.resolve("demo.json");
        Files.createFile(file);
        try (Demo demo = Demo.open(file, defaults(), FakeModel.start(Pace.NONE))) {
            demo.reachableAt(URI.create("http://127.0.0.1:12345"));

            JsonNode json = JSON.readTree(file.toFile());
            assertThat(json.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("url", "admin", "users", "apiKey");
            assertThat(json.path("url").asText()).isEqualTo("http://127.0.0.1:12345");
            assertThat(json.path("users"))
                    .hasSize(60)
                    .allSatisfy(user -> assertThat(user.properties())
                            .extracting(Map.Entry::getKey)
                            .containsExactly("email", "password", "roles"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            User first = demo.configuration().bootstrap().users().getFirst();
            assertThat(json.at("/admin/email").asText()).isEqualTo(first.email());
            assertThat(json.at("/admin/password").asText())
                    .isEqualTo(first.password().reveal())
                    .matches("([A-Za-z2-9]{4}-){3}[A-Za-z2-9]{4}");
            assertThat(first.roles()).contains("admin");
            assertThat(json.path("apiKey").asText())
                    .isEqualTo(demo.configuration()
                            .bootstrap()
                            .apiKeys()
                            .getFirst()
                            .key()
                            .reveal())
                    .hasSizeGreaterThanOrEqualTo(32);
        }
    }

    @Test
    void keeps_its_passwords_and_its_key_from_one_start_to_the_next() {
        Path file = directory.resolve("demo.json");
        VigieConfiguration.Bootstrap first;
        try (Demo demo = Demo.open(file, defaults(), FakeModel.start(Pace.NONE))) {
            first = demo.configuration().bootstrap();
        }
        try (Demo demo = Demo.open(file, defaults(), FakeModel.start(Pace.NONE))) {
            assertThat(demo.configuration().bootstrap()).isEqualTo(first);
        }
        assertThat(first.users().stream().map(User::password).distinct()).hasSize(60);
    }

    @Test
    void a_file_that_cannot_be_read_is_not_overwritten() throws IOException {
        Path file = Files.writeString(directory.resolve("demo.json"), "{\"admin\":");
        try (FakeModel model = FakeModel.start(Pace.NONE)) {
            assertThatThrownBy(() -> Demo.open(file, defaults(), model)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(file).hasContent("{\"admin\":");
    }

    @Test
    void leads_the_assistant_to_the_fake_model_over_a_socket() {
        try (FakeModel model = FakeModel.start(Pace.NONE);
                Demo demo = Demo.open(directory.resolve("demo.json"), defaults(), model)) {
            assertThat(demo.configuration().providers())
                    .extracting(Provider::id)
                    .containsExactly("demo", "demo-souverain", "demo-filiale", "demo-lointain", "builtin");
            assertThat(demo.configuration().providers().getFirst().baseUrl()).contains(model.baseUrl());
            assertThat(demo.configuration().routes())
                    .extracting(Route::model)
                    .containsExactly("assistant", "extraits", "souverain", "filiale", "lointain");
            assertThat(demo.configuration().routes().getFirst().targets())
                    .containsExactly(RouteTarget.of("demo/fake-small"));
        }
    }

    @Test
    void each_zone_has_a_model_in_a_country_and_with_a_price() {
        try (Demo demo = Demo.open(directory.resolve("demo.json"), defaults(), FakeModel.start(Pace.NONE))) {
            List<Provider> providers = demo.configuration().providers().stream()
                    .filter(provider -> provider.kind() != Provider.Kind.BUILTIN)
                    .toList();
            assertThat(providers).extracting(Provider::zone).containsExactly(Zone.values());
            assertThat(providers)
                    .flatExtracting(Provider::models)
                    .extracting(model -> model.location().orElseThrow())
                    .containsExactly("FRA", "FRA", "IRL", "USA");
            assertThat(providers)
                    .flatExtracting(Provider::models)
                    .allMatch(model -> model.inputPricePerMillion().orElseThrow() > 0)
                    .allMatch(model -> model.outputPricePerMillion().orElseThrow()
                            > model.inputPricePerMillion().orElseThrow());
        }
    }

    @Test
    void adds_to_what_the_operator_configured() throws IOException {
        Path yaml = Files.writeString(directory.resolve("vigie.yaml"), """
                providers:
                  - {id: mine, kind: openai, baseUrl: "http://127.0.0.1:9/v1", zone: internal, maxDataClass: C2, models: [{id: m}]}
                routes: [{model: assistant, targets: [mine/m]}]
                bootstrap:
                  admin: {email: me@example.org, password: mine}
                """);
        VigieConfiguration base = ConfigurationFile.load(yaml, true, Map.of());
        try (Demo demo = Demo.open(directory.resolve("demo.json"), base, FakeModel.start(Pace.NONE))) {
            assertThat(demo.configuration().providers())
                    .extracting(Provider::id)
                    .containsExactly("demo", "demo-souverain", "demo-filiale", "demo-lointain", "mine", "builtin");
            assertThat(demo.configuration().routes())
                    .extracting(Route::model)
                    .containsExactly("demonstration", "extraits", "souverain", "filiale", "lointain", "assistant");
            assertThat(demo.configuration().bootstrap().admin())
                    .isEqualTo(base.bootstrap().admin());
        }
    }

    private VigieConfiguration defaults() {
        return ConfigurationFile.load(directory.resolve("none.yaml"), false, Map.of());
    }
}
