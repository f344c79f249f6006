package org.vigie.provider;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.vigie.catalog.Patience;
import org.vigie.exchange.AnswerForm;
import org.vigie.exchange.AnswerForm.Mark;
import org.vigie.exchange.JsonDocument;
import org.vigie.exchange.Rejection;
import org.vigie.kernel.ProblemException;
import org.vigie.provider.Provider.Events;
import org.vigie.provider.Provider.Reply;

/**
 * One request to a provider, from connecting to the last byte. All its state is touched on one event
 * loop only; {@link #done} completes exactly once, whatever happens.
 *
 * <p>Time: from the start to the first byte of the answer's body at most {@code patience.firstByte}; between two pieces at
 * most {@code patience.idle}; in all at most {@code patience.whole}. An answer in one piece is held whole, at most
 * {@value #WHOLE_LIMIT} bytes; one in pieces may have {@value #STREAM_LIMIT}, none of which is kept.
 *
 * <p>A receiver that has enough stops the reading from the provider, whose own sending then stops (TCP): nothing gathers
 * here. The provider's silence is not counted meanwhile; the receiver has {@value #READER_PATIENCE_MILLIS} ms.
 */
final class UpstreamCall {
    private static final int WHOLE_LIMIT = 64 * 1024 * 1024;
    private static final int BAD_GATEWAY = 502;
    private static final long STREAM_LIMIT = 256L * 1024 * 1024;
    private static final long READER_PATIENCE_MILLIS = 120_000;
    private static final byte[] NO_WORDS = {'{', '}'};
    /** How long a provider may take to end an answer that is complete, so that its connection can serve again. */
    private static final long LINGER_MILLIS = 2_000;

    private static final List<String> RETRY_HEADERS = List.of("retry-after", "retry-after-ms", "x-should-retry");

    private final Vertx vertx;
    private final Context context;
    private final String provider;
    private final Patience patience;
    private final AnswerForm form;
    private final Events events;
    private final CompletableFuture<Reply> done = new CompletableFuture<>();

    private @Nullable HttpClientRequest request;
    private boolean streamWanted;
    private boolean cancelled;
    private boolean complete;
    private boolean answering;
    /** Payloads of a stream that are read and not yet passed on. */
    private final List<byte[]> arrived = new ArrayList<>();

    private boolean passing;
    private long timer = -1;
    private boolean paused;
    private long startNanos;
    private long linger = -1;
    private long lastByteNanos;
    private long streamedBytes;

    UpstreamCall(Vertx vertx, String provider, Patience patience, AnswerForm form, Events events) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.provider = provider;
        this.patience = patience;
        this.form = form;
        this.events = events;
        done.whenComplete((_, _) -> context.runOnContext(_ -> vertx.cancelTimer(timer)));
    }

    CompletableFuture<Reply> done() {
        return done;
    }

    void start(HttpClient client, RequestOptions options, byte[] body, boolean stream) {
        context.runOnContext(_ -> {
            streamWanted = stream;
            startNanos = System.nanoTime();
            lastByteNanos = startNanos;
            watch();
            client.request(options).onFailure(this::unreachable).onSuccess(opened -> {
                request = opened;
                if (cancelled) {
                    opened.reset();
                    return;
                }
                // Also when we reset it ourselves, which is then no news.
                opened.exceptionHandler(this::broken);
                opened.putHeader("accept", accepted(stream));
                opened.response().onFailure(this::broken).onSuccess(this::answer);
                opened.end(Buffer.buffer(body)).onFailure(this::broken);
            });
        });
    }

    private String accepted(boolean stream) {
        if (stream) return "text/event-stream";
        if (form.bytesAreText()) return "application/json, text/plain, text/vtt";
        return form.isBytes("audio/") ? "audio/*, application/octet-stream" : "application/json";
    }

    /** Breaks the connection off; the provider sees it at once. */
    void cancel() {
        context.runOnContext(_ -> {
            cancelled = true;
            fail(ProviderFailure.cancelled(provider));
        });
    }

    private void answer(HttpClientResponse response) {
        String type = Optional.ofNullable(response.getHeader("content-type")).orElse("");
        response.exceptionHandler(this::broken);
        boolean inPieces = response.statusCode() / 100 == 2 && type.startsWith("text/event-stream");
        if (!inPieces) answerWhole(response);
        else if (streamWanted) answerInPieces(response);
        else fail(ProviderFailure.failed(provider));
    }

    private void answerInPieces(HttpClientResponse response) {
        SseParser parser = new SseParser();
        response.handler(packet -> guarded(() -> {
            heard();
            streamedBytes += packet.length();
            if (streamedBytes > STREAM_LIMIT) throw new IllegalStateException("answer too large");
            arrived.addAll(parser.accept(packet));
            if (!passing) {
                // Behind what the same reading of the socket still brings: passed on, and written, together.
                passing = true;
                context.runOnContext(_ -> guarded(() -> passOn(response)));
            }
        }));
        response.endHandler(_ -> guarded(() -> {
            // What a cut left of an event must not take down those that came whole.
            passArrived();
            arrived.addAll(parser.end());
            passArrived();
            endOfStream();
        }));
    }

    private void passOn(HttpClientResponse response) {
        passing = false;
        passArrived();
        if (!paused && events.full()) {
            paused = true;
            response.pause();
            events.whenReady(() -> context.runOnContext(_ -> readOn(response)));
        }
    }

    private void passArrived() {
        if (arrived.isEmpty() || done.isCompletedExceptionally()) return;
        List<byte[]> together = List.copyOf(arrived);
        arrived.clear();
        pass(together);
    }

    private void readOn(HttpClientResponse response) {
        paused = false;
        lastByteNanos = System.nanoTime();
        response.resume();
    }

    private void pass(List<byte[]> payloads) {
        List<byte[]> chunks = new ArrayList<>(payloads.size());
        for (byte[] payload : payloads) {
            if (complete) break;
            switch (form.mark(payload)) {
                case PIECE -> chunks.add(payload);
                case LAST -> {
                    chunks.add(payload);
                    complete = true;
                }
                case END -> complete = true;
                case ERROR -> {
                    if (!chunks.isEmpty()) events.events(chunks);
                    fail(ProviderFailure.broke(provider, new Rejection(BAD_GATEWAY, payload, Map.of())));
                    return;
                }
            }
        }
        if (!chunks.isEmpty()) events.events(chunks);
        if (complete && !done.isDone()) completed();
    }

    /** Nobody waits for the end of a connection whose answer has ended. */
    private void completed() {
        done.complete(new Reply.Streamed());
        linger = vertx.setTimer(LINGER_MILLIS, _ -> {
            if (request != null) request.reset();
        });
    }

    /** A stream that ends without its end mark was cut: some proxy or process on the way died. */
    private void endOfStream() {
        if (complete) vertx.cancelTimer(linger);
        else done.completeExceptionally(ProviderFailure.failed(provider));
    }

    private void answerWhole(HttpClientResponse response) {
        Buffer whole = Buffer.buffer();
        response.handler(packet -> guarded(() -> {
            heard();
            if (whole.length() + packet.length() > WHOLE_LIMIT) throw new IllegalStateException("answer too large");
            whole.appendBuffer(packet);
        }));
        response.endHandler(_ -> guarded(() -> judge(response, whole.getBytes())));
    }

    private void judge(HttpClientResponse response, byte[] body) {
        int status = response.statusCode();
        String type = Optional.ofNullable(response.getHeader("content-type")).orElse("");
        if (status / 100 == 2 && form.isBytes(type)) {
            done.complete(new Reply.Bytes(type, body));
            return;
        }
        if (status / 100 == 2) {
            judgeWhole(JsonDocument.parse(body));
            return;
        }
        Optional<Duration> retryAfter = RetryAfter.of(response.headers(), Instant.now());
        if (isBusy(status, retryAfter)) {
            Optional<Rejection> words = status == 429 ? Optional.of(words(response, body)) : Optional.empty();
            done.completeExceptionally(ProviderFailure.busy(provider, words, retryAfter));
        } else if (isAboutTheRequest(status) && isJson(body)) {
            done.completeExceptionally(ProviderFailure.rejected(provider, words(response, body)));
        } else {
            done.completeExceptionally(
                    status == 408 || status == 504
                            ? ProviderFailure.timedOut(provider)
                            : ProviderFailure.failed(provider));
        }
    }

    /** Some say 200 and then that they broke. */
    private void judgeWhole(JsonDocument answer) {
        if (form.mark(answer.bytes()) == Mark.ERROR) {
            done.completeExceptionally(
                    ProviderFailure.broke(provider, new Rejection(BAD_GATEWAY, answer.bytes(), Map.of())));
        } else if (streamWanted) {
            done.completeExceptionally(ProviderFailure.failed(provider));
        } else {
            done.complete(new Reply.Whole(answer));
        }
    }

    /** Its own, or none where what it says is a web page. */
    private static Rejection words(HttpClientResponse response, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        for (String name : RETRY_HEADERS) {
            String value = response.getHeader(name);
            if (value != null) headers.put(name, value);
        }
        return new Rejection(response.statusCode(), isJson(body) ? body : NO_WORDS, headers);
    }

    /** 529 is Anthropic's "overloaded"; a 503 that names no time is a fault like others. */
    private static boolean isBusy(int status, Optional<Duration> retryAfter) {
        return status == 429 || status == 529 || (status == 503 && retryAfter.isPresent());
    }

    /** What the client can mend; 401 and 403 are about the key that Vigie holds, and none of the client's business. */
    private static boolean isAboutTheRequest(int status) {
        return status == 400 || status == 404 || status == 409 || status == 413 || status == 422;
    }

    private static boolean isJson(byte[] body) {
        try {
            JsonDocument.parse(body);
            return true;
        } catch (ProblemException notJson) {
            return false;
        }
    }

    private void heard() {
        lastByteNanos = System.nanoTime();
        answering = true;
    }

    /** One timer a call, set anew for the rest of the silence that is still allowed, not one a packet. */
    private void watch() {
        if (done.isDone()) return;
        long now = System.nanoTime();
        long left = Math.min(
                allowedSilence() - (now - lastByteNanos) / 1_000_000,
                patience.whole().toMillis() - (now - startNanos) / 1_000_000);
        if (left > 0) timer = vertx.setTimer(left, _ -> watch());
        else fail(paused ? ProviderFailure.unread(provider) : ProviderFailure.timedOut(provider));
    }

    private long allowedSilence() {
        if (paused) return READER_PATIENCE_MILLIS;
        return (answering ? patience.idle() : patience.firstByte()).toMillis();
    }

    /** A fault while handling a piece ends the call: an answer that cannot be restored must not go on. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException fault) {
            fail(ProviderFailure.failed(provider));
        }
    }

    /** Says why first: breaking the connection off reports a fault of its own. */
    private void fail(ProviderFailure failure) {
        done.completeExceptionally(failure);
        if (request != null) request.reset();
    }

    /** Our own pool being full says that this provider is slow, not that it is broken. */
    private void unreachable(Throwable cause) {
        done.completeExceptionally(
                cause instanceof ConnectionPoolTooBusyException
                        ? ProviderFailure.busy(provider, Optional.empty(), Optional.empty())
                        : ProviderFailure.unreachable(provider));
    }

    /** What came before the break is passed on first: it was said. */
    private void broken(Throwable cause) {
        guarded(this::passArrived);
        done.completeExceptionally(ProviderFailure.failed(provider));
    }
}
