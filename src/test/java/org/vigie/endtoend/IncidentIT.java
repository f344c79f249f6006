package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.kernel.Language;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.TestDatabase;

/** An incident from its report in a browser to its lessons, and the kill switch as clients of the gateway feel it. */
class IncidentIT {
    private static final Pattern DECISION = Pattern.compile("D-\\d{4}-\\d{3}");
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static Installation here;
    private static Chromium chromium;
    private static String employee;
    private static String admin;

    /** When somebody last sent what suspends or lifts. */
    private static long pulled;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        here = Installation.start();
        employee = chromium.signIn(here.vigie().url(), Installation.EMPLOYEE);
        admin = chromium.signIn(here.vigie().url(), Installation.ADMIN);
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static Visit visit(String who) {
        return chromium.visit(here.vigie().url(), Look.DESK, who);
    }

    private static GatewayClient client(Installation of) {
        return new GatewayClient(() -> of.vigie().url(), Installation.KEY);
    }

    static List<Look> looks() {
        return Look.all();
    }

    /** Pulls the switch, in two steps as the page does, and gives the decision. */
    private static String suspend(Visitor who, String what, String incident) throws Exception {
        Map<String, String> fields = new HashMap<>(
                Map.of("what", what, "useCase", "", "motive", "Réponses fausses en série.", "incident", incident));
        HttpResponse<String> preview = who.post("/incidents/stop", "/incidents/stop", fields);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        fields.put("confirmed", "yes");
        pulled = System.nanoTime();
        HttpResponse<String> done = who.post("/incidents/stop", "/incidents/stop", fields);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        return decision(done.headers().firstValue("location").orElseThrow());
    }

    private static String decision(String text) {
        Matcher decision = DECISION.matcher(text);
        assertThat(decision.find()).as(text).isTrue();
        return decision.group();
    }

    private static void lift(Visitor who, String decision) throws Exception {
        String page = who.get("/incidents/stop").body();
        Matcher link = Pattern.compile(decision + "</td>.*?(/incidents/stop/[0-9a-f-]{36}/lift)", Pattern.DOTALL)
                .matcher(page);
        assertThat(link.find()).as(page).isTrue();
        pulled = System.nanoTime();
        HttpResponse<String> done = who.post(link.group(1), link.group(1), Map.of("motive", "Le modèle est réparé."));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    }

    private static Visitor handler(Installation of) throws Exception {
        Visitor visitor = new Visitor(of.vigie().url());
        visitor.signIn(Installation.ADMIN, Installation.PASSWORD);
        return visitor;
    }

    /** How long it took from the last pull until the gateway answers so. */
    private static Duration until(GatewayClient client, String model, int status) throws InterruptedException {
        long from = pulled;
        while (System.nanoTime() - from < 20_000_000_000L) {
            if (client.ask(model, false, "Bonjour").status() == status)
                return Duration.ofNanos(System.nanoTime() - from);
            Thread.sleep(5);
        }
        throw new AssertionError(model + " does not answer " + status);
    }

    @Test
    void from_the_report_on_an_exchange_to_the_lessons() throws Exception {
        UUID exchange = client(here).ask("assistant", false, "Bonjour").id().orElseThrow();
        String code;
        try (Visit visit = visit(employee)) {
            visit.open("/requests/" + exchange);
            visit.at("main a[href^='/incidents/new']").click();
            assertThat(visit.at("#exchange")).hasValue(exchange.toString());
            visit.at("#what").fill("Le modèle a inventé un article du code du travail.");
            visit.at("#kind").selectOption("false_output");
            visit.at("main form button[type=submit]").click();
            assertThat(visit.at(".notice")).containsText("Votre signalement porte le numéro I-");
            visit.at("#mine ~ .table-wrap a").first().click();
            code = visit.at("h1").innerText().substring(0, 10);
            assertThat(visit.at("main")).containsText("signalé");
            assertThat(visit.at("#handling")).hasCount(0);
        }
        try (Visit visit = visit(admin)) {
            visit.expect(422);
            visit.open("/incidents/file/" + code);
            assertThat(visit.at("main")).containsText("Amélie Durand");
            visit.at("button[value=qualified]").click();
            assertThat(visit.at(".notice-danger")).containsText("Donnez d’abord une gravité");
            visit.at("#severity").selectOption("S1");
            visit.at("[name=personal]").check();
            visit.at("#rootCause").fill("Aucune source n’était demandée.");
            visit.at("#actions").fill("Demander les sources.");
            visit.at("#handling ~ form button[type=submit]").click();
            assertThat(visit.at(".page-head")).containsText("reste 71\u00a0h");
            visit.at("button[value=qualified]").click();
            assertThat(visit.at(".notice-attention")).containsText("Contenir maintenant");
        }
        Visitor handler = handler(here);
        GatewayClient client = client(here);
        String decision = suspend(handler, "model:interne/fake-echo", code);
        GatewayClient.Seen refused = client.ask("fake-echo", false, "Bonjour");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("model_not_allowed");
        assertThat(refused.text()).contains(decision, "Réponses fausses en série.");
        try (Visit visit = visit(admin)) {
            visit.open("/incidents/file/" + code);
            assertThat(visit.at(".page-head")).containsText("contenu");
            visit.at("button[value=analysed]").click();
            visit.at("button[value=corrected]").click();
            visit.expect(422);
            visit.at("button[value=closed]").click();
            assertThat(visit.at(".notice-danger")).containsText("ne se clôt pas sans");
            visit.at("#lessons").fill("Toujours citer.");
            visit.at("#handling ~ form button[type=submit]").click();
            visit.at("button[value=closed]").click();
            assertThat(visit.at(".notice-danger")).containsText("Réglez d’abord");
            visit.at("#reference-cnil").fill("Pas de risque pour les personnes.");
            visit.at("form[action$='/notice/cnil'] button").click();
            visit.at("button[value=closed]").click();
            assertThat(visit.at(".page-head")).containsText("clos");
            assertThat(visit.at(".log")).containsText(decision);
        }
        lift(handler, decision);
        assertThat(client.ask("fake-echo", false, "Bonjour").status()).isEqualTo(200);
        try (Visit visit = visit(employee)) {
            visit.open("/incidents/file/" + code);
            assertThat(visit.at("main")).containsText("Toujours citer.");
            assertThat(visit.at("main")).not().containsText("Aucune source n’était demandée");
        }
        JsonObject told =
                new JsonObject(handler.get("/api/v1/incidents/" + code).body());
        assertThat(told.getJsonObject("incident").getString("state")).isEqualTo("closed");
        assertThat(told.getJsonArray("suspensions")).hasSize(1);
        assertThat(handler.get("/incidents/export.csv").body()).contains(code, "Toujours citer.");
        here.verifyAudit();
    }

    @Test
    void who_handles_incidents_is_told_on_every_page_while_a_deadline_is_near_or_past() throws Exception {
        ApiClient write = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:write");
        Instant now = Instant.now();
        JsonObject report = new JsonObject()
                .put("kind", "leak")
                .put("what", "Un fichier est parti.")
                .put("occurred", now.minus(Duration.ofHours(80)).toString());
        ApiClient.Answer reported = write.send("POST", "/api/v1/incidents", report);
        assertThat(reported.status()).as(reported.text()).isEqualTo(201);
        String code = reported.json().getString("code");
        try (Visit handler = visit(admin);
                Visit member = visit(employee)) {
            String mine = ".band:has-text('" + code + "')";
            // More than a day is left.
            detected(write, code, now.minus(Duration.ofHours(47)));
            handler.open("/chat");
            assertThat(handler.at(mine)).hasCount(0);
            detected(write, code, now.minus(Duration.ofHours(49)));
            handler.open("/chat");
            assertThat(handler.at(mine)).containsText("la CNIL doit en être informée (reste 22\u00a0h");
            detected(write, code, now.minus(Duration.ofHours(75)));
            handler.open("/missions");
            assertThat(handler.at(mine)).containsText("(en retard de 3\u00a0h");
            handler.check("incident-deadline");
            member.open("/missions");
            assertThat(member.at(".band")).hasCount(0);
            Look small = new Look(390, 844, ColorScheme.DARK, Language.ENGLISH);
            try (Visit english = chromium.visit(here.vigie().url(), small, admin)) {
                english.open("/missions");
                assertThat(english.at(mine)).containsText("the CNIL must be told (3\u00a0h");
                english.check("incident-deadline");
            }

            handler.at(mine + " a").click();
            handler.page().waitForURL("**/incidents/file/" + code);
            handler.at("#reference-cnil").fill("Déclaration 12");
            handler.at("form[action$='/notice/cnil'] button").click();
            handler.open("/missions");
            assertThat(handler.at(mine)).hasCount(0);
        }
    }

    private static void detected(ApiClient write, String code, Instant at) throws Exception {
        JsonObject known = new JsonObject()
                .put("severity", "S2")
                .put("personal", true)
                .put("detected", at.truncatedTo(ChronoUnit.MINUTES).toString());
        ApiClient.Answer written = write.send("PATCH", "/api/v1/incidents/" + code, known);
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }

    @Test
    void an_anonymous_report_is_nobodys_and_others_see_nothing() throws Exception {
        Visitor author = new Visitor(here.vigie().url());
        author.signIn(Installation.EMPLOYEE, Installation.PASSWORD);
        HttpResponse<String> sent = author.post(
                "/incidents/new",
                "/incidents/new",
                Map.of(
                        "what", "On m’a demandé de surveiller des collègues.",
                        "kind", "surveillance",
                        "occurred", "2026-01-05T10:00",
                        "anonymous", "yes"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String location = sent.headers().firstValue("location").orElseThrow();
        String code = location.substring(location.indexOf("I-"), location.indexOf("I-") + 10);
        assertThat(author.get("/incidents/file/" + code).statusCode()).isEqualTo(404);
        assertThat(author.get("/incidents/stop").statusCode()).isEqualTo(403);
        assertThat(author.get("/incidents/export.csv").statusCode()).isEqualTo(403);
        assertThat(author.get("/api/v1/incidents").statusCode()).isEqualTo(403);
        assertThat(handler(here).get("/incidents/file/" + code).body())
                .contains("surveiller des collègues", "anonyme")
                .doesNotContain("Amélie Durand");
    }

    @Test
    void a_suspended_model_is_passed_over_where_the_route_has_another() throws Exception {
        Visitor handler = handler(here);
        GatewayClient client = client(here);
        String decision = suspend(handler, "provider:dehors", "");
        assertThat(client.ask("two-zones", false, "Bonjour").status()).isEqualTo(200);
        assertThat(client.ask("far", false, "Bonjour").text()).contains(decision);
        lift(handler, decision);
        assertThat(client.ask("far", false, "Bonjour").status()).isEqualTo(200);
    }

    @Test
    void the_whole_gateway_stops_within_a_second_and_says_so_on_every_page() throws Exception {
        Visitor handler = handler(here);
        GatewayClient client = client(here);
        assertThat(handler.get("/incidents/stop").body()).contains("Rien n’est suspendu");
        String decision = suspend(handler, "org", "");
        Duration stopped = until(client, "assistant", 403);
        GatewayClient.Seen refused = client.ask("assistant", false, "Bonjour");
        assertThat(refused.code()).isEqualTo("gateway_suspended");
        assertThat(refused.text()).contains(decision, "Réponses fausses en série.");
        try (Visit visit = visit(employee)) {
            visit.open("/settings/keys");
            assertThat(visit.at(".band")).containsText(decision);
        }
        // The same again is no second decision.
        HttpResponse<String> twice = handler.post(
                "/incidents/stop", "/incidents/stop", Map.of("what", "org", "motive", "Encore", "confirmed", "yes"));
        assertThat(twice.statusCode()).isEqualTo(422);
        lift(handler, decision);
        Duration again = until(client, "assistant", 200);
        System.out.printf("gateway stopped after %d ms, answered after %d ms%n", stopped.toMillis(), again.toMillis());
        assertThat(stopped).isLessThan(AT_ONCE);
        assertThat(again).isLessThan(AT_ONCE);
        Visitor member = new Visitor(here.vigie().url());
        member.signIn(Installation.EMPLOYEE, Installation.PASSWORD);
        assertThat(member.get("/incidents").body()).doesNotContain("class=\"band\"");
    }

    @Test
    void a_use_case_stops_by_its_code() throws Exception {
        Visitor handler = handler(here);
        Map<String, String> useCase = Map.of(
                "code",
                "TRI-CV",
                "title",
                "Tri de candidatures",
                "purpose",
                "Un essai",
                "owner",
                Installation.ADMIN,
                "dataClass",
                "C1",
                "models",
                "assistant",
                "testers",
                Installation.EMPLOYEE,
                "budget",
                "10",
                "until",
                LocalDate.now().plusDays(30).toString());
        handler.post("/use-cases/new", "/use-cases", useCase);
        handler.post("/use-cases/TRI-CV", "/use-cases/TRI-CV/state", Map.of("next", "open", "motive", "Pour voir."));
        assertThat(client(here)
                        .send(GatewayClient.body("assistant", false, "Bonjour"), "x-vigie-use-case", "TRI-CV")
                        .status())
                .isEqualTo(200);
        Map<String, String> fields = Map.of(
                "what",
                "use_case",
                "useCase",
                "TRI-CV",
                "motive",
                "Biais constaté.",
                "incident",
                "",
                "confirmed",
                "yes");
        HttpResponse<String> done = handler.post("/incidents/stop", "/incidents/stop", fields);
        String decision = decision(done.headers().firstValue("location").orElseThrow());
        GatewayClient.Seen refused =
                client(here).send(GatewayClient.body("assistant", false, "Bonjour"), "x-vigie-use-case", "TRI-CV");
        assertThat(refused.code()).isEqualTo("use_case_suspended");
        assertThat(refused.text()).contains(decision);
        assertThat(client(here).ask("assistant", false, "Bonjour").status()).isEqualTo(200);
        lift(handler, decision);
    }

    @Test
    void two_replicas_stop_and_start_together() throws Exception {
        DatabaseAccess database = TestDatabase.empty();
        String yaml = "{url: \"" + database.url() + "\", user: " + database.owner() + ", password: \""
                + database.ownerPassword().reveal() + "\"}";
        List<Installation> replicas = Installation.replicas(yaml, List.of());
        try {
            Visitor handler = handler(replicas.getFirst());
            GatewayClient other = client(replicas.getLast());
            assertThat(other.ask("assistant", false, "Bonjour").status()).isEqualTo(200);
            String decision = suspend(handler, "model:interne/fake-small", "");
            Duration stopped = until(other, "assistant", 403);
            assertThat(other.ask("assistant", false, "Bonjour").text()).contains(decision);
            lift(handler, decision);
            Duration again = until(other, "assistant", 200);
            System.out.printf("other replica: %d ms, %d ms%n", stopped.toMillis(), again.toMillis());
            assertThat(stopped).isLessThan(AT_ONCE);
            assertThat(again).isLessThan(AT_ONCE);
        } finally {
            replicas.forEach(Installation::close);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_pages_are_legible_at_every_size_and_in_both_colours(Look look) throws Exception {
        Visitor handler = handler(here);
        HttpResponse<String> sent = handler.post(
                "/incidents/new",
                "/incidents/new",
                Map.of(
                        "what", "Un tableau de rémunérations est parti vers un modèle hors de l’Union.",
                        "kind", "leak",
                        "occurred", "2026-01-05T10:00",
                        "dataClass", "C2"));
        String location = sent.headers().firstValue("location").orElseThrow();
        String code = location.substring(location.indexOf("I-"));
        Map<String, String> file = Map.of(
                "version",
                "1",
                "kind",
                "leak",
                "severity",
                "S2",
                "detected",
                "2026-01-05T10:00",
                "personal",
                "yes",
                "clientDays",
                "3650",
                "rootCause",
                "",
                "actions",
                "",
                "lessons",
                "");
        assertThat(handler.post("/incidents/file/" + code, "/incidents/file/" + code, file)
                        .statusCode())
                .isEqualTo(303);
        String decision = suspend(handler, "provider:public", code);
        try (Visit visit = chromium.visit(here.vigie().url(), look, employee)) {
            visit.expect(422);
            visit.inspect("/incidents", "incidents-own");
            visit.inspect("/incidents/new", "incident-new");
            visit.page().evaluate("document.querySelectorAll('[required]').forEach(one => one.required = false)");
            visit.at("main form button[type=submit]").click();
            assertThat(visit.at("#errors")).isVisible();
            visit.check("incident-new-wrong");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look, admin)) {
            visit.inspect("/incidents?state=&severity=", "incidents");
            visit.inspect("/incidents/file/" + code, "incident-file");
            visit.inspect("/incidents/stop", "incident-stop");
            visit.at("#what").selectOption("model:interne/fake-small");
            visit.at("#motive").fill("Réponses fausses en série.");
            visit.at("#stop ~ form button").click();
            visit.check("incident-stop-confirm");
            visit.open("/incidents/stop");
            visit.at(".actions a").first().click();
            visit.check("incident-lift");
        }
        lift(handler, decision);
        String all = suspend(handler, "org", "");
        try (Visit visit = chromium.visit(here.vigie().url(), look, employee)) {
            visit.inspect("/chat", "chat-suspended");
        }
        lift(handler, all);
    }
}
