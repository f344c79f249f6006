package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of one exchange in a real browser: its owner finds all of the record there, nobody else finds anything. */
class RequestPageIT {
    private static Installation here;
    private static Chromium chromium;
    private static String employee;
    private static UUID rerouted;
    private static UUID refused;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        here = Installation.start();
        employee = chromium.signIn(here.vigie().url(), Installation.EMPLOYEE);
        GatewayClient client = new GatewayClient(() -> here.vigie().url(), Installation.KEY);
        rerouted = client.ask("fallback", false, "Écris à olive.petit@client.example et à zoe@client.example")
                .id()
                .orElseThrow();
        refused = client.ask("public", false, "Résume ce compte rendu de réunion pour la direction.")
                .id()
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    static List<Look> looks() {
        return Look.all();
    }

    private static Visit visit() {
        return chromium.visit(here.vigie().url(), Look.DESK, employee);
    }

    @Test
    void the_owner_reads_what_was_decided_masked_counted_and_recorded() throws IOException {
        try (Visit visit = visit()) {
            visit.open("/requests");
            visit.at("#id").fill(" " + rerouted + " ");
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL("**/requests/" + rerouted);
            assertThat(visit.at("main")).containsText("Répondu");
            assertThat(visit.at("main")).containsText("Un autre modèle que le premier choix de la route");
            assertThat(visit.at("main")).containsText("2 fois, après un échec ou vers un autre modèle");
            assertThat(visit.at("main")).containsText("interne/fake-small");
            assertThat(visit.at(".counts tbody tr")).hasCount(1);
            assertThat(visit.at(".counts tbody tr")).containsText("adresse électronique");
            assertThat(visit.at(".counts tbody .number")).hasText("2");
            assertThat(visit.at("main")).not().containsText("olive.petit");
            assertThat(visit.at("#record ~ .table-wrap tbody tr")).hasCount(2);
            Download file =
                    visit.page().waitForDownload(() -> visit.at("a[download]").click());
            JsonObject told = new JsonObject(Files.readString(file.path()));
            assertThat(told.getString("id")).isEqualTo(rerouted.toString());
            assertThat(told.getInteger("attempts")).isEqualTo(2);
            assertThat(told.getBoolean("cached")).isFalse();
            assertThat(told.getJsonArray("chain")).hasSize(2);
            assertThat(told.getJsonArray("chain").getJsonObject(1).getString("says"))
                    .isEqualTo("closed");
        }
    }

    @Test
    void a_refusal_says_its_reason_in_words() {
        try (Visit visit = visit()) {
            visit.open("/requests/" + refused);
            assertThat(visit.at("main")).containsText("Le contenu est trop sensible pour les modèles de cette route.");
            assertThat(visit.at("main")).containsText("rien n’est parti");
        }
    }

    @Test
    void the_receipt_under_an_answer_leads_there() {
        try (Visit visit = visit()) {
            visit.open("/chat");
            visit.at("#text").fill("Bonjour");
            visit.at("#send").click();
            visit.at(".receipt > summary").click();
            visit.at(".receipt a").click();
            visit.page().waitForURL("**/requests/*");
            assertThat(visit.at("main")).containsText("l’assistant");
        }
    }

    @Test
    void nobody_else_learns_that_it_exists() {
        try (Visit visit = chromium.visit(
                here.vigie().url(), Look.DESK, chromium.signIn(here.vigie().url(), Installation.ADMIN))) {
            visit.expect(404);
            for (String path : List.of("/requests/", "/requests?id=")) {
                visit.open(path + rerouted);
                String ofAnother = visit.at("main").innerText();
                assertThat(ofAnother).contains("Aucun de vos échanges ne porte ce numéro");
                visit.open(path + UUID.fromString("00000000-0000-4000-8000-000000000000"));
                assertThat(visit.at("main").innerText()).isEqualTo(ofAnother);
            }
            visit.open("/requests/pas-un-numéro");
            assertThat(visit.at("h1")).isVisible();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void it_is_legible_at_every_size_and_in_both_colours(Look look) {
        try (Visit visit = chromium.visit(here.vigie().url(), look, employee)) {
            visit.expect(404);
            for (List<String> page : List.of(
                    List.of("/requests/" + rerouted, "request"),
                    List.of("/requests/" + refused, "request-refused"),
                    List.of("/requests", "request-search"),
                    List.of("/requests/0000", "request-unknown"))) {
                visit.inspect(page.getFirst(), page.getLast());
            }
        }
    }
}
