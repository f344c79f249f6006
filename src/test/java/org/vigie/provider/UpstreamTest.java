package org.vigie.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.provider.ScriptedUpstream.beginStream;
import static org.vigie.provider.ScriptedUpstream.chunk;
import static org.vigie.provider.ScriptedUpstream.endStream;
import static org.vigie.provider.ScriptedUpstream.json;
import static org.vigie.provider.ScriptedUpstream.whole;
import static org.vigie.provider.ScriptedUpstream.write;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.provider.Provider.Events;
import org.vigie.provider.Provider.Reply;
import org.vigie.provider.ProviderFailure.Kind;
import org.vigie.provider.ScriptedUpstream.Cut;
import org.vigie.provider.ScriptedUpstream.Script;

/** What a provider can do wrong, over real sockets, and what comes of it; and what it is sent. */
class UpstreamTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String EVENT = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";
    private static final String ANSWER = "{\"choices\":[]}";
    private static final String QUICK = "connection: {firstByteTimeoutSeconds: 1, idleTimeoutSeconds: 1},";

    @TempDir
    Path directory;

    private Optional<ScriptedUpstream> upstream = Optional.empty();

    @AfterEach
    void stop() {
        upstream.ifPresent(ScriptedUpstream::close);
    }

    @AfterAll
    static void stopVertx() {
        VERTX.close();
    }

    private Asking asking(String settings, Script script) throws IOException {
        upstream = Optional.of(new ScriptedUpstream(script));
        return new Asking(VERTX, directory, "http://127.0.0.1:" + upstream.get().port() + "/v1", settings);
    }

    private static void forEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void assertTook(long fromNanos, Duration least, Duration most) {
        assertThat(Duration.ofNanos(System.nanoTime() - fromNanos)).isBetween(least, most);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void one_that_says_nothing_is_left_after_its_first_byte_time(boolean stream) throws IOException {
        Asking asking = asking(QUICK, (_, _) -> forEver());
        long from = System.nanoTime();
        assertThat(asking.failure(stream).kind()).isEqualTo(Kind.TIMED_OUT);
        assertTook(from, Duration.ofMillis(950), Duration.ofSeconds(5));
    }

    @Test
    void one_that_stops_in_the_middle_is_left_after_its_idle_time() throws IOException {
        Asking asking = asking(QUICK, (_, out) -> {
            beginStream(out);
            chunk(out, EVENT);
            forEver();
        });
        assertThat(asking.failure(true).kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(asking.events).hasSize(1);
    }

    @Test
    void comments_keep_a_stream_alive_while_a_model_reasons() throws Exception {
        Asking asking = asking(QUICK, (_, out) -> {
            beginStream(out);
            for (int i = 0; i < 8; i++) {
                chunk(out, ": still here\n\n");
                Thread.sleep(250);
            }
            chunk(out, EVENT + "data: [DONE]\n\n");
            endStream(out);
        });
        assertThat(asking.ask(true)).isInstanceOf(Reply.Streamed.class);
        assertThat(asking.events).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void one_that_never_ends_is_left_after_the_time_for_the_whole_answer(boolean stream) throws IOException {
        Asking asking = asking("connection: {idleTimeoutSeconds: 5, answerTimeoutSeconds: 2},", (_, out) -> {
            if (stream) beginStream(out);
            else write(out, "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
            while (true) {
                chunk(out, stream ? EVENT : " ");
                Thread.sleep(50);
            }
        });
        long from = System.nanoTime();
        assertThat(asking.failure(stream).kind()).isEqualTo(Kind.TIMED_OUT);
        assertTook(from, Duration.ofMillis(1_950), Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_connection_that_is_cut_is_no_end(boolean stream) throws IOException {
        Asking asking = asking("", (_, out) -> {
            if (stream) beginStream(out);
            else write(out, "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
            chunk(out, stream ? EVENT : ANSWER);
            throw new Cut();
        });
        assertThat(asking.failure(stream).kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void a_stream_that_ends_without_its_end_mark_was_cut() throws IOException {
        Asking asking = asking("", (_, out) -> {
            beginStream(out);
            chunk(out, EVENT);
            endStream(out);
        });
        assertThat(asking.failure(true).kind()).isEqualTo(Kind.FAILED);
        assertThat(asking.events).hasSize(1);
    }

    @Test
    void a_whole_answer_larger_than_allowed_is_not_held() throws IOException {
        AtomicLong written = new AtomicLong();
        Asking asking = asking("", (_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
            String much = "x".repeat(1 << 20);
            for (int i = 0; i < 200; i++) {
                chunk(out, much);
                written.addAndGet(much.length());
            }
        });
        assertThat(asking.failure(false).kind()).isEqualTo(Kind.FAILED);
        assertThat(written.get()).isBetween(60L << 20, 100L << 20);
    }

    @Test
    void an_event_larger_than_allowed_is_not_held() throws IOException {
        AtomicLong written = new AtomicLong();
        Asking asking = asking("", (_, out) -> {
            beginStream(out);
            chunk(out, "data: ");
            String much = "x".repeat(1 << 20);
            for (int i = 0; i < 200; i++) {
                chunk(out, much);
                written.addAndGet(much.length());
            }
        });
        assertThat(asking.failure(true).kind()).isEqualTo(Kind.FAILED);
        assertThat(asking.events).isEmpty();
        assertThat(written.get()).isLessThan(50L << 20);
    }

    @Test
    void a_length_that_is_too_long_is_a_cut() throws IOException {
        Asking asking = asking("", (_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n" + ANSWER);
            throw new Cut();
        });
        assertThat(asking.failure(false).kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void what_is_beyond_a_length_that_is_too_short_never_becomes_the_next_answer() throws Exception {
        AtomicLong requests = new AtomicLong();
        Asking asking = asking("", (_, out) -> {
            if (requests.incrementAndGet() == 1) {
                write(
                        out,
                        "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n" + ANSWER
                                + "HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\n{\"a\":1}");
            } else {
                json(out, 200, "", ANSWER);
            }
        });
        assertThat(asking.failure(false).kind()).isEqualTo(Kind.FAILED);
        for (int i = 0; i < 3; i++) {
            assertThat(((Reply.Whole) asking.ask(false)).body().bytes()).isEqualTo(ANSWER.getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001garbage\r\n\r\n",
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n<html></h>",
                "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n",
                "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\nabc"
            })
    void garbage_is_a_fault(String bytes) throws IOException {
        Asking asking = asking(QUICK, (_, out) -> {
            write(out, bytes);
            throw new Cut();
        });
        assertThat(asking.failure(false).kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void a_header_without_end_is_a_fault() throws IOException {
        Asking asking = asking("", (_, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nx: ");
            while (true) write(out, "x".repeat(1_000));
        });
        assertThat(asking.failure(true).kind()).isEqualTo(Kind.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 'retry-after: 7', BUSY, 7000",
        "429, 'retry-after-ms: 250', BUSY, 250",
        "429, 'retry-after: 86400', BUSY, 300000",
        "429, 'retry-after: soon', BUSY,",
        "429, 'x: y', BUSY,",
        "503, 'retry-after: 3', BUSY, 3000",
        "503, 'x: y', FAILED,",
        "529, 'x: y', BUSY,",
        "500, 'retry-after: 3', FAILED,",
        "401, 'x: y', FAILED,",
        "403, 'x: y', FAILED,",
        "400, 'x: y', REJECTED,",
        "404, 'x: y', REJECTED,",
        "422, 'x: y', REJECTED,",
        "408, 'x: y', TIMED_OUT,",
        "504, 'x: y', TIMED_OUT,",
        "302, 'location: /elsewhere', FAILED,",
    })
    void a_status_says_what_kind_of_failure_it_is(int status, String header, Kind kind, Long retryAfterMillis)
            throws IOException {
        Asking asking = asking("", (_, out) -> json(out, status, header + "\r\n", "{\"error\":{\"message\":\"no\"}}"));
        ProviderFailure failure = asking.failure(false);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.retryAfter().map(Duration::toMillis)).isEqualTo(Optional.ofNullable(retryAfterMillis));
        assertThat(failure.rejection().map(words -> words.status()))
                .isEqualTo(kind == Kind.REJECTED || status == 429 ? Optional.of(status) : Optional.empty());
        assertThat(upstream.orElseThrow().asked()).hasSize(1);
    }

    @Test
    void a_page_of_html_is_no_answer_for_a_client() throws IOException {
        Asking asking = asking("", (_, out) -> whole(out, 429, "content-type: text/html\r\n", "<html>busy</html>"));
        ProviderFailure failure = asking.failure(false);
        assertThat(failure.kind()).isEqualTo(Kind.BUSY);
        assertThat(failure.rejection().map(words -> new String(words.body(), StandardCharsets.UTF_8)))
                .hasValueSatisfying(words -> assertThat(words).doesNotContain("html"));
        assertThat(failure.problem().code()).isEqualTo("upstream_unavailable");
    }

    @Test
    void an_address_where_nobody_listens_is_unreachable() throws IOException {
        assertThat(new Asking(VERTX, directory, "http://127.0.0.1:1/v1", "")
                        .failure(true)
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(new Asking(VERTX, directory, "http://nowhere.invalid/v1", QUICK)
                        .failure(true)
                        .kind())
                .isIn(Kind.UNREACHABLE, Kind.TIMED_OUT);
    }

    @Test
    void sends_these_headers_and_no_other() throws Exception {
        Asking asking = asking(
                "apiKey: secret, organization: org-1, connection: {headers: [{name: X-Gate, value: \"let me in\"}]},",
                (_, out) -> json(out, 200, "", ANSWER));
        asking.ask(false);
        ScriptedUpstream.Asked asked = upstream.orElseThrow().asked().getFirst();
        assertThat(asked.line()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
        assertThat(asked.headers())
                .isEqualTo(Map.of(
                        "host", "127.0.0.1:" + upstream.orElseThrow().port(),
                        "content-type", "application/json",
                        "content-length", "" + asked.body().length(),
                        "accept", "application/json",
                        "accept-encoding", asked.headers().get("accept-encoding"),
                        "user-agent", "vigie",
                        "authorization", "Bearer secret",
                        "openai-organization", "org-1",
                        "x-gate", "let me in"));
    }

    @Test
    void azure_has_its_own_paths_and_its_own_key_header() throws Exception {
        upstream = Optional.of(new ScriptedUpstream((_, out) -> json(out, 200, "", ANSWER)));
        new Asking(
                        VERTX,
                        directory,
                        "http://127.0.0.1:" + upstream.get().port(),
                        "apiKey: secret, azureApiVersion: 2024-10-21,")
                .ask(false);
        ScriptedUpstream.Asked asked = upstream.get().asked().getFirst();
        assertThat(asked.line())
                .isEqualTo(
                        "POST /openai/deployments/upstream%20model/chat/completions?api-version=2024-10-21 HTTP/1.1");
        assertThat(asked.headers()).containsEntry("api-key", "secret").doesNotContainKey("authorization");
    }

    /** What a reader who does not read makes Vigie hold: nothing but the sockets' own buffers. */
    @Test
    void a_reader_who_has_enough_stops_the_provider_and_gets_the_rest_later() throws Exception {
        int events = 200;
        String large = "data: {\"choices\":[],\"x\":\"" + "x".repeat(256 * 1024) + "\"}\n\n";
        AtomicLong written = new AtomicLong();
        Asking asking = asking(QUICK, (_, out) -> {
            beginStream(out);
            for (int i = 0; i < events; i++) {
                chunk(out, large);
                written.addAndGet(large.length());
            }
            chunk(out, "data: [DONE]\n\n");
            endStream(out);
        });
        SlowReader reader = new SlowReader();
        AtomicReference<Object> outcome = new AtomicReference<>();
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                outcome.set(asking.ask(true, reader));
            } catch (ProviderFailure failed) {
                outcome.set(failed.kind());
            }
        });
        Thread.sleep(2_500);
        // Longer than the idle time of one second: that the provider is silent is not its fault.
        assertThat(outcome.get()).isNull();
        // The kernel's buffers of a loopback connection may grow to some megabytes on either side.
        assertThat(written.get()).isLessThan(24L << 20);
        reader.readOn();
        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        assertThat(outcome.get()).isInstanceOf(Reply.Streamed.class);
        assertThat(reader.got.get()).isEqualTo(events);
    }

    private static final class SlowReader implements Events {
        final AtomicLong got = new AtomicLong();
        private final List<Runnable> waiting = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean reading;

        @Override
        public void events(List<byte[]> json) {
            got.addAndGet(json.size());
        }

        @Override
        public boolean full() {
            return !reading;
        }

        @Override
        public void whenReady(Runnable more) {
            waiting.add(more);
        }

        void readOn() {
            reading = true;
            waiting.forEach(Runnable::run);
        }
    }

    @Test
    void those_for_whom_there_is_no_room_to_wait_are_told_at_once() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Asking asking = asking("connection: {poolSize: 1},", (_, out) -> {
            release.await();
            json(out, 200, "", ANSWER);
        });
        List<Kind> refused = Collections.synchronizedList(new ArrayList<>());
        AtomicLong answered = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        // One is served, 64 wait, 15 are too many.
        for (int i = 0; i < 80; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    asking.ask(false);
                    answered.incrementAndGet();
                } catch (ProviderFailure failed) {
                    refused.add(failed.kind());
                }
            }));
        }
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (refused.size() < 15 && System.nanoTime() < end) Thread.sleep(10);
        release.countDown();
        for (Thread thread : threads)
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        assertThat(refused).hasSize(15).containsOnly(Kind.BUSY);
        assertThat(answered.get()).isEqualTo(65);
    }
}
