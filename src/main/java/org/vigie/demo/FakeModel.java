package org.vigie.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoopbackHttp server;
    private final Pace pace;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicLong served = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private volatile boolean recording;

    private FakeModel(int port, Pace pace) throws IOException {
        this.pace = pace;
        this.server = new LoopbackHttp(port, this::answer);
    }

    /** Listens on any free port of loopback. */
    public static FakeModel start(Pace pace) {
        return start(0, pace);
    }

    /** @throws UncheckedIOException when it cannot listen there */
    public static FakeModel start(int port, Pace pace) {
        try {
            return new FakeModel(port, pace);
        } catch (IOException taken) {
            throw new UncheckedIOException("The fake model cannot listen on port " + port, taken);
        }
    }

    /** What a provider's {@code baseUrl} is set to. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1");
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

    /** Drops every connection. */
    @Override
    public void close() {
        server.close();
    }

    private void answer(Received request, LoopbackReply out) throws IOException, InterruptedException {
        long number = served.incrementAndGet();
        if (recording) {
            received.add(request);
        }
        long created = Instant.now().getEpochSecond();
        switch (request.method() + " " + request.path()) {
            case "GET /v1/models" -> json(out, 200, FakeWire.models(created));
            case "POST /v1/chat/completions" -> complete(request, out, number, created);
            default -> json(out, 404, FakeWire.error("Unknown request URL", "invalid_request_error", "unknown_url"));
        }
    }

    private void complete(Received received, LoopbackReply out, long number, long created)
            throws IOException, InterruptedException {
        ChatRequest request;
        try {
            request = new ChatRequest(JSON.readTree(received.body()));
        } catch (JsonProcessingException malformed) {
            json(out, 400, FakeWire.error("The body is not JSON", "invalid_request_error", null));
            return;
        }
        underWay.incrementAndGet();
        try {
            new FakeExchange(out, request, new FakeWire(request, number, created), pace).run();
        } catch (FakeExchange.DroppedOnPurpose meant) {
            throw meant;
        } catch (IOException | InterruptedException clientLeft) {
            cancelled.incrementAndGet();
            throw clientLeft;
        } finally {
            underWay.decrementAndGet();
        }
    }

    private static void json(LoopbackReply out, int status, String body) throws IOException {
        out.whole(status, "application/json", "", body.getBytes(StandardCharsets.UTF_8));
    }
}
