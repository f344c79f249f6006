package org.vigie.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** One connection, one request after the other, blocking: the latency that a lone client sees. */
final class ClosedLoop {
    private ClosedLoop() {}

    /** Latencies in microseconds. */
    record Latencies(double p50, double p99) {}

    /** @param most requests; fewer when the time is over first */
    static Latencies measure(URI url, String key, byte[] body, int most, Duration atMost) throws IOException {
        long[] nanos = new long[most];
        int done = 0;
        try (Socket socket = new Socket(InetAddress.getByName(url.getHost()), url.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            byte[] request = request(url, key, body);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
            OutputStream out = socket.getOutputStream();
            long end = System.nanoTime() + atMost.toNanos();
            while (done < most && System.nanoTime() < end) {
                long start = System.nanoTime();
                out.write(request);
                readAnswer(in);
                nanos[done++] = System.nanoTime() - start;
            }
        }
        long[] sorted = Arrays.copyOf(nanos, done);
        Arrays.sort(sorted);
        return new Latencies(at(sorted, 0.50), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1_000.0;
    }

    static byte[] request(URI url, String key, byte[] body) {
        byte[] head = Exchange.utf8("POST " + url.getPath() + " HTTP/1.1\r\nhost: " + url.getHost()
                + "\r\nauthorization: Bearer " + key + "\r\ncontent-type: application/json\r\ncontent-length: "
                + body.length + "\r\n\r\n");
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** @throws IOException also when the status is not 200: a refusal must not count as a fast answer */
    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" 200 ")) {
            throw new IOException("answered " + status + ": " + new String(in.readNBytes(in.available()), UTF_8));
        }
        int length = -1;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
            return;
        }
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size + 2);
        }
        line(in);
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new EOFException("the connection was closed");
            if (b != '\r') line.append((char) b);
        }
        return line.toString();
    }
}
