package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chat completions and embeddings, byte by byte, between a client and a provider that follows a script. */
class ChatWireIT {
    @RegisterExtension
    static final ScriptedSite SITE = new ScriptedSite();

    private static final String CHAT = "/v1/chat/completions";
    private static final String EMAIL = "olive.petit@client.example";
    private static final String USAGE =
            "{\"id\":\"c\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,\"total_tokens\":9}}";

    private static String ask(String content, String more) {
        return "{\"model\":\"scripted\",\"messages\":[{\"role\":\"user\",\"content\":\"" + content + "\"}]" + more
                + "}";
    }

    private static String delta(int choice, String delta) {
        return "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"up\",\"choices\":[{\"index\":"
                + choice + ",\"delta\":" + delta + ",\"finish_reason\":null}]}";
    }

    private static String content(String text) {
        return delta(0, "{\"content\":\"" + text + "\"}");
    }

    private static String finish(int choice, String reason) {
        return "{\"id\":\"c\",\"choices\":[{\"index\":" + choice + ",\"delta\":{},\"finish_reason\":\"" + reason
                + "\"}]}";
    }

    private static String whole(String text) {
        return "{\"id\":\"c\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                + "\"content\":\"" + text + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":7,"
                + "\"completion_tokens\":2,\"total_tokens\":9}}";
    }

    /** What a client reads of one choice. */
    private static String text(HttpResponse<String> stream, int choice) {
        return ScriptedSite.chunks(stream)
                .map(JsonObject::new)
                .flatMap(chunk -> chunk.getJsonArray("choices").stream())
                .map(JsonObject.class::cast)
                .filter(one -> one.getInteger("index") == choice)
                .map(one -> one.getJsonObject("delta").getString("content", ""))
                .collect(Collectors.joining());
    }

    @Test
    void a_whole_answer_keeps_its_bytes() {
        String answer = " { \"id\":\"c\",\"zzz\":12345678901234567890, \"é\":[1.50,null,\"\\u0041\"],\"choices\":[]}\n";
        SITE.upstream().does((_, reply) -> reply.json(200, answer));
        HttpResponse<String> seen = SITE.post(CHAT, ask("Bonjour", ""));
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).isEqualTo(answer);
        assertThat(seen.headers().firstValue("content-type")).hasValue("application/json");
    }

    @Test
    void a_stream_keeps_its_bytes_and_ends_with_its_mark() {
        List<String> chunks = List.of(
                delta(0, "{\"role\":\"assistant\",\"zz\":12345678901234567890}"),
                content("\\u0042on\\/jour 🦊"),
                finish(0, "stop"));
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            for (String chunk : chunks) reply.data(chunk);
            reply.data(USAGE);
            reply.data("[DONE]");
            reply.end();
        });
        HttpResponse<String> seen = SITE.post(CHAT, ask("Bonjour", ",\"stream\":true"));
        assertThat(seen.headers().firstValue("content-type").orElseThrow())
                .as(seen.body())
                .startsWith("text/event-stream");
        assertThat(seen.body())
                .isEqualTo(
                        chunks.stream().map(chunk -> "data: " + chunk + "\n\n").collect(Collectors.joining())
                                + "data: [DONE]\n\n");
        assertThat(new JsonObject(SITE.upstream().asked().text()).getJsonObject("stream_options"))
                .isEqualTo(new JsonObject().put("include_usage", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"stream\":true,\"stream_options\":{\"include_usage\":true}",
                ",\"stream_options\":{\"include_usage\":true,\"zz\":1},\"stream\":true"
            })
    void the_usage_chunk_passes_when_it_was_asked_for(String asked) {
        SITE.upstream().does((_, reply) -> reply.stream(List.of(content("a"), finish(0, "stop"), USAGE, "[DONE]")));
        HttpResponse<String> seen = SITE.post(CHAT, ask("Bonjour", asked));
        assertThat(ScriptedSite.payloads(seen)).containsExactly(content("a"), finish(0, "stop"), USAGE, "[DONE]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"stream\":true,\"stream_options\":{\"include_usage\":false}",
                ",\"stream\":true,\"stream_options\":null",
                ",\"stream\":true,\"stream_options\":{}"
            })
    void the_usage_is_always_obtained_and_hidden_unless_asked_for(String asked) {
        SITE.upstream().does((_, reply) -> reply.stream(List.of(content("a"), finish(0, "stop"), USAGE, "[DONE]")));
        HttpResponse<String> seen = SITE.post(CHAT, ask("Bonjour", asked));
        assertThat(ScriptedSite.payloads(seen)).containsExactly(content("a"), finish(0, "stop"), "[DONE]");
        assertThat(SITE.upstream().asked().text()).contains("\"include_usage\":true");
        String id = seen.headers().firstValue("x-request-id").orElseThrow();
        JsonObject tokens = new JsonObject(SITE.get("/api/v1/requests/" + id).body()).getJsonObject("tokens");
        assertThat(tokens).isEqualTo(TokensTold.of(7, 2));
    }

    @Test
    void tool_deltas_come_in_their_pieces_with_the_values_back() {
        SITE.upstream().does((asked, reply) -> {
            String place = asked.placeholder();
            reply.stream();
            reply.data(
                    delta(
                            0,
                            "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"envoyer\",\"arguments\":\"\"}}]}"));
            for (String piece : List.of("{\\\"a\\\":\\\"", place.substring(0, 4), place.substring(4), "\\\"}")) {
                reply.data(delta(0, "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"" + piece + "\"}}]}"));
            }
            reply.data(
                    delta(
                            0,
                            "{\"tool_calls\":[{\"index\":1,\"id\":\"call_2\",\"type\":\"function\",\"function\":{\"name\":\"lire\",\"arguments\":\"{}\"}}]}"));
            reply.data(finish(0, "tool_calls"));
            reply.data("[DONE]");
            reply.end();
        });
        HttpResponse<String> seen = SITE.post(CHAT, ask("Écris à " + EMAIL, ",\"stream\":true"));
        List<JsonObject> calls = ScriptedSite.chunks(seen)
                .map(JsonObject::new)
                .map(chunk -> chunk.getJsonArray("choices").getJsonObject(0).getJsonObject("delta"))
                .filter(delta -> delta.containsKey("tool_calls"))
                .map(delta -> delta.getJsonArray("tool_calls").getJsonObject(0))
                .toList();
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.getInteger("index")).isNotNull());
        assertThat(calls.stream()
                        .filter(call -> call.getInteger("index") == 0)
                        .map(call -> call.getJsonObject("function").getString("arguments"))
                        .collect(Collectors.joining()))
                .isEqualTo("{\"a\":\"" + EMAIL + "\"}");
        assertThat(calls.getFirst().getString("id")).isEqualTo("call_1");
        assertThat(calls.getLast().getString("id")).isEqualTo("call_2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64})
    void utf_8_cut_anywhere_comes_out_whole(int size) {
        String text = "Élève naïf, « 12 € » 🦊🏽 \\u00e9";
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            byte[] bytes = ("data: " + content(text) + "\n\ndata: [DONE]\n\n").getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < bytes.length; at += size) {
                reply.packet(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
                Thread.sleep(0, 200_000);
            }
            reply.end();
        });
        HttpResponse<String> seen = SITE.post(CHAT, ask("Bonjour", ",\"stream\":true"));
        assertThat(ScriptedSite.payloads(seen)).containsExactly(content(text), "[DONE]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void every_line_end_and_every_comment_of_the_standard_is_understood(String end) {
        String stream = ": OPENROUTER PROCESSING%n%nevent: message%nid: 7%nretry: 10%ndata:%s%n%n:%n%ndata: [DONE]%n%n"
                .replace("%n", end)
                .formatted(content("a"));
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            for (byte one : stream.getBytes(StandardCharsets.UTF_8)) reply.packet(new byte[] {one});
            reply.end();
        });
        HttpResponse<String> seen = SITE.post(CHAT, ask("Bonjour", ",\"stream\":true"));
        assertThat(ScriptedSite.payloads(seen)).containsExactly(content("a"), "[DONE]");
    }

    @Test
    void a_stream_whose_last_line_is_not_ended_is_complete_all_the_same() {
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            reply.data(content("a"));
            reply.packet("data: [DONE]");
            reply.end();
        });
        HttpResponse<String> seen = SITE.post(CHAT, ask("Bonjour", ",\"stream\":true"));
        assertThat(ScriptedSite.payloads(seen)).containsExactly(content("a"), "[DONE]");
    }

    @Test
    void an_answer_ends_with_its_mark_though_the_provider_keeps_the_connection() {
        CountDownLatch over = new CountDownLatch(1);
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            reply.data(content("a"));
            reply.data("[DONE]");
            over.await(20, TimeUnit.SECONDS);
        });
        long from = System.nanoTime();
        HttpResponse<String> seen = SITE.post(CHAT, ask("Bonjour", ",\"stream\":true"));
        over.countDown();
        assertThat(ScriptedSite.payloads(seen)).containsExactly(content("a"), "[DONE]");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void unknown_fields_long_numbers_and_every_part_of_a_message_keep_their_bytes() {
        String json = "{\"model\":\"scripted\", \"seed\":12345678901234567890,\"zzz\":{\"é\":[1.50,1e400,null]},"
                + "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"\\u0042onjour\"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,iVBORw0KGgo=\",\"detail\":\"low\"}},"
                + "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"UklGRg==\",\"format\":\"wav\"}},"
                + "{\"type\":\"file\",\"file\":{\"file_data\":\"data:application/pdf;base64,JVBERi0=\"}}]}]}";
        SITE.upstream().does((_, reply) -> reply.json(200, whole("ok")));
        assertThat(SITE.post(CHAT, json).statusCode()).isEqualTo(200);
        assertThat(SITE.upstream().asked().text()).isEqualTo(json.replace("\"scripted\"", "\"up\""));
    }

    @Test
    void eight_megabytes_pass_both_ways() {
        String long8 = "bonjour ".repeat(1024 * 1024);
        SITE.upstream().does((_, reply) -> reply.json(200, whole(long8)));
        HttpResponse<String> seen = SITE.post(CHAT, ask(long8, ""));
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).isEqualTo(whole(long8));
        assertThat(SITE.upstream().asked().text()).isEqualTo(ask(long8, "").replace("\"scripted\"", "\"up\""));
    }

    @Test
    void several_choices_keep_apart_what_they_interleave() {
        SITE.upstream().does((asked, reply) -> {
            String place = asked.placeholder();
            reply.stream();
            for (int at = 0; at < place.length(); at++) {
                for (int choice = 0; choice < 3; choice++) {
                    reply.data(delta(choice, "{\"content\":\"" + place.charAt(at) + "\"}"));
                }
            }
            for (int choice = 0; choice < 3; choice++) {
                reply.data(delta(choice, "{\"content\":\" et " + choice + "\"}"));
                reply.data(finish(choice, "stop"));
            }
            reply.data("[DONE]");
            reply.end();
        });
        HttpResponse<String> seen = SITE.post(CHAT, ask("Écris à " + EMAIL, ",\"n\":3,\"stream\":true"));
        for (int choice = 0; choice < 3; choice++) {
            assertThat(text(seen, choice)).isEqualTo(EMAIL + " et " + choice);
        }
    }

    @Test
    void logprobs_stay_what_the_model_wrote() {
        SITE.upstream().does((asked, reply) -> {
            String place = asked.placeholder();
            reply.json(
                    200,
                    "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"" + place
                            + "\"},\"logprobs\":{\"content\":[{" + "\"token\":\"" + place
                            + "\",\"logprob\":-0.25,\"bytes\":[91],\"top_logprobs\":[]}]}}]}");
        });
        HttpResponse<String> seen = SITE.post(CHAT, ask("Écris à " + EMAIL, ",\"logprobs\":true"));
        JsonObject choice = new JsonObject(seen.body()).getJsonArray("choices").getJsonObject(0);
        assertThat(choice.getJsonObject("message").getString("content")).isEqualTo(EMAIL);
        JsonObject token =
                choice.getJsonObject("logprobs").getJsonArray("content").getJsonObject(0);
        assertThat(token.getString("token")).isEqualTo(SITE.upstream().asked().placeholder());
        assertThat(seen.body()).contains("\"logprob\":-0.25,\"bytes\":[91]");
    }

    @Test
    void the_first_token_is_not_held_back() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        AtomicLong sent = new AtomicLong();
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            sent.set(System.nanoTime());
            reply.data(content("Voici"));
            // Says no more until the client has read the first.
            if (seen.await(20, TimeUnit.SECONDS)) reply.data(content(" tout"));
            reply.data("[DONE]");
            reply.end();
        });
        try (BufferedReader stream = SITE.open(CHAT, ask("Écris à " + EMAIL, ",\"stream\":true"))) {
            assertThat(stream.readLine()).isEqualTo("data: " + content("Voici"));
            assertThat(Duration.ofNanos(System.nanoTime() - sent.get())).isLessThan(Duration.ofSeconds(1));
            seen.countDown();
            assertThat(stream.lines().toList()).contains("data: " + content(" tout"), "data: [DONE]");
        }
    }

    @Test
    void embeddings_pass_in_base64_as_in_numbers() {
        String answer =
                "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":\"AACAPwAAAEA=\"}],"
                        + "\"model\":\"up\",\"usage\":{\"prompt_tokens\":3,\"total_tokens\":3}}";
        SITE.upstream().does((_, reply) -> reply.json(200, answer));
        HttpResponse<String> seen = SITE.post(
                "/v1/embeddings",
                "{\"model\":\"scripted\",\"input\":[\"Bonjour " + EMAIL + "\",\"x\"],\"encoding_format\":\"base64\"}");
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).isEqualTo(answer);
        JsonObject asked = new JsonObject(SITE.upstream().asked().text());
        assertThat(SITE.upstream().asked().path()).isEqualTo("/v1/embeddings");
        assertThat(asked.getString("encoding_format")).isEqualTo("base64");
        assertThat(asked.getJsonArray("input").getString(0)).doesNotContain(EMAIL);
        assertThat(asked.getJsonArray("input")).hasSize(2).isNotEqualTo(new JsonArray());
    }

    @Test
    void a_reader_who_does_not_read_stops_the_provider_and_then_gets_it_all() throws Exception {
        int events = 3_000;
        String piece = content("x".repeat(16 * 1024));
        AtomicLong written = new AtomicLong();
        SITE.upstream().does((_, reply) -> {
            reply.stream();
            for (int i = 0; i < events; i++) {
                reply.data(piece);
                written.incrementAndGet();
            }
            reply.data("[DONE]");
            reply.end();
        });
        try (RawConnection slow = new RawConnection(SITE.vigie().url())) {
            slow.send(RawConnection.chat(ScriptedSite.fresh(ask("Bonjour", ",\"stream\":true"))));
            long before = -1;
            while (before != written.get()) {
                before = written.get();
                Thread.sleep(1_000);
            }
            // 48 MB in all. The kernel holds up to 6 + 4 MB for each of the two connections.
            assertThat(written.get()).isPositive().isLessThan(events / 2);
            String all = slow.through("data: [DONE]\n\n");
            assertThat(all.split(java.util.regex.Pattern.quote(piece), -1)).hasSize(events + 1);
        }
    }
}
