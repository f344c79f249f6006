package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.Store;
import org.vigie.store.TestDatabase;

/** A budget from the decision to the refusal that names it, and who is told of it on the way. */
class BudgetIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Duration SECOND = Duration.ofSeconds(1);

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

    private static GatewayClient client(Installation installation, String key) {
        return new GatewayClient(() -> installation.vigie().url(), key);
    }

    private static void set(Visit visit, String kind, String subject, String amount, String reason) {
        visit.open("/budgets/new");
        visit.at("#kind").selectOption(kind);
        visit.at("#subject").fill(subject);
        visit.at("#amount").fill(amount);
        visit.at("#reason").fill(reason);
        visit.at("main button[type=submit]").click();
        visit.page().waitForURL("**/budgets/" + kind + "/*/month");
    }

    private static void until(Callable<Boolean> seen) throws Exception {
        for (long end = System.nanoTime() + 20_000_000_000L; !seen.call() && System.nanoTime() < end; ) {
            Thread.sleep(200);
        }
        assertThat(seen.call()).isTrue();
    }

    @Test
    void a_team_is_refused_by_its_budget_in_words_that_name_the_decision_until_it_is_raised() throws Exception {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            set(visit, "team", "conseil", "0,000001", "Essai à l’arrêt.");
            String number = visit.at("dl a[href^='/rules/decisions/']").innerText();
            GatewayClient.Seen refused = client(here, Installation.KEY).ask("assistant", false, "Bonjour");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("insufficient_quota");
            assertThat(refused.text()).contains(number, "conseil", "mois");
            // A team of one: to say what it spent would say what she spent.
            until(() -> {
                visit.open("/budgets");
                return visit.at("tr:has-text('Conseil') .tag-danger").count() == 1;
            });
            assertThat(visit.at("tr:has-text('Conseil')")).containsText("non montré");
            assertThat(visit.at(".notice")).containsText("équipe « conseil »");
            visit.open("/use-cases");
            assertThat(visit.at(".band")).containsText("est épuisé");
            visit.open("/budgets");
            visit.at("form[action='/budgets/read'] button").click();
            assertThat(visit.at("form[action='/budgets/read']")).hasCount(0);
            visit.open("/use-cases");
            assertThat(visit.at(".band")).hasCount(0);

            visit.open("/budgets/team/conseil/month");
            visit.at("#amount").fill("1000");
            visit.at("#reason").fill("Le trimestre commence.");
            visit.at("form[action='/budgets/team/conseil/month'] button").click();
            assertThat(visit.at("dl")).containsText("Aucun.");
            assertThat(client(here, Installation.KEY)
                            .ask("assistant", false, "Bonjour")
                            .status())
                    .isEqualTo(200);
            visit.at("#withdraw-reason").fill("L’essai est fini.");
            visit.at("form[action$='/withdraw'] button").click();
            visit.page().waitForURL("**/budgets");
            visit.expect(404);
            visit.open("/budgets/team/conseil/month");
        }
    }

    @Test
    void what_a_person_spent_is_theirs_and_whoever_sets_budgets_sees_only_that_there_is_one() throws Exception {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin);
                Visit herself = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            set(visit, "person", Installation.EMPLOYEE, "50", "Un mois d’essai.");
            String path = visit.path();
            assertThat(client(here, Installation.KEY)
                            .ask("assistant", false, "Bonjour")
                            .status())
                    .isEqualTo(200);
            until(() -> {
                herself.open(path);
                return !herself.at("dl").innerText().contains("0,00 €");
            });
            assertThat(herself.at("h1")).hasText("Vous");
            assertThat(herself.at("dl")).containsText("Dépensé");
            assertThat(herself.at("#amount")).hasCount(0);
            herself.open("/account");
            assertThat(herself.at("#my-budget + p")).containsText("Il vous reste");
            herself.open("/settings/limits");
            assertThat(herself.at("main")).containsText("Budget du mois");

            visit.open(path);
            assertThat(visit.at("h1")).hasText("Amélie Durand");
            assertThat(visit.at("dl")).not().containsText("Dépensé");
            assertThat(visit.at("main")).containsText("Non épuisé");
            visit.open("/budgets");
            assertThat(visit.at("tr:has-text('Amélie Durand')")).containsText("non montré");

            Visitor other = new Visitor(here.vigie().url());
            other.signIn("autre@example.org", Installation.PASSWORD);
            assertThat(other.get(path).statusCode()).isEqualTo(404);
            assertThat(new JsonArray(other.get("/api/v1/budgets").body())).isEmpty();
            assertThat(other.get("/api/v1/decisions").body()).doesNotContain("budget:person");
            assertThat(other.get("/budgets/new").statusCode()).isEqualTo(403);

            visit.open(path);
            visit.at("#withdraw-reason").fill("Fini.");
            visit.at("form[action$='/withdraw'] button").click();
            visit.page().waitForURL("**/budgets");
        }
    }

    @Test
    void who_asks_in_a_mission_is_refused_by_its_budget_with_the_decision_and_whom_to_speak_to() throws Exception {
        ApiClient write = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:write");
        JsonObject mission = new JsonObject()
                .put("code", "SOBRE")
                .put("name", "Mission sobre")
                .put("client", "Client fictif")
                .put("manager", Installation.ADMIN)
                .put("starts", LocalDate.now().minusDays(1).toString())
                .put("ends", LocalDate.now().plusDays(9).toString());
        assertThat(write.send("POST", "/api/v1/missions", mission).status()).isEqualTo(201);
        JsonObject member = new JsonObject().put("person", Installation.EMPLOYEE);
        assertThat(write.send("POST", "/api/v1/missions/SOBRE/members", member).status())
                .isEqualTo(200);
        String body = GatewayClient.body("assistant", false, "Bonjour");
        GatewayClient client = client(here, Installation.KEY);
        assertThat(client.send(body, "x-vigie-mission", "SOBRE").status()).isEqualTo(200);

        String path = "/api/v1/budgets/mission/SOBRE/month";
        JsonObject small = new JsonObject().put("amount", 0.000001).put("reason", "Trop cher");
        String number = write.send("PUT", path, small).json().getString("decision");
        GatewayClient.Seen refused = client.send(body, "x-vigie-mission", "SOBRE");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("insufficient_quota");
        assertThat(refused.text())
                .contains(number, "mission SOBRE", "adressez-vous à la personne responsable de la mission");
        assertThat(client.ask("assistant", false, "Bonjour").status()).isEqualTo(200);
        assertThat(write.send("DELETE", path + "?reason=Fin", "", Map.of()).status())
                .isEqualTo(200);
        assertThat(client.send(body, "x-vigie-mission", "SOBRE").status()).isEqualTo(200);
    }

    @Test
    void a_use_case_s_budget_stands_there_and_is_changed_where_it_was_decided() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/use-cases/new");
            visit.at("#code").fill("CU-BUDGET");
            visit.at("#title").fill("Cas avec budget");
            visit.at("#purpose").fill("Essayer.");
            visit.at("input[name=models][value=assistant]").check();
            visit.at("#budget").fill("40");
            visit.at("#until").fill(LocalDate.now().plusDays(30).toString());
            visit.at("main button[type=submit]").click();
            visit.at("#motive").fill("Essai.");
            visit.at("button[name=next][value=open]").click();
            visit.open("/budgets");
            visit.at("tr:has-text('Cas avec budget') a").first().click();
            assertThat(visit.at("#amount")).hasCount(0);
            assertThat(visit.at("a[href='/use-cases/CU-BUDGET']")).hasCount(1);
            // A lower one of the tower prevails; the other stays.
            set(visit, "use_case", "CU-BUDGET", "10", "Prudence.");
            visit.open("/budgets");
            assertThat(visit.at("tr:has-text('Cas avec budget')")).hasCount(2);
            assertThat(visit.at("tr:has-text('Une limite plus basse prévaut')")).containsText("40,00");
        }
    }

    @Test
    void a_form_says_everything_that_is_wrong_and_keeps_what_was_typed() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/budgets/new");
            visit.at("#subject").fill("nulle-part");
            visit.at("#amount").fill("beaucoup");
            visit.at("#reason").fill("Parce que.");
            visit.expect(422);
            visit.at("main button[type=submit]").click();
            assertThat(visit.at("#errors li")).hasCount(1);
            assertThat(visit.at("#amount")).hasValue("beaucoup");
            visit.at("#amount").fill("12");
            visit.at("main button[type=submit]").click();
            assertThat(visit.at("#errors")).containsText("Personne ne porte ce nom");
        }
    }

    private static HttpResponse<String> send(Installation at, String method, String path, String key, String body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at.vigie().url().resolve(path))
                .header("authorization", "Bearer " + key)
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A key of the administrator's, with these scopes alone. */
    private static String key(Installation at, String... scopes) {
        try (Visit visit = chromium.visit(
                at.vigie().url(), Look.DESK, chromium.signIn(at.vigie().url(), Installation.ADMIN))) {
            visit.open("/settings/keys");
            visit.at("#name").fill("budgets");
            for (String scope : List.of("gateway", "api:read", "api:write", "metrics")) {
                if (visit.at("input[name=scopes][value='" + scope + "']").count() > 0) {
                    visit.at("input[name=scopes][value='" + scope + "']")
                            .setChecked(List.of(scopes).contains(scope));
                }
            }
            visit.at("main button[type=submit]").first().click();
            return visit.at("#new-key").innerText();
        }
    }

    @Test
    void two_replicas_refuse_within_a_second_and_raise_each_alert_once() throws Exception {
        DatabaseAccess database = TestDatabase.empty();
        String yaml = "{url: \"" + database.url() + "\", user: " + database.owner() + ", password: \""
                + database.ownerPassword().reveal() + "\"}";
        List<Installation> replicas = Installation.replicas(yaml, List.of());
        try {
            Installation one = replicas.getFirst();
            Installation two = replicas.getLast();
            String reads = key(one, "api:read");
            String writes = key(one, "api:write");
            String path = "/api/v1/budgets/team/conseil/month";
            String large = "{\"amount\": 100, \"reason\": \"Essai\"}";
            assertThat(send(one, "PUT", path, reads, large).statusCode()).isEqualTo(403);
            assertThat(send(one, "PUT", path, Installation.KEY, large).statusCode())
                    .isEqualTo(403);
            assertThat(send(one, "PUT", path, writes, "{\"amount\": -1, \"reason\": \"x\"}")
                            .statusCode())
                    .isEqualTo(422);
            HttpResponse<String> decided = send(one, "PUT", path, writes, large);
            assertThat(decided.statusCode()).isEqualTo(200);
            assertThat(send(one, "POST", "/api/v1/budgets", writes, """
                            {"kind": "team", "subject": "conseil", "period": "month", "amount": 5, "reason": "y"}""").statusCode())
                    .isEqualTo(422);
            assertThat(client(two, Installation.KEY)
                            .ask("assistant", false, "Bonjour")
                            .status())
                    .isEqualTo(200);

            String small = "{\"amount\": 0.000001, \"reason\": \"Trop cher\"}";
            String number = new JsonObject(send(one, "PUT", path, writes, small).body()).getString("decision");
            long answered = System.nanoTime();
            // Nothing that is asked a second after the page answered, or later, is given.
            GatewayClient other = client(two, Installation.KEY);
            long begun = System.nanoTime();
            GatewayClient.Seen refused = other.ask("assistant", false, "Bonjour");
            while (refused.status() == 200) {
                assertThat(Duration.ofNanos(begun - answered)).isLessThan(SECOND);
                begun = System.nanoTime();
                refused = other.ask("assistant", false, "Bonjour");
            }
            Duration late = Duration.ofNanos(System.nanoTime() - answered);
            System.out.printf("budget: refused by the other replica within %d ms%n", late.toMillis());
            assertThat(refused.status()).isEqualTo(429);
            assertThat(late).isLessThan(SECOND);
            assertThat(refused.text()).contains(number);
            assertThat(client(one, Installation.KEY)
                            .ask("assistant", false, "Bonjour")
                            .status())
                    .isEqualTo(429);
            var jdbi = Store.jdbi(database);
            until(() -> jdbi.withHandle(
                            handle -> handle.createQuery("SELECT count(*) FROM metering.alert WHERE decision = :number")
                                    .bind("number", number)
                                    .mapTo(Long.class)
                                    .one())
                    >= 3);
            // Both watch every second; give them three.
            Thread.sleep(3_000);
            List<Integer> raised = jdbi.withHandle(handle -> handle.createQuery(
                            "SELECT percent FROM metering.alert WHERE decision = :number ORDER BY percent")
                    .bind("number", number)
                    .mapTo(Integer.class)
                    .list());
            assertThat(raised).containsExactly(50, 80, 100);
            List<String> acts = jdbi.withHandle(handle -> handle.createQuery(
                            "SELECT body FROM audit.entry WHERE body LIKE '%budget.threshold_reached%' AND body LIKE :number")
                    .bind("number", "%" + number + "%")
                    .mapTo(String.class)
                    .list());
            assertThat(acts).hasSize(3);

            JsonObject shown = new JsonObject(send(two, "GET", path, reads, "").body());
            assertThat(shown.getInteger("reached")).isEqualTo(100);
            assertThat(shown.containsKey("spentMicroEuros") && shown.getValue("spentMicroEuros") != null)
                    .as("the use of a team of one")
                    .isFalse();
            assertThat(send(two, "DELETE", path + "?reason=Fin&replaces=D-1999-001", writes, "")
                            .statusCode())
                    .isEqualTo(409);
            assertThat(send(two, "DELETE", path + "?reason=Fin", writes, "").statusCode())
                    .isEqualTo(200);
            assertThat(send(two, "GET", path, reads, "").statusCode()).isEqualTo(404);
            until(() -> client(one, Installation.KEY)
                            .ask("assistant", false, "Bonjour")
                            .status()
                    == 200);
        } finally {
            replicas.forEach(Installation::close);
        }
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void every_page_is_legible_at_every_size_and_in_both_colours(Look look) {
        try (Visit visit = chromium.visit(here.vigie().url(), look, admin)) {
            visit.open("/budgets/new");
            visit.check("budget-form");
            visit.open("/budgets");
            if (visit.at("tr:has-text('50 000')").count() == 0
                    && visit.at("tr:has-text('50,000')").count() == 0) {
                set(visit, "org", "", String.valueOf(50_000 + LOOKS++), "Le plafond de l’année.");
            }
            visit.check("budget");
            visit.open("/budgets");
            visit.check("budgets");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look, employee)) {
            visit.open("/budgets");
            visit.check("budgets-employee");
            visit.open("/account");
            visit.check("account-budget");
        }
    }

    private static int LOOKS;
}
