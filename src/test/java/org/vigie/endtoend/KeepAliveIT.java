package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A model that reasons for long: what the client sees meanwhile. All cases wait at the same time. */
class KeepAliveIT {
    @RegisterExtension
    static final ScriptedSite SITE = new ScriptedSite();

    /** Longer than the longest silence that a client of a stream gets to see. */
    private static final long REASONING_MILLIS = 17_000;

    private static final String PIECE =
            "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":null}]}";
    private static final String START =
            "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"content\":[],\"usage\":{\"input_tokens\":3}}}";
    private static final String STOP = "{\"type\":\"message_stop\"}";

    private static String ask(String model, String when) {
        return "{\"model\":\"" + model
                + "\",\"max_tokens\":9,\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"" + when
                + "\"}]}";
    }

    @Test
    void a_stream_is_kept_alive_before_its_first_event_and_after() {
        SITE.upstream().does((asked, reply) -> {
            boolean claude = asked.path().endsWith("/messages");
            if (asked.text().contains("avant")) Thread.sleep(REASONING_MILLIS);
            reply.stream();
            if (claude) reply.event("message_start", START);
            else reply.data(PIECE);
            if (asked.text().contains("pendant")) Thread.sleep(REASONING_MILLIS);
            if (claude) reply.event("message_stop", STOP);
            else reply.data("[DONE]");
            reply.end();
        });
        Map<String, String> expected = new LinkedHashMap<>();
        String data = "data: " + PIECE + "\n\n";
        String start = "event: message_start\ndata: " + START + "\n\n";
        String stop = "event: message_stop\ndata: " + STOP + "\n\n";
        String comment = ": keep-alive\n\n";
        String ping = "event: ping\ndata: {\"type\":\"ping\"}\n\n";
        expected.put("scripted avant", comment + data + "data: [DONE]\n\n");
        expected.put("scripted pendant", data + comment + "data: [DONE]\n\n");
        expected.put("claude avant", ping + start + stop);
        expected.put("claude pendant", start + ping + stop);
        List<CompletableFuture<Void>> seen = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            expected.forEach((what, body) -> seen.add(CompletableFuture.runAsync(
                    () -> {
                        String model = what.split(" ")[0];
                        String path = model.equals("claude") ? "/v1/messages" : "/v1/chat/completions";
                        assertThat(SITE.post(path, ask(model, what)).body())
                                .as(what)
                                .isEqualTo(body);
                    },
                    threads)));
            seen.forEach(CompletableFuture::join);
        }
    }
}
