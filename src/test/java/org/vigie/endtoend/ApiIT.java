package org.vigie.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.store.DataDirectory;
import org.vigie.store.EmbeddedPostgres;

/** A program decides as people do on the pages, by the same rules, and no further. */
class ApiIT {
    private static Installation here;
    private static ApiClient write;
    private static ApiClient read;
    private static ApiClient employee;

    @BeforeAll
    static void start() throws Exception {
        here = Installation.start();
        write = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:write");
        read = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:read");
        employee = ApiClient.of(here.vigie().url(), Installation.EMPLOYEE, "api:write");
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
    }

    private static GatewayClient gateway() {
        return new GatewayClient(() -> here.vigie().url(), Installation.KEY);
    }

    private static JsonObject matrix() throws Exception {
        return read.get("/api/v1/matrix").json();
    }

    @Test
    void a_matrix_is_tried_then_decided_and_enforced() throws Exception {
        assertThat(gateway().ask("public", false, "Bonjour").status()).isEqualTo(403);
        assertThat(gateway().ask("far", false, "Bonjour").status()).isEqualTo(200);
        JsonObject wanted = matrix();
        wanted.getJsonObject("C1").put("outside-eu", "refuse");
        JsonObject body = new JsonObject().put("matrix", wanted).put("motive", "Par un programme");
        ApiClient.Answer tried = write.send("PUT", "/api/v1/matrix?dryRun=true", body);
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.json().getJsonObject("impact").getInteger("changed")).isPositive();
        assertThat(gateway().ask("far", false, "Bonjour").status()).isEqualTo(200);
        assertThat(read.send("PUT", "/api/v1/matrix", body).status()).isEqualTo(403);
        assertThat(employee.send("PUT", "/api/v1/matrix", body).status()).isEqualTo(403);
        ApiClient.Answer silent = write.send("PUT", "/api/v1/matrix", new JsonObject().put("matrix", wanted));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.field()).isEqualTo("motive");
        String decision = write.send("PUT", "/api/v1/matrix", body).json().getString("decision");
        GatewayClient.Seen refused = gateway().ask("far", false, "Bonjour");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains(decision);
        assertThat(write.send("PUT", "/api/v1/matrix", body).field()).isEqualTo("matrix");
        wanted.getJsonObject("C1").put("outside-eu", "allow");
        assertThat(write.send("PUT", "/api/v1/matrix", body).status()).isEqualTo(200);
        wanted.getJsonObject("C1").put("moon", "allow");
        assertThat(write.send("PUT", "/api/v1/matrix", body).status()).isEqualTo(422);
    }

    @Test
    void a_mission_lives_through_the_api_but_the_clients_word_takes_a_person() throws Exception {
        LocalDate today = LocalDate.now();
        JsonObject body = new JsonObject()
                .put("code", "API-1")
                .put("name", "Par un programme")
                .put("client", "Client fictif")
                .put("manager", Installation.ADMIN)
                .put("starts", today.toString())
                .put("ends", today.plusDays(9).toString());
        ApiClient.Answer wrong = write.send(
                "POST", "/api/v1/missions", body.copy().put("ends", "hier").put("code", "API-1"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.field()).isEqualTo("ends");
        ApiClient.Answer begun = write.send("POST", "/api/v1/missions", body);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        assertThat(write.send("POST", "/api/v1/missions", body).field()).isEqualTo("code");
        int version = begun.json().getInteger("version");
        ApiClient.Answer renamed = write.send(
                "PATCH",
                "/api/v1/missions/API-1",
                new JsonObject().put("name", "Autrement").encode(),
                Map.of("If-Match", "\"" + version + "\""));
        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
        assertThat(renamed.json().getString("name")).isEqualTo("Autrement");
        assertThat(renamed.json().getString("client")).isEqualTo("Client fictif");
        ApiClient.Answer late = write.send(
                "PATCH",
                "/api/v1/missions/API-1",
                new JsonObject().put("name", "Trop tard").put("version", version));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("changed_meanwhile");
        assertThat(write.send(
                                "PATCH",
                                "/api/v1/missions/API-1/agreement",
                                new JsonObject().put("regime", "eu").put("propose", true))
                        .field())
                .isEqualTo("uses");
        JsonObject agreement = new JsonObject()
                .put("regime", "eu")
                .put("uses", "u")
                .put("data", "d")
                .put("verification", "v")
                .put("notice", "n")
                .put("propose", true);
        assertThat(write.send("PATCH", "/api/v1/missions/API-1/agreement", agreement)
                        .json()
                        .getString("state"))
                .isEqualTo("proposed");
        assertThat(write.send("POST", "/missions/API-1/agree", "agreedOn=" + today, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(employee.send("PATCH", "/api/v1/missions/API-1", new JsonObject().put("name", "x"))
                        .status())
                .isEqualTo(403);
        ApiClient.Answer member = write.send(
                "POST", "/api/v1/missions/API-1/members", new JsonObject().put("person", Installation.EMPLOYEE));
        assertThat(member.json().getJsonArray("members")).hasSize(2);
        assertThat(write.send("DELETE", "/api/v1/missions/API-1/members/" + Installation.EMPLOYEE, "", Map.of())
                        .json()
                        .getJsonArray("members"))
                .hasSize(1);
        assertThat(write.send(
                                "POST",
                                "/api/v1/missions/API-1/close",
                                new JsonObject()
                                        .put("purgeOn", today.plusYears(1).toString()))
                        .json()
                        .getString("state"))
                .isEqualTo("closed");
    }

    @Test
    void a_use_case_is_declared_opened_and_suspended() throws Exception {
        JsonObject body = new JsonObject()
                .put("code", "API-UC")
                .put("title", "Essai")
                .put("purpose", "Essayer")
                .put("owner", Installation.ADMIN)
                .put("dataClass", "C1")
                .put("models", new JsonArray(List.of("assistant")))
                .put("testers", new JsonArray(List.of(Installation.EMPLOYEE, "autre@example.org")))
                .put("budget", 12.5)
                .put("until", LocalDate.now().plusDays(3).toString());
        ApiClient.Answer declared = write.send("POST", "/api/v1/use-cases", body);
        assertThat(declared.status()).as(declared.text()).isEqualTo(201);
        assertThat(declared.json().getInteger("testers")).isEqualTo(2);
        assertThat(declared.json().getLong("monthlyBudgetMicroEuros")).isEqualTo(12_500_000);
        ApiClient.Answer changed =
                write.send("PATCH", "/api/v1/use-cases/API-UC", new JsonObject().put("title", "Autre titre"));
        assertThat(changed.json().getInteger("testers")).isEqualTo(2);
        assertThat(write.send("PATCH", "/api/v1/use-cases/API-UC", new JsonObject().put("budget", -1))
                        .field())
                .isEqualTo("budget");
        assertThat(write.send(
                                "POST",
                                "/api/v1/use-cases/API-UC/state",
                                new JsonObject().put("next", "open").put("motive", "Vu"))
                        .json()
                        .getString("state"))
                .isEqualTo("open");
        ApiClient.Answer unknown = write.send("PATCH", "/api/v1/use-cases/API-UC", new JsonObject().put("tittle", "x"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).contains("tittle").contains("title");
        assertThat(write.send("PATCH", "/api/v1/use-cases/API-UC", "{", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(write.send("PATCH", "/api/v1/use-cases/API-UC", "", Map.of("Content-Type", "application/json"))
                        .status())
                .isEqualTo(400);
        assertThat(write.send("PATCH", "/api/v1/use-cases/NONE", new JsonObject().put("title", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_incident_is_reported_contained_and_closed() throws Exception {
        JsonObject report =
                new JsonObject().put("kind", "leak").put("what", "Essai").put("occurred", "2026-01-05T10:00:00Z");
        assertThat(employee.send("POST", "/api/v1/incidents", report.copy().put("kind", "x"))
                        .field())
                .isEqualTo("kind");
        ApiClient.Answer reported = employee.send("POST", "/api/v1/incidents", report);
        assertThat(reported.status()).as(reported.text()).isEqualTo(201);
        String path = "/api/v1/incidents/" + reported.json().getString("code");
        assertThat(employee.send("PATCH", path, new JsonObject().put("severity", "S1"))
                        .status())
                .isEqualTo(403);
        assertThat(write.send("PATCH", path, new JsonObject().put("persons", -1))
                        .field())
                .isEqualTo("persons");
        assertThat(write.send("POST", path + "/state", new JsonObject().put("state", "qualified"))
                        .field())
                .isEqualTo("severity");
        ApiClient.Answer judged = write.send("PATCH", path, new JsonObject().put("severity", "S2"));
        assertThat(judged.json().getJsonObject("incident").getString("severity"))
                .as(judged.text())
                .isEqualTo("S2");
        assertThat(write.send("POST", path + "/state", new JsonObject().put("state", "qualified"))
                        .status())
                .isEqualTo(200);
        assertThat(write.send("POST", path + "/notes", new JsonObject().put("note", "Vu"))
                        .json()
                        .getJsonArray("log"))
                .hasSize(4);
        JsonObject stop = new JsonObject()
                .put("what", "model:interne/fake-echo")
                .put("motive", "Fuite")
                .put("incident", reported.json().getString("code"));
        assertThat(write.send("POST", "/api/v1/stops", stop.copy().put("dryRun", true))
                        .json()
                        .getJsonArray("silent"))
                .containsExactly("fake-echo");
        ApiClient.Answer stopped = write.send("POST", "/api/v1/stops", stop);
        assertThat(stopped.status()).as(stopped.text()).isEqualTo(201);
        assertThat(gateway().ask("fake-echo", false, "Bonjour").text())
                .contains(stopped.json().getString("decision"));
        assertThat(write.send("POST", "/api/v1/stops", stop).field()).isEqualTo("what");
        String id =
                new JsonArray(read.get("/api/v1/stops").text()).getJsonObject(0).getString("stop");
        assertThat(write.send("POST", "/api/v1/stops/" + id + "/lift", new JsonObject().put("motive", ""))
                        .field())
                .isEqualTo("motive");
        assertThat(write.send("POST", "/api/v1/stops/" + id + "/lift", new JsonObject().put("motive", "Réglé"))
                        .status())
                .isEqualTo(200);
        assertThat(gateway().ask("fake-echo", false, "Bonjour").status()).isEqualTo(200);
    }

    @Test
    void a_providers_file_and_the_charters_draft_are_written() throws Exception {
        ApiClient.Answer wrong = write.send(
                "PATCH", "/api/v1/providers/dehors", new JsonObject().put("termsUrl", "http://clair.example"));
        assertThat(wrong.field()).isEqualTo("termsUrl");
        ApiClient.Answer file = write.send(
                "PATCH",
                "/api/v1/providers/dehors",
                new JsonObject()
                        .put("legalName", "Dehors SA")
                        .put("models", new JsonObject().put("far", new JsonObject().put("licence", "MIT"))));
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        JsonObject kept = file.json().getJsonObject("file");
        assertThat(kept.getString("legalName")).isEqualTo("Dehors SA");
        assertThat(kept.getJsonObject("models").getJsonObject("far").getString("licence"))
                .isEqualTo("MIT");
        assertThat(write.send(
                                "PATCH",
                                "/api/v1/providers/dehors",
                                new JsonObject().put("country", "FR").put("version", 0))
                        .status())
                .isEqualTo(409);
        JsonObject draft = write.get("/api/v1/charter/draft").json();
        draft.put("title", "Charte d’essai");
        ApiClient.Answer written = write.send("PUT", "/api/v1/charter/draft", draft);
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(write.send("PUT", "/api/v1/charter/draft", draft).status()).isEqualTo(409);
        draft.put("revision", written.json().getInteger("revision")).put("articles", "sans titre");
        assertThat(write.send("PUT", "/api/v1/charter/draft", draft).field()).isEqualTo("articles");
        assertThat(write.send("POST", "/charter/publish", "revision=1&grace=0", Map.of())
                        .status())
                .isEqualTo(403);
        int revision = write.get("/api/v1/charter/draft").json().getInteger("revision");
        assertThat(read.get("/api/v1/charter/review").json().getString("state")).isEqualTo("draft");
        assertThat(write.send("POST", "/api/v1/charter/draft/submit", new JsonObject().put("revision", revision + 1))
                        .status())
                .isEqualTo(409);
        JsonObject submitted = new JsonObject().put("revision", revision).put("sanctions", true);
        ApiClient.Answer review = write.send("POST", "/api/v1/charter/draft/submit", submitted);
        assertThat(review.json().getString("awaits")).as(review.text()).isEqualTo("opinion");
        submitted.put("revision", review.json().getInteger("revision"));
        assertThat(write.send("POST", "/api/v1/charter/draft/submit", submitted).field())
                .isEqualTo("revision");
        assertThat(read.get("/api/v1/charter/review")
                        .json()
                        .getJsonObject("text")
                        .getString("title"))
                .isEqualTo("Charte d’essai");
        assertThat(employee.get("/api/v1/charter/review").status()).isEqualTo(403);
        for (String act : List.of("opinion", "approve", "send-back")) {
            assertThat(write.send("POST", "/charter/" + act, "revision=1", Map.of())
                            .status())
                    .as(act)
                    .isEqualTo(403);
        }
        JsonObject own = read.get("/api/v1/charter/signature").json();
        assertThat(own.getBoolean("signed")).isFalse();
        assertThat(own.getValue("version")).isNull();
    }

    private static AuditTrail trail() {
        return new AuditTrail(() -> EmbeddedPostgres.accessOfRunning(new DataDirectory(here.data())));
    }

    /** Until something is there: budgets are looked at once a second. */
    private static JsonArray awaited(ApiClient api, String path) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        JsonArray found = new JsonArray(api.get(path).text());
        while (found.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(200);
            found = new JsonArray(api.get(path).text());
        }
        return found;
    }

    @Test
    void what_rests_on_each_provider_is_told_with_its_substitute() throws Exception {
        assertThat(gateway().ask("assistant", false, "Bonjour").status()).isEqualTo(200);
        JsonObject file = new JsonObject().put("substitute", "dehors/far").put("substituteTested", "2026-01-05");
        assertThat(write.send("PATCH", "/api/v1/providers/interne", file).status())
                .isEqualTo(200);
        JsonArray shares =
                new JsonArray(read.get("/api/v1/providers/dependency").text());
        assertThat(shares).hasSize(5);
        JsonObject heaviest = shares.getJsonObject(0);
        assertThat(heaviest.getString("id")).isEqualTo("interne");
        assertThat(heaviest.getLong("costMicroEuros")).isPositive();
        assertThat(heaviest.getInteger("costPercent")).isEqualTo(100);
        assertThat(heaviest.getString("substitute")).isEqualTo("dehors/far");
        assertThat(heaviest.getString("substituteTested")).isEqualTo("2026-01-05");
        assertThat(shares.getJsonObject(4).getValue("substituteTested")).isNull();
        assertThat(write.get("/api/v1/providers/dependency").status()).isEqualTo(403);
    }

    @Test
    void a_mission_is_taught_attested_and_purged_sooner_but_not_kept_longer() throws Exception {
        LocalDate today = LocalDate.now();
        String mission = "/api/v1/missions/API-2";
        write.send(
                "POST",
                "/api/v1/missions",
                new JsonObject()
                        .put("code", "API-2")
                        .put("name", "Vocabulaire")
                        .put("client", "Client fictif")
                        .put("manager", Installation.ADMIN)
                        .put("starts", today.toString())
                        .put("ends", today.plusDays(9).toString()));
        JsonObject term = new JsonObject().put("term", "Belvédère").put("type", "TERM");
        assertThat(write.send("POST", mission + "/terms", term.copy().put("type", "MOON"))
                        .field())
                .isEqualTo("type");
        assertThat(write.send("POST", mission + "/terms", term.copy().put("term", "…"))
                        .field())
                .isEqualTo("term");
        ApiClient.Answer taught = write.send("POST", mission + "/terms", term);
        assertThat(taught.status()).as(taught.text()).isEqualTo(201);
        String id = new JsonArray(taught.text()).getJsonObject(0).getString("id");
        assertThat(new JsonArray(write.get(mission + "/terms").text())
                        .getJsonObject(0)
                        .getString("term"))
                .isEqualTo("Belvédère");
        assertThat(employee.get(mission + "/terms").status()).isEqualTo(403);
        assertThat(write.send("DELETE", mission + "/terms/" + id, "", Map.of()).text())
                .isEqualTo("[]");
        assertThat(write.send("DELETE", mission + "/terms/" + id, "", Map.of()).status())
                .isEqualTo(404);
        long before = trail().last();
        JsonObject attested = read.get(mission + "/attestation").json();
        assertThat(attested.getString("type")).isEqualTo("vigie-mission-attestation");
        assertThat(attested.getJsonObject("period").getString("from")).isEqualTo(today.toString());
        String signed = read.get(mission + "/attestation/signed").text();
        assertThat(new JsonObject(new String(Base64.getUrlDecoder().decode(signed.split("\\.")[1]), UTF_8))
                        .getJsonObject("mission")
                        .getString("code"))
                .isEqualTo("API-2");
        assertThat(read.get(mission + "/attestation/pdf").text()).startsWith("%PDF-");
        assertThat(employee.get(mission + "/attestation").status()).isEqualTo(403);
        assertThat(trail().bodiesOfActsSince(before).stream()
                        .filter(act -> act.getString("action").equals("mission.attested"))
                        .map(act -> act.getJsonObject("details").getString("form")))
                .containsExactly("json", "jws", "pdf");
        JsonObject sooner = new JsonObject().put("sooner", today.plusDays(20).toString());
        assertThat(write.send("POST", mission + "/purge/sooner", sooner).field())
                .isEqualTo("state");
        write.send(
                "POST",
                mission + "/close",
                new JsonObject().put("purgeOn", today.plusDays(40).toString()));
        assertThat(write.send("POST", mission + "/purge/sooner", sooner).json().getString("on"))
                .isEqualTo(today.plusDays(20).toString());
        assertThat(write.send("POST", mission + "/purge/sooner", sooner).field())
                .isEqualTo("sooner");
        JsonObject due = read.get(mission + "/purge").json();
        assertThat(due.getBoolean("decided")).isTrue();
        assertThat(due.getJsonObject("contents").getInteger("terms")).isZero();
        assertThat(write.send("POST", mission + "/purge/later", "{}", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void a_person_says_over_the_api_that_they_have_read_what_they_were_told_of_budgets() throws Exception {
        String other = "autre@example.org";
        ApiClient reading = ApiClient.of(here.vigie().url(), other, "api:read");
        ApiClient writing = ApiClient.of(here.vigie().url(), other, "api:write");
        JsonObject budget = new JsonObject()
                .put("kind", "person")
                .put("subject", other)
                .put("period", "day")
                .put("amount", 0.01)
                .put("reason", "Essai");
        assertThat(write.send("POST", "/api/v1/budgets", budget).status()).isEqualTo(200);
        GatewayClient theirs = new GatewayClient(() -> here.vigie().url(), Installation.KEY + "-autre");
        assertThat(theirs.ask("assistant", false, "Bonjour ".repeat(50)).status())
                .isEqualTo(429);
        JsonArray told = awaited(reading, "/api/v1/budgets/alerts");
        assertThat(told.getJsonObject(0).getInteger("percent")).isEqualTo(100);
        assertThat(told.getJsonObject(0).getString("kind")).isEqualTo("person");
        assertThat(reading.send("POST", "/api/v1/budgets/alerts/read", "", Map.of())
                        .status())
                .isEqualTo(403);
        long before = trail().last();
        assertThat(writing.send("POST", "/api/v1/budgets/alerts/read", "", Map.of())
                        .text())
                .isEqualTo("[]");
        assertThat(trail().actsSince(before)).contains("budget.alert_read");
        assertThat(reading.get("/api/v1/budgets/alerts").text()).isEqualTo("[]");
    }

    @Test
    void why_and_what_changed_are_asked_by_programs() throws Exception {
        JsonObject question = new JsonObject().put("model", "public").put("text", "Écris à jean.dupont@example.org");
        ApiClient.Answer refused = read.send("POST", "/api/v1/policy/why", question);
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
        assertThat(refused.json().getString("written")).isEqualTo("C2");
        assertThat(refused.json().getJsonObject("refusal").getString("code")).isEqualTo("class_too_high");
        assertThat(refused.json().getJsonObject("refusal").getJsonArray("contacts"))
                .isNotEmpty();
        assertThat(refused.json().getValue("goesTo")).isNull();
        assertThat(refused.text()).doesNotContain("jean.dupont");
        JsonObject answered = read.send("POST", "/api/v1/policy/why", question.put("model", "assistant"))
                .json();
        assertThat(answered.getString("goesTo")).isEqualTo("interne/fake-small");
        assertThat(answered.getValue("refusal")).isNull();
        assertThat(read.send("POST", "/api/v1/policy/why", question.put("model", "none"))
                        .field())
                .isEqualTo("model");
        ApiClient theirs = ApiClient.of(here.vigie().url(), Installation.EMPLOYEE, "api:read");
        question.put("model", "assistant").put("person", Installation.ADMIN);
        assertThat(theirs.send("POST", "/api/v1/policy/why", question).field()).isEqualTo("person");
        write.send(
                "PUT",
                "/api/v1/conduct/team/conseil/retention",
                new JsonObject().put("value", "77").put("motive", "Essai"));
        JsonObject changed = read.get("/api/v1/policy/compare?from=0").json();
        assertThat(changed.getLong("to")).isEqualTo(changed.getLong("newest"));
        assertThat(changed.getJsonArray("begun").stream()
                        .map(JsonObject.class::cast)
                        .filter(effect -> effect.getString("kind").equals("retention"))
                        .map(effect -> effect.getString("value")))
                .contains("77");
        assertThat(read.get("/api/v1/policy/1").json().getLong("snapshot")).isEqualTo(1);
    }

    @Test
    void ones_own_request_is_judged_again_and_nobody_elses() throws Exception {
        GatewayClient.Seen answered = gateway().ask("assistant", false, "Bonjour");
        String path = "/api/v1/requests/" + answered.id().orElseThrow() + "/why";
        ApiClient own = ApiClient.of(here.vigie().url(), Installation.EMPLOYEE, "api:read");
        JsonObject again = own.get(path).json();
        assertThat(again.getValue("refusal")).isNull();
        assertThat(again.getJsonObject("then").getString("goesTo")).isEqualTo("interne/fake-small");
        assertThat(again.getJsonObject("now").getString("written")).isEqualTo("C1");
        assertThat(read.get(path).status()).isEqualTo(404);
    }

    @Test
    void who_was_named_to_give_second_keys_is_read_and_not_named_by_programs() throws Exception {
        Visitor admin = new Visitor(here.vigie().url());
        admin.signIn(Installation.ADMIN, Installation.PASSWORD);
        assertThat(admin.post(
                                "/disclosures/key-holders",
                                "/disclosures/key-holders",
                                Map.of("holder", Installation.EMPLOYEE, "capacity", "counsel", "motive", "Essai"))
                        .statusCode())
                .isEqualTo(303);
        JsonObject named =
                new JsonArray(read.get("/api/v1/disclosures/key-holders").text()).getJsonObject(0);
        assertThat(named.getString("email")).isEqualTo(Installation.EMPLOYEE);
        assertThat(named.getString("capacity")).isEqualTo("counsel");
        assertThat(named.getString("decision")).matches("D-\\d{4}-\\d{3}");
        assertThat(employee.get("/api/v1/disclosures/key-holders").status()).isEqualTo(403);
        assertThat(write.send("POST", "/api/v1/disclosures/key-holders", "{}", Map.of())
                        .status())
                .isEqualTo(405);
    }

    @Test
    void every_act_is_on_record_and_the_api_describes_itself() throws Exception {
        write.send(
                "POST",
                "/api/v1/incidents",
                new JsonObject().put("kind", "bias").put("what", "Essai").put("occurred", "2026-01-05T10:00:00Z"));
        assertThat(here.verifyAudit()).isNotEmpty();
        String described = read.get("/q/openapi").text();
        assertThat(described)
                .contains("/api/v1/stops/{stop}/lift")
                .contains("MissionBody")
                .contains("dryRun");
    }
}
