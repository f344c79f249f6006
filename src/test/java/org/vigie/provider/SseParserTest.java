package org.vigie.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {
    private static List<String> parse(byte[] stream, int packet) {
        List<String> payloads = new ArrayList<>();
        SseParser parser = new SseParser();
        for (int at = 0; at < stream.length; at += packet) {
            Buffer part = Buffer.buffer(stream).slice(at, Math.min(stream.length, at + packet));
            parser.accept(part).forEach(payload -> payloads.add(new String(payload, UTF_8)));
        }
        return payloads;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void reads_events_however_lines_end_and_packets_are_cut(String eol) {
        String stream =
                ": bonjour\n\ndata: {\"a\":\"été 😀\"}\n\nevent: x\ndata:un\ndata: deux\nid: 3\n\ndata: [DONE]\n\n"
                        .replace("\n", eol);
        byte[] bytes = stream.getBytes(UTF_8);
        for (int packet = 1; packet <= bytes.length; packet++) {
            assertThat(parse(bytes, packet))
                    .as("packets of %d bytes", packet)
                    .containsExactly("{\"a\":\"été 😀\"}", "un\ndeux", "[DONE]");
        }
    }

    @Test
    void an_unfinished_event_is_not_an_event() {
        assertThat(parse("data: un\n\ndata: deux\n".getBytes(UTF_8), 5)).containsExactly("un");
    }
}
