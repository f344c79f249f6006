package org.vigie.provider;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits a stream of server-sent events (WHATWG HTML, "Server-sent events") into the payloads of their {@code data:}
 * lines.
 *
 * <p>Works on bytes, so that a UTF-8 sequence or a line cut between two packets needs no care. Holds back one unfinished
 * line and the data lines of one unfinished event, at most {@value #LIMIT} bytes together; CR, LF and CRLF end a line;
 * comments and other fields are passed over.
 */
final class SseParser {
    private static final int LIMIT = 16 * 1024 * 1024;
    private static final byte[] DATA = {'d', 'a', 't', 'a', ':'};

    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final ByteArrayOutputStream data = new ByteArrayOutputStream(512);
    private boolean dataSeen;
    private boolean afterCarriageReturn;

    /** The payloads of the events that end in this packet. */
    List<byte[]> accept(Buffer packet) {
        List<byte[]> payloads = new ArrayList<>();
        byte[] bytes = packet.getBytes();
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte value = bytes[at];
            if (value != '\n' && value != '\r') continue;
            boolean secondHalfOfCrLf = value == '\n' && afterCarriageReturn && at == from;
            if (!secondHalfOfCrLf || line.size() > 0) {
                line.write(bytes, from, at - from);
                endOfLine(payloads);
            }
            afterCarriageReturn = value == '\r';
            from = at + 1;
        }
        if (from < bytes.length) {
            afterCarriageReturn = false;
            line.write(bytes, from, bytes.length - from);
        }
        if (line.size() + data.size() > LIMIT) {
            throw new IllegalStateException("an event of the provider is larger than " + LIMIT + " bytes");
        }
        return payloads;
    }

    /** The payload of an event that the end of the stream spared its empty line; the standard would drop it. */
    List<byte[]> end() {
        List<byte[]> payloads = new ArrayList<>();
        if (line.size() > 0) endOfLine(payloads);
        endOfEvent(payloads);
        return payloads;
    }

    private void endOfLine(List<byte[]> payloads) {
        if (line.size() == 0) {
            endOfEvent(payloads);
            return;
        }
        byte[] bytes = line.toByteArray();
        line.reset();
        if (!startsWithData(bytes)) return;
        int from = bytes.length > DATA.length && bytes[DATA.length] == ' ' ? DATA.length + 1 : DATA.length;
        if (dataSeen) data.write('\n');
        data.write(bytes, from, bytes.length - from);
        dataSeen = true;
    }

    private static boolean startsWithData(byte[] bytes) {
        return bytes.length >= DATA.length && Arrays.equals(bytes, 0, DATA.length, DATA, 0, DATA.length);
    }

    private void endOfEvent(List<byte[]> payloads) {
        if (!dataSeen) return;
        byte[] payload = data.toByteArray();
        data.reset();
        dataSeen = false;
        payloads.add(payload);
    }
}
