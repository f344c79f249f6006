package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.store.DataDirectory;
import org.vigie.store.EmbeddedPostgres;

/** Somebody's traces from the first key to their end: who reads, who is told, and who learns nothing. */
class DisclosureIT {
    private static final String DPO = "dpo@example.org";
    private static final String CISO = "rssi@example.org";
    private static final String REPRESENTATIVE = "cse@example.org";
    private static final String REASON = "Une clé volée a servi mardi : retrouver quels modèles ont été appelés.";

    private static Installation here;
    private static Chromium chromium;
    private static String dpo;
    private static String ciso;
    private static String representative;
    private static String employee;
    private static String other;
    private static String admin;
    private static String open;
    private static String shut;

    @BeforeAll
    static void start() throws SQLException {
        chromium = Chromium.start();
        Map<String, String> people = new HashMap<>();
        person(people, 2, DPO, "Ingrid Sorel", "dpo");
        person(people, 3, CISO, "Gaspard Lemoine", "ciso");
        person(people, 4, REPRESENTATIVE, "Sylvie Hoarau", "staff_rep");
        here = Installation.startWith(people);
        dpo = chromium.signIn(here.vigie().url(), DPO);
        ciso = chromium.signIn(here.vigie().url(), CISO);
        representative = chromium.signIn(here.vigie().url(), REPRESENTATIVE);
        employee = chromium.signIn(here.vigie().url(), Installation.EMPLOYEE);
        other = chromium.signIn(here.vigie().url(), "autre@example.org");
        admin = chromium.signIn(here.vigie().url(), Installation.ADMIN);
        GatewayClient client = new GatewayClient(() -> here.vigie().url(), Installation.KEY);
        assertThat(client.ask("assistant", false, "Écris à jean.dupont@example.org, puis rappelle-moi.")
                        .status())
                .isEqualTo(200);
        assertThat(client.ask("fake-echo", false, "Bonjour").status()).isEqualTo(200);
        shut = ask();
        give(shut);
        end(shut);
        open = ask();
        give(open);
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static void person(Map<String, String> variables, int index, String email, String name, String role) {
        String key = "VIGIE_BOOTSTRAP_USERS_" + index + "_";
        variables.put(key + "EMAIL", email);
        variables.put(key + "NAME", name);
        variables.put(key + "PASSWORD", Installation.PASSWORD);
        variables.put(key + "ROLES_0", role);
    }

    private static Visit visit(String person) {
        return chromium.visit(here.vigie().url(), Look.DESK, person);
    }

    /** @return the code of the request */
    private static String ask() {
        try (Visit visit = visit(dpo)) {
            visit.open("/disclosures");
            visit.at("main a[href='/disclosures/new']").click();
            visit.at("#person").fill(Installation.EMPLOYEE);
            visit.at("#category").selectOption("security");
            visit.at("#reason").fill(REASON);
            visit.at("main form button[type=submit]").click();
            visit.page().waitForURL("**/disclosures/file/T-*");
            return visit.path().substring("/disclosures/file/".length());
        }
    }

    private static void give(String code) {
        try (Visit visit = visit(ciso)) {
            visit.open("/disclosures/file/" + code);
            visit.at("form[action$='/give'] button").click();
            assertThat(visit.at(".page-head .tag")).hasText("Ouverte");
        }
    }

    /** Time passes. */
    private static void end(String code) throws SQLException {
        try (Connection connection = EmbeddedPostgres.accessOfRunning(new DataDirectory(here.data()))
                        .connect();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE disclosure.request SET until = answered_at + interval '1 microsecond' WHERE code = ?")) {
            update.setString(1, code);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static int status(String person, String path) {
        try (Visit visit = visit(person)) {
            return visit.page().request().get(path).status();
        }
    }

    @Test
    void two_keys_open_the_person_is_told_and_the_time_ends() throws Exception {
        String code = ask();
        String file = "/disclosures/file/" + code;
        try (Visit visit = visit(dpo)) {
            visit.open(file);
            assertThat(visit.at(".page-head .tag")).hasText("Attend la seconde clé");
            assertThat(visit.at("form[action$='/give']")).hasCount(0);
            assertThat(visit.at("a[href$='/trace']")).hasCount(0);
            assertThat(visit.page().request().get(file + "/trace").status()).isEqualTo(404);
        }
        try (Visit visit = visit(ciso)) {
            visit.open("/chat");
            assertThat(visit.at(".band")).hasCount(1);
            visit.at(".band a").click();
            visit.page().waitForURL("**" + file);
            assertThat(visit.at(".told")).containsText(REASON);
            visit.at("form[action$='/give'] button").click();
            assertThat(visit.at(".page-head .tag")).hasText("Ouverte");
            visit.at("a[href$='/trace']").click();
            assertThat(visit.at("tbody tr")).hasCount(2);
            assertThat(visit.at("tbody")).containsText("interne/fake-small");
            assertThat(visit.at("tbody")).containsText("adresse électronique 1");
            assertThat(visit.page().content()).doesNotContain("jean.dupont");
        }
        try (Visit visit = visit(dpo)) {
            String csv = visit.page().request().get(file + "/trace.csv").text();
            assertThat(csv.lines()).hasSize(3);
            assertThat(csv).contains("\"EMAIL=1\"").doesNotContain("jean.dupont");
        }
        try (Visit visit = visit(employee)) {
            visit.open("/chat");
            assertThat(visit.at(".band").last()).containsText("Deux personnes peuvent lire vos traces");
            visit.at(".band a").last().click();
            visit.page().waitForURL("**/account/traces");
            assertThat(visit.at("#h-" + code)).containsText("Ouverte");
            assertThat(visit.at("section[aria-labelledby=h-" + code + "]")).containsText(REASON);
            assertThat(visit.at("section[aria-labelledby=h-" + code + "]")).containsText("2 fois");
            assertThat(visit.at("main")).containsText("Ingrid Sorel (" + DPO + ")");
            assertThat(visit.at("main")).containsText("Sylvie Hoarau");
        }
        for (String nobody : List.of(employee, other, admin, representative)) {
            for (String path : List.of("", "/trace", "/trace.csv")) {
                assertThat(status(nobody, file + path)).as(path).isEqualTo(404);
            }
        }
        end(code);
        try (Visit visit = visit(dpo)) {
            visit.expect(404);
            visit.open(file + "/trace");
            assertThat(visit.at("h1")).hasText("Ces traces ne sont pas ouvertes");
            assertThat(visit.page().request().get(file + "/trace.csv").status()).isEqualTo(404);
        }
        try (Visit visit = visit(employee)) {
            visit.open("/account/traces");
            visit.at("form[action$='" + code + "/seen'] button").click();
            visit.page().waitForURL("**/account/traces");
            assertThat(visit.at("form[action$='" + code + "/seen']")).hasCount(0);
            assertThat(visit.at("#h-" + code)).containsText("Terminée");
        }
        assertThat(here.verifyAudit()).isNotEmpty();
    }

    @Test
    void the_register_names_nobody_and_only_those_concerned_see_it() {
        try (Visit visit = visit(representative)) {
            visit.open("/disclosures");
            assertThat(visit.at("main")).containsText("Incident de sécurité");
            assertThat(visit.at("main")).not().containsText("Durand");
            assertThat(visit.at("main a[href='/disclosures/new']")).hasCount(0);
            String register = visit.page().request().get("/api/v1/disclosures").text();
            JsonObject read = new JsonObject(register);
            assertThat(read.getInteger("count")).isPositive();
            assertThat(read.getJsonObject("byCategory").getInteger("security")).isEqualTo(read.getInteger("count"));
            assertThat(register).doesNotContain("Durand", Installation.EMPLOYEE, "volée", DPO);
        }
        assertThat(status(employee, "/disclosures")).isEqualTo(403);
        assertThat(status(employee, "/api/v1/disclosures")).isEqualTo(403);
        assertThat(status(admin, "/disclosures/new")).isEqualTo(403);
        assertThat(status(representative, "/disclosures/new")).isEqualTo(403);
    }

    @Test
    void no_key_of_the_api_opens_anything() throws Exception {
        GatewayClient client = new GatewayClient(() -> here.vigie().url(), Installation.KEY);
        for (String path : List.of(
                "/disclosures/file/" + open + "/trace", "/disclosures/new", "/account/traces", "/api/v1/disclosures")) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void a_form_says_what_is_wrong_and_naming_oneself_is_refused() {
        try (Visit visit = visit(dpo)) {
            visit.expect(422);
            visit.open("/disclosures/new");
            visit.at("#person").fill(DPO);
            visit.at("#category").selectOption("leak");
            visit.at("#reason").fill(REASON);
            visit.at("main form button[type=submit]").click();
            assertThat(visit.at("#errors")).containsText("Vos propres traces");
            assertThat(visit.at("#reason")).hasValue(REASON);
            visit.open("/disclosures/key-holders");
            visit.at("#holder").fill(DPO);
            visit.at("#motive").fill("Pour voir.");
            visit.at("main form[action$='/key-holders'] button").click();
            assertThat(visit.at("#errors")).containsText("On ne se désigne pas soi-même");
        }
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void every_page_is_legible_at_every_size_and_in_both_colours(Look look) {
        try (Visit visit = chromium.visit(here.vigie().url(), look, dpo)) {
            visit.expect(404);
            visit.inspect("/disclosures", "disclosures");
            visit.inspect("/disclosures/new", "disclosure-ask");
            visit.inspect("/disclosures/file/" + open, "disclosure-open");
            visit.inspect("/disclosures/file/" + open + "/trace", "disclosure-trace");
            visit.inspect("/disclosures/file/" + shut + "/trace", "disclosure-shut");
            visit.inspect("/disclosures/key-holders", "disclosure-holders");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look, employee)) {
            visit.inspect("/account/traces", "traces-own");
            visit.inspect("/account", "account-traces");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look, other)) {
            visit.inspect("/account/traces", "traces-none");
        }
    }
}
