package org.vigie.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.Rejection;
import org.vigie.flow.AnswerSink;
import org.vigie.flow.Decision;
import org.vigie.flow.Ended;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;

/**
 * One answer on its way to a client of an API. Nothing is written before the first event or the end, so that a refusal or
 * a failure still has a status of its own; after that, a failure is an event of the stream, which then ends without
 * its end mark. A stream whose first event takes longer than a proxy waits begins without it; should another target
 * be asked then, a comment says which.
 *
 * <p>Called from the exchange's thread, the provider's event loop and a timer: every method holds the lock.
 */
final class HttpAnswer implements AnswerSink {
    /** While a model reasons, so that no proxy on the way thinks the stream dead. */
    private static final long KEEP_ALIVE_MILLIS = 15_000;

    private static final String COMMENT = ": keep-alive\n\n";
    private static final String PING = "event: ping\ndata: {\"type\":\"ping\"}\n\n";

    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "event: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_EVENT = "\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SIZE_HINT = 512;

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Dialect dialect;
    private final ErrorForm errors;
    private final Language language;
    private long keepAlive = -1;
    private long eventsWritten;
    private boolean streaming;
    private boolean over;

    HttpAnswer(Vertx vertx, HttpServerResponse response, Dialect dialect, ErrorForm errors, Language language) {
        this.vertx = vertx;
        this.response = response;
        this.dialect = dialect;
        this.errors = errors;
        this.language = language;
    }

    @Override
    public synchronized void decided(Decision decision) {
        if (over) return;
        if (streaming) {
            if (eventsWritten == 0) decision.target().ifPresent(target -> correct(decision, target.name()));
            return;
        }
        response.putHeader("x-request-id", decision.exchange().toString());
        if (isAnthropic()) response.putHeader("request-id", decision.exchange().toString());
        response.putHeader("x-vigie-decision", decision.verdict());
        response.putHeader("x-vigie-snapshot", decision.snapshot());
        if (decision.cache() != Decision.Cache.OFF) {
            response.putHeader("x-vigie-cache", decision.cache() == Decision.Cache.HIT ? "hit" : "miss");
        }
        if (!decision.findings().isEmpty()) {
            response.putHeader("x-vigie-findings", decision.findings().headerValue());
        }
        decision.target().ifPresent(target -> response.putHeader("x-vigie-model", target.name()));
    }

    /** The headers are out, and name another target: a comment, since clients of Java's own take no trailers. */
    private void correct(Decision decision, String target) {
        if (target.equals(response.headers().get("x-vigie-model"))) return;
        response.write(": x-vigie-model: " + target + "\n: x-vigie-decision: " + decision.verdict() + "\n\n");
    }

    private boolean isAnthropic() {
        return dialect == Dialect.MESSAGES || dialect == Dialect.COUNT_TOKENS;
    }

    private Optional<String> exchange() {
        return Optional.ofNullable(response.headers().get("x-request-id"));
    }

    @Override
    public synchronized void waiting() {
        if (!over && keepAlive < 0) keepAlive = vertx.setPeriodic(KEEP_ALIVE_MILLIS, _ -> keepAlive());
    }

    private synchronized void keepAlive() {
        if (over || response.writeQueueFull()) return;
        begin();
        response.write(isAnthropic() ? PING : COMMENT);
    }

    @Override
    public synchronized void events(List<byte[]> json) {
        if (over) return;
        begin();
        Buffer written = Buffer.buffer(SIZE_HINT);
        json.forEach(event -> append(event, written));
        eventsWritten += json.size();
        response.write(written);
    }

    private void append(byte[] event, Buffer out) {
        dialect.answer()
                .eventName(event)
                .ifPresent(name -> out.appendBytes(EVENT)
                        .appendBytes(name.getBytes(StandardCharsets.UTF_8))
                        .appendByte((byte) '\n'));
        out.appendBytes(DATA).appendBytes(event).appendBytes(END_OF_EVENT);
    }

    private void begin() {
        if (streaming) return;
        streaming = true;
        response.setChunked(true);
        response.putHeader("content-type", "text/event-stream; charset=utf-8");
        response.putHeader("cache-control", "no-store");
        response.putHeader("x-accel-buffering", "no");
    }

    @Override
    public synchronized boolean full() {
        return !over && response.writeQueueFull();
    }

    @Override
    public synchronized void whenReady(Runnable more) {
        if (over || !response.writeQueueFull()) {
            more.run();
        } else {
            response.drainHandler(_ -> more.run());
        }
    }

    synchronized void end(Ended ended) {
        if (over) return;
        switch (ended.answer()) {
            case Ended.Answer.Whole whole -> {
                response.putHeader("content-type", "application/json");
                response.end(Buffer.buffer(whole.json()));
            }
            case Ended.Answer.Bytes bytes -> {
                response.putHeader("content-type", bytes.contentType());
                response.end(Buffer.buffer(bytes.body()));
            }
            case Ended.Answer.Streamed _ -> {
                begin();
                if (dialect == Dialect.CHAT_COMPLETIONS) response.end("data: [DONE]\n\n");
                else response.end();
            }
        }
        over();
    }

    synchronized void fail(Problem problem) {
        if (over) return;
        over();
        if (streaming)
            endWith(errors.event(problem, language, exchange(), eventsWritten).getBytes());
        else errors.write(response, problem, language);
    }

    private void endWith(byte[] error) {
        Buffer last = Buffer.buffer(SIZE_HINT);
        append(error, last);
        response.end(last);
    }

    /** The provider's own words, about the request or about its breaking in the middle of an answer. */
    synchronized void reject(Rejection rejection) {
        if (over) return;
        over();
        if (streaming) {
            endWith(rejection.body());
            return;
        }
        response.setStatusCode(rejection.status());
        rejection.headers().forEach(response::putHeader);
        response.putHeader("content-type", "application/json");
        response.end(errors.json(rejection, exchange()));
    }

    /** The client is gone; nothing more can be written. */
    synchronized void gone() {
        over();
    }

    synchronized boolean isOver() {
        return over;
    }

    private void over() {
        over = true;
        vertx.cancelTimer(keepAlive);
    }
}
