package org.vigie.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A provider for demonstrations and tests: {@code GET /v1/models} and {@code POST /v1/chat/completions}, streamed and
 * not, on a loopback socket. What it answers is made of what it received; see {@link FakeWriter}. A model's name can make
 * it misbehave; see {@link FakeBehaviour}.
 */
public final class FakeModel implements AutoCloseable {
    /** The one model that {@code /v1/models} names. */
    public static final String MODEL = "fake-small";

    private static final String LOOPBACK = "127.0.0.1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx;
    private final HttpServer server;
    private final Pace pace;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicLong served = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private volatile boolean recording;

    private FakeModel(Vertx vertx, int port, Pace pace) {
        this.vertx = vertx;
        this.pace = pace;
        this.server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(port, LOOPBACK)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Listens on any free port of loopback. */
    public static FakeModel start(Pace pace) {
        return start(0, pace);
    }

    /** @throws java.util.concurrent.CompletionException when it cannot listen there */
    public static FakeModel start(int port, Pace pace) {
        VertxOptions small =
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1);
        small.getFileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return new FakeModel(Vertx.vertx(small), port, pace);
    }

    /** What a provider's {@code baseUrl} is set to. */
    public URI baseUrl() {
        return URI.create("http://" + LOOPBACK + ":" + server.actualPort() + "/v1");
    }

    /** From now on keeps the requests that arrive, in memory only. */
    public void record() {
        recording = true;
    }

    /** The requests since {@link #record}, in the order of their arrival. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** How many requests arrived so far. */
    public long served() {
        return served.get();
    }

    /** How many answers are being given now. */
    public int underWay() {
        return underWay.get();
    }

    /** How many answers the client did not wait for. */
    public int cancelled() {
        return cancelled.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void serve(HttpServerRequest http) {
        http.body().onSuccess(body -> answer(http, body));
    }

    private void answer(HttpServerRequest http, Buffer body) {
        long number = served.incrementAndGet();
        if (recording) {
            received.add(new Received(http.method().name(), http.path(), headers(http), body.toString()));
        }
        long created = Instant.now().getEpochSecond();
        if (http.path().equals("/v1/models") && http.method().equals(HttpMethod.GET)) {
            json(http, 200, FakeWire.models(created));
        } else if (http.path().equals("/v1/chat/completions") && http.method().equals(HttpMethod.POST)) {
            complete(http, body, number, created);
        } else {
            json(http, 404, FakeWire.error("Unknown request URL", "invalid_request_error", "unknown_url"));
        }
    }

    private void complete(HttpServerRequest http, Buffer body, long number, long created) {
        ChatRequest request;
        try {
            request = new ChatRequest(JSON.readTree(body.getBytes()));
        } catch (JsonProcessingException malformed) {
            json(http, 400, FakeWire.error("The body is not JSON", "invalid_request_error", null));
            return;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        underWay.incrementAndGet();
        new FakeExchange(vertx, http, request, new FakeWire(request, number, created), pace).run(this::over);
    }

    private void over(boolean finished) {
        underWay.decrementAndGet();
        if (!finished) {
            cancelled.incrementAndGet();
        }
    }

    private static void json(HttpServerRequest http, int status, String body) {
        http.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body);
    }

    private static Map<String, String> headers(HttpServerRequest http) {
        Map<String, String> headers = new HashMap<>();
        http.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }
}
