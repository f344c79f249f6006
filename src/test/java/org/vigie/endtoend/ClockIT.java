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
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.vigie.demo.Pace;
import org.vigie.store.DataDirectory;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.EmbeddedPostgres;

/** What is decided until a day ends with that day, at the gateway. */
class ClockIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final String APPROVER = "comite@example.org";
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param text what the refusal says; empty where there is none */
    private record Answer(String code, String text) {
        /** As in a refusal that names its decision. */
        void isRefused(String as) {
            assertThat(code).as(text).isEqualTo(as);
            assertThat(text).containsPattern("D-\\d{4}-\\d{3}");
        }

        void isGiven() {
            assertThat(code).as(text).isEqualTo("ok");
        }
    }

    private static Answer ask(Installation here, String key, String model, String mission) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(here.vigie().url().resolve("/v1/chat/completions"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(GatewayClient.body(model, false, "Bonjour")));
        if (!mission.isEmpty()) request.header("X-Vigie-Mission", mission);
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) return new Answer("ok", "");
        JsonObject error = new JsonObject(answer.body()).getJsonObject("error");
        return new Answer(error.getString("code"), error.getString("message"));
    }

    /** Posts a form of the charter about the text that its page shows. */
    private static void act(Visitor who, String page, String path, Map<String, String> fields) throws Exception {
        Matcher revision = REVISION.matcher(who.get(page).body());
        Map<String, String> all = new HashMap<>(fields);
        all.put("revision", revision.find() ? revision.group(1) : "0");
        assertThat(who.post(page, path, all).statusCode()).as(path).isEqualTo(303);
    }

    /** Asked on the page, in no mission, and answered. @return its path */
    private static String converse(Visitor who) throws Exception {
        String conversation = who.post(
                        "/chat",
                        "/chat/messages",
                        Map.of("text", "Un souvenir précis", "model", "assistant", "mission", ""))
                .headers()
                .firstValue("location")
                .orElseThrow();
        await(() -> who.get(conversation).body().contains("data-act=\"again\""));
        return conversation;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    /** Looked at every ten seconds, and erased half a minute later. */
    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + 90_000_000_000L;
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(250);
        }
    }

    /** As the owner sees it, from whom no policy hides a row. */
    private static long kept(Installation here, String conversation) {
        DatabaseAccess access = EmbeddedPostgres.accessOfRunning(new DataDirectory(here.data()));
        return Jdbi.create(access.url(), access.owner(), access.ownerPassword().reveal())
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM assistant.conversation WHERE id = CAST(:id AS uuid)")
                        .bind("id", conversation.substring(conversation.lastIndexOf('/') + 1))
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void a_conversation_is_gone_when_its_retention_is_over_and_no_other() throws Exception {
        Path clock = Files.createTempFile("vigie-clock-", ".txt");
        Files.writeString(clock, "PT0S");
        try (Installation here = Installation.start(
                Installation.temporaryDirectory(),
                Pace.NONE,
                "{url: embedded}",
                List.of(),
                "--trial-clock",
                clock.toString())) {
            Visitor member = new Visitor(here.vigie().url());
            member.signIn(Installation.EMPLOYEE, Installation.PASSWORD);
            Visitor other = new Visitor(here.vigie().url());
            other.signIn("autre@example.org", Installation.PASSWORD);
            String ending = converse(member);
            String staying = converse(other);
            ApiClient write = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:write");
            ApiClient.Answer decided = write.send(
                    "PUT",
                    "/api/v1/conduct/team/conseil/retention",
                    new JsonObject().put("value", "7").put("motive", "Un essai."));
            assertThat(decided.status()).as(decided.text()).isEqualTo(200);

            advance(clock, Duration.ofDays(7).minusHours(1));
            // As long as it takes to look again.
            Thread.sleep(12_000);
            assertThat(member.get(ending).statusCode()).isEqualTo(200);
            assertThat(kept(here, ending)).isEqualTo(1);

            advance(clock, Duration.ofDays(7).plusHours(2));
            await(() -> member.get(ending).statusCode() == 404);
            assertThat(member.get("/chat").body()).doesNotContain(ending);
            await(() -> kept(here, ending) == 0);
            assertThat(other.get(staying).statusCode()).isEqualTo(200);
            assertThat(kept(here, staying)).isEqualTo(1);
        } finally {
            Files.delete(clock);
        }
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
            String bound = employee.post(
                            "/settings/keys",
                            "/settings/keys",
                            Map.of("name", "robot", "scopes", "gateway", "days", "30", "mission", "BRIEF"))
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

            ask(here, Installation.KEY, "assistant", "BRIEF").isGiven();
            ask(here, bound, "assistant", "").isGiven();
            advance(clock, Duration.ofDays(2));
            ask(here, Installation.KEY, "assistant", "BRIEF").isRefused("mission_mismatch");
            Answer over = ask(here, bound, "assistant", "");
            over.isRefused("mission_mismatch");
            assertThat(over.text())
                    .contains("a pris fin le")
                    .contains(new JsonObject(admin.get("/api/v1/missions/BRIEF").body()).getString("decision"));

            ask(here, key, "assistant", "").isGiven();
            advance(clock, Duration.ofDays(4));
            ask(here, key, "assistant", "").isRefused("use_case_suspended");

            ask(here, Installation.KEY, "far", "").isGiven();
            advance(clock, Duration.ofDays(6));
            ask(here, Installation.KEY, "far", "").isRefused("model_not_allowed");

            ask(here, Installation.KEY, "assistant", "").isGiven();
            advance(clock, Duration.ofDays(9));
            ask(here, Installation.KEY, "assistant", "").isRefused("charter_unsigned");

            // Time does not go back, and without this clock the directory does not start.
            advance(clock, Duration.ZERO);
            ask(here, Installation.KEY, "assistant", "").isRefused("charter_unsigned");
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
