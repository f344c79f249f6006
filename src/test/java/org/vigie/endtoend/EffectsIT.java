package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Rule.Kind;

/** Every kind of effect changes what the gateway answers, as soon as it is decided, and the refusal names the decision. */
class EffectsIT {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String DECISION = "D-\\d{4}-\\d{3}";

    /** A test, named so that the compiler knows it. */
    private interface Trial<T> {
        void run(T test) throws Exception;
    }

    private static <T> Entry<Kind, Trial<?>> tried(Kind kind, Trial<T> trial) {
        return Map.entry(kind, trial);
    }

    /** What has a page of its own is tried there. */
    private static final Map<Kind, Trial<?>> ELSEWHERE = new EnumMap<>(Map.ofEntries(
            tried(Kind.MAX_WRITTEN_CLASS, AssessmentIT::confidential_content_goes_masked_only_where_that_was_approved),
            tried(
                    Kind.REQUIRE_SIGNATURE,
                    CharterIT
                            ::unsigned_people_are_refused_by_the_decision_until_they_sign_and_again_by_a_major_version),
            tried(
                    Kind.SIGNED,
                    CharterIT
                            ::unsigned_people_are_refused_by_the_decision_until_they_sign_and_again_by_a_major_version),
            tried(Kind.ALLOW_TOOLS, ConductIT::a_tool_that_is_not_on_the_list_is_refused_by_name),
            tried(Kind.MAX_TESTERS, ConductIT::a_use_case_that_is_full_keeps_those_who_came_first),
            tried(Kind.LOG_LEVEL, ConductIT::reduced_traces_keep_no_copy_of_what_left),
            tried(Kind.RETENTION, ClockIT::a_conversation_is_gone_when_its_retention_is_over_and_no_other),
            tried(
                    Kind.REQUIRE_HUMAN_VALIDATION,
                    ConductIT::an_answer_to_be_validated_says_by_whom_and_the_record_keeps_it)));

    /** What has a test of its own here. */
    private static final Map<Kind, Trial<?>> HERE = new EnumMap<>(Map.ofEntries(
            tried(Kind.BANNER, EffectsIT::a_banner_stands_on_every_page_of_those_whom_it_concerns),
            tried(
                    Kind.REQUIRE_PSEUDONYMISATION,
                    EffectsIT::what_nobody_can_mask_does_not_leave_where_everything_is_to_be_masked),
            tried(Kind.RATE_LIMIT, EffectsIT::so_many_a_minute_and_no_more),
            tried(Kind.ZONE_RULE, EffectsIT::each_outcome_of_a_cell_of_the_matrix_changes_the_next_answer),
            tried(Kind.MEMBER_OF, EffectsIT::whoever_is_made_a_member_may_ask_in_the_mission),
            tried(Kind.USER_OF, EffectsIT::whoever_is_made_a_tester_may_ask_for_the_use_case)));

    /**
     * One decision that refuses a request.
     *
     * @param code of the refusal
     */
    record Refusing(Kind kind, String scope, String of, String value, String model, String code) {}

    static List<Refusing> refusing() {
        return List.of(
                new Refusing(Kind.ALLOW_MODEL, "team", "conseil", "assistant", "fake-echo", "model_not_allowed"),
                new Refusing(Kind.DENY_MODEL, "org", "", "far", "far", "model_not_allowed"),
                new Refusing(Kind.ALLOW_PROVIDER, "team", "conseil", "interne", "far", "model_not_allowed"),
                new Refusing(Kind.DENY_PROVIDER, "org", "", "dehors", "far", "model_not_allowed"),
                new Refusing(Kind.MAX_DATA_CLASS, "team", "conseil", "C0", "assistant", "class_too_high"),
                new Refusing(Kind.AUDIENCE_CAP, "org", "", "employee C0", "assistant", "class_too_high"),
                new Refusing(Kind.ALLOWED_REGIONS, "team", "conseil", "internal", "far", "model_not_allowed"),
                new Refusing(Kind.SUSPEND, "model", "far", "", "far", "model_not_allowed"),
                new Refusing(Kind.MAX_DATA_CLASS, "model", "far", "C0", "far", "class_too_high"),
                new Refusing(Kind.BUDGET, "team", "conseil", "month 0", "assistant", "insufficient_quota"));
    }

    private static final Map<Kind, String> VALUES = Map.of(
            Kind.ALLOW_MODEL, "assistant",
            Kind.DENY_MODEL, "far",
            Kind.ALLOW_PROVIDER, "interne",
            Kind.DENY_PROVIDER, "dehors",
            Kind.MAX_DATA_CLASS, "C1",
            Kind.AUDIENCE_CAP, "employee C1",
            Kind.ALLOWED_REGIONS, "internal",
            Kind.BUDGET, "month 10",
            Kind.RATE_LIMIT, "60");

    /** Those that a file may bring by themselves. */
    private static final Set<Kind> VALUED = EnumSet.complementOf(EnumSet.of(
            Kind.MAX_WRITTEN_CLASS,
            Kind.ZONE_RULE,
            Kind.REQUIRE_SIGNATURE,
            Kind.SIGNED,
            Kind.MEMBER_OF,
            Kind.USER_OF,
            Kind.ALLOW_TOOLS,
            Kind.MAX_TESTERS,
            Kind.LOG_LEVEL,
            Kind.RETENTION,
            Kind.REQUIRE_HUMAN_VALIDATION));

    private static final Map<EffectScope.Kind, String> OF = Map.of(
            EffectScope.Kind.TEAM, "conseil",
            EffectScope.Kind.PERSON, Installation.EMPLOYEE,
            EffectScope.Kind.USE_CASE, "UN-USAGE",
            EffectScope.Kind.MISSION, "ATLAS",
            EffectScope.Kind.PROVIDER, "dehors",
            EffectScope.Kind.MODEL, "far");

    private static Chromium chromium;
    private static String employee;
    private static Installation here;
    private static ApiClient write;
    private static ApiClient read;
    private static GatewayClient client;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        here = Installation.start();
        here.model().record();
        employee = chromium.signIn(here.vigie().url(), Installation.EMPLOYEE);
        write = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:write");
        read = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:read");
        client = new GatewayClient(() -> here.vigie().url(), Installation.KEY);
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    /** Brings one effect in a file. @return the number of its decision */
    private static String decide(Kind kind, String scope, String of, String value, String until) throws Exception {
        JsonObject effect = new JsonObject()
                .put("scope", scope)
                .put("kind", kind.code())
                .put("value", value)
                .put("french", "Un essai.")
                .put("english", "A trial.");
        if (!of.isEmpty()) effect.put("of", of);
        if (!until.isEmpty()) effect.put("until", until);
        JsonObject document = new JsonObject()
                .put("vigieRules", 1)
                .put("effects", new JsonObject().put("essai-" + kind.code().replace('_', '-'), effect));
        ApiClient.Answer brought = write.send("POST", "/api/v1/rules/import?motive=Essai", document);
        assertThat(brought.status()).as(brought.text()).isEqualTo(200);
        return new JsonArray(read.get("/api/v1/decisions").text())
                .getJsonObject(0)
                .getString("number");
    }

    private static void end(Kind kind, String scope, String of, String value) throws Exception {
        decide(kind, scope, of, value, Instant.now().minusSeconds(1).toString());
    }

    @ParameterizedTest
    @MethodSource("refusing")
    void a_refusal_quotes_what_was_decided_a_moment_ago(Refusing row) throws Exception {
        String model = row.model();
        assertThat(client.ask(model, false, "Bonjour").status()).isEqualTo(200);
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            visit.open("/chat");
            visit.at("#model").selectOption(model);
            visit.at("#text").fill("Bonjour");
            String number = decide(row.kind(), row.scope(), row.of(), row.value(), "");
            long decided = System.nanoTime();
            GatewayClient.Seen refused = client.ask(model, false, "Bonjour");
            Duration taken = Duration.ofNanos(System.nanoTime() - decided);
            visit.at("#send").click();
            PlaywrightAssertions.assertThat(visit.at(".answer .notice-attention"))
                    .containsText(number);
            end(row.kind(), row.scope(), row.of(), row.value());
            assertThat(refused.code()).as(refused.text()).isEqualTo(row.code());
            assertThat(refused.verdict()).isEqualTo("refused");
            assertThat(refused.text()).contains(number);
            assertThat(taken).isLessThan(SECOND);
        }
        assertThat(client.ask(model, false, "Bonjour").status()).isEqualTo(200);
    }

    /** Decides one cell by program, and asks at once. */
    private static GatewayClient.Seen askUnder(String treatment, String content, int status) throws Exception {
        JsonObject matrix = read.get("/api/v1/matrix").json();
        matrix.getJsonObject("C2").put("outside-eu", treatment);
        ApiClient.Answer decided = write.send(
                "PUT", "/api/v1/matrix", new JsonObject().put("matrix", matrix).put("motive", "Un essai."));
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        long from = System.nanoTime();
        GatewayClient.Seen seen = client.ask("far", false, content);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(SECOND);
        assertThat(seen.status()).as(treatment + ": " + seen.text()).isEqualTo(status);
        if (status == 403) {
            assertThat(seen.text()).contains(decided.json().getString("decision"));
        }
        return seen;
    }

    @Test
    void each_outcome_of_a_cell_of_the_matrix_changes_the_next_answer() throws Exception {
        String confidential = "Écris à olive.petit@client.example";
        GatewayClient.Seen refused = askUnder("refuse", confidential, 403);
        assertThat(refused.code()).isEqualTo("class_too_high");
        assertThat(refused.verdict()).isEqualTo("refused");
        assertThat(refused.model()).isEmpty();

        int before = here.model().received().size();
        GatewayClient.Seen elsewhere = askUnder("reroute:assistant", confidential, 200);
        assertThat(elsewhere.verdict()).isEqualTo("rerouted,pseudonymised");
        assertThat(elsewhere.model()).isEqualTo("interne/fake-small");

        GatewayClient.Seen masked = askUnder("pseudonymise", confidential, 200);
        assertThat(masked.verdict()).isEqualTo("pseudonymised");
        assertThat(masked.model()).isEqualTo("dehors/far");
        assertThat(masked.text()).contains("olive.petit@client.example");
        List<String> left = here.model().received().stream()
                .skip(before)
                .map(request -> request.body())
                .toList();
        assertThat(left).hasSize(2).noneMatch(body -> body.contains("olive.petit"));

        // What is not confidential was never touched by the cell.
        GatewayClient.Seen plain = client.ask("far", false, "Bonjour");
        assertThat(plain.verdict()).isEqualTo("allowed");
        assertThat(plain.model()).isEqualTo("dehors/far");
    }

    @Test
    void whoever_is_made_a_member_may_ask_in_the_mission() throws Exception {
        JsonObject mission = new JsonObject()
                .put("code", "MEMBRES")
                .put("name", "Essai")
                .put("client", "Client fictif")
                .put("manager", Installation.ADMIN)
                .put("starts", LocalDate.now(PARIS).minusDays(9).toString())
                .put("ends", LocalDate.now(PARIS).plusDays(9).toString());
        assertThat(write.send("POST", "/api/v1/missions", mission).status()).isEqualTo(201);
        GatewayClient.Seen before = in("x-vigie-mission", "MEMBRES");
        assertThat(before.code()).isEqualTo("mission_mismatch");
        assertThat(before.text()).doesNotContainPattern(DECISION);

        String members = "/api/v1/missions/MEMBRES/members";
        obey("POST", members, new JsonObject().put("person", Installation.EMPLOYEE));
        assertThat(inTime("x-vigie-mission", "MEMBRES").verdict()).isEqualTo("allowed");

        JsonObject over =
                new JsonObject().put("ends", LocalDate.now(PARIS).minusDays(1).toString());
        String number = obey("PATCH", "/api/v1/missions/MEMBRES", over).getString("decision");
        GatewayClient.Seen lapsed = inTime("x-vigie-mission", "MEMBRES");
        assertThat(lapsed.code()).isEqualTo("mission_mismatch");
        assertThat(lapsed.verdict()).isEqualTo("refused");
        assertThat(lapsed.text()).contains(number);
    }

    @Test
    void whoever_is_made_a_tester_may_ask_for_the_use_case() throws Exception {
        JsonObject useCase = new JsonObject()
                .put("code", "ESSAYEURS")
                .put("title", "Essai")
                .put("purpose", "Essayer")
                .put("owner", Installation.ADMIN)
                .put("dataClass", "C1")
                .put("models", new JsonArray(List.of("assistant")))
                .put("testers", new JsonArray())
                .put("budget", 10)
                .put("until", LocalDate.now(PARIS).plusDays(9).toString());
        ApiClient.Answer declared = write.send("POST", "/api/v1/use-cases", useCase);
        assertThat(declared.status()).as(declared.text()).isEqualTo(201);
        String path = "/api/v1/use-cases/ESSAYEURS";
        obey("POST", path + "/state", new JsonObject().put("next", "open").put("motive", "Vu"));
        assertThat(in("x-vigie-use-case", "ESSAYEURS").code()).isEqualTo("mission_mismatch");

        obey("PATCH", path, new JsonObject().put("testers", new JsonArray(List.of(Installation.EMPLOYEE))));
        GatewayClient.Seen tester = inTime("x-vigie-use-case", "ESSAYEURS");
        assertThat(tester.verdict()).as(tester.text()).isEqualTo("allowed");

        obey("PATCH", path, new JsonObject().put("testers", new JsonArray()));
        GatewayClient.Seen again = inTime("x-vigie-use-case", "ESSAYEURS");
        assertThat(again.code()).isEqualTo("mission_mismatch");
        assertThat(again.verdict()).isEqualTo("refused");
    }

    private static JsonObject obey(String method, String path, JsonObject body) throws Exception {
        ApiClient.Answer obeyed = write.send(method, path, body);
        assertThat(obeyed.status()).as(obeyed.text()).isEqualTo(200);
        return obeyed.json();
    }

    private static GatewayClient.Seen in(String header, String code) {
        return client.send(GatewayClient.body("assistant", false, "Bonjour"), header, code);
    }

    /** Answered or refused within a second of what was just decided. */
    private static GatewayClient.Seen inTime(String header, String code) {
        long from = System.nanoTime();
        GatewayClient.Seen seen = in(header, code);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(SECOND);
        return seen;
    }

    @Test
    void so_many_a_minute_and_no_more() throws Exception {
        String number = decide(Kind.RATE_LIMIT, "team", "conseil", "1", "");
        GatewayClient.Seen last = client.ask("assistant", false, "Bonjour");
        for (int i = 0; i < 2 && last.status() == 200; i++) last = client.ask("assistant", false, "Bonjour");
        end(Kind.RATE_LIMIT, "team", "conseil", "1");
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text()).contains(number, "adressez-vous à");
        assertThat(client.ask("assistant", false, "Bonjour").status()).isEqualTo(200);
    }

    @Test
    void what_nobody_can_mask_does_not_leave_where_everything_is_to_be_masked() throws Exception {
        String image = new JsonObject()
                .put("model", "assistant")
                .put(
                        "messages",
                        List.of(Map.of(
                                "role",
                                "user",
                                "content",
                                List.of(Map.of(
                                        "type",
                                        "image_url",
                                        "image_url",
                                        Map.of("url", "data:image/png;base64,iVBORw0KGgo="))))))
                .encode();
        assertThat(client.send(image).status()).isEqualTo(200);
        String number = decide(Kind.REQUIRE_PSEUDONYMISATION, "team", "conseil", "", "");
        GatewayClient.Seen refused = client.send(image);
        end(Kind.REQUIRE_PSEUDONYMISATION, "team", "conseil", "");
        assertThat(refused.code()).as(refused.text()).isEqualTo("content_not_examinable");
        assertThat(refused.text()).contains(number, "Un essai.");
        assertThat(client.send(image).status()).isEqualTo(200);
    }

    @Test
    void a_banner_stands_on_every_page_of_those_whom_it_concerns() throws Exception {
        Visitor member = new Visitor(here.vigie().url());
        member.signIn(Installation.EMPLOYEE, Installation.PASSWORD);
        Visitor other = new Visitor(here.vigie().url());
        other.signIn("autre@example.org", Installation.PASSWORD);
        decide(Kind.BANNER, "team", "conseil", "", "");
        assertThat(member.get("/missions").body()).contains("Un essai.");
        assertThat(other.get("/missions").body()).doesNotContain("Un essai.");
        end(Kind.BANNER, "team", "conseil", "");
        assertThat(member.get("/missions").body()).doesNotContain("Un essai.");
    }

    /** What is decided is enforced: there is no place for a rule where nobody would look for it. */
    @Test
    void a_rule_is_taken_only_where_it_is_enforced() throws Exception {
        for (Kind kind : VALUED) {
            for (EffectScope.Kind scope : EffectScope.Kind.values()) {
                JsonObject effect = new JsonObject()
                        .put("scope", scope.code())
                        .put("kind", kind.code())
                        .put("value", VALUES.getOrDefault(kind, ""))
                        .put("french", "Un essai.")
                        .put("english", "A trial.");
                String of = OF.getOrDefault(scope, "");
                if (!of.isEmpty()) effect.put("of", of);
                JsonObject document = new JsonObject()
                        .put("vigieRules", 1)
                        .put(
                                "effects",
                                new JsonObject().put("place-" + scope.code().replace('_', '-'), effect));
                ApiClient.Answer tried = write.send("POST", "/api/v1/rules/import?motive=Essai&dryRun=true", document);
                assertThat(tried.status())
                        .as(kind + " on " + scope + ": " + tried.text())
                        .isEqualTo(kind.scopes().contains(scope) ? 200 : 422);
            }
        }
    }

    @Test
    void no_kind_is_left_out() {
        Set<Kind> tried = EnumSet.copyOf(ELSEWHERE.keySet());
        tried.addAll(HERE.keySet());
        refusing().forEach(row -> tried.add(row.kind()));
        assertThat(tried).containsExactlyInAnyOrder(Kind.values());
    }
}
