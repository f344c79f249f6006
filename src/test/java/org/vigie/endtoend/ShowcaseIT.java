package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demonstration as it stands at its first start, and the five steps of the tour in the README. */
class ShowcaseIT {
    private static final Pattern DECISION = Pattern.compile("D-\\d{4}-\\d{3}");
    private static final Pattern CELL = Pattern.compile(
            "<select class=\"input\" name=\"(C\\d-[a-z-]+)\".*?<option value=\"([^\"]+)\" selected>", Pattern.DOTALL);

    private static Path data;
    private static VigieProcess vigie;
    private static Chromium chromium;
    private static Map<String, String> passwords;
    private static GatewayClient developer;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        data = Installation.temporaryDirectory();
        vigie = VigieProcess.start(data, Map.of(), "--demo");
        JsonObject demo = new JsonObject(Files.readString(data.resolve("demo.json")));
        passwords = objects(demo.getJsonArray("users"))
                .collect(Collectors.toMap(user -> user.getString("email"), user -> user.getString("password")));
        developer = new GatewayClient(() -> vigie.url(), demo.getString("apiKey"));
        awaitFirstQuestions();
    }

    @AfterAll
    static void stop() throws IOException {
        if (vigie != null) vigie.close();
        if (chromium != null) chromium.close();
        if (data == null) return;
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static Visitor visitor(String name) throws Exception {
        Visitor visitor = new Visitor(vigie.url());
        visitor.signIn(email(name), password(name));
        assertThat(visitor.isSignedIn()).as(name).isTrue();
        return visitor;
    }

    private static String email(String name) {
        return name + "@fablier.example";
    }

    private static String password(String name) {
        return passwords.getOrDefault(email(name), "");
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as(what + "\n" + vigie.log()).isLessThan(end);
            Thread.sleep(200);
        }
    }

    /** Of the fourteen all but the one that is refused reach a provider. */
    private static void awaitFirstQuestions() throws Exception {
        Visitor reader = visitor("gaspard.lemoine");
        await(
                "the first questions",
                () -> dependency(reader).stream()
                                .mapToLong(one -> one.getLong("exchanges"))
                                .sum()
                        >= 13);
    }

    private static List<JsonObject> dependency(Visitor reader) throws IOException, InterruptedException {
        return objects(new JsonArray(reader.get("/api/v1/providers/dependency").body()))
                .toList();
    }

    private static String decision(String text) {
        Matcher found = DECISION.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }

    @Test
    void each_zone_has_its_provider_in_a_situation_of_its_own() throws Exception {
        Visitor reader = visitor("bertrand.escoffier");
        Map<String, JsonObject> providers = objects(
                        new JsonArray(reader.get("/api/v1/providers").body()))
                .collect(Collectors.toMap(one -> one.getString("id"), one -> one));
        assertThat(providers)
                .containsOnlyKeys("demo", "demo-souverain", "demo-filiale", "demo-lointain", "builtin")
                .allSatisfy((_, one) -> assertThat(one.getJsonObject("file").getString("legalName"))
                        .isNotEmpty());
        assertThat(standing(providers, "demo")).isEqualTo("approved");
        assertThat(standing(providers, "demo-souverain")).isEqualTo("conditional");
        assertThat(standing(providers, "demo-filiale")).isEqualTo("approved");
        assertThat(standing(providers, "demo-lointain")).isEqualTo("unassessed");
        JsonObject capped = assessment(providers, "demo-filiale");
        assertThat(capped.getString("cap")).isEqualTo("C1");
        assertThat(capped.getInteger("score")).isEqualTo(64);
        assertThat(assessment(providers, "demo-souverain").getString("conditions"))
                .contains("préavis");
        assertThat(file(providers, "demo-souverain").getString("substituteTested"))
                .isNotEmpty();
        assertThat(file(providers, "demo-filiale").getValue("substituteTested")).isNull();

        assertThat(reader.get("/providers").body())
                .contains("Union, souverain", "Union, sous loi étrangère", "hors Union", "à évaluer")
                .doesNotContain("Rien n’a été envoyé", "à renouveler", "expiré");
        List<JsonObject> shares = dependency(reader);
        assertThat(shares.stream()
                        .filter(one -> !one.getString("id").equals("builtin"))
                        .toList())
                .hasSize(4)
                .allSatisfy(one -> {
                    assertThat(one.getLong("costMicroEuros")).isPositive();
                    assertThat(one.getInteger("costPercent")).isPositive();
                });
        assertThat(shares.stream()
                        .mapToInt(one -> one.getInteger("costPercent"))
                        .sum())
                .isBetween(98, 102);
    }

    private static String standing(Map<String, JsonObject> providers, String id) {
        return providers.get(id).getString("standing");
    }

    private static JsonObject assessment(Map<String, JsonObject> providers, String id) {
        return providers.get(id).getJsonArray("assessments").getJsonObject(0);
    }

    private static JsonObject file(Map<String, JsonObject> providers, String id) {
        return providers.get(id).getJsonObject("file");
    }

    @Test
    void the_firm_has_a_charter_five_regimes_decisions_and_one_incident() throws Exception {
        Visitor ciso = visitor("gaspard.lemoine");
        assertThat(new JsonObject(ciso.get("/api/v1/charter").body())
                        .getJsonObject("current")
                        .getString("version"))
                .isEqualTo("1.0");
        assertThat(objects(new JsonArray(visitor("solenn.quemeneur")
                                .get("/api/v1/missions")
                                .body()))
                        .map(one -> one.getString("regime")))
                .containsExactlyInAnyOrder("internal", "eu", "forbidden", "pseudonymised", "free");
        assertThat(new JsonArray(ciso.get("/api/v1/decisions").body())).hasSizeGreaterThan(10);

        JsonArray incidents = new JsonArray(ciso.get("/api/v1/incidents").body());
        assertThat(incidents).hasSize(1);
        JsonObject incident = incidents.getJsonObject(0);
        assertThat(incident.getString("severity")).isEqualTo("S3");
        assertThat(incident.getString("state")).isEqualTo("analysed");
        JsonObject notice = incident.getJsonArray("notices").getJsonObject(0);
        assertThat(notice.getString("whom")).isEqualTo("client");
        assertThat(notice.getString("doneAt")).isNotEmpty();
        String file =
                ciso.get("/api/v1/incidents/" + incident.getString("code")).body();
        assertThat(objects(new JsonObject(file).getJsonArray("log"))
                        .map(entry -> entry.getString("act"))
                        .filter("noted"::equals))
                .hasSize(2);
    }

    @Test
    void what_is_confidential_is_answered_in_europe_and_the_receipt_says_why() {
        try (Visit visit = chromium.visit(vigie.url(), Look.DESK)) {
            visit.signIn(email("mehdi.belkacem"), password("mehdi.belkacem"));
            visit.page().waitForURL("**/charter");
            sign(visit);
            visit.open("/chat");
            assertThat(visit.at("#text")).isFocused();
            visit.at("#model").selectOption("lointain");
            visit.at("#text").fill("Confidentiel. Écris à Olive Petit.");
            visit.at("#send").click();
            assertThat(visit.at(".receipt")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            assertThat(visit.at(".masked-list summary")).hasText("1 élément masqué");
            assertThat(visit.at("mark.masked")).containsText("Olive Petit");
            assertThat(visit.at(".answer .prose")).containsText("Olive Petit");
            visit.at(".receipt summary").click();
            visit.photograph("demo-rerouted");
            assertThat(visit.at(".receipt")).containsText("demo-souverain/fake-small");
            visit.at(".receipt a[href^='/requests/']").click();
            assertThat(visit.at("main")).containsText("demo-souverain/fake-small");
            visit.at("a[href^='/rules/why/requests/']").click();
            assertThat(visit.at("section[aria-labelledby=then]")).containsText("demo-souverain/fake-small");
        }
    }

    private static void sign(Visit visit) {
        // The right answers of quiz.txt, in the order of its questions.
        int[] right = {2, 1, 2, 1, 2};
        Locator questions = visit.at(".question");
        assertThat(questions).hasCount(right.length);
        for (int i = 0; i < right.length; i++) {
            questions.nth(i).locator("input").nth(right[i]).check();
        }
        visit.at("#agreed").check();
        visit.at(".quiz button[type=submit]").click();
        assertThat(visit.at("main")).containsText("Vous avez signé");
    }

    @Test
    void a_program_reads_the_same_in_its_receipt() throws Exception {
        GatewayClient.Seen answered = developer.ask("lointain", false, "Confidentiel. Écris à Olive Petit.");
        assertThat(answered.answered()).as(answered.text()).isTrue();
        JsonObject receipt = new JsonObject(
                developer.get("/api/v1/requests/" + answered.id().orElseThrow()).body());
        assertThat(receipt.getString("model")).isEqualTo("demo-souverain/fake-small");
        assertThat(receipt.getString("decision")).isEqualTo("rerouted,pseudonymised");
    }

    @Test
    void a_client_who_said_no_is_quoted_and_one_who_said_internal_is_obeyed() throws Exception {
        Visitor anouk = visitor("anouk.dauphin");
        String recorded = new JsonObject(anouk.get("/api/v1/missions/CASSIOPEE").body()).getString("decision");
        assertThat(anouk.get("/chat?mission=CASSIOPEE").body())
                .contains("Aucun modèle ne répond", recorded)
                .doesNotContain("<textarea id=\"text\"");
        assertThat(ask(anouk, "CASSIOPEE", "assistant", "Bonjour"))
                .contains("Ce message n’est pas parti", "interdit l’IA", recorded);

        Visitor perrine = visitor("perrine.cadiou");
        assertThat(perrine.get("/chat?mission=ATLAS").body())
                .contains("<option value=\"assistant\"")
                .doesNotContain("<option value=\"filiale\"");
        assertThat(ask(perrine, "ATLAS", "assistant", "Bonjour")).contains("demo/fake-small");
        String atlas = new JsonObject(perrine.get("/api/v1/missions/ATLAS").body()).getString("decision");
        Map<String, String> asked = Map.of("mission", "ATLAS", "model", "filiale", "text", "Bonjour");
        assertThat(perrine.post("/rules/why", "/rules/why", asked).body()).contains("Elle serait refusée", atlas);
        assertThat(ask(perrine, "ATLAS", "filiale", "Bonjour")).contains("n’est pas parti", atlas);
    }

    /** The conversation as the page shows it, once it is answered or refused. */
    private static String ask(Visitor who, String mission, String model, String text) throws Exception {
        String conversation = who.post(
                        "/chat", "/chat/messages", Map.of("text", text, "model", model, "mission", mission))
                .headers()
                .firstValue("location")
                .orElseThrow();
        await("an answer", () -> who.get(conversation).body().contains("data-act=\"again\""));
        return who.get(conversation).body();
    }

    @Test
    void a_cell_is_changed_after_its_impact_was_seen_and_the_next_request_obeys() throws Exception {
        assertThat(developer.ask("filiale", false, "Bonjour").status()).isEqualTo(200);
        Visitor ciso = visitor("gaspard.lemoine");
        Map<String, String> before = matrix(ciso);
        Map<String, String> changed = new HashMap<>(before);
        assertThat(changed.put("C1-eu-extraterritorial", "refuse")).isNotEqualTo("refuse");
        changed.put("act", "preview");
        assertThat(ciso.post("/rules/matrix", "/rules/matrix", changed).body())
                .contains("auraient eu une autre issue", "<code>filiale</code>");

        String number = decide(ciso, changed, "Rien vers la filiale avant l’avis du comité.");
        GatewayClient.Seen refused = developer.ask("filiale", false, "Bonjour");
        assertThat(refused.code()).isEqualTo("class_too_high");
        assertThat(refused.text()).contains(number);
        decide(ciso, new HashMap<>(before), "L’essai est fini.");
        assertThat(developer.ask("filiale", false, "Bonjour").status()).isEqualTo(200);
    }

    private static Map<String, String> matrix(Visitor reader) throws Exception {
        Map<String, String> cells = CELL.matcher(reader.get("/rules/matrix").body())
                .results()
                .collect(Collectors.toMap((MatchResult cell) -> cell.group(1), cell -> cell.group(2)));
        assertThat(cells).hasSize(16);
        return cells;
    }

    private static String decide(Visitor ciso, Map<String, String> matrix, String motive) throws Exception {
        matrix.putAll(Map.of("act", "decide", "motive", motive));
        HttpResponse<String> decided = ciso.post("/rules/matrix", "/rules/matrix", matrix);
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(303);
        return decision(decided.headers().firstValue("location").orElseThrow());
    }

    @Test
    void a_mission_is_attested_with_its_models_and_countries_and_the_file_verifies() throws Exception {
        Visitor manager = visitor("etienne.fabre");
        assertThat(manager.get("/missions/ATLAS/attestation").body())
                .contains("demo/fake-small", "France", "nom de personne", "Contenu trop sensible");
        Path signed = Files.writeString(
                data.resolve("atlas.jws"),
                manager.get("/missions/ATLAS/attestation/signed").body());
        Path keys = Files.writeString(
                data.resolve("jwks.json"), manager.get("/.well-known/jwks.json").body());
        VigieProcess.Finished verified =
                VigieProcess.run(Map.of(), "attestation", "verify", signed.toString(), "--key", keys.toString());
        assertThat(verified.exitCode()).as(verified.printed()).isZero();
        assertThat(verified.printed()).contains("Mission ATLAS, client Aciernova");

        // « Confidentiel » left as it was written: only the name is attested to have been replaced.
        assertThat(visitor("leila.cherif").get("/missions/BOREAL/attestation").body())
                .contains("demo-souverain/fake-small", "nom de personne")
                .doesNotContain("mention de protection");
    }

    @Test
    void what_is_stopped_is_refused_with_the_number_until_it_is_lifted() throws Exception {
        String model = "extraits";
        String text = "Résume : la ligne 2 a gagné douze minutes par lot.";
        assertThat(developer.ask(model, false, text).status()).isEqualTo(200);
        Visitor ciso = visitor("gaspard.lemoine");
        HttpResponse<String> stopped = ciso.post(
                "/incidents/stop",
                "/incidents/stop",
                Map.of(
                        "what", "model:builtin/extractive",
                        "useCase", "",
                        "motive", "Réponses fausses en série.",
                        "incident", "",
                        "confirmed", "yes"));
        assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(303);
        String number = decision(stopped.headers().firstValue("location").orElseThrow());
        GatewayClient.Seen refused = developer.ask(model, false, text);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains(number, "Réponses fausses en série.");

        Matcher lift = Pattern.compile(number + "</td>.*?(/incidents/stop/[0-9a-f-]{36}/lift)", Pattern.DOTALL)
                .matcher(ciso.get("/incidents/stop").body());
        assertThat(lift.find()).isTrue();
        ciso.post(lift.group(1), lift.group(1), Map.of("motive", "Le modèle est réparé."));
        assertThat(developer.ask(model, false, text).status()).isEqualTo(200);
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void its_pages_are_legible_at_every_size_and_in_both_colours(Look look) throws Exception {
        String incident = new JsonArray(
                        visitor("gaspard.lemoine").get("/api/v1/incidents").body())
                .getJsonObject(0)
                .getString("code");
        try (Visit visit = chromium.visit(vigie.url(), look)) {
            visit.signIn(email("gaspard.lemoine"), password("gaspard.lemoine"));
            visit.page().waitForURL("**/charter");
            visit.inspect("/providers", "demo-providers");
            visit.inspect("/providers/file/demo-souverain", "demo-provider");
            visit.inspect("/incidents/file/" + incident, "demo-incident");
        }
        try (Visit visit = chromium.visit(vigie.url(), look)) {
            visit.signIn(email("etienne.fabre"), password("etienne.fabre"));
            visit.page().waitForURL("**/charter");
            visit.inspect("/missions/ATLAS/attestation", "demo-attestation");
        }
    }
}
