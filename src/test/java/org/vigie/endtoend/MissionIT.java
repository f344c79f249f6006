package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.store.DataDirectory;
import org.vigie.store.EmbeddedPostgres;

/** Missions decided on the pages, and what the gateway then answers, with a provider in each zone. */
class MissionIT {
    private static final String OTHER = "autre@example.org";
    private static final String OTHER_KEY = Installation.KEY + "-autre";
    private static final List<String> MODELS = List.of("assistant", "sovereign", "european", "far");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Installation here;
    private static Visitor admin;
    private static Map<String, String> ids;

    @BeforeAll
    static void start() throws Exception {
        here = Installation.start(
                List.of(
                        "{id: souverain, name: Souverain, kind: builtin, zone: eu-sovereign, maxDataClass: C2,"
                                + " models: [{id: m, upstreamModel: extractif, location: FRA}]}",
                        "{id: europe, name: Europe, kind: builtin, zone: eu-extraterritorial, maxDataClass: C2,"
                                + " models: [{id: m, upstreamModel: extractif, location: DEU}]}"),
                List.of("{model: sovereign, targets: [souverain/m]}", "{model: european, targets: [europe/m]}"));
        here.model().record();
        admin = visitor(Installation.ADMIN);
        ids = new HashMap<>();
        new JsonArray(admin.get("/api/v1/people").body())
                .forEach(one -> ids.put(((JsonObject) one).getString("email"), ((JsonObject) one).getString("id")));
    }

    @AfterAll
    static void stop() {
        here.close();
    }

    private static Visitor visitor(String email) throws Exception {
        Visitor visitor = new Visitor(here.vigie().url());
        visitor.signIn(email, Installation.PASSWORD);
        return visitor;
    }

    private static String id(String email) {
        return ids.getOrDefault(email, "");
    }

    private static HttpResponse<String> ask(String key, String model, String content, String mission) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(here.vigie().url().resolve("/v1/chat/completions"))
                .header("authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(GatewayClient.body(model, false, content)));
        if (!mission.isEmpty()) request.header("X-Vigie-Mission", mission);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> response) {
        return response.statusCode() == 200
                ? "ok"
                : new JsonObject(response.body()).getJsonObject("error").getString("code");
    }

    private static String message(HttpResponse<String> response) {
        return new JsonObject(response.body()).getJsonObject("error").getString("message");
    }

    /** A mission of the administrator's with one member more. */
    private static void begin(String mission, LocalDate start, LocalDate end) throws Exception {
        HttpResponse<String> begun = admin.post(
                "/missions/new/form",
                "/missions",
                Map.of(
                        "code",
                        mission,
                        "name",
                        "Schéma directeur",
                        "client",
                        "Aldane",
                        "manager",
                        id(Installation.ADMIN),
                        "starts",
                        start.toString(),
                        "ends",
                        end.toString()));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        done(mission, "/members", Map.of("person", id(Installation.EMPLOYEE)));
    }

    private static void agree(String mission, String regime, boolean extraterritorial) throws Exception {
        String page = admin.get("/missions/" + mission).body();
        String version = page.replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        done(
                mission,
                "/agreement",
                Map.of(
                        "version", version,
                        "regime", regime,
                        "extraterritorial", extraterritorial ? "yes" : "",
                        "uses", "Relire",
                        "data", "Entretiens",
                        "verification", "Deux relectures",
                        "notice", "Préparé avec l’aide de l’IA",
                        "signatory", "C. Martin",
                        "then", "propose"));
        done(mission, "/agree", Map.of("agreedOn", TODAY.toString()));
    }

    private static void done(String mission, String act, Map<String, String> fields) throws Exception {
        HttpResponse<String> response = admin.post("/missions/" + mission, "/missions/" + mission + act, fields);
        assertThat(response.statusCode()).as(act + ": " + response.body()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "forbidden, false, ''",
        "internal, false, assistant",
        "eu, false, assistant sovereign",
        "eu, true, assistant european sovereign",
        "pseudonymised, false, assistant european far sovereign",
        "free, false, assistant european far sovereign"
    })
    void each_regime_changes_what_the_gateway_answers_at_once(String regime, boolean extraterritorial, String answering)
            throws Exception {
        String mission = "R-" + regime.toUpperCase(java.util.Locale.ROOT) + (extraterritorial ? "-X" : "");
        begin(mission, TODAY, TODAY.plusDays(30));
        assertThat(answering(mission)).as("without an agreement").isEqualTo("assistant");
        agree(mission, regime, extraterritorial);
        assertThat(answering(mission)).isEqualTo(answering);
    }

    private static String answering(String mission) throws Exception {
        TreeSet<String> models = new TreeSet<>();
        for (String model : MODELS) {
            HttpResponse<String> response = ask(Installation.KEY, model, "Bonjour", mission);
            if (response.statusCode() == 200) models.add(model);
            else assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
        }
        return String.join(" ", models);
    }

    @Test
    void a_refusal_quotes_the_decision_and_says_why() throws Exception {
        begin("NEIN", TODAY, TODAY);
        agree("NEIN", "forbidden", false);
        HttpResponse<String> refused = ask(Installation.KEY, "assistant", "Bonjour", "NEIN");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("mission_forbids_ai");
        assertThat(message(refused)).containsPattern("D-20\\d\\d-\\d{3}").contains("NEIN");
        assertThat(refused.headers().firstValue("x-vigie-decision")).hasValue("refused");
    }

    @Test
    void who_is_no_member_is_told_that_the_mission_is_not_theirs() throws Exception {
        begin("THEIRS", TODAY, TODAY);
        assertThat(code(ask(OTHER_KEY, "assistant", "Bonjour", "THEIRS"))).isEqualTo("mission_mismatch");
        assertThat(visitor(OTHER).get("/missions/THEIRS").statusCode()).isEqualTo(404);
        assertThat(visitor(OTHER).get("/missions").body()).doesNotContain("THEIRS");
        assertThat(visitor(Installation.EMPLOYEE).get("/missions/THEIRS").body())
                .contains("Aldane");
    }

    @Test
    void a_mission_counts_from_its_first_to_its_last_day() throws Exception {
        begin("PAST", TODAY.minusDays(10), TODAY.minusDays(1));
        begin("COMING", TODAY.plusDays(1), TODAY.plusDays(9));
        begin("NOW", TODAY, TODAY);
        HttpResponse<String> past = ask(Installation.KEY, "assistant", "Bonjour", "PAST");
        assertThat(code(past)).isEqualTo("mission_mismatch");
        assertThat(message(past)).containsPattern("D-20\\d\\d-\\d{3}").contains("a pris fin le");
        HttpResponse<String> coming = ask(Installation.KEY, "assistant", "Bonjour", "COMING");
        assertThat(code(coming)).isEqualTo("mission_mismatch");
        assertThat(message(coming)).containsPattern("D-20\\d\\d-\\d{3}").contains("commence le");
        // Whoever was never a member learns nothing of it.
        assertThat(message(ask(OTHER_KEY, "assistant", "Bonjour", "PAST")))
                .doesNotContainPattern("D-20\\d\\d-\\d{3}")
                .doesNotContain("a pris fin");
        assertThat(code(ask(Installation.KEY, "assistant", "Bonjour", "NOW"))).isEqualTo("ok");
    }

    @Test
    void a_closed_mission_has_no_member_any_more() throws Exception {
        begin("ENDED", TODAY, TODAY.plusDays(9));
        assertThat(code(ask(Installation.KEY, "assistant", "Bonjour", "ENDED"))).isEqualTo("ok");
        close("ENDED");
        HttpResponse<String> ended = ask(Installation.KEY, "assistant", "Bonjour", "ENDED");
        assertThat(code(ended)).isEqualTo("mission_mismatch");
        assertThat(message(ended)).containsPattern("D-20\\d\\d-\\d{3}").contains("a pris fin le");
        assertThat(admin.get("/missions/ENDED").body()).contains("Close");
    }

    @Test
    void evidence_is_taken_for_what_it_holds_and_handed_to_those_who_may_see_it() throws Exception {
        begin("PROOF", TODAY, TODAY.plusDays(9));
        String page = "/missions/PROOF";
        byte[] pdf = "%PDF-1.7 la clause signée".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> lie =
                admin.send(page, page + "/evidence", "clause.pdf", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(lie.statusCode()).isEqualTo(422);
        assertThat(lie.body()).contains("n’est ni un PDF");
        assertThat(admin.send(page, page + "/evidence", "clause.html", pdf).statusCode())
                .isEqualTo(303);

        String shown = admin.get(page).body();
        assertThat(shown).contains("clause.html", hash(pdf));
        String file = shown.replaceFirst("(?s).*href=\"(/missions/PROOF/evidence/[0-9a-f-]+)\".*", "$1");
        HttpResponse<String> download = admin.get(file);
        assertThat(download.body()).isEqualTo("%PDF-1.7 la clause signée");
        assertThat(download.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"PROOF-" + hash(pdf).substring(0, 8) + ".pdf\"");
        assertThat(download.headers().firstValue("content-type")).hasValue("application/pdf");
        assertThat(download.headers().firstValue("x-content-type-options")).hasValue("nosniff");

        // A member without the right, and somebody who is no member.
        assertThat(visitor(Installation.EMPLOYEE).get(page).body()).doesNotContain("clause.html");
        assertThat(visitor(Installation.EMPLOYEE).get(file).statusCode()).isEqualTo(403);
        assertThat(visitor(OTHER).get(file).statusCode()).isIn(403, 404);

        byte[] large = new byte[10_000_001];
        System.arraycopy(pdf, 0, large, 0, pdf.length);
        assertThat(admin.send(page, page + "/evidence", "grand.pdf", large).statusCode())
                .isEqualTo(422);
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void what_a_mission_held_is_read_until_its_day_and_gone_after() throws Exception {
        begin("BRIEFLY", TODAY, TODAY.plusDays(9));
        String terms = "/missions/BRIEFLY/terms";
        admin.post(terms, terms, Map.of("term", "Quovalis", "type", "TERM"));
        admin.send(
                "/missions/BRIEFLY",
                "/missions/BRIEFLY/evidence",
                "c.pdf",
                "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8));
        Visitor employee = visitor(Installation.EMPLOYEE);
        String conversation = employee.post(
                        "/chat",
                        "/chat/messages",
                        Map.of("text", "Un souvenir précis", "model", "assistant", "mission", "BRIEFLY"))
                .headers()
                .firstValue("location")
                .orElseThrow();
        await(() -> employee.get(conversation).body().contains("data-act=\"again\""));
        close("BRIEFLY");

        assertThat(employee.get(conversation).body()).contains("Un souvenir précis");
        HttpResponse<String> refused =
                employee.post(conversation, conversation + "/messages", Map.of("text", "Encore"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("n’y écrit plus");
        assertThat(admin.get("/missions/BRIEFLY/purge").body())
                .contains("Conversations de l’équipe", "Vocabulaire de la mission", "Pièces de l’accord");
        assertThat(employee.get("/missions/BRIEFLY/purge").body()).doesNotContain("/purge/later");
        String purge = "/missions/BRIEFLY/purge";
        assertThat(admin.post(
                                purge,
                                purge + "/later",
                                Map.of("later", TODAY.plusYears(2).toString(), "reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.post(
                                purge,
                                purge + "/later",
                                Map.of("later", TODAY.plusYears(2).toString(), "reason", "Litige en cours"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(admin.post(purge, purge + "/sooner", Map.of("sooner", TODAY.toString()))
                        .statusCode())
                .isEqualTo(303);

        await(() -> employee.get(conversation).statusCode() == 404);
        assertThat(employee.get("/chat").body()).doesNotContain("Un souvenir précis");
        assertThat(admin.get("/missions/BRIEFLY/purge").body()).contains("ont été effacés");
        assertThat(admin.get("/missions/BRIEFLY").body())
                .doesNotContain("c.pdf")
                .contains("Aldane");
        await(() -> !received("Où en est Quovalis ?").contains("[["));
    }

    private static String received(String content) throws Exception {
        ask(OTHER_KEY, "assistant", content, "");
        return here.model().received().getLast().body();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    /** The erasure begins within half a minute. */
    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + 75_000_000_000L;
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(250);
        }
    }

    private static void close(String mission) throws Exception {
        String path = "/missions/" + mission + "/close";
        HttpResponse<String> closed =
                admin.post(path, path, Map.of("purgeOn", TODAY.plusYears(1).toString()));
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(303);
    }

    @Test
    void what_was_typed_stays_in_a_form_that_is_refused() throws Exception {
        HttpResponse<String> again = admin.post(
                "/missions/new/form",
                "/missions",
                Map.of(
                        "code",
                        "minuscules",
                        "name",
                        "Audit des achats",
                        "client",
                        "",
                        "manager",
                        id(Installation.ADMIN),
                        "starts",
                        TODAY.toString(),
                        "ends",
                        TODAY.minusDays(1).toString()));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("minuscules", "Audit des achats", "Le client manque", "précède le premier");
    }

    @Test
    void an_agreement_that_cannot_be_proposed_yet_is_not_saved_either() throws Exception {
        begin("PARTLY", TODAY, TODAY);
        HttpResponse<String> again = admin.post(
                "/missions/PARTLY",
                "/missions/PARTLY/agreement",
                Map.of("version", "2", "regime", "free", "uses", "Relire des offres", "then", "propose"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Relire des offres", "Dites qui vérifie");
        assertThat(admin.get("/missions/PARTLY").body()).doesNotContain("Relire des offres");
    }

    @Test
    void an_employee_frames_no_mission() throws Exception {
        Visitor employee = visitor(Installation.EMPLOYEE);
        assertThat(employee.get("/missions/new/form").statusCode()).isEqualTo(403);
    }

    @Test
    void a_bound_key_serves_its_mission_alone_and_dies_with_it() throws Exception {
        begin("BOUND", TODAY, TODAY.plusDays(9));
        begin("ELSEWHERE", TODAY, TODAY.plusDays(9));
        agree("BOUND", "eu", false);
        Visitor employee = visitor(Installation.EMPLOYEE);
        HttpResponse<String> made = employee.post(
                "/settings/keys",
                "/settings/keys",
                Map.of("name", "robot", "scopes", "gateway", "days", "30", "mission", "BOUND"));
        assertThat(made.body()).contains("mission BOUND");
        String key = made.body().replaceFirst("(?s).*<code id=\"new-key\">([^<]+)</code>.*", "$1");
        assertThat(code(ask(key, "sovereign", "Bonjour", ""))).isEqualTo("ok");
        assertThat(code(ask(key, "sovereign", "Bonjour", "BOUND"))).isEqualTo("ok");
        assertThat(code(ask(key, "far", "Bonjour", ""))).isEqualTo("model_not_allowed");
        assertThat(code(ask(key, "assistant", "Bonjour", "ELSEWHERE"))).isEqualTo("mission_mismatch");
        AuditTrail trail = new AuditTrail(() -> EmbeddedPostgres.accessOfRunning(new DataDirectory(here.data())));
        long before = trail.last();
        close("BOUND");
        assertThat(ask(key, "sovereign", "Bonjour", "").statusCode()).isEqualTo(401);
        JsonObject revoked = trail.bodiesOfActsSince(before).stream()
                .filter(act -> act.getString("action").equals("mission.keys_revoked"))
                .findFirst()
                .orElseThrow();
        assertThat(revoked.getString("subject")).isEqualTo("mission:BOUND");
        assertThat(revoked.getJsonObject("details").getString("keys")).isEqualTo("1");
    }

    @Test
    void nobody_binds_a_key_to_a_mission_of_others() throws Exception {
        begin("CLOSED-SHOP", TODAY, TODAY);
        HttpResponse<String> refused = visitor(OTHER)
                .post(
                        "/settings/keys",
                        "/settings/keys",
                        Map.of("name", "robot", "scopes", "gateway", "days", "30", "mission", "CLOSED-SHOP"));
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void a_term_of_a_mission_brings_its_rules_wherever_it_is_written() throws Exception {
        begin("SECRET", TODAY, TODAY.plusDays(9));
        assertThat(code(ask(OTHER_KEY, "far", "Où en est Zorvexia ?", ""))).isEqualTo("ok");
        String terms = "/missions/SECRET/terms";
        admin.post(terms, terms, Map.of("term", "Zorvexia", "type", "TERM"));
        HttpResponse<String> refused = ask(OTHER_KEY, "far", "Où en est Zorvexia ?", "");
        assertThat(code(refused)).isEqualTo("model_not_allowed");
        assertThat(message(refused)).contains("SECRET").doesNotContain("Aldane");
        assertThat(code(ask(OTHER_KEY, "assistant", "Où en est Zorvexia ?", "")))
                .isEqualTo("ok");
        agree("SECRET", "forbidden", false);
        assertThat(code(ask(OTHER_KEY, "assistant", "Où en est Zorvexia ?", "")))
                .isEqualTo("mission_forbids_ai");
        assertThat(code(ask(OTHER_KEY, "assistant", "Où en est le projet ?", "")))
                .isEqualTo("ok");
        close("SECRET");
        assertThat(code(ask(OTHER_KEY, "assistant", "Où en est Zorvexia ?", "")))
                .isEqualTo("mission_forbids_ai");
    }

    @Test
    void a_placeholder_of_one_mission_means_nothing_in_another() throws Exception {
        begin("LEFT", TODAY, TODAY);
        begin("RIGHT", TODAY, TODAY);
        agree("LEFT", "free", false);
        agree("RIGHT", "free", false);
        String email = "olive.petit@client.example";
        String left = placeholder("LEFT", email);
        String right = placeholder("RIGHT", email);
        assertThat(left).isNotEqualTo(right);
        assertThat(placeholder("LEFT", email)).isEqualTo(left);
        String told = ask(Installation.KEY, "fake-echo", "Dis " + left + " et " + email, "RIGHT")
                .body();
        assertThat(told).contains(left).contains(email);
    }

    /** What the provider got in the place of an address. */
    private static String placeholder(String mission, String email) throws Exception {
        HttpResponse<String> answer = ask(Installation.KEY, "assistant", "Écris à " + email, mission);
        assertThat(answer.body()).contains(email);
        String received = here.model().received().getLast().body();
        assertThat(received).doesNotContain(email);
        return received.replaceFirst("(?s).*(\\[\\[[^\\]]+\\]\\]).*", "$1");
    }

    @Test
    void a_client_verifies_what_was_attested_with_the_published_key() throws Exception {
        begin("ATTEST", TODAY, TODAY.plusDays(9));
        agree("ATTEST", "eu", false);
        ask(Installation.KEY, "sovereign", "Bonjour", "ATTEST");
        placeholder("ATTEST", "olive.petit@client.example");
        ask(Installation.KEY, "far", "Bonjour", "ATTEST");
        ask(Installation.KEY, "assistant", "Bonjour", "");

        String page = admin.get("/missions/ATTEST/attestation").body();
        assertThat(page).contains("3 échanges", "interne/fake-small", "souverain/m", "France", "Modèle non permis");
        Path signed = Files.writeString(
                here.data().resolve("attest.jws"),
                admin.get("/missions/ATTEST/attestation/signed").body());
        String published = HTTP.send(
                        HttpRequest.newBuilder(here.vigie().url().resolve("/.well-known/jwks.json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Path keys = Files.writeString(here.data().resolve("jwks.json"), published);
        VigieProcess.Finished verified = verify(signed, keys);
        assertThat(verified.exitCode()).as(verified.printed()).isZero();
        assertThat(verified.printed()).contains("Mission ATTEST, client Aldane").contains("3 exchanges");

        JsonObject told = new JsonObject(new String(
                Base64.getUrlDecoder().decode(Files.readString(signed).split("\\.")[1]), StandardCharsets.UTF_8));
        assertThat(told.getJsonObject("outcomes").getMap()).isEqualTo(Map.of("answered", 2, "refused", 1));
        assertThat(told.getJsonObject("maskedValues").getMap()).isEqualTo(Map.of("EMAIL", 1));
        assertThat(told.getJsonObject("refusals").getMap()).isEqualTo(Map.of("model_not_allowed", 1));
        assertThat(told.getJsonArray("snapshots")).isNotEmpty();
        assertThat(told.encode()).doesNotContain("olive");

        Path forged = Files.writeString(here.data().resolve("forged.jws"), forged(Files.readString(signed)));
        assertThat(verify(forged, keys).exitCode()).isEqualTo(1);
        assertThat(verify(signed, here.data().resolve("keys/audit-signing.pub")).exitCode())
                .isEqualTo(1);
        assertThat(verify(signed, here.data().resolve("keys/attestation-signing.pub"))
                        .exitCode())
                .isZero();
    }

    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    /** Each block of commands that the documentation gives to a client. */
    private static List<String> documented() throws IOException {
        return COMMANDS.matcher(Files.readString(Path.of("docs/attestation.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** As a shell does that stops at the first command that fails. */
    private static VigieProcess.Finished shell(Path directory, String commands) throws Exception {
        Process shell = new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new VigieProcess.Finished(shell.waitFor(), printed);
    }

    @Test
    void the_documented_commands_verify_what_was_attested_and_nothing_else() throws Exception {
        begin("STOCK", TODAY, TODAY.plusDays(9));
        for (int i = 0; i < 3; i++) ask(Installation.KEY, "assistant", "Bonjour", "STOCK");
        Path directory = Files.createDirectory(here.data().resolve("client"));
        // The packaged jar, which the script of the same name would start.
        String packaged =
                VigieProcess.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Path launcher = Files.writeString(directory.resolve("vigie"), "#!/bin/sh\nexec " + packaged + " \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Files.copy(here.data().resolve("keys/attestation-signing.pub"), directory.resolve("attestation-signing.pub"));
        Path handed = directory.resolve("attestation.jws");
        String signed = admin.get("/missions/STOCK/attestation/signed").body();

        List<String> blocks = documented().stream()
                .map(block -> block.replace(
                        "https://vigie.example.org",
                        here.vigie().url().toString().replaceFirst("/$", "")))
                .toList();
        assertThat(blocks).hasSize(2);
        assertThat(blocks.getFirst()).contains("./vigie attestation verify");
        assertThat(blocks.getLast()).contains("python3", "openssl");
        for (String block : blocks) {
            List<String> missing = new ArrayList<>();
            for (String tool : List.of("curl", "python3", "openssl")) {
                boolean needed = block.contains(tool + " ");
                if (needed && shell(directory, "command -v " + tool).exitCode() != 0) missing.add(tool);
            }
            if (!missing.isEmpty()) {
                System.out.println("docs/attestation.md: not tried without " + missing + ": " + block);
                continue;
            }
            Files.writeString(handed, signed);
            VigieProcess.Finished verified = shell(directory, block);
            assertThat(verified.exitCode()).as(verified.printed()).isZero();
            assertThat(verified.printed()).contains("STOCK");
            if (block.contains("openssl")) assertThat(verified.printed()).endsWith("Signature Verified Successfully\n");
            Files.writeString(handed, forged(signed));
            VigieProcess.Finished tampered = shell(directory, block);
            assertThat(tampered.exitCode()).as(tampered.printed()).isNotZero();
            assertThat(tampered.printed()).doesNotContain("Signature Verified Successfully");
        }
    }

    private static VigieProcess.Finished verify(Path file, Path keys) {
        return VigieProcess.run(Map.of(), "attestation", "verify", file.toString(), "--key", keys.toString());
    }

    /** With one exchange less. */
    private static String forged(String signed) {
        String[] parts = signed.strip().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = payload.replace("\"exchanges\":3", "\"exchanges\":2");
        assertThat(other).isNotEqualTo(payload);
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }

    @Test
    void who_may_not_attest_is_refused_and_nobody_learns_of_what_is_not_theirs() throws Exception {
        begin("PAPERS", TODAY, TODAY);
        assertThat(visitor(Installation.EMPLOYEE)
                        .get("/missions/PAPERS/attestation")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor(OTHER).get("/missions/PAPERS/attestation/signed").statusCode())
                .isEqualTo(404);
    }

    @Test
    void programs_read_the_missions_that_their_person_may_see() throws Exception {
        begin("API", TODAY, TODAY);
        JsonObject one = new JsonObject(admin.get("/api/v1/missions/API").body());
        assertThat(one.getString("client")).isEqualTo("Aldane");
        assertThat(one.getString("state")).isEqualTo("to_frame");
        assertThat(one.getJsonArray("inForce")).containsExactly("internal");
        assertThat(visitor(Installation.EMPLOYEE).get("/api/v1/missions").body())
                .contains("\"API\"");
        assertThat(visitor(OTHER).get("/api/v1/missions").body()).isEqualTo("[]");
        assertThat(visitor(OTHER).get("/api/v1/missions/API").statusCode()).isEqualTo(404);
    }
}
