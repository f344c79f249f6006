package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider from its file to a decision that the gateway quotes. */
class AssessmentIT {
    /** The best answer of each question. */
    static final Map<String, String> BEST = Map.ofEntries(
            Map.entry("F1", "internal"),
            Map.entry("F2", "none"),
            Map.entry("F3", "excluded"),
            Map.entry("F4", "none"),
            Map.entry("F5", "yes"),
            Map.entry("F6", "complete"),
            Map.entry("F7", "free"),
            Map.entry("F8", "indemnity"),
            Map.entry("F9", "high"),
            Map.entry("F10", "tested"),
            Map.entry("F11", "secnumcloud"),
            Map.entry("F12", "complete"),
            Map.entry("F13", "pinned"),
            Map.entry("F14", "measured"));

    private static Installation here;
    private static Chromium chromium;
    private static String employee;
    private static String admin;

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

    static List<Look> looks() {
        return Look.all();
    }

    private static Visitor assessor() throws Exception {
        Visitor visitor = new Visitor(here.vigie().url());
        visitor.signIn(Installation.ADMIN, Installation.PASSWORD);
        return visitor;
    }

    private static GatewayClient client() {
        return new GatewayClient(() -> here.vigie().url(), Installation.KEY);
    }

    /** Decides as the page does, and gives the decision's number. */
    private static String decide(Visitor who, String provider, String verdict) throws Exception {
        Map<String, String> fields = new HashMap<>(BEST);
        fields.putAll(Map.of("act", "decide", "verdict", verdict, "motive", "Relu.", "conditions", ""));
        fields.put("validThrough", LocalDate.now().plusDays(100).toString());
        String page = "/providers/file/" + provider + "/assessment";
        HttpResponse<String> done = who.post(page, page, fields);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        return new JsonObject(who.get("/api/v1/providers/" + provider).body())
                .getJsonArray("assessments")
                .getJsonObject(0)
                .getString("decision");
    }

    @Test
    void an_assessment_in_the_browser_changes_what_the_gateway_sends() throws Exception {
        GatewayClient client = client();
        assertThat(client.ask("far", false, "Bonjour").status()).isEqualTo(200);
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/providers");
            visit.at("a[href='/providers/file/dehors']").click();
            assertThat(visit.at("main")).containsText("à évaluer");
            visit.at("#legalName").fill("Exemple Inc.");
            visit.at("#foreignLaw").fill("CLOUD Act");
            visit.at("#termsText").fill("Conditions du 1er mars\nArticle 1");
            visit.at("#edit ~ form button[type=submit]").click();
            assertThat(visit.at(".told")).containsText("CLOUD Act");
            // printf 'Conditions du 1er mars\nArticle 1' | sha256sum
            assertThat(visit.at(".told"))
                    .containsText("d056882c7f8b143c974cda07ac00f26e4290416e0742165568565ff426452c75");
            visit.at("a[href$='/assessment']").click();
            BEST.forEach((question, answer) -> visit.at("#" + question).selectOption(answer));
            visit.at("#F3").selectOption("possible");
            visit.at("main form button:not([name])").click();
            assertThat(visit.at("main")).containsText("90 sur 100");
            assertThat(visit.at("main")).containsText("il ne reçoit que du public");
            assertThat(visit.at("#verdict option")).hasCount(3);
            visit.at("#verdict").selectOption("C0");
            visit.at("#motive").fill("Il s’entraîne sur nos données.");
            visit.at("button[value=decide]").click();
            assertThat(visit.at(".page-head")).containsText("approuvé");
            assertThat(visit.at("#history ~ .table-wrap")).containsText("D-");
        }
        Visitor assessor = assessor();
        String capped = new JsonObject(assessor.get("/api/v1/providers/dehors").body())
                .getJsonArray("assessments")
                .getJsonObject(0)
                .getString("decision");
        GatewayClient.Seen refused = client.ask("far", false, "Bonjour");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("class_too_high");
        assertThat(refused.text()).contains(capped);
        String closed = decide(assessor, "dehors", "refused");
        GatewayClient.Seen denied = client.ask("far", false, "Bonjour");
        assertThat(denied.code()).isEqualTo("model_not_allowed");
        assertThat(denied.text()).contains(closed);
        assertThat(client.ask("two-zones", false, "Bonjour").status()).isEqualTo(200);
        decide(assessor, "dehors", "C1");
        assertThat(client.ask("far", false, "Bonjour").status()).isEqualTo(200);
        here.verifyAudit();
    }

    @Test
    void confidential_content_goes_masked_only_where_that_was_approved() throws Exception {
        Visitor assessor = assessor();
        String written = "Écris à olive.petit@client.example.";
        decide(assessor, "dehors", "C0");
        String internal = decide(assessor, "dehors", "C1");
        GatewayClient.Seen refused = client().ask("far", false, written);
        assertThat(refused.code()).isEqualTo("class_too_high");
        assertThat(refused.text()).contains(internal);
        decide(assessor, "dehors", "C2_MASKED");
        assertThat(client().ask("far", false, written).status()).isEqualTo(200);
    }

    @Test
    void other_terms_reopen_an_approval_and_those_who_assess_are_told() throws Exception {
        Visitor assessor = assessor();
        decide(assessor, "ferme", "C1");
        String file = "/providers/file/ferme";
        assertThat(assessor.get(file).body()).doesNotContain("Ses conditions ont changé");
        HttpResponse<String> written = assessor.post(
                file, file, Map.of("version", "0", "training", "excluded", "termsText", "D’autres conditions"));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(303);
        assertThat(assessor.get(file).body()).contains("à renouveler", "Ses conditions ont changé");
        assertThat(assessor.get("/missions").body()).contains("est à évaluer de nouveau");
        decide(assessor, "ferme", "C1");
        assertThat(assessor.get("/missions").body()).doesNotContain("est à évaluer de nouveau");
    }

    @Test
    void what_was_answered_is_still_there_once_the_password_was_given() throws Exception {
        Visitor assessor = assessor();
        String page = "/providers/file/interne/assessment";
        HttpResponse<String> asked = assessor.post(page, page, Map.of("F1", "internal", "F2", "", "act", "confirm"));
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.headers().firstValue("location").orElseThrow()).contains("/account/confirm");
        assertThat(assessor.get(page).body()).containsPattern("<option value=\"internal\" selected>");
    }

    @Test
    void everybody_reads_and_only_assessors_act() throws Exception {
        Visitor reader = new Visitor(here.vigie().url());
        reader.signIn(Installation.EMPLOYEE, Installation.PASSWORD);
        assertThat(reader.get("/providers").body()).contains("Hors de portée");
        assertThat(reader.get("/providers/file/dehors").body()).doesNotContain("name=\"legalName\"");
        assertThat(reader.get("/providers/file/dehors/assessment").statusCode()).isEqualTo(403);
        assertThat(reader.get("/providers/file/inconnu").statusCode()).isEqualTo(404);
        assertThat(new JsonArray(reader.get("/api/v1/providers").body())).hasSize(5);
        HttpResponse<String> bom = reader.get("/providers/mlbom.json");
        assertThat(new JsonObject(bom.body()).getJsonArray("components")).hasSize(18);
        assertThat(bom.headers().firstValue("content-type").orElseThrow()).startsWith("application/vnd.cyclonedx+json");
    }

    @Test
    void what_was_sent_is_counted_by_provider() throws Exception {
        assertThat(client().ask("assistant", false, "Bonjour").status()).isEqualTo(200);
        assertThat(assessor().get("/providers").body())
                .doesNotContain("Rien n’a été envoyé")
                .contains("%</td>");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_pages_are_legible_at_every_size_and_in_both_colours(Look look) throws Exception {
        Visitor assessor = assessor();
        client().ask("assistant", false, "Bonjour");
        decide(assessor, "public", "C0");
        try (Visit visit = chromium.visit(here.vigie().url(), look, admin)) {
            visit.expect(422);
            visit.inspect("/providers", "providers");
            visit.inspect("/providers/file/public", "provider-file");
            visit.inspect("/providers/file/public/assessment", "provider-assessment");
            visit.at("main form button:not([name])").click();
            assertThat(visit.at("#result")).isVisible();
            visit.check("provider-result");
            visit.at("button[value=decide]").click();
            assertThat(visit.at(".notice-danger")).isVisible();
            visit.check("provider-undecided");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look, employee)) {
            visit.inspect("/providers/file/integre", "provider-unknown");
        }
    }
}
