package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page at every size, in both colours and both languages: legible to assistive technology, nothing beyond the side,
 * and photographed in {@code target/screenshots} for people to look at.
 */
class LooksIT {
    private static final Pattern CONVERSATION = Pattern.compile(".*/chat/[0-9a-f-]{36}");

    private static Installation here;
    private static VigieProcess fresh;
    private static Chromium chromium;
    private static String employee;
    private static String admin;
    private static String newcomer;
    private static String answered;
    private static String refused;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        here = Installation.start();
        fresh = VigieProcess.start(Files.createTempDirectory("vigie-first-"), Map.of());
        admin = chromium.signIn(here.vigie().url(), Installation.ADMIN);
        newcomer = chromium.signIn(here.vigie().url(), "autre@example.org");
        employee = chromium.signIn(here.vigie().url(), Installation.EMPLOYEE);
        refused = ask("public", "Résume ce compte rendu de réunion pour la direction.");
        answered = ask(
                "assistant",
                "Prépare un tableau des suites à donner : Mme Olive Petit (olive.petit@client.example, 06 12 34 56 78)"
                        + " attend le virement sur FR76 3000 6000 0112 3456 7890 189 avant vendredi.");
    }

    @AfterAll
    static void stop() {
        if (fresh != null) fresh.close();
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static String ask(String model, String question) {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            visit.open("/chat");
            visit.at("#model").selectOption(model);
            visit.at("#text").fill(question);
            visit.at("#send").click();
            visit.page().waitForURL(CONVERSATION);
            assertThat(visit.at("[data-act=again]")).isVisible();
            return visit.path();
        }
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pages_for_everybody(Look look) {
        try (Visit first = chromium.visit(fresh.url(), look)) {
            first.inspect("/first-run", "first-run");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look)) {
            visit.expect(422);
            visit.inspect("/sign-in", "sign-in");
            visit.at("#email").fill("personne@example.org");
            visit.at("#password").fill("mot de passe inventé");
            visit.at("main button[type=submit]").click();
            assertThat(visit.at("#errors")).isVisible();
            visit.check("sign-in-wrong");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_assistant(Look look) {
        try (Visit visit = chromium.visit(here.vigie().url(), look, newcomer)) {
            visit.inspect("/chat", "chat-empty");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look, employee)) {
            visit.inspect(answered, "chat");
            visit.at("[data-act=left]").click();
            assertThat(visit.at("#left .said").first()).isVisible();
            visit.check("chat-left");
            visit.page().keyboard().press("Escape");
            visit.inspect(refused, "chat-refused");
            if (look.isPhone()) {
                visit.at(".history-open").click();
                visit.check("chat-history");
                visit.at(".history-close").click();
                visit.at(".bar button").click();
                visit.check("menu");
                visit.at(".bar button").click();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_rooms_of_an_employee(Look look) {
        try (Visit visit = chromium.visit(here.vigie().url(), look, employee)) {
            visit.expect(403);
            visit.expect(404);
            visit.inspect("/shield", "shield");
            visit.inspect("/settings/keys", "keys");
            visit.inspect("/settings/limits", "limits");
            visit.inspect("/account", "account");
            visit.inspect("/account/confirm?next=/settings/keys", "confirm");
            visit.inspect("/nowhere", "not-found");
            visit.inspect("/settings/people", "forbidden");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look, admin)) {
            visit.inspect("/settings/keys", "keys-empty");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_rooms_of_an_administrator(Look look) {
        try (Visit visit = chromium.visit(here.vigie().url(), look, admin)) {
            visit.expect(422);
            visit.inspect("/settings/people", "people");
            visit.at("tr:has-text('" + Installation.EMPLOYEE + "') a").click();
            visit.check("person");
            visit.inspect("/settings/people?q=zzzz", "people-none");
            visit.inspect("/settings/teams", "teams");
            visit.inspect("/settings/dictionary", "dictionary");
            visit.inspect("/gateway", "gateway");
            visit.inspect("/settings/people/new", "person-new");
            visit.at("#email").fill(Installation.EMPLOYEE);
            visit.at("#name").fill("Amélie Durand");
            visit.at("main form button[type=submit]").click();
            assertThat(visit.at("#errors")).isVisible();
            visit.check("person-new-wrong");
        }
    }
}
