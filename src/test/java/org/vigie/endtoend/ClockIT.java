package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.demo.Pace;

/** What is decided until a day ends with that day, at the gateway. */
class ClockIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final String APPROVER = "comite@example.org";
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static String ask(Installation here, String key, String model, String mission) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(here.vigie().url().resolve("/v1/chat/completions"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(GatewayClient.body(model, false, "Bonjour")));
        if (!mission.isEmpty()) request.header("X-Vigie-Mission", mission);
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200
                ? "ok"
                : new JsonObject(answer.body()).getJsonObject("error").getString("code");
    }

    /** Posts a form of the charter about the text that its page shows. */
    private static void act(Visitor who, String page, String path, Map<String, String> fields) throws Exception {
        Matcher revision = REVISION.matcher(who.get(page).body());
        Map<String, String> all = new HashMap<>(fields);
        all.put("revision", revision.find() ? revision.group(1) : "0");
        assertThat(who.post(page, path, all).statusCode()).as(path).isEqualTo(303);
    }

    private static void advance(Path clock, Duration ahead) throws Exception {
        Files.writeString(clock, ahead.toString());
        Thread.sleep(100);
    }

    @Test
    void missions_use_cases_approvals_and_graces_end_at_their_dates() throws Exception {
        Path clock = Files.createTempFile("vigie-clock-", ".txt");
        Files.writeString(clock, "PT0S");
        try (Installation here = Installation.start(
                Installation.temporaryDirectory(),
                Pace.NONE,
                "{url: embedded}",
                List.of(),
                "--trial-clock",
                clock.toString())) {
            ApiClient write = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:write");
            Visitor admin = new Visitor(here.vigie().url());
            admin.signIn(Installation.ADMIN, Installation.PASSWORD);
            Visitor employee = new Visitor(here.vigie().url());
            employee.signIn(Installation.EMPLOYEE, Installation.PASSWORD);

            write.send(
                    "POST",
                    "/api/v1/missions",
                    new JsonObject()
                            .put("code", "BRIEF")
                            .put("name", "Courte")
                            .put("client", "Client fictif")
                            .put("manager", Installation.ADMIN)
                            .put("starts", TODAY.toString())
                            .put("ends", TODAY.plusDays(1).toString()));
            write.send("POST", "/api/v1/missions/BRIEF/members", new JsonObject().put("person", Installation.EMPLOYEE));
            write.send(
                    "POST",
                    "/api/v1/use-cases",
                    new JsonObject()
                            .put("code", "BRIEF-UC")
                            .put("title", "Court")
                            .put("purpose", "Essayer")
                            .put("owner", Installation.ADMIN)
                            .put("dataClass", "C1")
                            .put("models", new JsonArray(List.of("assistant")))
                            .put("testers", new JsonArray(List.of(Installation.EMPLOYEE)))
                            .put("budget", 10)
                            .put("until", TODAY.plusDays(3).toString()));
            write.send(
                    "POST",
                    "/api/v1/use-cases/BRIEF-UC/state",
                    new JsonObject().put("next", "open").put("motive", "Vu"));
            String key = employee.post("/use-cases/BRIEF-UC", "/use-cases/BRIEF-UC/keys", Map.of())
                    .body()
                    .replaceFirst("(?s).*<code id=\"new-key\">([^<]+)</code>.*", "$1");
            Map<String, String> answers = new HashMap<>(AssessmentIT.BEST);
            answers.put("act", "decide");
            answers.put("verdict", "C1");
            answers.put("validThrough", TODAY.plusDays(5).toString());
            answers.put("motive", "Essai");
            String page = "/providers/file/dehors/assessment";
            assertThat(admin.post(page, page, answers).statusCode()).isEqualTo(303);
            act(admin, "/charter/edit", "/charter/submit", Map.of());
            Visitor approver = new Visitor(here.vigie().url());
            approver.signIn(APPROVER, admin.employ(APPROVER, "Inès Comité", "committee"));
            act(approver, "/charter/review", "/charter/approve", Map.of("motive", "Relu"));
            act(admin, "/charter/edit", "/charter/publish", Map.of("change", "major", "grace", "8", "motive", "Essai"));

            assertThat(ask(here, Installation.KEY, "assistant", "BRIEF")).isEqualTo("ok");
            advance(clock, Duration.ofDays(2));
            assertThat(ask(here, Installation.KEY, "assistant", "BRIEF")).isEqualTo("mission_mismatch");

            assertThat(ask(here, key, "assistant", "")).isEqualTo("ok");
            advance(clock, Duration.ofDays(4));
            assertThat(ask(here, key, "assistant", "")).isEqualTo("use_case_suspended");

            assertThat(ask(here, Installation.KEY, "far", "")).isEqualTo("ok");
            advance(clock, Duration.ofDays(6));
            assertThat(ask(here, Installation.KEY, "far", "")).isEqualTo("model_not_allowed");

            assertThat(ask(here, Installation.KEY, "assistant", "")).isEqualTo("ok");
            advance(clock, Duration.ofDays(9));
            assertThat(ask(here, Installation.KEY, "assistant", "")).isEqualTo("charter_unsigned");

            // Time does not go back, and without this clock the directory does not start.
            advance(clock, Duration.ZERO);
            assertThat(ask(here, Installation.KEY, "assistant", "")).isEqualTo("charter_unsigned");
            assertThat(here.vigie().log()).contains("Trial clock");
            here.vigie().close();
            VigieProcess.Finished refused = here.tryToStart();
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.printed()).contains("--trial-clock");
        } finally {
            Files.delete(clock);
        }
    }
}
