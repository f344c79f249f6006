package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.kernel.Language;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.TestDatabase;

/** What is decided on a page changes what the gateway answers, on every replica, within a second, and the refusal says so. */
class RulesIT {
    private static Installation here;
    private static Chromium chromium;
    private static String employee;
    private static String admin;
    private static UUID asked;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        here = Installation.start();
        employee = chromium.signIn(here.vigie().url(), Installation.EMPLOYEE);
        admin = chromium.signIn(here.vigie().url(), Installation.ADMIN);
        asked = client(here).ask("two-zones", false, "Bonjour").id().orElseThrow();
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static GatewayClient client(Installation installation) {
        return new GatewayClient(() -> installation.vigie().url(), Installation.KEY);
    }

    /** A matrix that allows everything, as its form sends it. */
    private static Map<String, String> form() {
        Map<String, String> form = new HashMap<>();
        for (String dataClass : List.of("C0", "C1", "C2", "C3")) {
            for (String zone : List.of("internal", "eu-sovereign", "eu-extraterritorial", "outside-eu")) {
                form.put(dataClass + "-" + zone, "allow");
            }
        }
        form.put("act", "decide");
        form.put("motive", "Essai");
        return form;
    }

    @Test
    void a_matrix_that_is_decided_in_the_browser_is_enforced_and_quoted() {
        assertThat(client(here).ask("far", false, "Bonjour").status()).isEqualTo(200);
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/rules");
            visit.at("a[href='/rules/matrix']").click();
            visit.at("select[name='C1-outside-eu']").selectOption("refuse");
            visit.at("button[value='preview']").click();
            assertThat(visit.at("#impact ~ p[role=status]")).containsText("auraient eu une autre issue");
            assertThat(client(here).ask("far", false, "Bonjour").status()).isEqualTo(200);
            visit.at("#motive").fill("Rien ne sort d’Europe avant l’avis du comité.");
            visit.at("button[value='decide']").click();
            visit.page().waitForURL("**/rules/decisions/D-*");
            assertThat(visit.at("main")).containsText("Rien ne sort d’Europe");
            assertThat(visit.at("main tbody tr")).hasCount(1);
            String number = visit.at("h1").innerText();
            GatewayClient.Seen refused = client(here).ask("far", false, "Bonjour");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("class_too_high");
            assertThat(refused.text()).contains(number);
            assertThat(client(here).ask("two-zones", false, "Bonjour").status()).isEqualTo(200);
            // Then another model answers in its place.
            visit.open("/rules/matrix");
            visit.at("select[name='C1-outside-eu']").selectOption("reroute:assistant");
            visit.at("button[value='preview']").click();
            visit.at("#motive").fill("Le modèle interne répond à la place.");
            visit.at("button[value='decide']").click();
            visit.page().waitForURL("**/rules/decisions/D-*");
            assertThat(client(here).ask("far", false, "Bonjour").status()).isEqualTo(200);
            visit.open("/rules/matrix");
            visit.at("select[name='C1-outside-eu']").selectOption("allow");
            visit.at("button[value='preview']").click();
            visit.at("#motive").fill("L’essai est fini.");
            visit.at("button[value='decide']").click();
            visit.page().waitForURL("**/rules/decisions/D-*");
        }
    }

    @Test
    void a_decision_needs_a_motive_and_something_to_decide() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/rules/matrix");
            visit.at("select[name='C3-internal']").selectOption("pseudonymise");
            visit.at("button[value='preview']").click();
            visit.expect(422);
            visit.at("button[value='decide']").click();
            assertThat(visit.at(".notice-danger")).containsText("Écrivez le motif");
            assertThat(visit.at("select[name='C3-internal']")).hasValue("pseudonymise");
        }
    }

    @Test
    void whoever_may_not_decide_reads_the_table_and_asks_for_themselves() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            visit.open("/rules");
            assertThat(visit.at("a[href='/rules/matrix']")).hasCount(0);
            visit.open("/rules/why");
            assertThat(visit.at("#person")).hasCount(0);
            visit.at("#model").selectOption("public");
            visit.at("#text").fill("Le budget de la direction");
            visit.at("main button[type=submit]").click();
            assertThat(visit.at("main")).containsText("Elle serait refusée");
            assertThat(visit.at("main")).containsText("de classe C1");
            visit.expect(403);
            visit.open("/rules/matrix");
            assertThat(visit.at("h1")).containsText("Accès non autorisé");
        }
    }

    @Test
    void a_request_of_before_is_judged_by_the_rules_of_its_time() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            visit.open("/requests/" + asked);
            visit.at("a[href^='/rules/why/requests/']").click();
            assertThat(visit.at("section[aria-labelledby=then]")).containsText("dehors/far");
            visit.expect(404);
            visit.open("/rules/why/requests/" + UUID.randomUUID());
            assertThat(visit.at("h1")).isVisible();
        }
    }

    @Test
    void a_request_that_was_refused_before_it_was_examined_is_judged_again_too() throws Exception {
        ApiClient write = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:write");
        JsonObject stop = new JsonObject()
                .put("scope", "model")
                .put("of", "far")
                .put("kind", "suspend")
                .put("french", "Le modèle répond de travers.")
                .put("english", "The model answers badly.");
        bring(write, stop);
        UUID refused = client(here).ask("far", false, "Bonjour").id().orElseThrow();
        bring(write, stop.copy().put("until", Instant.now().minusSeconds(1).toString()));
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            visit.open("/requests/" + refused);
            visit.at("a[href^='/rules/why/requests/']").click();
            assertThat(visit.at("section[aria-labelledby=then]")).containsText("Le modèle répond de travers.");
            assertThat(visit.at("section[aria-labelledby=then]")).containsText("D-20");
            assertThat(visit.at("section[aria-labelledby=now]")).containsText("Elle serait admise");
        }
    }

    @Test
    void a_refusal_for_what_no_record_keeps_is_said_to_be_one() throws Exception {
        UUID refused = client(here)
                .send(GatewayClient.body("two-zones", false, "Bonjour"), "x-vigie-mission", "NOBODYS")
                .id()
                .orElseThrow();
        try (Visit visit =
                chromium.visit(here.vigie().url(), new Look(390, 844, ColorScheme.DARK, Language.ENGLISH), employee)) {
            visit.open("/rules/why/requests/" + refused);
            assertThat(visit.at("main")).containsText("that the record does not keep");
            visit.check("rules-replay-beyond");
        }
    }

    private static void bring(ApiClient write, JsonObject effect) throws Exception {
        JsonObject document =
                new JsonObject().put("vigieRules", 1).put("effects", new JsonObject().put("essai-rejouer", effect));
        ApiClient.Answer brought = write.send("POST", "/api/v1/rules/import?motive=Essai", document);
        assertThat(brought.status()).as(brought.text()).isEqualTo(200);
    }

    @Test
    void programs_read_the_policy_without_persons() throws Exception {
        Visitor visitor = new Visitor(here.vigie().url());
        visitor.signIn(Installation.EMPLOYEE, Installation.PASSWORD);
        JsonObject policy = new JsonObject(visitor.get("/api/v1/policy").body());
        assertThat(policy.getLong("snapshot")).isPositive();
        assertThat(policy.getJsonArray("effects")).hasSizeGreaterThan(20);
        JsonObject matrix = new JsonObject(visitor.get("/api/v1/matrix").body());
        assertThat(matrix.getJsonObject("C3").getString("eu-sovereign")).isEqualTo("pseudonymise");
        assertThat(new JsonArray(visitor.get("/api/v1/decisions").body())).hasSizeGreaterThan(1);
        assertThat(visitor.get("/api/v1/policy/999999").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/api/v1/decisions/D-1999-001").statusCode()).isEqualTo(404);
    }

    @Test
    void another_replica_refuses_within_a_second() throws Exception {
        DatabaseAccess database = TestDatabase.empty();
        String yaml = "{url: \"" + database.url() + "\", user: " + database.owner() + ", password: \""
                + database.ownerPassword().reveal() + "\"}";
        List<Installation> replicas = Installation.replicas(yaml, List.of());
        try {
            GatewayClient other = client(replicas.getLast());
            assertThat(other.ask("far", false, "Bonjour").status()).isEqualTo(200);
            Visitor visitor = new Visitor(replicas.getFirst().vigie().url());
            visitor.signIn(Installation.ADMIN, Installation.PASSWORD);
            Map<String, String> form = form();
            form.put("C1-outside-eu", "refuse");
            long from = System.nanoTime();
            HttpResponse<String> decided = visitor.post("/rules/matrix", "/rules/matrix", form);
            long answered = System.nanoTime();
            assertThat(decided.statusCode()).isEqualTo(303);
            assertThat(client(replicas.getFirst()).ask("far", false, "Bonjour").status())
                    .isEqualTo(403);
            long begun = System.nanoTime();
            while (other.ask("far", false, "Bonjour").status() == 200) {
                // A request that was begun a second after the decision, or later, must be refused.
                assertThat(Duration.ofNanos(begun - answered)).isLessThan(Duration.ofSeconds(1));
                begun = System.nanoTime();
            }
            System.out.printf(
                    "rules: decided in %d ms, refused by the other replica when asked %d ms later%n",
                    (answered - from) / 1_000_000, (begun - answered) / 1_000_000);
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
            for (List<String> page : List.of(
                    List.of("/rules", "rules"),
                    List.of("/rules/decisions/configuration", "rules-decision"),
                    List.of("/rules/compare?from=0&to=2", "rules-compare"),
                    List.of("/rules/matrix", "rules-matrix"),
                    List.of("/rules/why", "rules-why-empty"))) {
                visit.open(page.getFirst());
                visit.check(page.getLast());
            }
            visit.at("#model").selectOption("two-zones");
            visit.at("#text").fill("Olive Petit, olive.petit@client.example, est malade");
            visit.at("main button[type=submit]").click();
            visit.check("rules-why");
            visit.open("/rules/matrix");
            visit.at("select[name='C1-internal']").selectOption("refuse");
            visit.at("button[value='preview']").click();
            visit.check("rules-impact");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look, employee)) {
            visit.open("/rules/why/requests/" + asked);
            visit.check("rules-replay");
        }
    }
}
