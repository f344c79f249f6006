package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages around the assistant in a real browser: first run, sign-in, people, keys, account. */
class RoomsIT {
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

    private static Visit visit() {
        return chromium.visit(here.vigie().url(), Look.DESK);
    }

    private static Visit signedIn(String email) {
        Visit visit = visit();
        visit.signIn(email, Installation.PASSWORD);
        assertThat(visit.at("#text")).isFocused();
        return visit;
    }

    @Test
    void the_first_run_creates_the_administrator_with_the_code_that_was_printed() throws IOException {
        Path data = Files.createTempDirectory("vigie-first-");
        try (VigieProcess fresh = VigieProcess.start(data, Map.of());
                Visit visit = chromium.visit(fresh.url(), Look.DESK)) {
            String line = fresh.nextLine(Duration.ofSeconds(5)).orElseThrow();
            String code = line.substring(line.lastIndexOf(' ') + 1);
            visit.expect(422);
            visit.open("/");
            assertThat(visit.at("h1")).hasText("Première ouverture");
            visit.photograph("first-run");
            visit.checkAccess("first run");
            visit.at("#code").fill("AAAA-AAAA-AAAA");
            visit.at("#email").fill("c.martin@example.org");
            visit.at("#name").fill("Camille Martin");
            visit.at("#newPassword").fill("une-phrase-convient-bien");
            visit.page().keyboard().press("Enter");
            assertThat(visit.at("#code-error")).containsText("Ce code n’est pas celui que le démarrage a affiché");
            assertThat(visit.at("#email")).hasValue("c.martin@example.org");
            visit.photograph("first-run-wrong");
            visit.checkAccess("first run, wrong code");
            visit.at("#code").fill(code);
            visit.at("#newPassword").fill("une-phrase-convient-bien");
            visit.page().keyboard().press("Enter");
            assertThat(visit.at(".welcome h1")).isVisible();
            assertThat(visit.at(".rail")).containsText("Camille Martin");
            visit.open("/settings/people");
            assertThat(visit.at("tbody tr")).hasCount(1);
            visit.open("/first-run");
            assertThat(visit.path()).isNotEqualTo("/first-run");
        }
    }

    @Test
    void a_wrong_password_says_so_without_telling_which_is_wrong_and_the_right_one_opens() {
        try (Visit visit = visit()) {
            visit.expect(422);
            visit.open("/settings/keys");
            assertThat(visit.path()).isEqualTo("/sign-in");
            visit.at("#email").fill(Installation.EMPLOYEE);
            visit.at("#password").fill("ce n’est pas le bon");
            visit.page().keyboard().press("Enter");
            assertThat(visit.at("#errors")).containsText("L’adresse ou le mot de passe ne convient pas.");
            assertThat(visit.at("#email")).hasValue(Installation.EMPLOYEE);
            assertThat(visit.at("#password")).hasValue("");
            visit.at("#password").fill(Installation.PASSWORD);
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL("**/settings/keys");
            assertThat(visit.at("h1")).hasText("Mes clés d’accès");
        }
    }

    @Test
    void signing_out_closes_every_page() {
        try (Visit visit = signedIn(Installation.EMPLOYEE)) {
            visit.at(".me > summary").click();
            visit.at("form[action='/sign-out'] button").click();
            visit.page().waitForURL("**/sign-in*");
            visit.open("/chat");
            assertThat(visit.path()).isEqualTo("/sign-in");
            visit.page().goBack();
            assertThat(visit.at("#text")).hasCount(0);
        }
    }

    @Test
    void a_key_is_shown_once_works_and_is_refused_as_soon_as_it_is_revoked() throws Exception {
        try (Visit visit = signedIn(Installation.EMPLOYEE)) {
            visit.open("/settings/keys");
            visit.at("#name").fill("Carnet de calcul");
            visit.at("main form button[type=submit]").click();
            String key = visit.at("#new-key").innerText();
            visit.at("[data-copy='#new-key']").click();
            assertThat(visit.at("[data-copy='#new-key']")).hasText("Copié");
            assertThat((String) visit.page().evaluate("navigator.clipboard.readText()"))
                    .isEqualTo(key);
            assertThat(models(key)).isEqualTo(200);
            visit.open("/settings/keys");
            assertThat(visit.at("#new-key")).hasCount(0);
            assertThat(visit.page().content()).doesNotContain(key);

            visit.at("tr:has-text('Carnet de calcul') a").click();
            assertThat(visit.at("h1")).hasText("Révoquer la clé Carnet de calcul");
            visit.at("main .button-danger").click();
            assertThat(visit.at("tr:has-text('Carnet de calcul')")).containsText("Révoquée");
            assertThat(models(key)).isEqualTo(401);
        }
    }

    private static int models(String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(here.vigie().url().resolve("/v1/models"))
                .header("authorization", "Bearer " + key)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void an_administrator_creates_a_person_who_signs_in_and_is_then_disabled() {
        try (Visit admin = signedIn(Installation.ADMIN)) {
            admin.expect(422);
            admin.at(".rail a[href='/settings/people']").click();
            admin.at("a[href='/settings/people/new']").click();
            admin.at("#email").fill(Installation.EMPLOYEE);
            admin.at("#name").fill("Zoé N’Diaye");
            admin.at("main form button[type=submit]").click();
            assertThat(admin.at("#email-error")).hasText("Un compte existe déjà pour cette adresse.");
            assertThat(admin.at("#name")).hasValue("Zoé N’Diaye");
            admin.at("#email").fill("z.ndiaye@example.org");
            admin.at("#team").selectOption("conseil");
            admin.at("main form button[type=submit]").click();
            String password = admin.at("#password-once").innerText();

            try (Visit newcomer = visit()) {
                newcomer.signIn("z.ndiaye@example.org", password);
                assertThat(newcomer.at(".rail")).containsText("Zoé N’Diaye");
                admin.open("/settings/people?q=ndiaye");
                assertThat(admin.at("tbody tr")).hasCount(1);
                admin.at("tbody tr a").click();
                admin.at("main .button-danger").click();
                assertThat(admin.at("tr:has-text('Zoé N’Diaye')")).containsText("Désactivé");
                newcomer.page().reload();
                assertThat(newcomer.path()).isEqualTo("/sign-in");
            }
        }
    }

    @Test
    void an_employee_neither_sees_nor_enters_the_people_page() {
        try (Visit visit = signedIn(Installation.EMPLOYEE)) {
            visit.expect(403);
            visit.expect(404);
            assertThat(visit.at("a[href='/settings/people']")).hasCount(0);
            visit.open("/settings/people");
            assertThat(visit.at("main")).not().containsText(Installation.ADMIN);
            assertThat(visit.at("h1")).hasText("Accès non autorisé");
            visit.at("main .button-main").click();
            assertThat(visit.at("#text")).isFocused();
        }
    }

    @Test
    void one_changes_ones_password_and_language() {
        try (Visit visit = signedIn("autre@example.org")) {
            visit.expect(422);
            visit.at(".me > summary").click();
            visit.at(".me a[href='/account']").click();
            visit.at("#password").fill("pas le bon du tout");
            visit.at("#newPassword").fill("une-autre-phrase-42");
            visit.page().keyboard().press("Enter");
            assertThat(visit.at("#password-error")).hasText("Ce n’est pas votre mot de passe actuel.");
            visit.at("#password").fill(Installation.PASSWORD);
            visit.at("#newPassword").fill("une-autre-phrase-42");
            visit.page().keyboard().press("Enter");
            assertThat(visit.at(".notice")).containsText("Le mot de passe est changé");
            visit.at("button[name=language][value=en]").click();
            assertThat(visit.at("h1")).hasText("My account");
            assertThat(visit.at("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void every_answer_has_each_protection_once() {
        try (Visit visit = signedIn(Installation.EMPLOYEE)) {
            visit.expect(404);
            for (String path : List.of("/chat", "/account", "/nowhere", "/css/vigie.css")) {
                Response answer = visit.page().navigate(path);
                List<String> names = answer.headersArray().stream()
                        .map(header -> header.name.toLowerCase(Locale.ROOT))
                        .toList();
                assertThat(names).as(path).contains("content-security-policy", "x-content-type-options");
                assertThat(names).as(path).hasSameSizeAs(new HashSet<>(names));
            }
        }
    }
}
