package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures and sound, asked for in words that the shield reads. */
class MediaWireIT {
    @RegisterExtension
    static final ScriptedSite SITE = new ScriptedSite();

    private static final String IMAGES = "/v1/images/generations";
    private static final String SPEECH = "/v1/audio/speech";
    private static final String EMAIL = "olive.petit@client.example";

    private static HttpResponse<byte[]> speak(String input) {
        String json = ScriptedSite.fresh("{\"model\":\"scripted\",\"voice\":\"alloy\",\"input\":\"" + input + "\"}");
        return SITE.send(SITE.request(SPEECH).POST(BodyPublishers.ofString(json)), BodyHandlers.ofByteArray());
    }

    private static JsonObject record(HttpResponse<?> seen) {
        String id = seen.headers().firstValue("x-request-id").orElseThrow();
        return new JsonObject(SITE.get("/api/v1/requests/" + id).body());
    }

    @Test
    void a_picture_keeps_its_bytes_and_its_prompt_is_shielded() {
        SITE.upstream()
                .does(
                        (asked, reply) -> reply.json(
                                200,
                                "{\"created\":1, \"data\":[{\"b64_json\":\"iVBORw0KGgo=\",\"revised_prompt\":\"Une carte pour "
                                        + asked.placeholder()
                                        + "\"}],\"usage\":{\"input_tokens\":12,\"output_tokens\":4160,\"total_tokens\":4172}}"));
        HttpResponse<String> seen = SITE.post(
                IMAGES,
                "{\"model\":\"scripted\",\"prompt\":\"Une carte pour " + EMAIL
                        + "\",\"n\":1,\"zz\":12345678901234567890}");
        assertThat(seen.body())
                .isEqualTo(
                        "{\"created\":1, \"data\":[{\"b64_json\":\"iVBORw0KGgo=\",\"revised_prompt\":\"Une carte pour "
                                + EMAIL
                                + "\"}],\"usage\":{\"input_tokens\":12,\"output_tokens\":4160,\"total_tokens\":4172}}");
        assertThat(SITE.upstream().asked().path()).isEqualTo(IMAGES);
        assertThat(SITE.upstream().asked().text()).doesNotContain(EMAIL).contains("\"zz\":12345678901234567890");
        assertThat(record(seen).getJsonObject("tokens")).isEqualTo(TokensTold.of(12, 4160));
    }

    @Test
    void sound_passes_byte_by_byte_with_its_type() {
        byte[] sound = new byte[300_000];
        for (int at = 0; at < sound.length; at++) sound[at] = (byte) (at * 31);
        SITE.upstream().does((_, reply) -> reply.whole(200, "audio/mpeg", sound));
        HttpResponse<byte[]> seen = speak("Bonjour " + EMAIL);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("content-type")).hasValue("audio/mpeg");
        assertThat(seen.body()).isEqualTo(sound);
        assertThat(SITE.upstream().asked().path()).isEqualTo(SPEECH);
        assertThat(SITE.upstream().asked().text()).doesNotContain(EMAIL);
        assertThat(seen.headers().firstValue("x-vigie-findings")).hasValue("EMAIL=1");
        assertThat(record(seen).getString("outcome")).isEqualTo("answered");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"text/html | <html>", "application/json | {\"ok\":true}", "image/svg+xml | <svg/>"})
    void what_is_no_sound_is_no_answer(String type, String body) {
        SITE.upstream().does((_, reply) -> reply.whole(200, type, body));
        assertThat(speak("Bonjour").statusCode()).isEqualTo(502);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/images/generations | {\"model\":\"scripted\",\"prompt\":\"x\",\"stream\":true} | stream",
                "/v1/images/generations | {\"model\":\"scripted\"} | prompt",
                "/v1/images/generations | {\"model\":\"extractif\",\"prompt\":\"x\"} | model",
                "/v1/audio/speech | {\"model\":\"scripted\",\"input\":\"x\",\"stream_format\":\"sse\"} | stream_format",
                "/v1/audio/speech | {\"model\":\"scripted\"} | input"
            })
    void what_is_not_offered_is_refused_with_its_place(String path, String json, String place) {
        int before = SITE.upstream().served();
        HttpResponse<String> seen = SITE.post(path, json);
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(400);
        assertThat(new JsonObject(seen.body()).getJsonObject("error").getString("param"))
                .isEqualTo(place);
        assertThat(SITE.upstream().served()).isEqualTo(before);
    }

    private static final String TRANSCRIPTIONS = "/v1/audio/transcriptions";

    private static HttpResponse<String> transcribe(byte[] sound, String... fields) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (int at = 0; at < fields.length; at += 2) {
            form.writeBytes(("--x y\r\nContent-Disposition: form-data; name=\"" + fields[at] + "\"\r\n\r\n"
                            + fields[at + 1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes(("--x y\r\nContent-Disposition: form-data; name=\"file\"; filename=\"appel de " + EMAIL
                        + ".mp3\"\r\nContent-Type: audio/mpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(sound);
        form.writeBytes("\r\n--x y--\r\n".getBytes(StandardCharsets.UTF_8));
        return SITE.send(SITE.request(TRANSCRIPTIONS, "content-type", "multipart/form-data; boundary=\"x y\"")
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    private static String freshModel() {
        return new JsonObject(ScriptedSite.fresh("{\"model\":\"scripted\"}")).getString("model");
    }

    private static byte[] sound() {
        byte[] sound = new byte[70_000];
        for (int at = 0; at < sound.length; at++) sound[at] = (byte) (at * 31);
        System.arraycopy("\r\n--x".getBytes(StandardCharsets.UTF_8), 0, sound, 500, 5);
        return sound;
    }

    private static int indexOf(byte[] in, byte[] sought) {
        for (int at = 0; at <= in.length - sought.length; at++) {
            if (Arrays.equals(in, at, at + sought.length, sought, 0, sought.length)) return at;
        }
        return -1;
    }

    @ParameterizedTest
    @CsvSource({"json, application/json", "text, text/plain; charset=utf-8", "vtt, text/vtt"})
    void what_was_said_comes_back_with_its_values_and_its_sound_left_byte_by_byte(String format, String type) {
        SITE.upstream().does((asked, reply) -> {
            String said = "Bonjour, " + asked.placeholder();
            reply.whole(
                    200,
                    type,
                    format.equals("json")
                            ? "{\"text\":\"" + said
                                    + "\",\"usage\":{\"type\":\"tokens\",\"input_tokens\":14,\"output_tokens\":5}}"
                            : said);
        });
        HttpResponse<String> seen = transcribe(
                sound(), "model", freshModel(), "prompt", "Appel de " + EMAIL, "response_format", format, "x", "0");
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        assertThat(seen.body()).contains("Bonjour, " + EMAIL);
        assertThat(seen.headers().firstValue("content-type").orElseThrow()).startsWith(type.split(";")[0]);
        ScriptedUpstream.Asked asked = SITE.upstream().asked();
        assertThat(asked.path()).isEqualTo(TRANSCRIPTIONS);
        assertThat(asked.headers().get("content-type")).startsWith("multipart/form-data; boundary=vigie-");
        assertThat(asked.text())
                .doesNotContain(EMAIL)
                .contains(
                        "name=\"model\"\r\n\r\nup\r\n", "name=\"response_format\"\r\n\r\n" + format + "\r\n", ".mp3\"");
        assertThat(indexOf(asked.bytes(), sound())).isPositive();
        JsonObject told = record(seen);
        assertThat(told.getString("dataClass")).isEqualTo("C2");
        long tokens = told.getJsonObject("tokens").getLong("input");
        assertThat(tokens).isBetween(14L, 500L);
    }

    @Test
    void sound_goes_only_where_what_nobody_can_read_may_go() {
        int before = SITE.upstream().served();
        HttpResponse<String> seen = transcribe(sound(), "model", "far");
        assertThat(seen.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(seen.body()).getJsonObject("error").getString("code"))
                .isEqualTo("content_not_examinable");
        assertThat(SITE.upstream().served()).isEqualTo(before);
    }

    @Test
    void forms_that_cannot_be_read_are_refused_and_recorded() {
        assertThat(transcribe(sound(), "model", freshModel(), "stream", "true").statusCode())
                .isEqualTo(400);
        assertThat(transcribe(sound()).statusCode()).isEqualTo(400);
        assertThat(transcribe(sound(), "model", "a", "model", "b").statusCode()).isEqualTo(400);
        for (String body :
                List.of("", "--x y", "--x y\r\n\r\n", "{}", "--x y\r\nContent-Disposition: form-data\r\n\r\n")) {
            HttpResponse<String> seen =
                    SITE.send(SITE.request(TRANSCRIPTIONS, "content-type", "multipart/form-data; boundary=\"x y\"")
                            .POST(BodyPublishers.ofString(body)));
            assertThat(seen.statusCode()).as(body).isEqualTo(400);
            assertThat(record(seen).getString("problem")).as(body).isEqualTo("malformed_body");
        }
        assertThat(SITE.post(TRANSCRIPTIONS, "{\"model\":\"scripted\"}").statusCode())
                .isEqualTo(400);
    }
}
