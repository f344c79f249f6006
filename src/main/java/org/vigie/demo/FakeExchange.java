package org.vigie.demo;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** One answer: writes it at its pace, or fails as its model's name asks. */
final class FakeExchange {
    private static final Duration SLOW = Duration.ofSeconds(3);

    private final LoopbackReply out;
    private final ChatRequest request;
    private final FakeWire wire;
    private final Pace pace;

    FakeExchange(LoopbackReply out, ChatRequest request, FakeWire wire, Pace pace) {
        this.out = out;
        this.request = request;
        this.wire = wire;
        this.pace = pace;
    }

    /**
     * @throws IOException when the connection is to be dropped, or the client has dropped it
     * @throws InterruptedException when the client has gone away
     */
    void run() throws IOException, InterruptedException {
        FakeBehaviour behaviour = FakeBehaviour.of(request.model());
        Thread.sleep(behaviour instanceof FakeBehaviour.Slow ? SLOW : pace.beforeFirst());
        switch (behaviour) {
            case FakeBehaviour.Answer _ -> answer(FakeWriter.reply(request));
            case FakeBehaviour.Slow _ -> answer(FakeWriter.reply(request));
            case FakeBehaviour.Echo _ -> answer(new FakeReply.Text(request.lastUserMessage()));
            case FakeBehaviour.Packets(int size) -> packets(size);
            case FakeBehaviour.Cut(int chunks) -> cut(chunks);
            case FakeBehaviour.Stall(int chunks) -> stall(chunks);
            case FakeBehaviour.Dead _ -> drop();
            case FakeBehaviour.Status(int code) -> status(code);
            case FakeBehaviour.Html(int code) ->
                out.whole(code, "text/html", "", utf8("<html><body><h1>" + code + " Demonstration</h1></body></html>"));
            case FakeBehaviour.ErrorInStream _ -> errorInStream();
            case FakeBehaviour.BadJson _ -> json("{\"id\":\"chatcmpl-fake\",\"choices\":[");
        }
    }

    private void answer(FakeReply reply) throws IOException, InterruptedException {
        if (request.streamed()) {
            stream(wire.events(reply));
            out.endStream();
        } else {
            json(wire.whole(reply));
        }
    }

    private void packets(int size) throws IOException, InterruptedException {
        if (!request.streamed()) {
            answer(FakeWriter.reply(request));
            return;
        }
        byte[] all = utf8(String.join("", wire.events(FakeWriter.reply(request))));
        List<byte[]> packets = new ArrayList<>();
        for (int start = 0; start < all.length; start += size) {
            packets.add(Arrays.copyOfRange(all, start, Math.min(all.length, start + size)));
        }
        streamBytes(packets);
        out.endStream();
    }

    private void cut(int chunks) throws IOException, InterruptedException {
        FakeReply reply = FakeWriter.reply(request);
        if (request.streamed()) {
            stream(first(chunks, wire.events(reply)));
        } else {
            out.half("application/json", utf8(wire.whole(reply)));
        }
        drop();
    }

    private void stall(int chunks) throws IOException, InterruptedException {
        if (request.streamed() && chunks > 0) {
            stream(first(chunks, wire.events(FakeWriter.reply(request))));
        }
        new CountDownLatch(1).await();
    }

    private void status(int code) throws IOException {
        String error = FakeWire.error("Demonstration of status " + code, "demonstration_error", "fake_" + code);
        out.whole(code, "application/json", code == 429 ? "retry-after: 7\r\n" : "", utf8(error));
    }

    private void errorInStream() throws IOException, InterruptedException {
        List<String> events = new ArrayList<>(first(3, wire.events(FakeWriter.reply(request))));
        events.add(FakeWire.event(FakeWire.error("Demonstration of an error", "server_error", "fake_error")));
        stream(events);
        out.endStream();
    }

    private static List<String> first(int count, List<String> events) {
        return events.subList(0, Math.min(count, events.size()));
    }

    private void stream(List<String> events) throws IOException, InterruptedException {
        streamBytes(events.stream().map(FakeExchange::utf8).toList());
    }

    private void streamBytes(List<byte[]> chunks) throws IOException, InterruptedException {
        out.beginStream();
        for (byte[] chunk : chunks) {
            out.chunk(chunk);
            Thread.sleep(pace.betweenChunks());
        }
    }

    private void json(String body) throws IOException {
        out.whole(200, "application/json", "", utf8(body));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void drop() throws SocketException {
        throw new DroppedOnPurpose();
    }

    /** The fake has done what it meant to: the client did not go away. */
    static final class DroppedOnPurpose extends SocketException {
        private static final long serialVersionUID = 1L;
    }
}
