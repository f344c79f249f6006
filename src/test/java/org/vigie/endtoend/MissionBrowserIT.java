package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mission framed, agreed and used with a browser; its pages in every look. */
class MissionBrowserIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final Pattern CONVERSATION = Pattern.compile(".*/chat/[0-9a-f-]{36}");

    private static Installation here;
    private static Chromium chromium;
    private static String admin;
    private static String newcomer;
    private static String conversation;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        here = Installation.start();
        admin = chromium.signIn(here.vigie().url(), Installation.ADMIN);
        newcomer = chromium.signIn(here.vigie().url(), "autre@example.org");
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            begin(visit, "NOVA", "Cartographie des risques", "Banque Orme");
            begin(visit, "ATLAS", "Schéma directeur", "Groupe Aldane");
            agree(visit, "pseudonymised");
            visit.at("#file")
                    .setInputFiles(new FilePayload(
                            "Clause signée Aldane.pdf",
                            "application/pdf",
                            "%PDF-1.7 clause".getBytes(StandardCharsets.UTF_8)));
            visit.at("form[action$='/evidence'] button").click();
            assertThat(visit.at(".files")).containsText("Clause signée Aldane.pdf");
            begin(visit, "OMEGA", "Plan de transformation", "Région Sud");
            visit.open("/missions/OMEGA/close");
            visit.at(".button-danger").click();
        }
        conversation = ask();
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static void begin(Visit visit, String code, String name, String client) {
        visit.open("/missions");
        visit.at("main a[href='/missions/new/form']").first().click();
        visit.at("#code").fill(code);
        visit.at("#name").fill(name);
        visit.at("#client").fill(client);
        visit.at("#ends").fill(TODAY.plusMonths(6).toString());
        visit.at("main form button[type=submit]").click();
        assertThat(visit.at("h1")).hasText(name);
    }

    private static void agree(Visit visit, String regime) {
        visit.at("input[value=" + regime + "]").check();
        visit.at("#uses").fill("Résumer les entretiens, préparer le plan du rapport. Pas de traduction certifiée.");
        visit.at("#data").fill("Entretiens avec les directions, organigrammes. Aucune donnée de santé.");
        visit.at("#verification").fill("Chaque passage est relu par qui a mené l’entretien.");
        visit.at("#notice").fill("Préparé avec l’aide d’outils d’IA, relu par l’équipe.");
        visit.at("#clause").fill("Contrat 2026-118, article 9.");
        visit.at("#signatory").fill("C. Martin");
        visit.at("button[value=propose]").click();
        visit.at("#agreedOn").fill(TODAY.toString());
        visit.at("form[action$='/agree'] button").click();
        assertThat(visit.at(".page-head .tag").first()).hasText("Convenu");
    }

    private static String ask() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/chat");
            visit.at("#text").fill("Un brouillon qui reste");
            visit.at("#mission").selectOption("ATLAS");
            visit.page().waitForURL(Pattern.compile(".*mission=ATLAS"));
            assertThat(visit.at("#text")).hasValue("Un brouillon qui reste");
            visit.at("#send").click();
            visit.page().waitForURL(CONVERSATION);
            assertThat(visit.at("[data-act=again]")).isVisible();
            assertThat(visit.at(".whither-mission")).containsText("Schéma directeur");
            return visit.path();
        }
    }

    @Test
    void a_conversation_of_a_closed_mission_can_only_be_read() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            begin(visit, "BRIEF", "Mission courte", "Ville de Lourmel");
            visit.open("/chat?mission=BRIEF");
            visit.at("#text").fill("Bonjour");
            visit.at("#send").click();
            visit.page().waitForURL(CONVERSATION);
            assertThat(visit.at("[data-act=again]")).isVisible();
            String path = visit.path();
            visit.open("/missions/BRIEF");
            visit.at("a[href$='/close']").click();
            visit.at(".button-danger").click();
            visit.open(path);
            assertThat(visit.at("#composer")).hasCount(0);
            assertThat(visit.at(".dock")).containsText("BRIEF");
        }
    }

    static java.util.List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_pages_of_missions(Look look) {
        try (Visit visit = chromium.visit(here.vigie().url(), look, newcomer)) {
            visit.inspect("/missions", "missions-none");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look, admin)) {
            visit.expect(422);
            visit.inspect("/missions", "missions");
            visit.inspect("/missions/ATLAS", "mission");
            visit.inspect("/missions/NOVA", "mission-to-frame");
            visit.at("button[value=propose]").click();
            assertThat(visit.at("#errors")).isVisible();
            visit.check("mission-wrong");
            visit.inspect("/missions/ATLAS/terms", "mission-terms");
            visit.inspect("/missions/ATLAS/close", "mission-close");
            visit.inspect("/missions/ATLAS/attestation", "attestation");
            visit.inspect("/missions/OMEGA", "mission-closed");
            visit.inspect("/missions/OMEGA/purge", "mission-purge");
            visit.at("#later").fill(TODAY.plusYears(3).toString());
            visit.at("#reason").fill(" ");
            visit.at("form[action$='/later'] button").click();
            assertThat(visit.at("#errors")).isVisible();
            visit.check("mission-purge-wrong");
            visit.inspect("/missions/new/form", "mission-new");
            visit.inspect("/chat?mission=ATLAS", "chat-mission-new");
            visit.inspect(conversation, "chat-mission");
            visit.inspect("/settings/keys", "keys-mission");
        }
    }
}
