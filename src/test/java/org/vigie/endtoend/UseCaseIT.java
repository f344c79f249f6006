package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.store.DataDirectory;
import org.vigie.store.EmbeddedPostgres;

/** A use case from its declaration to its end: each decision changes what its key may do. */
class UseCaseIT {
    private static Installation here;
    private static Chromium chromium;
    private static String admin;
    private static String employee;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        here = Installation.start();
        admin = chromium.signIn(here.vigie().url(), Installation.ADMIN);
        employee = chromium.signIn(here.vigie().url(), Installation.EMPLOYEE);
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static GatewayClient client(String key) {
        return new GatewayClient(() -> here.vigie().url(), key);
    }

    private static void declare(Visit visit, String code, String title, String budget) {
        visit.open("/use-cases/new");
        visit.at("#code").fill(code);
        visit.at("#title").fill(title);
        visit.at("#purpose").fill("Préparer un premier compte rendu, jamais une décision.");
        visit.at("#testers").fill(Installation.EMPLOYEE);
        visit.at("input[name=models][value=assistant]").check();
        visit.at("#budget").fill(budget);
        visit.at("#until").fill(LocalDate.now().plusDays(30).toString());
        visit.at("main button[type=submit]").click();
        visit.page().waitForURL("**/use-cases/" + code);
    }

    private static void decide(Visit visit, String code, String next, String motive) {
        visit.open("/use-cases/" + code);
        visit.at("#motive").fill(motive);
        visit.at("button[name=next][value=" + next + "]").click();
        visit.page().waitForURL("**/use-cases/" + code);
        assertThat(visit.at(".field-error")).hasCount(0);
    }

    @Test
    void its_key_does_what_was_decided_and_nothing_else() throws Exception {
        String key;
        try (Visit manager = chromium.visit(here.vigie().url(), Look.DESK, admin);
                Visit tester = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            declare(manager, "CR-REUNION", "Comptes rendus de réunion", "12,50");
            tester.open("/use-cases/CR-REUNION");
            assertThat(tester.at("form[action$='/keys']")).hasCount(0);
            decide(manager, "CR-REUNION", "open", "Le comité est d’accord pour un essai.");

            tester.open("/use-cases/CR-REUNION");
            tester.at("form[action$='/keys'] button").click();
            key = tester.at("#new-key").innerText();
            assertThat(client(key).ask("assistant", false, "Bonjour").status()).isEqualTo(200);
            GatewayClient.Seen otherModel = client(key).ask("two-zones", false, "Bonjour");
            assertThat(otherModel.code()).isEqualTo("model_not_allowed");
            assertThat(otherModel.text()).contains("D-");

            decide(manager, "CR-REUNION", "suspended", "Une fuite est à l’étude.");
            GatewayClient.Seen suspended = client(key).ask("assistant", false, "Bonjour");
            assertThat(suspended.status()).isEqualTo(403);
            assertThat(suspended.code()).isEqualTo("use_case_suspended");
            assertThat(suspended.text()).contains("Comptes rendus de réunion", "D-");

            decide(manager, "CR-REUNION", "open", "Rien n’a fui.");
            assertThat(client(key).ask("assistant", false, "Bonjour").status()).isEqualTo(200);
            decide(manager, "CR-REUNION", "stopped", "L’essai est fini.");
            assertThat(client(key).ask("assistant", false, "Bonjour").status()).isEqualTo(401);
            GatewayClient.Seen stopped = client(Installation.KEY)
                    .send(GatewayClient.body("assistant", false, "Bonjour"), "x-vigie-use-case", "CR-REUNION");
            assertThat(stopped.code()).isEqualTo("use_case_suspended");
            assertThat(stopped.text()).contains("arrêté").containsPattern("D-20\\d\\d-\\d{3}");
            AuditTrail trail = new AuditTrail(() -> EmbeddedPostgres.accessOfRunning(new DataDirectory(here.data())));
            assertThat(trail.actsSince(0)).containsSubsequence("use_case.stopped", "use_case.keys_revoked");
        }
    }

    @Test
    void a_budget_that_is_used_up_says_whose_it_was() {
        try (Visit manager = chromium.visit(here.vigie().url(), Look.DESK, admin);
                Visit tester = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            declare(manager, "PETIT-BUDGET", "Essai à petit budget", "0,000002");
            decide(manager, "PETIT-BUDGET", "open", "Pour voir.");
            tester.open("/use-cases/PETIT-BUDGET");
            tester.at("form[action$='/keys'] button").click();
            GatewayClient client = client(tester.at("#new-key").innerText());
            GatewayClient.Seen refused = client.ask("assistant", false, "Bonjour. ".repeat(400));
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("insufficient_quota");
            manager.open("/budgets");
            String number = manager.at("tr:has-text('Essai à petit budget') a[href^='/rules/decisions/']")
                    .first()
                    .innerText();
            assertThat(number).matches("D-\\d{4}-\\d{3}");
            assertThat(refused.text())
                    .contains(number, "PETIT-BUDGET", "adressez-vous à la personne qui répond de ce cas d’usage");
            // The same person's other keys are not touched by it.
            assertThat(client(Installation.KEY)
                            .ask("assistant", false, "Bonjour")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_form_says_everything_that_is_wrong_and_keeps_what_was_typed() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/use-cases/new");
            visit.at("#code").fill("minuscules");
            visit.at("#title").fill("Un titre");
            visit.at("#purpose").fill("Un but");
            visit.at("#testers").fill("personne@nulle.part");
            visit.at("#budget").fill("beaucoup");
            visit.expect(422);
            visit.at("main button[type=submit]").click();
            assertThat(visit.at("#errors li")).hasCount(2);
            assertThat(visit.at("#title")).hasValue("Un titre");
            visit.at("#testers").fill("");
            visit.at("#budget").fill("10");
            visit.at("main button[type=submit]").click();
            assertThat(visit.at("#errors")).containsText("majuscules");
            assertThat(visit.at("#errors")).containsText("au moins un modèle");
        }
    }

    @Test
    void whoever_does_not_own_it_reads_only_and_programs_read_no_names() throws Exception {
        try (Visit manager = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            declare(manager, "LECTURE", "Un autre", "5");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            visit.open("/use-cases/LECTURE");
            assertThat(visit.at("#motive")).hasCount(0);
            visit.expect(403);
            visit.open("/use-cases/LECTURE/edit");
            assertThat(visit.at("h1")).containsText("Accès non autorisé");
        }
        Visitor visitor = new Visitor(here.vigie().url());
        visitor.signIn(Installation.EMPLOYEE, Installation.PASSWORD);
        JsonArray all = new JsonArray(visitor.get("/api/v1/use-cases").body());
        assertThat(all.size()).isPositive();
        JsonObject one = new JsonObject(visitor.get("/api/v1/use-cases/LECTURE").body());
        assertThat(one.getString("state")).isEqualTo("declared");
        assertThat(one.encode()).doesNotContain("Durand", Installation.EMPLOYEE);
        assertThat(visitor.get("/api/v1/use-cases/RIEN").statusCode()).isEqualTo(404);
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void every_page_is_legible_at_every_size_and_in_both_colours(Look look) {
        String code = "VUE-" + look.width() + (look.language().code().equals("fr") ? "-FR" : "-EN");
        try (Visit visit = chromium.visit(here.vigie().url(), look, admin)) {
            declare(visit, code, "Synthèse d’appels d’offres", "40");
            visit.check("use-case-declared");
            decide(visit, code, "open", "Essai de trois mois.");
            visit.check("use-case-open");
            visit.open("/use-cases");
            visit.check("use-cases");
            visit.open("/use-cases/" + code + "/edit");
            visit.check("use-case-form");
        }
    }
}
