package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.demo.Pace;

/** The chat page as a colleague uses it, in a real browser, against the packaged program. */
class BrowserIT {
    private static final String EMAIL = "olive.petit@client.example";
    private static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";
    private static final String QUESTION =
            "Écris un courriel à Mme Olive Petit (" + EMAIL + ") au sujet du virement sur " + IBAN + ".";

    /** Slow enough to act while an answer is being written. */
    private static final Pace READABLE = new Pace(Duration.ofMillis(200), Duration.ofMillis(25));

    private static final Pattern CONVERSATION = Pattern.compile(".*/chat/[0-9a-f-]{36}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[(PERS|MAIL|IBAN)_[A-Za-z0-9_]+]]");

    private static Installation here;
    private static Chromium chromium;
    private static String session;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        here = Installation.start(READABLE, "embedded");
        here.model().record();
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK)) {
            visit.signIn(Installation.EMPLOYEE, Installation.PASSWORD);
            assertThat(visit.at("#text")).isFocused();
            session = visit.state();
        }
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static Visit chat() {
        Visit visit = chromium.visit(here.vigie().url(), Look.DESK, session);
        visit.open("/chat");
        return visit;
    }

    private static void ask(Visit visit, String question) {
        visit.at("#text").fill(question);
        visit.page().keyboard().press("Enter");
        visit.page().waitForURL(CONVERSATION);
    }

    private static Locator turn(Visit visit, int number) {
        return visit.at(".turn").nth(number - 1);
    }

    private static void awaitEnd(Visit visit, int turn) {
        assertThat(turn(visit, turn).locator("[data-act=again]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    }

    private static Visit answered() {
        Visit visit = chat();
        ask(visit, QUESTION);
        awaitEnd(visit, 1);
        return visit;
    }

    @Test
    void an_answer_is_written_before_the_eyes_with_the_values_back() {
        try (Visit visit = chat()) {
            ask(visit, QUESTION);
            assertThat(visit.at(".writing")).isVisible();
            assertThat(visit.at("[data-events] .prose")).not().isEmpty();
            visit.photograph("chat-writing");
            awaitEnd(visit, 1);
            assertThat(visit.at(".answer .prose")).containsText(EMAIL);
            assertThat(visit.at(".answer .prose")).containsText("Olive Petit");
            assertThat(visit.at(".answer .prose")).containsText(IBAN);
            assertThat(visit.at(".answer .prose")).not().containsText("[[");
            assertThat(visit.at("#send")).isVisible();
            assertThat(visit.at("#stop")).isHidden();
        }
    }

    @Test
    void what_was_masked_is_marked_counted_and_named() {
        try (Visit visit = answered()) {
            assertThat(visit.at(".masked-list summary")).hasText("3 éléments masqués");
            List<String> kinds = new ArrayList<>();
            for (Locator mark : visit.at("mark.masked").all()) {
                Locator tip = mark.locator(".masked-tip");
                assertThat(tip).hasCSS("opacity", "0");
                mark.hover();
                assertThat(tip).hasCSS("opacity", "1");
                kinds.add(tip.innerText().strip());
            }
            visit.photograph("chat-mark");
            assertThat(kinds)
                    .containsExactly(
                            "masqué · nom de personne", "masqué · adresse électronique", "masqué · compte bancaire");
            visit.at(".masked-list summary").click();
            assertThat(visit.at(".masked-list li"))
                    .containsText(new String[] {"nom de personne", "adresse électronique", "compte bancaire"});
        }
    }

    @Test
    void a_placeholder_that_stands_for_nothing_stays_is_counted_and_explained() {
        try (Visit visit = chat()) {
            ask(visit, "Bonjour, rappelez à " + EMAIL + " le code [[PERS_k7f2qx]] pour la suite.");
            awaitEnd(visit, 1);
            assertThat(visit.at(".answer .prose")).containsText(EMAIL);
            assertThat(visit.at(".answer .prose")).containsText("[[PERS_k7f2qx]]");
            assertThat(visit.at(".strays summary")).containsText("inconnu");
            visit.at(".strays summary").click();
            assertThat(visit.at(".strays p")).containsText("Vigie ne devine pas");
            visit.photograph("chat-strays");
        }
        try (Visit visit = answered()) {
            assertThat(visit.at(".strays")).hasCount(0);
        }
    }

    @Test
    void what_left_is_shown_exactly_and_holds_no_value() {
        try (Visit visit = answered()) {
            visit.at("[data-act=left]").click();
            assertThat(visit.at("#left")).isVisible();
            assertThat(visit.at("#left .said mark.placeholder")).hasCount(3);
            for (String placeholder : visit.at("#left mark.placeholder").allInnerTexts()) {
                assertThat(placeholder).matches(PLACEHOLDER);
            }
            visit.at("#left details summary").click();
            String raw = visit.at("#left .raw").innerText();
            assertThat(visit.at("#left").innerText())
                    .doesNotContain(EMAIL)
                    .doesNotContain("Olive")
                    .doesNotContain("Petit")
                    .doesNotContain("3000 6000");
            assertThat(here.model().received().stream().map(request -> request.body()))
                    .contains(raw);
            visit.photograph("chat-left");
            visit.page().keyboard().press("Escape");
            assertThat(visit.at("#left")).isHidden();
        }
    }

    @Test
    void an_answer_stops_when_told_and_keeps_what_was_written() {
        try (Visit visit = chat()) {
            ask(visit, QUESTION);
            assertThat(visit.at("[data-events] .prose-block").first()).isVisible();
            visit.at("#stop").click();
            awaitEnd(visit, 1);
            assertThat(visit.at(".answer")).containsText("Vous avez arrêté cette réponse.");
            assertThat(visit.at(".answer .prose")).not().isEmpty();
            assertThat(visit.at(".answer .prose")).not().containsText("Bien cordialement");
            visit.photograph("chat-stopped");
        }
    }

    @Test
    void reloading_while_an_answer_is_written_loses_nothing() {
        try (Visit visit = chat()) {
            ask(visit, QUESTION);
            assertThat(visit.at("[data-events] .prose-block").first()).isVisible();
            int before = visit.at(".answer .prose").innerText().length();
            visit.page().reload();
            assertThat(visit.at(".answer .prose").innerText().length()).isGreaterThanOrEqualTo(before);
            awaitEnd(visit, 1);
            assertThat(visit.at(".answer .prose")).containsText("Bien cordialement");
            String whole = visit.at(".answer .prose").innerText();
            visit.page().reload();
            assertThat(visit.at(".answer .prose"))
                    .hasText(whole, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
        }
    }

    @Test
    void a_question_is_asked_again_and_edited_in_place() {
        try (Visit visit = answered()) {
            turn(visit, 1).locator("[data-act=again]").click();
            assertThat(visit.at("[data-events]")).hasCount(1);
            awaitEnd(visit, 1);
            assertThat(visit.at(".turn")).hasCount(1);
            ask(visit, "Et en anglais ?");
            awaitEnd(visit, 2);

            turn(visit, 1).locator("[data-act=edit]").click();
            assertThat(visit.at(".editor textarea")).isFocused();
            assertThat(visit.at(".editor textarea")).hasValue(QUESTION);
            visit.photograph("chat-edit");
            visit.page().keyboard().press("Escape");
            assertThat(visit.at(".editor")).hasCount(0);
            turn(visit, 1).locator("[data-act=edit]").click();
            visit.at(".editor textarea").fill("Écris une lettre à M. Paul Durand.");
            visit.page().keyboard().press("Enter");
            assertThat(visit.at(".turn")).hasCount(1);
            awaitEnd(visit, 1);
            assertThat(visit.at(".answer .prose")).containsText("Paul Durand");
            visit.page().reload();
            assertThat(visit.at(".turn")).hasCount(1);
            assertThat(visit.at(".answer .prose")).containsText("Paul Durand");
        }
    }

    @Test
    void a_conversation_is_renamed_deleted_brought_back_and_found() {
        try (Visit visit = answered()) {
            String path = visit.path();
            visit.at("[data-dialog=rename]").click();
            visit.at("#title").fill("Virement d’octobre");
            visit.page().keyboard().press("Enter");
            assertThat(visit.at("h1")).hasText("Virement d’octobre");
            assertThat(visit.at(".history a[aria-current=page]")).hasText("Virement d’octobre");

            visit.at("[data-dialog=delete]").click();
            visit.photograph("chat-delete");
            visit.at("#delete .button-danger").click();
            assertThat(visit.at("#undo")).isVisible();
            assertThat(visit.at(".history")).not().containsText("Virement d’octobre");
            visit.photograph("chat-undo");
            visit.at("#undo button").click();
            visit.page().waitForURL(Pattern.compile(".*" + path));
            assertThat(visit.at("h1")).hasText("Virement d’octobre");
            assertThat(visit.at(".turn")).hasCount(1);

            visit.at("#q").fill("OLIVE petit");
            assertThat(visit.at(".history-snippet mark").first()).hasText("Olive");
            visit.photograph("chat-search");
            visit.at("#q").fill("zzzz");
            assertThat(visit.at(".history-none")).containsText("Rien ne correspond à");
        }
    }

    @Test
    void an_answer_is_copied_as_rich_text_and_as_markdown() {
        try (Visit visit = answered()) {
            visit.at("[data-act=copy-markdown]").click();
            assertThat(visit.at("[data-act=copy-markdown]")).hasText("Copié");
            assertThat((String) visit.page().evaluate("navigator.clipboard.readText()"))
                    .contains("**Objet :**")
                    .contains(EMAIL)
                    .doesNotContain("[[");
            visit.at("[data-act=copy]").click();
            assertThat(visit.at("[data-act=copy]")).hasText("Copié");
            assertThat((String) visit.page().evaluate("""
                    async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()
                            .then((html) => html)""")).contains("<strong>").contains(EMAIL);
        }
    }

    @Test
    void the_model_that_is_chosen_answers_and_says_where_it_is() {
        try (Visit visit = chat()) {
            visit.at("#model").selectOption("extractif");
            assertThat(visit.at(".whither-line:visible")).containsText("Moteur intégré");
            ask(visit, "Résume : le chantier avance. La toiture est posée. Les fenêtres arrivent lundi.");
            awaitEnd(visit, 1);
            visit.at(".receipt summary").click();
            assertThat(visit.at(".receipt")).containsText("integre/extractif");
            assertThat(visit.at("#model")).hasValue("extractif");
            visit.at(".whither-line:visible .whither-part").first().click();
            assertThat(visit.at(".why:visible")).containsText("Confidentiel");
        }
    }

    @Test
    void a_refusal_and_a_failure_say_in_plain_words_what_happened() {
        try (Visit visit = chat()) {
            visit.at("#model").selectOption("public");
            ask(visit, QUESTION);
            awaitEnd(visit, 1);
            assertThat(visit.at(".notice-attention .notice-title")).hasText("Ce message n’est pas parti");
            assertThat(visit.at(".notice-attention"))
                    .containsText("pour le modèle « public » (décision prise dans la configuration)");
            assertThat(visit.at(".notice-attention")).containsText("choisissez un modèle autorisé");
            assertThat(visit.at("[data-act=left]")).hasCount(0);
            visit.photograph("chat-refused");
            visit.at(".notice-attention a[href='/rules/decisions/configuration']")
                    .click();
            assertThat(visit.at("main")).containsText("À qui en parler");
            assertThat(visit.at("main a[href='mailto:" + Installation.ADMIN + "']"))
                    .isVisible();
            visit.page().goBack();
            visit.at("#model").selectOption("closed");
            ask(visit, QUESTION);
            awaitEnd(visit, 2);
            assertThat(turn(visit, 2).locator(".notice-attention .notice-title"))
                    .hasText("Le modèle n’a pas répondu");
            visit.photograph("chat-failed");
        }
    }

    @Test
    void everything_is_reached_by_the_keyboard() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, session)) {
            visit.open("/chat");
            assertThat(visit.at("#text")).isFocused();
            visit.at(".skip").focus();
            List<String> stops = new ArrayList<>(List.of(visit.focused()));
            for (int i = 0; i < 60 && !stops.contains("#send"); i++) {
                visit.page().keyboard().press("Tab");
                stops.add(visit.focused());
            }
            assertThat(stops)
                    .startsWith("Aller au contenu", "Accueil de Vigie", "Replier le menu", "Assistant")
                    .containsSubsequence("Amélie Durand", "Nouvelle conversation", "#q", "#text", "#model", "#send");

            visit.page().keyboard().press("Control+k");
            assertThat(visit.at("#q")).isFocused();
            visit.page().keyboard().press("Control+/");
            assertThat(visit.at("#help")).isVisible();
            visit.page().keyboard().press("Escape");
            assertThat(visit.at("#help")).isHidden();
            visit.at("#text").focus();
            visit.page().keyboard().type("Écris à Mme Olive Petit");
            visit.page().keyboard().press("Shift+Enter");
            visit.page().keyboard().type("pour le rendez-vous.");
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL(CONVERSATION);
            assertThat(visit.at("[data-events] .prose-block").first()).isVisible();
            assertThat(visit.at("#text")).isFocused();
            visit.page().keyboard().press("Escape");
            awaitEnd(visit, 1);
            assertThat(visit.at(".answer")).containsText("Vous avez arrêté cette réponse.");
            assertThat(visit.at(".question"))
                    .hasAttribute("data-text", Pattern.compile(".*Petit\\npour.*", Pattern.DOTALL));
            visit.page().keyboard().press("Control+Shift+O");
            assertThat(visit.at(".welcome")).isVisible();
        }
    }

    @Test
    void what_was_typed_and_not_sent_is_still_there() {
        try (Visit visit = chat()) {
            visit.at("#text").fill("Un brouillon");
            visit.page().reload();
            assertThat(visit.at("#text")).hasValue("Un brouillon");
            visit.at(".example").nth(1).click();
            assertThat(visit.at("#text")).hasValue(Pattern.compile("Rédige une réponse courtoise.*"));
        }
    }

    @Test
    void the_language_changes_at_once_and_stays() {
        try (Visit visit = chat()) {
            visit.at(".me > summary").click();
            visit.at("[data-do=language][value=en]").click();
            assertThat(visit.at(".welcome h1")).hasText("What are you working on?");
            assertThat(visit.at("html")).hasAttribute("lang", "en");
            visit.page().reload();
            assertThat(visit.at("html")).hasAttribute("lang", "en");
            visit.at(".me > summary").click();
            visit.at("[data-do=theme][value=dark]").click();
            assertThat(visit.at("html")).hasAttribute("data-theme", "dark");
        }
    }

    @Test
    void nobody_else_reads_a_conversation() {
        String path;
        try (Visit visit = answered()) {
            path = visit.path();
        }
        try (Visit other = chromium.visit(here.vigie().url(), Look.DESK)) {
            other.expect(404);
            other.signIn("autre@example.org", Installation.PASSWORD);
            assertThat(other.at("#text")).isFocused();
            other.open(path);
            assertThat(other.at("h1")).hasText("Rien à cette adresse");
            assertThat(other.at("body")).not().containsText("Olive");
        }
    }
}
