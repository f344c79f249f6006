package org.vigie.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes one answer; each call is one write on the socket. */
final class LoopbackReply {
    private final OutputStream out;

    LoopbackReply(OutputStream out) {
        this.out = out;
    }

    void whole(int status, String contentType, String extraHeaders, byte[] body) throws IOException {
        out.write(bytes(head(status, contentType, extraHeaders) + "content-length: " + body.length + "\r\n\r\n", body));
    }

    /** Promises the body and gives its first half. */
    void half(String contentType, byte[] body) throws IOException {
        byte[] start = Arrays.copyOf(body, body.length / 2);
        out.write(bytes(head(200, contentType, "") + "content-length: " + body.length + "\r\n\r\n", start));
    }

    void beginStream() throws IOException {
        out.write(head(200, "text/event-stream; charset=utf-8", "cache-control: no-cache\r\n")
                .concat("transfer-encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    void chunk(byte[] data) throws IOException {
        byte[] framed = bytes(Integer.toHexString(data.length) + "\r\n", data);
        byte[] ended = Arrays.copyOf(framed, framed.length + 2);
        ended[framed.length] = '\r';
        ended[framed.length + 1] = '\n';
        out.write(ended);
    }

    void endStream() throws IOException {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String head(int status, String contentType, String extraHeaders) {
        return "HTTP/1.1 " + status + " Demonstration\r\ncontent-type: " + contentType + "\r\n" + extraHeaders;
    }

    private static byte[] bytes(String head, byte[] body) {
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
