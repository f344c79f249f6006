package org.vigie.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As much of HTTP/1.1 (RFC 9112) as a fake model needs, written out so that it can also break it: bytes leave as they are
 * written, a connection can be dropped anywhere, and a client that goes away is noticed at once, because its connection is
 * read while the answer is being written. One virtual thread reads a connection, another one writes.
 */
final class LoopbackHttp implements AutoCloseable {
    private static final int LONGEST_LINE = 65_536;

    /** Answers a request; returning ends the answer, an {@link IOException} drops the connection. */
    interface Handler {
        void answer(Received request, LoopbackReply reply) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Handler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /** @param port 0 for any free one */
    LoopbackHttp(int port, Handler handler) throws IOException {
        this.handler = handler;
        this.server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1_024);
        Thread.ofVirtual().name("fake-model-accept").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        closeQuietly(server);
        connections.forEach(LoopbackHttp::closeQuietly);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().name("fake-model").start(() -> converse(connection));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void converse(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(connection.getInputStream());
            while (!ended(in)) {
                Received request = read(in);
                Thread writer = Thread.ofVirtual().start(() -> write(connection, request));
                boolean gone = ended(in);
                if (gone) writer.interrupt();
                writer.join();
            }
        } catch (IOException | InterruptedException clientOrServerLeft) {
            // Nobody is there to be told; what was under way has been counted by its handler.
        } finally {
            connections.remove(connection);
        }
    }

    private void write(Socket connection, Received request) {
        try {
            handler.answer(request, new LoopbackReply(connection.getOutputStream()));
        } catch (IOException | InterruptedException dropped) {
            closeQuietly(connection);
        }
    }

    /** Waits for the client's next byte without taking it. */
    private static boolean ended(BufferedInputStream in) {
        try {
            in.mark(1);
            if (in.read() < 0) return true;
            in.reset();
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static Received read(InputStream in) throws IOException {
        String[] start = line(in).split(" ");
        if (start.length != 3) throw new SocketException("not HTTP");
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Received(start[0], start[1], headers, new String(body(in, headers), StandardCharsets.UTF_8));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(exactly(in, size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException();
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > LONGEST_LINE) throw new EOFException();
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyClosed) {
            // Closing is all that is wanted.
        }
    }
}
