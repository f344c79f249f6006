package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Language;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.TestDatabase;
import org.vigie.web.Figures;

/** What may be used and not more, through the whole program: refusals as clients see them, and two replicas at once. */
class LimitsIT {
    private static final String OTHER_KEY = Installation.KEY + "-autre";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static HttpResponse<String> ask(Installation here, String key, int maxTokens, String... headers)
            throws Exception {
        String json = new JsonObject()
                .put("model", "assistant")
                .put("max_tokens", maxTokens)
                .put("messages", List.of(Map.of("role", "user", "content", "Bonjour")))
                .encode();
        HttpRequest.Builder request = HttpRequest.newBuilder(url(here, "/v1/chat/completions"))
                .header("authorization", "Bearer " + key)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) request.headers(headers);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI url(Installation here, String path) {
        return here.vigie().url().resolve(path);
    }

    private static JsonObject error(HttpResponse<String> response) {
        return new JsonObject(response.body()).getJsonObject("error");
    }

    private static JsonObject report(Installation here, String key, HttpResponse<String> answer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url(
                        here,
                        "/api/v1/requests/"
                                + answer.headers().firstValue("x-request-id").orElseThrow()))
                .header("authorization", "Bearer " + key)
                .build();
        return new JsonObject(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    void a_used_up_budget_is_refused_in_words_and_recorded_and_others_go_on() throws Exception {
        try (Installation here =
                Installation.startLimited(List.of("{subject: team, name: conseil, eurosPerMonth: 1}"))) {
            long spent = 0;
            HttpResponse<String> answer = ask(here, Installation.KEY, 100);
            long cost = 0;
            while (answer.statusCode() == 200) {
                cost = report(here, Installation.KEY, answer).getLong("costMicroEuros");
                assertThat(cost).isPositive();
                spent += cost;
                answer = ask(here, Installation.KEY, 100);
            }
            assertThat(spent).isBetween(1_000_000 - 400_000L, 1_000_000L);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(error(answer).getString("code")).isEqualTo("insufficient_quota");
            assertThat(error(answer).getString("type")).isEqualTo("insufficient_quota");
            assertThat(error(answer).getString("message"))
                    .contains("équipe", "conseil", "mois")
                    .doesNotContain("{");
            assertThat(answer.headers().firstValue("x-should-retry")).hasValue("false");
            assertThat(answer.headers().firstValue("retry-after")).isEmpty();
            assertThat(answer.headers().firstValue("x-vigie-decision")).hasValue("refused");
            JsonObject record = report(here, Installation.KEY, answer);
            assertThat(record.getString("outcome")).isEqualTo("refused");
            assertThat(record.getString("problem")).isEqualTo("insufficient_quota");
            HttpResponse<String> english = ask(here, Installation.KEY, 100, "accept-language", "en");
            assertThat(error(english).getString("message")).contains("team", "month", "renews");
            assertThat(ask(here, OTHER_KEY, 100).statusCode()).isEqualTo(200);
            here.restart();
            assertThat(error(ask(here, Installation.KEY, 100)).getString("code"))
                    .isEqualTo("insufficient_quota");
            here.verifyAudit();
        }
    }

    @Test
    void a_person_sees_their_own_use_and_nobody_sees_that_of_a_small_team() throws Exception {
        List<String> limits = List.of(
                "{subject: team, name: conseil, eurosPerMonth: 1234}",
                "{subject: person, eurosPerDay: 321, requestsPerMinute: 77}",
                "{subject: key, name: essai, concurrency: 55}");
        try (Installation here = Installation.startLimited(limits)) {
            HttpResponse<String> answer = ask(here, Installation.KEY, 100);
            assertThat(answer.statusCode()).isEqualTo(200);
            long cost = report(here, Installation.KEY, answer).getLong("costMicroEuros");
            String shown = new Figures(Language.FRENCH).cost(cost);
            String own = page(here, Installation.EMPLOYEE);
            // What was used is written by the group, a little after the answer.
            for (long end = System.nanoTime() + 20_000_000_000L; !own.contains(shown) && System.nanoTime() < end; ) {
                Thread.sleep(250);
                own = page(here, Installation.EMPLOYEE);
            }
            assertThat(own)
                    .contains("Budget du jour", "321,00", "77", "essai", "55", "Conseil", "1\u202f234,00", "non montré")
                    .contains(shown)
                    .doesNotContain("Équipes</h2>");
            String other = page(here, "autre@example.org");
            assertThat(other).contains("321,00").doesNotContain(shown, "Conseil", "essai");
            String administrator = page(here, Installation.ADMIN);
            assertThat(administrator)
                    .contains("Équipes</h2>", "1\u202f234,00", "non montré")
                    .doesNotContain(shown, "essai");
        }
    }

    private static String page(Installation here, String email) throws Exception {
        Visitor visitor = new Visitor(here.vigie().url());
        visitor.signIn(email, Installation.PASSWORD);
        HttpResponse<String> page = visitor.get("/settings/limits");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    @Test
    void two_replicas_let_exactly_ten_of_128_calls_at_once_through() throws Exception {
        DatabaseAccess database = TestDatabase.empty();
        String yaml = "{url: \"" + database.url() + "\", user: " + database.owner() + ", password: \""
                + database.ownerPassword().reveal() + "\"}";
        List<Installation> replicas = Installation.replicas(
                yaml, List.of("{subject: person, name: autre@example.org, requestsPerMinute: 10}"));
        try {
            if (LocalTime.now().getSecond() > 35)
                Thread.sleep((61 - LocalTime.now().getSecond()) * 1_000L);
            List<Future<HttpResponse<String>>> calls = new ArrayList<>();
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 128; i++) {
                    Installation replica = replicas.get(i % 2);
                    calls.add(threads.submit(() -> {
                        start.await();
                        return ask(replica, OTHER_KEY, 100);
                    }));
                }
                start.countDown();
            }
            int passed = 0;
            Set<String> codes = new HashSet<>();
            for (Future<HttpResponse<String>> call : calls) {
                HttpResponse<String> answer = call.get();
                if (answer.statusCode() == 200) {
                    passed++;
                } else {
                    assertThat(answer.statusCode()).isEqualTo(429);
                    codes.add(error(answer).getString("code"));
                    assertThat(Integer.parseInt(
                                    answer.headers().firstValue("retry-after").orElseThrow()))
                            .isBetween(1, 60);
                }
            }
            assertThat(passed).isEqualTo(10);
            assertThat(codes).containsExactly("rate_limit_exceeded");
        } finally {
            replicas.forEach(Installation::close);
        }
    }
}
