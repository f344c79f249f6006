package org.vigie.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The provider that is proxied: one thread, one selector, bytes that were prepared beforehand, no JSON read. It must cost
 * far less than what is measured; it looks only for the end of a request and for {@code "stream":true} in it.
 */
final class FakeUpstream {
    private static final byte[] STREAM_MARK = Exchange.utf8("\"stream\":true");
    private static final byte[] HEAD_END = Exchange.utf8("\r\n\r\n");

    private final List<ByteBuffer> whole;
    private final List<ByteBuffer> streamed;
    private final Selector selector = Selector.open();

    private FakeUpstream(List<byte[]> streamedParts) throws IOException {
        whole = List.of(direct(whole()));
        streamed = streamedParts.stream().map(FakeUpstream::direct).toList();
    }

    /**
     * Prints its port, then serves until it is killed. Arguments: {@code --separate}, where each event of a stream is a
     * write of its own, as from a real model; {@code --unfinished}, where a stream stops after its first events and waits
     * for its reader to leave.
     */
    public static void main(String[] args) throws IOException {
        List<byte[]> parts = streamedParts();
        if (List.of(args).contains("--unfinished")) parts = List.of(join(parts.subList(0, 5)));
        else if (!List.of(args).contains("--separate")) parts = List.of(join(parts));
        new FakeUpstream(parts).serve();
    }

    private void serve() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
        while (true) {
            selector.select(this::ready);
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept((ServerSocketChannel) key.channel());
            } else {
                read((SocketChannel) key.channel(), (ByteBuffer) key.attachment());
            }
        } catch (IOException clientLeft) {
            close(key);
        }
    }

    private void accept(ServerSocketChannel server) throws IOException {
        SocketChannel client = server.accept();
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(65_536));
    }

    private void read(SocketChannel client, ByteBuffer buffer) throws IOException {
        if (client.read(buffer) < 0) {
            client.close();
            return;
        }
        for (int length = requestLength(buffer); length > 0; length = requestLength(buffer)) {
            boolean stream = indexOf(buffer.array(), length, STREAM_MARK) >= 0;
            for (ByteBuffer part : stream ? streamed : whole) {
                write(client, part.duplicate());
            }
            buffer.flip().position(length);
            buffer.compact();
        }
    }

    /** Loops where the socket is full, which a client that reads leaves at once. */
    private static void write(SocketChannel client, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    /** Of the first request in the buffer, head and body; 0 while it is not complete. */
    private static int requestLength(ByteBuffer buffer) {
        int head = indexOf(buffer.array(), buffer.position(), HEAD_END);
        if (head < 0) {
            return 0;
        }
        String headers = new String(buffer.array(), 0, head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int bodyStart = head + HEAD_END.length;
        int field = headers.indexOf("\r\ncontent-length:");
        if (field >= 0) {
            int end = headers.indexOf("\r\n", field + 2);
            String value = headers.substring(headers.indexOf(':', field) + 1, end < 0 ? headers.length() : end);
            int length = bodyStart + Integer.parseInt(value.strip());
            return length <= buffer.position() ? length : 0;
        }
        if (headers.contains("\r\ntransfer-encoding: chunked")) {
            int end = indexOf(buffer.array(), buffer.position(), Exchange.utf8("\r\n0\r\n\r\n"));
            return end < 0 ? 0 : end + 7;
        }
        return bodyStart;
    }

    private static int indexOf(byte[] bytes, int length, byte[] wanted) {
        for (int i = 0; i <= length - wanted.length; i++) {
            int j = 0;
            while (j < wanted.length && bytes[i + j] == wanted[j]) {
                j++;
            }
            if (j == wanted.length) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] whole() {
        byte[] body = Exchange.WHOLE.answerParts().getFirst();
        return join(List.of(
                Exchange.utf8("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + body.length + "\r\n\r\n"),
                body));
    }

    private static List<byte[]> streamedParts() {
        List<byte[]> parts = new ArrayList<>();
        byte[] head = Exchange.utf8("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n");
        for (byte[] event : Exchange.STREAMED.answerParts()) {
            byte[] chunk = join(List.of(Exchange.utf8(Integer.toHexString(event.length) + "\r\n"), event, Exchange.utf8("\r\n")));
            parts.add(parts.isEmpty() ? join(List.of(head, chunk)) : chunk);
        }
        parts.add(Exchange.utf8("0\r\n\r\n"));
        return parts;
    }

    private static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException alreadyClosed) {
            key.cancel();
        }
    }
}
