package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library: written, shared, found, filled in and put into a message. */
class LibraryIT {
    private static final Pattern PROMPT = Pattern.compile(".*/library/prompts/[0-9a-f-]{36}(#.*)?");

    private static Installation here;
    private static Chromium chromium;
    private static String admin;
    private static String employee;
    private static String stranger;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        here = Installation.start();
        admin = chromium.signIn(here.vigie().url(), Installation.ADMIN);
        employee = chromium.signIn(here.vigie().url(), Installation.EMPLOYEE);
        stranger = chromium.signIn(here.vigie().url(), "autre@example.org");
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static void write(Visit visit, String title, String text, String shelf) {
        visit.open("/library/new");
        visit.at("#title").fill(title);
        visit.at("#text").fill(text);
        visit.at("#shelf").selectOption(shelf);
        visit.at("main form button[type=submit]").click();
    }

    @Test
    void a_slash_in_the_chat_offers_prompts_and_a_form_fills_one_in() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            visit.open("/chat");
            Locator text = visit.at("#text");
            text.pressSequentially("/courriel");
            Locator first = visit.at("#slash [role=option]").first();
            assertThat(first).containsText("Premier jet de courriel");
            visit.check("chat-slash");
            text.press("Enter");
            assertThat(visit.at("#prompt-title")).hasText("Premier jet de courriel");
            visit.at("[data-blank=destinataire]").fill("une responsable achats");
            visit.at("[data-blank=objectif]").fill("décaler la réunion");
            visit.check("chat-fill");
            visit.at("#prompt button[type=submit]").click();
            assertThat(text)
                    .hasValue(
                            Pattern.compile(
                                    "[\\s\\S]*à une responsable achats pour décaler la réunion[\\s\\S]*\\{\\{ton\\}\\}[\\s\\S]*"));
            assertThat(visit.at("#to-check")).containsText("Dates, engagements pris");
            text.fill(text.inputValue().replace("{{ton}}", "direct").replace("{{points}}", "nouvelle date"));
            visit.at("#send").click();
            assertThat(visit.at(".answer .prose").last()).containsText("Modèle");
            // Escape closes the menu and leaves what was typed; what matches nothing is a message like any other.
            text.fill("/zzz");
            assertThat(visit.at("#slash")).containsText("Aucune demande ne correspond");
            text.press("Escape");
            assertThat(visit.at("#slash")).isHidden();
            assertThat(text).hasValue("/zzz");
            visit.open("/library?q=premier+jet");
            assertThat(visit.at(".prompt-card")).containsText("Utilisée une fois");
        }
    }

    @ParameterizedTest
    @MethodSource("org.vigie.endtoend.Look#all")
    void the_coach_says_what_a_request_leaves_open(Look look) {
        try (Visit visit = chromium.visit(here.vigie().url(), look, employee)) {
            visit.open("/chat");
            visit.at("#text").fill("Résume le dossier de Madame Claire Vasseur");
            visit.at("[data-act=coach]").click();
            Locator coach = visit.at("#coach");
            assertThat(coach.locator(".coach-line")).hasCount(7);
            assertThat(coach.locator(".coach-open")).hasCount(6);
            assertThat(coach).containsText(look.isDark() ? "To be masked" : "Seront masqués");
            visit.check("chat-coach");
            visit.at("[data-act=coach-complete]").click();
            assertThat(coach).isHidden();
            assertThat(visit.at("#text"))
                    .hasValue(Pattern.compile("Résume le dossier de Madame Claire Vasseur\\n\\n[\\s\\S]+"));
            visit.at("[data-act=coach]").click();
            assertThat(coach.locator(".coach-open")).not().hasCount(6);
            visit.at("[data-act=coach-ask]").click();
            visit.page().waitForURL(Pattern.compile(".*/chat/[0-9a-f-]{36}"));
            assertThat(visit.at(".question-text"))
                    .containsText(look.isDark() ? "Improve the request" : "Améliore la demande");
            assertThat(visit.at("#send")).isVisible();
        }
    }

    @Test
    void what_one_writes_is_ones_own_then_the_teams_and_the_firms_is_kept_by_few() {
        try (Visit author = chromium.visit(here.vigie().url(), Look.DESK, employee);
                Visit other = chromium.visit(here.vigie().url(), Look.DESK, stranger);
                Visit keeper = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            author.expect(422);
            author.expect(404);
            other.expect(404);
            other.expect(403);
            write(author, "Relance douce", "Relance {{client}} sans le presser, ton {{ton}}.", "own");
            // Its blanks are asked about before it is kept.
            assertThat(author.at(".notice")).containsText("Décrivez ce qu’il faut compléter");
            author.at("[id='description.client']").fill("sa fonction, sans nom");
            author.at("[id='kind.ton']").selectOption("choice");
            author.at("[id='choices.ton']").fill("cordial");
            author.at("main form button[type=submit]").click();
            assertThat(author.at("#errors")).containsText("au moins deux réponses");
            author.at("[id='choices.ton']").fill("cordial\nneutre");
            author.at("main form button[type=submit]").click();
            author.page().waitForURL(PROMPT);
            String path = author.path();
            assertThat(author.at(".blanks")).containsText("sa fonction, sans nom");
            other.open(path);
            assertThat(other.at("h1")).not().hasText("Relance douce");
            other.open("/library?q=relance+douce");
            assertThat(other.at(".prompt-card")).hasCount(0);

            // A second version; the first can be taken up again.
            author.open(path + "/edit");
            author.at("#text").fill("Relance {{client}}, ton {{ton}}, en trois phrases.");
            author.at("main form button[type=submit]").click();
            assertThat(author.at(".prompt-text").first()).containsText("en trois phrases");
            author.at("main details summary").first().click();
            author.at("main details a").first().click();
            assertThat(author.at("#text")).hasValue("Relance {{client}} sans le presser, ton {{ton}}.");
            assertThat(author.at("#shelf option"))
                    .hasText(new String[] {"Les miennes (vous seul)", "Mon équipe (votre équipe)"});
            author.at("#shelf").selectOption("team");
            author.at("main form button[type=submit]").click();
            assertThat(author.at(".page-head")).containsText("Mon équipe");
            other.open(path);
            assertThat(other.at("h1")).not().hasText("Relance douce");

            write(keeper, "Note de service", "Écris une note de service.", "firm");
            keeper.page().waitForURL(PROMPT);
            String firms = keeper.path();
            other.open(firms);
            assertThat(other.at("h1")).hasText("Note de service");
            assertThat(other.at("a[href$='/edit']")).hasCount(0);
            other.open(firms + "/edit");
            assertThat(other.at("#title")).hasCount(0);
            other.open(firms);
            other.at("#stars").selectOption("4");
            other.at("form[action$='/rating'] button").click();
            assertThat(other.at("#stars")).hasValue("4");
            assertThat(other.at("#rating + p")).containsText("à partir de cinq avis");

            author.open(path + "/delete");
            author.at("main form .button-danger").click();
            author.open(path);
            assertThat(author.at("h1")).not().hasText("Relance douce");
        }
    }

    @Test
    void an_export_is_read_again_and_what_is_none_is_refused() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, stranger)) {
            visit.expect(422);
            visit.open("/library/import");
            visit.at("#file").setInputFiles(payload("{\"prompts\": 3}"));
            visit.at("main form button[type=submit]").click();
            assertThat(visit.at("#errors")).containsText("n’est pas un export");
            visit.at("#file")
                    .setInputFiles(payload(new JsonObject()
                            .put("version", 1)
                            .put(
                                    "prompts",
                                    new JsonArray()
                                            .add(new JsonObject()
                                                    .put("titre", "<b>Venue d’un fichier</b>")
                                                    .put("texte", "Dis {{quoi}}.")))
                            .encode()));
            visit.at("main form button[type=submit]").click();
            assertThat(visit.at(".prompt-card h2")).hasText("<b>Venue d’un fichier</b>");
        }
    }

    private static FilePayload payload(String json) {
        return new FilePayload("b.json", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void programs_read_and_write_what_their_person_may() throws Exception {
        ApiClient write = ApiClient.of(here.vigie().url(), Installation.EMPLOYEE, "api:write");
        ApiClient read = ApiClient.of(here.vigie().url(), "autre@example.org", "api:read");
        JsonObject body = new JsonObject()
                .put("title", "Par un programme")
                .put("text", "Traduis {{texte}} en {{langue}}.")
                .put(
                        "blanks",
                        new JsonArray()
                                .add(new JsonObject().put("name", "texte").put("kind", "text")));
        ApiClient.Answer added = write.send("POST", "/api/v1/prompts", body);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String path = "/api/v1/prompts/" + added.json().getString("id");
        assertThat(added.json().getJsonArray("blanks").stream().map(one -> ((JsonObject) one).getString("name")))
                .containsExactly("texte", "langue");
        assertThat(read.get(path).status()).isEqualTo(404);
        assertThat(read.get("/api/v1/prompts").text())
                .contains("Premier jet de courriel")
                .doesNotContain("Par un programme");
        assertThat(write.send("POST", "/api/v1/prompts", body.copy().put("shelf", "firm"))
                        .field())
                .isEqualTo("shelf");
        assertThat(write.send("POST", "/api/v1/prompts", body.copy().put("text", " "))
                        .field())
                .isEqualTo("text");
        assertThat(write.send("PUT", path, body.copy().put("version", 7)).status())
                .isEqualTo(409);
        assertThat(write.send("PUT", path, body.copy().put("title", "Autrement").put("version", 1))
                        .json()
                        .getInteger("version"))
                .isEqualTo(2);
        assertThat(write.send("DELETE", path, new JsonObject()).status()).isEqualTo(204);
        assertThat(write.send("DELETE", path, new JsonObject()).status()).isEqualTo(404);
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void its_pages_are_looked_at(Look look) {
        try (Visit visit = chromium.visit(here.vigie().url(), look, admin)) {
            visit.inspect("/library", "library");
            visit.inspect("/library?q=zzzz", "library-nothing");
            visit.at("main .empty").isVisible();
            visit.inspect("/library/import", "library-import");
            visit.inspect("/library/new", "library-new");
            visit.open("/library?q=premier+jet");
            visit.at(".prompt-card h2 a").first().click();
            visit.page().waitForURL(PROMPT);
            visit.inspect(visit.path(), "library-prompt");
            visit.inspect(visit.path() + "/edit", "library-edit");
        }
    }
}
