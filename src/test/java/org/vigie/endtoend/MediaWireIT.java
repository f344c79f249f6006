package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
}
