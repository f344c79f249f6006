package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.demo.Pace;
import org.vigie.demo.Received;

/** Aliases, weights, fallback and breakers as a client sees them, each target with its own prompt. */
class RoutingIT {
    private static final String EMAIL = "olive.petit@client.example";

    private static Installation here;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        here = Installation.start(
                Installation.temporaryDirectory(),
                Pace.NONE,
                "{url: embedded}",
                List.of(
                        "{model: shared, aliases: [gpt-4o, other/name], retries: 0, targets: ["
                                + "{target: interne/fake-small, order: 1, weight: 2},"
                                + "{target: interne/fake-echo, order: 1, weight: 1}, interne/fake-500]}",
                        "{model: broken, retries: 0, targets: [interne/fake-html-503]}",
                        "{model: full, retries: 0, targets: [interne/fake-429, interne/fake-small]}",
                        "{model: second, retries: 1, targets: [interne/fake-500, dehors/far]}"));
        here.model().record();
    }

    @AfterAll
    static void stop() {
        here.close();
    }

    private static HttpResponse<String> ask(String model, String content) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(here.vigie().url().resolve("/v1/chat/completions"))
                        .header("authorization", "Bearer " + Installation.KEY)
                        .header("x-vigie-private", "canari")
                        .header("cookie", "a=canari")
                        .header("openai-organization", "canari")
                        .POST(HttpRequest.BodyPublishers.ofString(GatewayClient.body(model, false, content)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static JsonObject target(String name) throws Exception {
        Visitor admin = new Visitor(here.vigie().url());
        admin.signIn(Installation.ADMIN, Installation.PASSWORD);
        return new JsonArray(admin.get("/api/v1/targets").body())
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(one -> one.getString("target").equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void an_alias_is_listed_and_answers_like_the_route() throws Exception {
        GatewayClient client = new GatewayClient(() -> here.vigie().url(), Installation.KEY);
        assertThat(client.get("/v1/models").body()).contains("\"gpt-4o\"", "\"other/name\"", "\"shared\"");
        assertThat(client.get("/v1/models/gpt-4o").statusCode()).isEqualTo(200);
        assertThat(ask("gpt-4o", "Bonjour").statusCode()).isEqualTo(200);
        assertThat(ask("other/name", "Bonjour").statusCode()).isEqualTo(200);
    }

    @Test
    void targets_of_one_order_share_the_load_and_none_of_them_is_a_detour() throws Exception {
        Set<String> used = new TreeSet<>();
        for (int i = 0; i < 60; i++) {
            HttpResponse<String> response = ask("shared", "Bonjour");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "x-vigie-decision")).isEqualTo("allowed");
            used.add(header(response, "x-vigie-model"));
        }
        // That the lighter one is never drawn in 60 happens once in 4e10 times.
        assertThat(used).containsExactly("interne/fake-echo", "interne/fake-small");
    }

    @Test
    void each_attempt_gets_the_prompt_that_was_cleared_for_it() throws Exception {
        int before = here.model().received().size();
        HttpResponse<String> response = ask("second", "Écris à " + EMAIL);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains(EMAIL);
        assertThat(header(response, "x-vigie-decision")).isEqualTo("rerouted,pseudonymised");
        assertThat(header(response, "x-vigie-model")).isEqualTo("dehors/far");
        List<Received> attempts = List.copyOf(
                here.model().received().subList(before, here.model().received().size()));
        assertThat(attempts)
                .extracting(attempt -> new JsonObject(attempt.body()).getString("model"))
                .containsExactly("fake-500", "fake-500", "fake-small");
        assertThat(attempts).allSatisfy(attempt -> {
            assertThat(attempt.body()).contains("[[").doesNotContain(EMAIL);
            assertThat(attempt.headers().toString())
                    .doesNotContain(Installation.KEY)
                    .doesNotContain("canari");
        });
    }

    @Test
    void one_that_asks_for_time_is_passed_over_and_its_words_reach_who_has_no_other() throws Exception {
        assertThat(header(ask("full", "Bonjour"), "x-vigie-model")).isEqualTo("interne/fake-small");
        long asked = here.model().received().stream()
                .filter(one -> one.body().contains("fake-429"))
                .count();
        assertThat(header(ask("full", "Bonjour"), "x-vigie-model")).isEqualTo("interne/fake-small");
        assertThat(here.model().received().stream().filter(one -> one.body().contains("fake-429")))
                .hasSize((int) asked);
        JsonObject health = target("interne/fake-429");
        assertThat(health.getString("state")).isEqualTo("closed");
        assertThat(health.getInteger("retryInSeconds")).isBetween(1, 7);
        assertThat(health.getJsonObject("lastFault").getString("kind")).isEqualTo("busy");
        HttpResponse<String> alone = ask("fake-429", "Bonjour");
        assertThat(alone.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(header(alone, "retry-after"))).isBetween(1, 7);
    }

    @Test
    void a_broken_target_is_left_alone_and_clients_are_told_when_to_come_back() throws Exception {
        for (int i = 0; i < 5; i++)
            assertThat(ask("broken", "Bonjour").statusCode()).isEqualTo(502);
        int asked = here.model().received().size();
        HttpResponse<String> refused = ask("broken", "Bonjour");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(header(refused, "retry-after"))).isBetween(1, 10);
        assertThat(header(refused, "x-vigie-decision")).isEqualTo("allowed");
        assertThat(new JsonObject(refused.body()).getJsonObject("error").getString("code"))
                .isEqualTo("upstream_unavailable");
        assertThat(here.model().received()).hasSize(asked);
        JsonObject health = target("interne/fake-html-503");
        assertThat(health.getString("state")).isEqualTo("open");
        assertThat(health.getInteger("faults")).isEqualTo(5);
        assertThat(health.getJsonObject("lastFault").getString("kind")).isEqualTo("failed");
        assertThat(health.getJsonArray("routes")).contains("broken", "fake-html-503");
        String record = new GatewayClient(() -> here.vigie().url(), Installation.KEY)
                .get("/api/v1/requests/" + header(refused, "x-request-id"))
                .body();
        assertThat(new JsonObject(record).getString("outcome")).isEqualTo("failed");
    }

    @Test
    void latency_and_health_are_for_those_who_run_the_instance() throws Exception {
        ask("assistant", "Bonjour");
        JsonObject health = target("interne/fake-small");
        assertThat(health.getJsonObject("firstByte").getInteger("answers")).isPositive();
        assertThat(health.getJsonObject("firstByte").getDouble("p50Millis")).isPositive();
        URI url = here.vigie().url();
        assertThat(new GatewayClient(() -> url, Installation.KEY)
                        .get("/api/v1/targets")
                        .statusCode())
                .isEqualTo(403);
        Visitor employee = new Visitor(url);
        employee.signIn(Installation.EMPLOYEE, Installation.PASSWORD);
        assertThat(employee.get("/api/v1/targets").statusCode()).isEqualTo(403);
    }
}
