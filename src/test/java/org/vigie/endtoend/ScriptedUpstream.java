package org.vigie.endtoend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider that does on its socket exactly what a test says, and remembers what it was asked. */
final class ScriptedUpstream implements AutoCloseable {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[[^\\[\\]]+]]");

    /** What it does with one request. Whatever it throws closes the connection. */
    @FunctionalInterface
    interface Script {
        void answer(Asked asked, Reply reply) throws IOException, InterruptedException;
    }

    /** @param headers names in lower case */
    record Asked(String method, String path, Map<String, String> headers, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The first placeholder in it. */
        String placeholder() {
            Matcher found = PLACEHOLDER.matcher(text());
            if (!found.find()) throw new AssertionError("no placeholder in " + text());
            return found.group();
        }
    }

    private final ServerSocket server;
    private final List<Asked> received = new CopyOnWriteArrayList<>();
    private volatile Script script = (_, reply) -> reply.json(500, "{}");

    private ScriptedUpstream(ServerSocket server) {
        this.server = server;
    }

    static ScriptedUpstream start() {
        try {
            ScriptedUpstream upstream =
                    new ScriptedUpstream(new ServerSocket(0, 256, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(upstream::accept);
            return upstream;
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    void does(Script next) {
        script = next;
    }

    /** What it was asked last. */
    Asked asked() {
        return received.getLast();
    }

    int served() {
        return received.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                Asked asked = read(in);
                received.add(asked);
                script.answer(asked, new Reply(socket, in));
            }
        } catch (IOException gone) {
            // Whoever asked does not wait any more.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Asked read(InputStream in) throws IOException {
        String[] request = line(in).split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Asked(request[0], request[1], headers, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int value = in.read(); value != '\n'; value = in.read()) {
            if (value < 0) throw new IOException("the connection ended");
            if (value != '\r') line.write(value);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
    }

    /** One answer, packet by packet. */
    static final class Reply {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        private Reply(Socket socket, InputStream in) throws IOException {
            this.socket = socket;
            this.in = in;
            this.out = socket.getOutputStream();
        }

        void raw(String bytes) throws IOException {
            out.write(bytes.getBytes(StandardCharsets.UTF_8));
        }

        /** @param headers as {@code retry-after: 7} */
        void whole(int status, String type, String body, String... headers) throws IOException {
            whole(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
        }

        void whole(int status, String type, byte[] bytes, String... headers) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\ncontent-type: " + type);
            head.append("\r\ncontent-length: ").append(bytes.length);
            for (String header : headers) head.append("\r\n").append(header);
            raw(head + "\r\n\r\n");
            out.write(bytes);
        }

        void json(int status, String body, String... headers) throws IOException {
            whole(status, "application/json", body, headers);
        }

        /** The head of a stream, to be followed by packets. */
        void stream() throws IOException {
            raw("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n");
        }

        void packet(byte[] bytes) throws IOException {
            ByteArrayOutputStream chunk = new ByteArrayOutputStream(bytes.length + 16);
            chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunk.writeBytes(bytes);
            chunk.writeBytes(new byte[] {'\r', '\n'});
            out.write(chunk.toByteArray());
        }

        void packet(String text) throws IOException {
            packet(text.getBytes(StandardCharsets.UTF_8));
        }

        void data(String payload) throws IOException {
            packet("data: " + payload + "\n\n");
        }

        void event(String name, String payload) throws IOException {
            packet("event: " + name + "\ndata: " + payload + "\n\n");
        }

        /** A stream whole: its head, one event for each payload, its end. */
        void stream(List<String> payloads) throws IOException {
            stream();
            for (String payload : payloads) data(payload);
            end();
        }

        void end() throws IOException {
            raw("0\r\n\r\n");
        }

        /** Breaks the connection off. */
        void cut() throws IOException {
            socket.close();
        }

        /** Blocks until Vigie closes the connection. */
        void awaitGone() throws IOException {
            while (in.read() >= 0) {
                // Nothing more is said on it.
            }
        }
    }
}
