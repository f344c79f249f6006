package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A firm keeps its rules in a file: what leaves one instance makes another decide alike. */
class RulebookIT {
    private static Installation here;
    private static Chromium chromium;
    private static String admin;
    private static ApiClient read;
    private static ApiClient write;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        here = Installation.start();
        admin = chromium.signIn(here.vigie().url(), Installation.ADMIN);
        read = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:read");
        write = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:write");
        fill();
    }

    /** One thing of each kind that a key may make. */
    private static void fill() throws Exception {
        LocalDate today = LocalDate.now();
        write.send(
                "POST",
                "/api/v1/missions",
                new JsonObject()
                        .put("code", "FILE-1")
                        .put("name", "En fichier : « Un »")
                        .put("client", "Client fictif")
                        .put("manager", Installation.ADMIN)
                        .put("starts", today.toString())
                        .put("ends", today.plusDays(9).toString()));
        write.send("POST", "/api/v1/missions/FILE-1/members", new JsonObject().put("person", Installation.EMPLOYEE));
        write.send(
                "POST",
                "/api/v1/use-cases",
                new JsonObject()
                        .put("code", "FILE-UC")
                        .put("title", "Essai")
                        .put("purpose", "Essayer\nsur deux lignes")
                        .put("owner", Installation.ADMIN)
                        .put("dataClass", "C1")
                        .put("models", new JsonArray(List.of("assistant")))
                        .put("testers", new JsonArray(List.of("autre@example.org")))
                        .put("budget", 12.5)
                        .put("until", today.plusDays(3).toString()));
        write.send(
                "PUT",
                "/api/v1/budgets/team/conseil/month",
                new JsonObject().put("amount", 400).put("reason", "Essai"));
        write.send(
                "PUT",
                "/api/v1/conduct/mission/FILE-1/retention",
                new JsonObject().put("value", "90").put("motive", "Essai"));
        write.send("PATCH", "/api/v1/providers/dehors", new JsonObject().put("legalName", "Dehors SA"));
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static String exported() throws Exception {
        return read.get("/api/v1/rules/export?format=yaml").text();
    }

    private static ApiClient.Answer bring(ApiClient api, String document, boolean dryRun) throws Exception {
        String motive = URLEncoder.encode("Revue 42", StandardCharsets.UTF_8);
        return api.send(
                "POST",
                "/api/v1/rules/import?dryRun=" + dryRun + "&motive=" + motive,
                document,
                Map.of("Content-Type", "application/yaml"));
    }

    private static List<String> changes(ApiClient.Answer answer) {
        return answer.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .map(item -> item.getString("name") + " " + item.getString("change"))
                .toList();
    }

    private static GatewayClient gateway(Installation installation) {
        return new GatewayClient(() -> installation.vigie().url(), Installation.KEY);
    }

    @Test
    void ones_own_export_changes_nothing_in_either_form() throws Exception {
        String yaml = exported();
        assertThat(yaml).startsWith("vigieRules: 1\nmatrix:\n  C0:\n    internal: allow\n");
        assertThat(yaml).contains("FILE-1:").contains(Installation.EMPLOYEE).contains("monthlyBudgetEuros: 12.5");
        assertThat(yaml).containsPattern("team:conseil:month['\"]?:\n +euros: 400");
        assertThat(yaml).containsPattern("mission:FILE-1:retention['\"]?:\n +value: ['\"]?90");
        assertThat(yaml)
                .doesNotContain(Installation.KEY)
                .doesNotContain("upstream-key")
                .doesNotContain("$argon2");
        for (String document :
                List.of(yaml, read.get("/api/v1/rules/export?format=json").text())) {
            ApiClient.Answer same = bring(write, document, true);
            assertThat(same.status()).as(same.text()).isEqualTo(200);
            assertThat(changes(same))
                    .contains("matrix unchanged", "dehors unchanged", "FILE-1 unchanged", "FILE-UC unchanged")
                    .allMatch(change -> change.endsWith(" unchanged"));
        }
        assertThat(exported()).isEqualTo(yaml);
    }

    @Test
    void an_empty_instance_decides_as_the_first_one_did() throws Exception {
        String document = exported()
                + "effects:\n  sans-lointain:\n    scope: team\n    of: conseil\n    kind: deny_model\n    value: far\n"
                + "    french: Essai.\n    english: Trial.\n";
        document = document.replaceFirst("(?s)(\n  C1:\n.*?outside-eu: )allow", "$1refuse");
        try (Installation empty = Installation.start()) {
            ApiClient theirs = ApiClient.of(empty.vigie().url(), Installation.ADMIN, "api:write");
            ApiClient reading = ApiClient.of(empty.vigie().url(), Installation.ADMIN, "api:read");
            assertThat(gateway(empty).ask("far", false, "Bonjour").status()).isEqualTo(200);
            ApiClient.Answer brought = bring(theirs, document, false);
            assertThat(brought.status()).as(brought.text()).isEqualTo(200);
            assertThat(brought.json().getBoolean("decided")).isTrue();
            assertThat(changes(brought))
                    .contains("matrix changed", "FILE-1 created", "FILE-UC created", "sans-lointain created");
            assertThat(reading.get("/api/v1/matrix").json().getJsonObject("C1").getString("outside-eu"))
                    .isEqualTo("refuse");
            assertThat(gateway(empty).ask("far", false, "Bonjour").status()).isNotEqualTo(200);
            assertThat(gateway(empty).ask("assistant", false, "Bonjour").status())
                    .isEqualTo(200);
            assertThat(reading.get("/api/v1/rules/export").text()).isEqualTo(document);
            assertThat(changes(bring(theirs, document, false))).allMatch(change -> change.endsWith(" unchanged"));
            assertThat(empty.verifyAudit()).isNotEmpty();
        }
    }

    @Test
    void one_refused_thing_keeps_all_the_others_from_being_decided() throws Exception {
        String before = exported();
        String document = before.replace("autre@example.org", "personne@example.org")
                .replaceFirst("(?s)(\n  C0:\n.*?outside-eu: )allow", "$1refuse");
        ApiClient.Answer refused = bring(write, document, false);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(changes(refused)).contains("matrix changed", "FILE-UC refused");
        assertThat(refused.text()).contains("personne@example.org");
        assertThat(exported()).isEqualTo(before);
        String consented = before.replace("state: to_frame", "state: modified")
                .replaceFirst("(    agreement:\n)", "    agreed: {on: 2026-01-05, regime: free}\n$1");
        assertThat(bring(write, consented, true).text()).contains("FILE-1").contains("refused");
    }

    @Test
    void hostile_and_faulty_files_are_told_apart() throws Exception {
        ApiClient.Answer unknown = bring(write, "vigieRules: 1\nmisions: {}\n", true);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.field()).isEqualTo("line 2");
        assertThat(unknown.text()).contains("misions").contains("missions");
        assertThat(bring(write, "vigieRules: 2\n", true).status()).isEqualTo(422);
        assertThat(bring(write, "vigieRules: 1\nmatrix: !!java.io.File [x]\n", true)
                        .status())
                .isEqualTo(422);
        assertThat(bring(write, "x".repeat(2_000_000), true).status()).isIn(413, 422);
        assertThat(bring(read, exported(), true).status()).isEqualTo(403);
        assertThat(write.send(
                                "POST",
                                "/api/v1/rules/import?dryRun=false",
                                exported(),
                                Map.of("Content-Type", "application/yaml"))
                        .field())
                .isEqualTo("motive");
    }

    @Test
    void a_file_is_looked_at_and_decided_in_the_browser() throws Exception {
        String document = exported().replace("legalName: Dehors SA", "legalName: Dehors SAS");
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/rules");
            visit.at("a[href='/rules/file']").click();
            visit.at("#file")
                    .setInputFiles(new FilePayload(
                            "rules.yaml",
                            "application/yaml",
                            "vigieRules: 1\nmatrx: {}\n".getBytes(StandardCharsets.UTF_8)));
            visit.expect(422);
            visit.at("form[action='/rules/file'] button").click();
            assertThat(visit.at("[role=alert]")).containsText("matrix");
            visit.at("#file")
                    .setInputFiles(new FilePayload(
                            "rules.yaml", "application/yaml", document.getBytes(StandardCharsets.UTF_8)));
            visit.at("form[action='/rules/file'] button").click();
            assertThat(visit.at(".change")).hasCount(1);
            assertThat(visit.at(".differences")).containsText("Dehors SAS");
            visit.at("#motive").fill("Revue 43");
            visit.at("form[action='/rules/file/decide'] button").click();
            visit.page().waitForURL("**/rules");
        }
        assertThat(exported()).isEqualTo(document);
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_page_is_good_to_look_at(Look look) throws Exception {
        String document = exported()
                .replace("personne@example.org", "autre@example.org")
                .replaceFirst("(?s)(\n  C0:\n.*?outside-eu: )allow", "$1refuse")
                .replace("title: Essai", "title: Autre essai")
                .replace("manager: " + Installation.ADMIN, "manager: nobody@example.org");
        try (Visit visit = chromium.visit(here.vigie().url(), look, admin)) {
            visit.open("/rules/file");
            visit.at("#file")
                    .setInputFiles(new FilePayload(
                            "rules.yaml", "application/yaml", document.getBytes(StandardCharsets.UTF_8)));
            visit.at("form[action='/rules/file'] button").click();
            assertThat(visit.at(".tag-refused")).hasCount(1);
            visit.check("rulebook");
        }
    }
}
