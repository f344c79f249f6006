package org.vigie.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.configuration.ConfigurationFile;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.ModelRequest;

class AnswerCacheTest {
    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private AnswerCache cache(String... environment) {
        Map<String, String> variables = new java.util.HashMap<>();
        for (int i = 0; i < environment.length; i += 2) variables.put(environment[i], environment[i + 1]);
        VigieConfiguration read = ConfigurationFile.load(Path.of("none.yaml"), false, variables);
        return new AnswerCache(read, meters, now::get);
    }

    private static CacheKey key(String name) {
        return new CacheKey(name);
    }

    private static KeptAnswer answer(int bytes) {
        return new KeptAnswer(false, List.of(new byte[bytes]));
    }

    private static ModelRequest request(Dialect dialect, String json) {
        return ModelRequest.parse(dialect, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void serves_nobody_unless_the_configuration_says_so() {
        ModelRequest request = request(Dialect.CHAT_COMPLETIONS, "{\"model\":\"m\",\"messages\":[]}");
        assertThat(cache().serves("assistant", request)).isFalse();
        assertThat(cache("VIGIE_CACHE_ENABLED", "true").serves("assistant", request))
                .isTrue();
        String[] route = {
            "VIGIE_ROUTES_0_MODEL",
            "one",
            "VIGIE_ROUTES_0_TARGETS_0",
            "builtin/extractive",
            "VIGIE_ROUTES_0_CACHE",
            "true"
        };
        assertThat(cache(route).serves("one", request)).isTrue();
        route[5] = "false";
        String[] both = new String[8];
        System.arraycopy(route, 0, both, 0, 6);
        both[6] = "VIGIE_CACHE_ENABLED";
        both[7] = "true";
        assertThat(cache(both).serves("one", request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHAT_COMPLETIONS | {\"model\":\"m\",\"messages\":[],\"temperature\":1} | true",
                "CHAT_COMPLETIONS | {\"model\":\"m\",\"messages\":[],\"tools\":[{\"type\":\"function\"}]} | true",
                "CHAT_COMPLETIONS | {\"model\":\"m\",\"messages\":[],\"web_search_options\":{}} | false",
                "RESPONSES | {\"model\":\"m\",\"input\":\"x\"} | true",
                "RESPONSES | {\"model\":\"m\",\"input\":\"x\",\"tools\":[{\"type\":\"web_search\"}]} | false",
                "RESPONSES | {\"model\":\"m\",\"input\":\"previous_response_id\"} | true",
                "MESSAGES | {\"model\":\"m\",\"max_tokens\":9,\"messages\":[],\"tools\":[{\"type\":\"web_search_20250305\"}]} | false",
                "MESSAGES | {\"model\":\"m\",\"max_tokens\":9,\"messages\":[],\"tools\":[{\"name\":\"f\"}]} | true",
                "EMBEDDINGS | {\"model\":\"m\",\"input\":\"x\"} | true",
                "IMAGES | {\"model\":\"m\",\"prompt\":\"x\"} | false",
                "SPEECH | {\"model\":\"m\",\"input\":\"x\"} | false"
            })
    void only_what_may_get_the_same_answer_twice_is_served(Dialect dialect, String json, boolean served) {
        assertThat(cache("VIGIE_CACHE_ENABLED", "true").serves("assistant", request(dialect, json)))
                .isEqualTo(served);
    }

    @Test
    void what_is_too_old_is_gone() {
        AnswerCache cache = cache("VIGIE_CACHE_TTLSECONDS", "10");
        cache.keep(key("a"), answer(100));
        now.addAndGet(Duration.ofMillis(9_999).toNanos());
        assertThat(cache.find(key("a"))).isPresent();
        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(cache.find(key("a"))).isEmpty();
        assertThat(cache.bytes()).isZero();
        assertThat(meters.counter("vigie.cache.lookups", "result", "hit").count())
                .isEqualTo(1);
        assertThat(meters.counter("vigie.cache.lookups", "result", "miss").count())
                .isEqualTo(1);
    }

    @Test
    void never_holds_more_than_its_bound_and_forgets_what_was_least_used() {
        AnswerCache cache = cache("VIGIE_CACHE_MAXMIB", "1");
        int large = 120_000;
        for (String name : List.of("a", "b", "c", "d", "e", "f", "g", "h")) cache.keep(key(name), answer(large));
        assertThat(cache.find(key("a"))).isPresent();
        cache.keep(key("i"), answer(large));
        assertThat(cache.bytes()).isLessThanOrEqualTo(1_048_576);
        assertThat(cache.find(key("b"))).isEmpty();
        assertThat(cache.find(key("a"))).isPresent();
        assertThat(cache.find(key("i"))).isPresent();
    }

    @Test
    void what_takes_more_than_an_eighth_is_not_kept_and_the_same_key_counts_once() {
        AnswerCache cache = cache("VIGIE_CACHE_MAXMIB", "1");
        cache.keep(key("a"), answer(131_072));
        assertThat(cache.find(key("a"))).isEmpty();
        cache.keep(key("a"), answer(1_000));
        long once = cache.bytes();
        cache.keep(key("a"), answer(1_000));
        assertThat(cache.bytes()).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-store | true | false",
                "No-Cache | false | true",
                "max-age=0 | false | true",
                "no-cache, no-store | false | false",
                "private | true | true"
            })
    void a_client_says_what_it_wants(String header, boolean read, boolean keep) {
        assertThat(CacheControl.of(Optional.of(header))).isEqualTo(new CacheControl(read, keep));
        assertThat(CacheControl.of(Optional.empty())).isEqualTo(new CacheControl(true, true));
    }
}
