package org.vigie.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/** A provider behind a real socket that does exactly what the test's script says, and keeps what it was asked. */
final class ScriptedUpstream implements AutoCloseable {
    /** Answers one request; an exception, or {@link Cut}, closes the connection. */
    interface Script {
        void answer(Asked asked, OutputStream out) throws IOException, InterruptedException;
    }

    /** @param headers names in lower case */
    record Asked(String line, Map<String, String> headers, String body) {}

    /** Closes the connection after what was written. */
    static final class Cut extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final ServerSocket server;
    private final Script script;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    ScriptedUpstream(Script script) {
        this(ServerSocketFactory.getDefault(), script);
    }

    ScriptedUpstream(ServerSocketFactory sockets, Script script) {
        this.script = script;
        try {
            this.server = sockets.createServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** For servers that ask for a certificate, or speak old versions. */
    SSLServerSocket tls() {
        return (SSLServerSocket) server;
    }

    int port() {
        return server.getLocalPort();
    }

    List<Asked> asked() {
        return asked;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofPlatform().daemon().start(() -> converse(connection));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void converse(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                Asked request = read(in);
                asked.add(request);
                script.answer(request, connection.getOutputStream());
                connection.getOutputStream().flush();
            }
        } catch (IOException | InterruptedException over) {
            connections.remove(connection);
        }
    }

    static Asked read(InputStream in) throws IOException {
        String line = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Asked(line, headers, new String(in.readNBytes(length), UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) throw new EOFException();
            if (read != '\r') line.append((char) read);
        }
        return line.toString();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    /** A whole answer; each of the headers with its line end. */
    static void whole(OutputStream out, int status, String headers, String body) throws IOException {
        write(out, "HTTP/1.1 " + status + " X\r\n" + headers + "content-length: " + body.length() + "\r\n\r\n" + body);
    }

    static void json(OutputStream out, int status, String headers, String body) throws IOException {
        whole(out, status, "content-type: application/json\r\n" + headers, body);
    }

    static void beginStream(OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n");
    }

    static void chunk(OutputStream out, String text) throws IOException {
        write(out, Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    static void endStream(OutputStream out) throws IOException {
        write(out, "0\r\n\r\n");
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) connection.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
