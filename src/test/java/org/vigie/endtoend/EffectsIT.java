package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Rule.Kind;

/** Every kind of effect changes what the gateway answers, as soon as it is decided, and the refusal names the decision. */
class EffectsIT {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** What has a page of its own is tried there. */
    private static final Map<Kind, Class<?>> ELSEWHERE = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.MAX_WRITTEN_CLASS, AssessmentIT.class),
            Map.entry(Kind.ZONE_RULE, RulesIT.class),
            Map.entry(Kind.REQUIRE_SIGNATURE, CharterIT.class),
            Map.entry(Kind.SIGNED, CharterIT.class),
            Map.entry(Kind.MEMBER_OF, MissionIT.class),
            Map.entry(Kind.USER_OF, UseCaseIT.class),
            Map.entry(Kind.ALLOW_TOOLS, ConductIT.class),
            Map.entry(Kind.MAX_TESTERS, ConductIT.class),
            Map.entry(Kind.LOG_LEVEL, ConductIT.class),
            Map.entry(Kind.RETENTION, ConductIT.class),
            Map.entry(Kind.REQUIRE_HUMAN_VALIDATION, ConductIT.class)));

    private static final Set<Kind> TRIED = EnumSet.of(Kind.BANNER, Kind.REQUIRE_PSEUDONYMISATION, Kind.RATE_LIMIT);

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
    @CsvSource({
        "ALLOW_MODEL, team, conseil, assistant, fake-echo, model_not_allowed",
        "DENY_MODEL, org, '', far, far, model_not_allowed",
        "ALLOW_PROVIDER, team, conseil, interne, far, model_not_allowed",
        "DENY_PROVIDER, org, '', dehors, far, model_not_allowed",
        "MAX_DATA_CLASS, team, conseil, C0, assistant, class_too_high",
        "AUDIENCE_CAP, org, '', employee C0, assistant, class_too_high",
        "ALLOWED_REGIONS, team, conseil, internal, far, model_not_allowed",
        "SUSPEND, model, far, '', far, model_not_allowed",
        "MAX_DATA_CLASS, model, far, C0, far, class_too_high",
        "BUDGET, team, conseil, month 0, assistant, insufficient_quota",
    })
    void a_refusal_quotes_what_was_decided_a_moment_ago(
            Kind kind, String scope, String of, String value, String model, String code) throws Exception {
        assertThat(client.ask(model, false, "Bonjour").status()).isEqualTo(200);
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, employee)) {
            visit.open("/chat");
            visit.at("#model").selectOption(model);
            visit.at("#text").fill("Bonjour");
            String number = decide(kind, scope, of, value, "");
            long decided = System.nanoTime();
            GatewayClient.Seen refused = client.ask(model, false, "Bonjour");
            Duration taken = Duration.ofNanos(System.nanoTime() - decided);
            visit.at("#send").click();
            PlaywrightAssertions.assertThat(visit.at(".answer .notice-attention"))
                    .containsText(number);
            end(kind, scope, of, value);
            assertThat(refused.code()).as(refused.text()).isEqualTo(code);
            assertThat(refused.text()).contains(number);
            assertThat(taken).isLessThan(SECOND);
        }
        assertThat(client.ask(model, false, "Bonjour").status()).isEqualTo(200);
    }

    @Test
    void so_many_a_minute_and_no_more() throws Exception {
        String number = decide(Kind.RATE_LIMIT, "team", "conseil", "1", "");
        GatewayClient.Seen last = client.ask("assistant", false, "Bonjour");
        for (int i = 0; i < 2 && last.status() == 200; i++) last = client.ask("assistant", false, "Bonjour");
        end(Kind.RATE_LIMIT, "team", "conseil", "1");
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text()).contains(number);
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
        for (Kind kind : EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE.keySet()))) {
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
    void no_kind_is_left_out() throws Exception {
        Set<Kind> tried = EnumSet.copyOf(TRIED);
        tried.addAll(ELSEWHERE.keySet());
        CsvSource rows = EffectsIT.class
                .getDeclaredMethod(
                        "a_refusal_quotes_what_was_decided_a_moment_ago",
                        Kind.class,
                        String.class,
                        String.class,
                        String.class,
                        String.class,
                        String.class)
                .getAnnotation(CsvSource.class);
        for (String row : rows.value()) tried.add(Kind.valueOf(row.substring(0, row.indexOf(','))));
        assertThat(tried).containsExactlyInAnyOrder(Kind.values());
    }
}
