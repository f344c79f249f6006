package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.print.Tagged;

/** The charter from its publication to its signatures, in the browser and in what the gateway answers. */
class CharterIT {
    private static final String OTHER = "autre@example.org";
    private static final String APPROVER = "comite@example.org";
    private static final Pattern DECISION = Pattern.compile("D-\\d{4}-\\d{3}");

    private static Installation here;
    private static Chromium chromium;
    private static String admin;
    private static String approver;
    private static GatewayClient client;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        here = Installation.start();
        Visitor visitor = new Visitor(here.vigie().url());
        visitor.signIn(Installation.ADMIN, Installation.PASSWORD);
        approver = visitor.employ(APPROVER, "Inès Comité", "committee");
        client = new GatewayClient(() -> here.vigie().url(), Installation.KEY);
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK)) {
            visit.signIn(Installation.ADMIN, Installation.PASSWORD);
            assertThat(visit.at("#text")).isFocused();
            visit.open("/charter");
            assertThat(visit.at("main")).containsText("Aucune charte n’est en vigueur.");
            admin = visit.state();
        }
        assertThat(client.ask("assistant", false, "Bonjour").status()).isEqualTo(200);
        publish("0");
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    /** Has what is on the page approved by somebody else, and publishes it as a major version. */
    private static void publish(String grace) {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/charter/edit");
            assertThat(visit.at(".notice-attention")).containsText("juriste");
            visit.at("form[action='/charter/submit'] button").click();
            visit.page().waitForURL("**/charter/review");
            assertThat(visit.at("#approve + p")).containsText("quelqu’un d’autre l’approuve");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK)) {
            visit.signIn(APPROVER, approver);
            visit.page().waitForURL(url -> url.endsWith("/charter") || url.endsWith("/chat"));
            visit.open("/charter/review");
            visit.at("form[action='/charter/approve'] button").click();
            assertThat(visit.at("main")).containsText("Approuvé par la décision D-");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/charter/edit");
            visit.at("#grace").fill(grace);
            visit.at("form[action='/charter/publish'] button").click();
            visit.page().waitForURL("**/charter");
        }
    }

    private static void answer(Visit visit, boolean rightly) {
        // The right answers of quiz.txt, in the order of its questions.
        int[] right = {2, 1, 2, 1, 2};
        Locator questions = visit.at(".question");
        assertThat(questions).hasCount(right.length);
        for (int i = 0; i < right.length; i++) {
            int chosen = rightly ? right[i] : (right[i] + 1) % 4;
            questions.nth(i).locator("input").nth(chosen).check();
        }
        visit.at("#agreed").check();
    }

    private static void sign(Visit visit) {
        answer(visit, true);
        visit.at(".quiz button[type=submit]").click();
        assertThat(visit.at("main")).containsText("Vous avez signé");
        JsonObject own = new JsonObject(
                visit.page().request().get("/api/v1/charter/signature").text());
        assertThat(own.getBoolean("signed")).isTrue();
        assertThat(own.getJsonObject("newest").getString("version")).isEqualTo(own.getString("version"));
    }

    private static String error(GatewayClient.Seen refused) {
        return new JsonObject(refused.text()).getJsonObject("error").getString("message");
    }

    @Test
    void unsigned_people_are_refused_by_the_decision_until_they_sign_and_again_by_a_major_version() throws Exception {
        GatewayClient.Seen refused = client.ask("assistant", false, "Bonjour");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("charter_unsigned");
        assertThat(error(refused)).contains("CHARTE-IAG-1").containsPattern(DECISION);

        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK)) {
            visit.expect(422);
            long began = System.nanoTime();
            visit.signIn(Installation.EMPLOYEE, Installation.PASSWORD);
            visit.page().waitForURL("**/charter");
            visit.at(".audiences a")
                    .filter(new Locator.FilterOptions().setHasText("Fonctions support"))
                    .click();
            assertThat(visit.at(".advice")).containsText("Trier des candidatures ou noter des personnes");

            answer(visit, false);
            visit.at(".quiz button[type=submit]").click();
            assertThat(visit.at("#errors")).containsText("0 sur 5, et il en faut 4");
            assertThat(visit.at(".question-wrong")).hasCount(5);
            assertThat(visit.at(".question-wrong").first()).containsText("Déposer un fichier, c’est le transmettre");
            assertThat(client.ask("assistant", false, "Bonjour").status()).isEqualTo(403);

            sign(visit);
            assertThat(client.answersAgain(Duration.ofSeconds(1))).isLessThan(Duration.ofSeconds(1));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(3));
            String kept = visit.at(".notice .fingerprint").innerText();
            visit.open("/charter?audience=support");
            Download text = visit.page()
                    .waitForDownload(
                            () -> visit.at("a[download][href*='/charter/text']").click());
            assertThat(sha256(Files.readAllBytes(text.path()))).isEqualTo(kept);
            visit.open("/chat");
            assertThat(visit.at(".turns .notice")).hasCount(0);
        }
        GatewayClient other = new GatewayClient(() -> here.vigie().url(), Installation.KEY + "-autre");
        assertThat(other.ask("assistant", false, "Bonjour").code()).isEqualTo("charter_unsigned");

        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/charter/edit");
            visit.at("#articles")
                    .fill(visit.at("#articles").inputValue() + "\n\n## Une règle nouvelle\n\nElle change tout.");
            visit.at("form[action='/charter/edit'] button").click();
            assertThat(visit.at("main")).containsText("Ceci est un brouillon.");
        }
        publish("0");
        GatewayClient.Seen again = client.ask("assistant", false, "Bonjour");
        assertThat(again.code()).isEqualTo("charter_unsigned");
        assertThat(error(again)).contains("CHARTE-IAG-2");
        assertThat(decision(again)).isNotEqualTo(decision(refused));
    }

    private static String decision(GatewayClient.Seen refused) {
        Matcher found = DECISION.matcher(error(refused));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String sha256(byte[] text) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    }

    @Test
    void the_charter_and_the_receipt_are_handed_out_as_tagged_pdf() throws Exception {
        Visitor other = new Visitor(here.vigie().url());
        other.signIn(OTHER, Installation.PASSWORD);
        byte[] charter = other.file("/charter/charter.pdf?version=1.0").body();
        Path kept = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(kept.resolve("charte.pdf"), charter);
        JsonObject told = new JsonObject(other.get("/api/v1/charter").body()).getJsonObject("current");
        try (Tagged pdf = new Tagged(charter)) {
            assertThat(pdf.faults()).isEmpty();
            assertThat(pdf.violations()).isEmpty();
            String text = pdf.text().replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("1. Pourquoi cette charte", "16. Qui tient cette charte")
                    .containsPattern(DECISION);
            assertThat(pdf.elements("H3").size()).isGreaterThanOrEqualTo(16 + 5);
            if (told.getString("version").equals("1.0")) {
                told.getJsonArray("audiences")
                        .forEach(one ->
                                assertThat(text.replace(" ", "")).contains(((JsonObject) one).getString("sha256")));
            }
        }
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK)) {
            visit.signIn(OTHER, Installation.PASSWORD);
            visit.page().waitForURL(url -> url.endsWith("/charter") || url.endsWith("/chat"));
            visit.open("/charter");
            if (visit.at(".quiz").count() > 0) sign(visit);
        }
        byte[] receipt = other.file("/charter/receipt.pdf").body();
        Files.write(kept.resolve("recu.pdf"), receipt);
        try (Tagged pdf = new Tagged(receipt)) {
            assertThat(pdf.faults()).isEmpty();
            assertThat(pdf.violations()).isEmpty();
            assertThat(pdf.text().replaceAll("\\s+", " "))
                    .contains(OTHER, "je m’engage à la respecter", "5\u00a0/\u00a05");
        }
    }

    @Test
    void a_key_neither_signs_nor_reads_what_it_has_no_scope_for() throws IOException, InterruptedException {
        assertThat(client.get("/api/v1/charter").statusCode()).isEqualTo(403);
        assertThat(client.get("/charter/sign").statusCode()).isEqualTo(405);
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK)) {
            APIResponse signed = visit.page()
                    .request()
                    .post(
                            "/charter/sign",
                            RequestOptions.create()
                                    .setHeader("authorization", "Bearer " + Installation.KEY)
                                    .setForm(FormData.create().set("agreed", "yes")));
            assertThat(signed.status()).isEqualTo(403);
        }
    }

    @Test
    void programs_read_the_charter_and_counts_of_five_or_more() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            JsonObject told =
                    new JsonObject(visit.page().request().get("/api/v1/charter").text());
            assertThat(told.getString("code")).isEqualTo("CHARTE-IAG");
            assertThat(told.getJsonObject("current").getJsonArray("articles").size())
                    .isGreaterThanOrEqualTo(16);
            assertThat(told.getJsonObject("current").getJsonArray("audiences")).hasSize(5);
            assertThat(told.getJsonArray("versions").getJsonObject(0).getString("state"))
                    .isEqualTo("published");
            // Four people: fewer than five are not counted.
            JsonObject counts = new JsonObject(
                    visit.page().request().get("/api/v1/charter/signatures").text());
            assertThat(counts.getJsonArray("groups")).isEmpty();
            assertThat(counts.getString("version")).matches("[12]\\.0");
            JsonObject own = new JsonObject(
                    visit.page().request().get("/api/v1/charter/signature").text());
            assertThat(own.getString("version")).isEqualTo(counts.getString("version"));
            assertThat(own.getString("askedFrom")).isNotBlank();
            String names =
                    visit.page().request().get("/charter/signatories.csv").text();
            assertThat(names).contains("\"Amélie Durand\",\"a.durand@example.org\",\"Conseil\"");
        }
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void it_is_legible_at_every_size_and_in_both_colours(Look look) {
        String signed;
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK)) {
            visit.signIn(OTHER, Installation.PASSWORD);
            visit.page().waitForURL(url -> url.endsWith("/charter") || url.endsWith("/chat"));
            visit.open("/charter");
            if (visit.at(".quiz").count() > 0) sign(visit);
            signed = visit.state();
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look, signed)) {
            visit.inspect("/charter", "charter-signed");
        }
        try (Visit visit = chromium.visit(here.vigie().url(), look, admin)) {
            visit.expect(422);
            visit.inspect("/chat", "chat-unsigned");
            visit.inspect("/charter", "charter");
            visit.inspect("/charter#quiz", "charter-quiz");
            answer(visit, false);
            visit.at(".quiz button[type=submit]").click();
            assertThat(visit.at("#errors")).isVisible();
            visit.check("charter-failed");
            visit.at("#errors a").first().click();
            visit.check("charter-explained");
            visit.inspect("/charter/edit", "charter-edit");
            visit.inspect("/charter/review", "charter-review");
            visit.inspect("/charter/signatures", "charter-signatures");
            visit.inspect("/charter/signatories", "charter-signatories");
        }
    }
}
