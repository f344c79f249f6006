package org.vigie.demo;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One answer under way: writes it at its pace, or fails as its model's name asks. Lives on one event loop. */
final class FakeExchange {
    private static final Duration SLOW = Duration.ofSeconds(3);

    /** Hears the end of an answer. @param finished whether the fake did all that it meant to */
    interface End {
        void of(boolean finished);
    }

    private final Vertx vertx;
    private final HttpServerRequest http;
    private final HttpServerResponse response;
    private final ChatRequest request;
    private final FakeWire wire;
    private final Pace pace;
    private boolean over;

    FakeExchange(Vertx vertx, HttpServerRequest http, ChatRequest request, FakeWire wire, Pace pace) {
        this.vertx = vertx;
        this.http = http;
        this.response = http.response();
        this.request = request;
        this.wire = wire;
        this.pace = pace;
    }

    void run(End end) {
        response.closeHandler(_ -> finish(end, false));
        Runnable done = () -> finish(end, true);
        FakeBehaviour behaviour = FakeBehaviour.of(request.model());
        Duration wait = behaviour instanceof FakeBehaviour.Slow ? SLOW : pace.beforeFirst();
        after(wait, () -> {
            switch (behaviour) {
                case FakeBehaviour.Answer _ -> whole(FakeWriter.reply(request), done);
                case FakeBehaviour.Slow _ -> whole(FakeWriter.reply(request), done);
                case FakeBehaviour.Echo _ -> whole(new FakeReply.Text(request.lastUserMessage()), done);
                case FakeBehaviour.Packets(int size) -> packets(size, done);
                case FakeBehaviour.Cut(int chunks) -> cut(chunks, done);
                case FakeBehaviour.Stall(int chunks) -> stall(chunks);
                case FakeBehaviour.Dead _ -> drop(done);
                case FakeBehaviour.Status(int code) -> status(code, done);
                case FakeBehaviour.Html(int code) -> html(code, done);
                case FakeBehaviour.ErrorInStream _ -> errorInStream(done);
                case FakeBehaviour.BadJson _ ->
                    end("application/json", Buffer.buffer("{\"id\":\"chatcmpl-fake\",\"choices\":["), done);
            }
        });
    }

    private void finish(End end, boolean finished) {
        if (!over) {
            over = true;
            end.of(finished);
        }
    }

    private void after(Duration wait, Runnable then) {
        Runnable unlessOver = () -> {
            if (!over) {
                then.run();
            }
        };
        if (wait.isZero()) {
            unlessOver.run();
        } else {
            vertx.setTimer(wait.toMillis(), _ -> unlessOver.run());
        }
    }

    private void whole(FakeReply reply, Runnable done) {
        if (request.streamed()) {
            stream(buffers(wire.events(reply)), done, this::endStream);
        } else {
            end("application/json", Buffer.buffer(wire.whole(reply)), done);
        }
    }

    private void packets(int size, Runnable done) {
        FakeReply reply = FakeWriter.reply(request);
        if (!request.streamed()) {
            whole(reply, done);
            return;
        }
        Buffer all = Buffer.buffer(wire.events(reply).stream().collect(Collectors.joining()));
        List<Buffer> packets = new ArrayList<>();
        for (int start = 0; start < all.length(); start += size) {
            packets.add(all.getBuffer(start, Math.min(all.length(), start + size)));
        }
        stream(packets, done, this::endStream);
    }

    private void cut(int chunks, Runnable done) {
        FakeReply reply = FakeWriter.reply(request);
        if (request.streamed()) {
            List<String> events = wire.events(reply);
            stream(buffers(events.subList(0, Math.min(chunks, events.size()))), done, this::drop);
            return;
        }
        Buffer body = Buffer.buffer(wire.whole(reply));
        response.putHeader("content-type", "application/json")
                .putHeader("content-length", Integer.toString(body.length()))
                .write(body.getBuffer(0, body.length() / 2))
                .onComplete(_ -> drop(done));
    }

    private void stall(int chunks) {
        if (request.streamed() && chunks > 0) {
            List<String> events = wire.events(FakeWriter.reply(request));
            stream(buffers(events.subList(0, Math.min(chunks, events.size()))), () -> {}, _ -> {});
        }
    }

    private void status(int code, Runnable done) {
        response.setStatusCode(code);
        if (code == 429) {
            response.putHeader("retry-after", "7");
        }
        String error = FakeWire.error("Demonstration of status " + code, "demonstration_error", "fake_" + code);
        end("application/json", Buffer.buffer(error), done);
    }

    private void html(int code, Runnable done) {
        response.setStatusCode(code);
        end("text/html", Buffer.buffer("<html><body><h1>" + code + " Demonstration</h1></body></html>"), done);
    }

    private void errorInStream(Runnable done) {
        List<String> events =
                new ArrayList<>(wire.events(FakeWriter.reply(request)).subList(0, 3));
        events.add(FakeWire.event(FakeWire.error("Demonstration of an error", "server_error", "fake_error")));
        stream(buffers(events), done, this::endStream);
    }

    private static List<Buffer> buffers(List<String> events) {
        return events.stream().map(Buffer::buffer).toList();
    }

    private void stream(List<Buffer> chunks, Runnable done, Consumer<Runnable> end) {
        response.putHeader("content-type", "text/event-stream; charset=utf-8")
                .putHeader("cache-control", "no-cache")
                .setChunked(true);
        write(chunks, 0, done, end);
    }

    /** Each chunk is on its way before the next is begun, so that a packet is never joined to another by us. */
    private void write(List<Buffer> chunks, int index, Runnable done, Consumer<Runnable> end) {
        if (index == chunks.size()) {
            end.accept(done);
            return;
        }
        response.write(chunks.get(index))
                .onSuccess(_ -> after(pace.betweenChunks(), () -> write(chunks, index + 1, done, end)));
    }

    private void endStream(Runnable done) {
        done.run();
        response.end();
    }

    private void end(String contentType, Buffer body, Runnable done) {
        done.run();
        response.putHeader("content-type", contentType).end(body);
    }

    private void drop(Runnable done) {
        done.run();
        http.connection().close();
    }
}
