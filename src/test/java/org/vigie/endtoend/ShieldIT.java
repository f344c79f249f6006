package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** « Essayer le bouclier » and the dictionary, in a real browser. */
class ShieldIT {
    private static final String TEXT = """
            Bonjour Nadia,
            Mme Olive Petit (NIR 2 69 05 49 588 157 80) est en arrêt pour dépression depuis lundi.
            Joignez-la au 06 39 98 12 34 ou à o.petit@exemple.fr, 12 rue des Lilas, 49100 Angers.
            Mot de passe : Soleil2024!
            Cordialement,
            Karim Benali""";

    private static Installation here;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        here = Installation.start();
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static Visit signedIn(String email, Look look) {
        Visit visit = chromium.visit(here.vigie().url(), look);
        visit.signIn(email, Installation.PASSWORD);
        return visit;
    }

    static List<Look> looks() {
        return List.of(Look.DESK, Look.PHONE);
    }

    private static void examine(Visit visit, String text) {
        visit.open("/shield");
        visit.at("#text").fill(text);
        visit.at("main form[action='/shield'] button[type=submit]").click();
        assertThat(visit.at("#leaving")).isVisible();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void shows_what_is_found_what_would_leave_and_what_is_refused(Look look) {
        try (Visit visit = signedIn(Installation.EMPLOYEE, look)) {
            visit.open("/shield");
            visit.photograph("shield-empty");
            visit.checkAccess("shield, empty");
            examine(visit, TEXT);
            assertThat(visit.at("tbody tr:has-text('o.petit@exemple.fr')")).hasCount(1);
            assertThat(visit.at("#recognised + .examined mark:has-text('Olive Petit')"))
                    .hasCount(1);
            assertThat(visit.at("#leaving + .examined")).not().containsText("exemple.fr");
            assertThat(visit.at("#leaving + .examined")).containsText("[[PERS_F_");
            assertThat(visit.at("button:has-text('C’est une erreur')")).hasCount(0);
            visit.photograph("shield");
            visit.checkAccess("shield");
            visit.checkWidth("shield");
            examine(visit, "Réunion mardi à 14 h, salle 3, article L. 1234-5 et norme ISO 27001.");
            assertThat(visit.at("h1 ~ *, .notice").first()).isVisible();
            assertThat(visit.at("mark")).hasCount(0);
            visit.photograph("shield-clean");
        }
    }

    @Test
    void a_mistake_is_taught_by_whoever_has_the_right_and_can_be_taken_back() {
        try (Visit visit = signedIn(Installation.ADMIN, Look.DESK)) {
            examine(visit, "Écrivez à accueil@fablier.example.");
            assertThat(visit.at("mark:has-text('accueil@fablier.example')").first())
                    .isVisible();
            visit.at("form[action='/shield/mistake'] button").first().click();
            assertThat(visit.at(".notice").first()).containsText("ne sera plus reconnu");
            assertThat(visit.at("mark")).hasCount(0);
            visit.open("/settings/dictionary");
            assertThat(visit.at("tbody tr")).hasCount(1);
            visit.photograph("dictionary");
            visit.checkAccess("dictionary");
            visit.at("tbody form button").click();
            assertThat(visit.at("tbody tr")).hasCount(0);
            examine(visit, "Écrivez à accueil@fablier.example.");
            assertThat(visit.at("mark").first()).isVisible();
        }
    }

    @Test
    void a_file_of_terms_is_in_force_at_once_and_a_faulty_one_changes_nothing() {
        try (Visit visit = signedIn(Installation.ADMIN, Look.DESK)) {
            visit.open("/settings/dictionary");
            visit.at("#file")
                    .setInputFiles(
                            csv("term;type;action\nProjet Alizé;;protect\nVerrières Conseil;ORG_CLIENT;protect\n"));
            visit.at("form[action$='/import'] button").click();
            assertThat(visit.at(".notice")).containsText("2 termes sont enregistrés");
            examine(visit, "Le budget du projet alizé pour Verrieres-Conseil.");
            assertThat(visit.at("#recognised + .examined mark")).hasCount(2);
            visit.expect(422);
            visit.open("/settings/dictionary");
            visit.at("#file").setInputFiles(csv("term;type\n\"Projet\n"));
            visit.at("form[action$='/import'] button").click();
            assertThat(visit.at(".notice")).containsText("Rien n’a été enregistré");
            assertThat(visit.at(".empty, tbody tr")).not().hasCount(0);
            assertThat(visit.at("tbody tr:has-text('Alizé')")).hasCount(1);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_second_opinion_that_does_not_work_is_told_to_whoever_manages_the_shield_and_stops_nothing(Look look) {
        Map<String, String> absent = Map.of("VIGIE_SHIELD_SECONDOPINION_MODEL", "nowhere");
        try (Installation degraded = Installation.startWith(absent)) {
            try (Visit visit = chromium.visit(degraded.vigie().url(), look)) {
                visit.signIn(Installation.ADMIN, Installation.PASSWORD);
                examine(visit, "Le dossier de Zorblax Quintaff est prêt, écrivez à a.petit@exemple.fr.");
                assertThat(visit.at("#leaving + .examined")).not().containsText("exemple.fr");
                assertThat(visit.at("[aria-labelledby=opinion]")).containsText("dégradé");
                assertThat(visit.at("[aria-labelledby=opinion]")).containsText("0 examinées, 1 laissées sans avis");
                visit.photograph("shield-degraded");
                visit.checkAccess("shield, second opinion degraded");
                visit.checkWidth("shield, second opinion degraded");
                org.assertj.core.api.Assertions.assertThat(
                                visit.page().request().get("/q/health/ready").text())
                        .contains("\"state\": \"degraded\"");
            }
            try (Visit visit = chromium.visit(degraded.vigie().url(), look)) {
                visit.signIn(Installation.EMPLOYEE, Installation.PASSWORD);
                visit.open("/shield");
                assertThat(visit.at("#opinion")).hasCount(0);
            }
        }
    }

    private static FilePayload csv(String text) {
        return new FilePayload("termes.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
