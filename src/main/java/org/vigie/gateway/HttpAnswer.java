package org.vigie.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
 * its end mark.
 *
 * <p>Called from the exchange's thread, the provider's event loop and a timer: every method holds the lock.
 */
final class HttpAnswer implements AnswerSink {
    /** As comment lines while a model reasons, so that no proxy on the way thinks the stream dead. */
    private static final long KEEP_ALIVE_MILLIS = 15_000;

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
        if (streaming || over) return;
        response.putHeader("x-request-id", decision.exchange().toString());
        response.putHeader("x-vigie-decision", decision.verdict());
        response.putHeader("x-vigie-snapshot", decision.snapshot());
        if (!decision.findings().isEmpty()) {
            response.putHeader("x-vigie-findings", decision.findings().headerValue());
        }
        decision.target().ifPresent(target -> response.putHeader("x-vigie-model", target.name()));
    }

    @Override
    public synchronized void events(List<byte[]> json) {
        if (over) return;
        begin();
        Buffer written = Buffer.buffer(SIZE_HINT);
        json.forEach(event -> append(event, written));
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
        keepAlive = vertx.setPeriodic(KEEP_ALIVE_MILLIS, _ -> comment());
    }

    private synchronized void comment() {
        if (!over) response.write(": keep-alive\n\n");
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
        if (streaming) endWith(errors.json(problem, language).getBytes());
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
        rejection.retryAfter().ifPresent(seconds -> response.putHeader("retry-after", seconds));
        response.putHeader("content-type", "application/json");
        response.end(Buffer.buffer(rejection.body()));
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
