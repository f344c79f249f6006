package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of use that are decided on a page change what the next request is answered, and the refusal says which. */
class ConductIT {
    private static Installation here;
    private static Chromium chromium;
    private static String admin;
    private static String employee;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        here = Installation.start();
        admin = chromium.signIn(here.vigie().url(), Installation.ADMIN);
        employee = chromium.signIn(here.vigie().url(), Installation.EMPLOYEE);
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static GatewayClient client(String key) {
        return new GatewayClient(() -> here.vigie().url(), key);
    }

    /** @return the number of the decision */
    private static String decide(Visit visit, String scope, String id, String kind, String value) {
        visit.open("/rules/conduct?kind=" + kind);
        visit.at("#scope").selectOption(scope);
        visit.at("#id").fill(id);
        if (kind.equals("log_level")) {
            visit.at("#value").selectOption(value);
        } else {
            visit.at("#value").fill(value);
        }
        visit.at("#motive").fill("Un essai.");
        visit.at("form[action='/rules/conduct'] button").click();
        visit.page().waitForURL("**/rules/decisions/D-*");
        return visit.path().substring(visit.path().lastIndexOf('/') + 1);
    }

    private static void withdraw(Visit visit, String kind) {
        visit.open("/rules/conduct");
        String form = "form[action$='/withdraw']:has(input[value='" + kind + "'])";
        visit.at(form + " input[name=motive]").fill("L’essai est fini.");
        visit.at(form + " button").click();
        visit.page().waitForURL("**/rules/decisions/D-*");
    }

    private static String withTool(String name) {
        JsonObject tool = new JsonObject()
                .put("type", "function")
                .put(
                        "function",
                        new JsonObject().put("name", name).put("parameters", new JsonObject().put("type", "object")));
        return new JsonObject()
                .put("model", "assistant")
                .put("messages", List.of(Map.of("role", "user", "content", "Bonjour")))
                .put("tools", new JsonArray().add(tool))
                .encode();
    }

    @Test
    void a_tool_that_is_not_on_the_list_is_refused_by_name() {
        GatewayClient client = client(Installation.KEY);
        assertThat(client.send(withTool("efface")).status()).isEqualTo(200);
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin);
                Visit herself = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            String number = decide(visit, "team", "conseil", "allow_tools", "cherche, calcule");
            GatewayClient.Seen refused = client.send(withTool("efface"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("tool_not_allowed");
            assertThat(refused.text()).contains("efface", number, "calcule, cherche");
            assertThat(client.send(withTool("cherche")).status()).isEqualTo(200);
            assertThat(client.ask("assistant", false, "Bonjour").status()).isEqualTo(200);
            GatewayClient.Seen english = client.send(withTool("efface"), "accept-language", "en");
            assertThat(english.text()).contains("not on the list of allowed tools", number);

            herself.open("/rules/why");
            herself.at("#model").selectOption("assistant");
            herself.at("#tools").fill("efface");
            herself.at("#text").fill("Bonjour");
            herself.at("main button[type=submit]").click();
            assertThat(herself.at("main")).containsText("Elle serait refusée");
            assertThat(herself.at("main")).containsText("outils autorisés");
            assertThat(herself.at(".notice a[href='/rules/decisions/" + number + "']"))
                    .isVisible();
            assertThat(herself.at(".notice a[href='mailto:" + Installation.ADMIN + "']"))
                    .isVisible();

            withdraw(visit, "allow_tools");
            assertThat(client.send(withTool("efface")).status()).isEqualTo(200);
        }
    }

    @Test
    void a_use_case_that_is_full_keeps_those_who_came_first() {
        List<String> keys = new ArrayList<>();
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.open("/use-cases/new");
            visit.at("#code").fill("COMPLET");
            visit.at("#title").fill("Cas complet");
            visit.at("#purpose").fill("Essayer.");
            visit.at("#testers").fill(Installation.EMPLOYEE);
            visit.at("input[name=models][value=assistant]").check();
            visit.at("#budget").fill("40");
            visit.at("#until").fill(LocalDate.now().plusDays(30).toString());
            visit.at("main button[type=submit]").click();
            visit.at("#motive").fill("Essai.");
            visit.at("button[name=next][value=open]").click();
            for (String who : List.of(admin, employee)) {
                try (Visit user = chromium.visit(here.vigie().url(), Look.DESK, who)) {
                    user.open("/use-cases/COMPLET");
                    user.at("form[action$='/keys'] button").click();
                    keys.add(user.at("#new-key").innerText());
                }
            }
            for (String key : keys)
                assertThat(client(key).ask("assistant", false, "Bonjour").status())
                        .isEqualTo(200);
            String number = decide(visit, "use_case", "COMPLET", "max_testers", "1");
            List<GatewayClient.Seen> seen = keys.stream()
                    .map(key -> client(key).ask("assistant", false, "Bonjour"))
                    .toList();
            assertThat(seen).extracting(GatewayClient.Seen::status).containsExactlyInAnyOrder(200, 403);
            GatewayClient.Seen refused =
                    seen.stream().filter(one -> one.status() == 403).findFirst().orElseThrow();
            assertThat(refused.code()).isEqualTo("use_case_full");
            assertThat(refused.text()).contains("COMPLET", number);
            withdraw(visit, "max_testers");
            for (String key : keys)
                assertThat(client(key).ask("assistant", false, "Bonjour").status())
                        .isEqualTo(200);
        }
    }

    @Test
    void an_answer_to_be_validated_says_by_whom_and_the_record_keeps_it() throws Exception {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin);
                Visit herself = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            String number = decide(visit, "team", "conseil", "require_human_validation", "un juriste");
            UUID asked = client(Installation.KEY)
                    .ask("assistant", false, "Bonjour")
                    .id()
                    .orElseThrow();
            JsonObject record = new JsonObject(
                    client(Installation.KEY).get("/api/v1/requests/" + asked).body());
            assertThat(record.getJsonArray("validations")).containsExactly(number);
            ask(herself, "Bonjour");
            assertThat(herself.at(".answer .tag-attention")).hasText("À valider par un juriste avant usage");
            assertThat(herself.at(".answer a[href='/rules/decisions/" + number + "']"))
                    .hasCount(1);
            herself.open(herself.path());
            assertThat(herself.at(".answer .tag-attention")).hasText("À valider par un juriste avant usage");
            withdraw(visit, "require_human_validation");
            ask(herself, "Bonjour encore");
            assertThat(herself.at(".answer .tag-attention")).hasCount(0);
        }
    }

    @Test
    void reduced_traces_keep_no_copy_of_what_left() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin);
                Visit herself = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            ask(herself, "Écris à olive.petit@client.example");
            assertThat(herself.at(".turn [data-act=left]")).hasCount(1);
            decide(visit, "team", "conseil", "log_level", "reduced");
            ask(herself, "Écris à olive.petit@client.example");
            assertThat(herself.at("mark.masked").first()).containsText("olive.petit");
            assertThat(herself.at(".turn [data-act=left]")).hasCount(0);
            withdraw(visit, "log_level");
        }
    }

    @Test
    void a_rule_that_makes_no_sense_is_not_decided() {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.expect(422);
            visit.open("/rules/conduct?kind=retention");
            visit.at("#scope").selectOption("team");
            visit.at("#id").fill("nulle-part");
            visit.at("#value").fill("longtemps");
            visit.at("#motive").fill("Pour voir.");
            visit.at("form[action='/rules/conduct'] button").click();
            assertThat(visit.at("#errors li")).hasCount(2);
            assertThat(visit.at("#value")).hasValue("longtemps");
            visit.at("#id").fill("conseil");
            visit.at("form[action='/rules/conduct'] button").click();
            assertThat(visit.at("#errors li")).hasCount(1);
        }
    }

    @Test
    void programs_decide_by_the_same_rules_and_a_file_holds_what_was_decided() throws Exception {
        ApiClient write = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:write");
        ApiClient read = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:read");
        GatewayClient client = client(Installation.KEY);
        String rule = "/api/v1/conduct/team/conseil/allow_tools";
        JsonObject wanted = new JsonObject().put("value", "cherche").put("motive", "Un essai.");
        String number = write.send("PUT", rule, wanted).json().getString("decision");
        assertThat(client.send(withTool("efface")).text()).contains(number);
        assertThat(read.get("/api/v1/conduct").text()).contains(number, "allow_tools");
        assertThat(read.get("/api/v1/rules/export").text()).contains("team:conseil:allow_tools");
        assertThat(write.send("PUT", "/api/v1/conduct/team/conseil/max_testers", wanted)
                        .status())
                .isEqualTo(422);
        assertThat(write.send("PUT", "/api/v1/conduct/team/nulle-part/allow_tools", wanted)
                        .status())
                .isEqualTo(404);
        assertThat(write.send("DELETE", rule, "", Map.of()).status()).isEqualTo(422);
        assertThat(write.send("DELETE", rule + "?motive=Fini", "", Map.of()).status())
                .isEqualTo(200);
        assertThat(client.send(withTool("efface")).status()).isEqualTo(200);
    }

    private static void ask(Visit visit, String text) {
        visit.open("/chat");
        visit.at("#text").fill(text);
        visit.at("#send").click();
        visit.page().waitForURL("**/chat/*");
        assertThat(visit.at(".answer [data-act=again]")).hasCount(1);
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_page_is_legible_at_every_size_and_in_both_colours(Look look) {
        try (Visit visit = chromium.visit(here.vigie().url(), look, admin)) {
            decide(
                    visit,
                    "org",
                    "",
                    "retention",
                    String.valueOf(300 + look.width() + look.language().code().hashCode() % 50));
            visit.open("/rules/conduct");
            visit.check("conduct");
            visit.open("/rules/why");
            visit.check("why-tools");
        }
    }
}
