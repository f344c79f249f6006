package org.vigie.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes to and from the server that no HTTP library would send, or would read as slowly. */
final class RawConnection implements AutoCloseable {
    private final Socket socket;

    RawConnection(URI url) throws IOException {
        socket = new Socket();
        // Small, so that a reader who does not read is soon felt by who writes.
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        socket.setSoTimeout(5_000);
    }

    /** A complete request of the gateway. */
    static String chat(String json) {
        return head(
                        "POST /v1/chat/completions HTTP/1.1",
                        "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length)
                + json;
    }

    static String head(String requestLine, String header) {
        return requestLine + "\r\nHost: localhost\r\nAuthorization: Bearer " + Installation.KEY
                + "\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n";
    }

    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** What came until it was still for five seconds, or closed. */
    String rest() throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream in = socket.getInputStream();
        byte[] packet = new byte[8192];
        try {
            for (int length = in.read(packet); length >= 0; length = in.read(packet)) {
                text.append(new String(packet, 0, length, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException | java.net.SocketException still) {
            return text.toString();
        }
        return text.toString();
    }

    /** What came until this did, which may be much. @throws IOException when nothing comes for a minute */
    String through(String end) throws IOException {
        socket.setSoTimeout(60_000);
        StringBuilder text = new StringBuilder();
        InputStream in = socket.getInputStream();
        byte[] packet = new byte[65_536];
        while (text.indexOf(end, Math.max(0, text.length() - packet.length - end.length())) < 0) {
            int length = in.read(packet);
            if (length < 0) throw new IOException("closed after " + text.length() + " characters");
            text.append(new String(packet, 0, length, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** Reads on until the text came. */
    String until(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (text.indexOf(end) < 0) {
            int read = in.read();
            if (read < 0) throw new IOException("closed after: " + text);
            text.append((char) read);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
