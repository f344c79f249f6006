package org.vigie.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.exchange.ModelRequest.Message;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

class ModelRequestTest {
    private static ModelRequest parse(String json) {
        return ModelRequest.parse(Dialect.CHAT_COMPLETIONS, Map.of(), json.getBytes(UTF_8));
    }

    @Test
    void reads_plain_and_multipart_messages() {
        ModelRequest request = parse("""
                {"model":"assistant","stream":true,"stream_options":{"include_usage":true},"messages":[
                  {"role":"system","content":"Sois bref."},
                  {"content":[{"type":"text","text":"un"},{"type":"text","text":"deux"}],"role":"user"}]}""");
        assertThat(request.model()).isEqualTo("assistant");
        assertThat(request.stream()).isTrue();
        assertThat(request.usageAsked()).isTrue();
        assertThat(request.messages())
                .containsExactly(new Message("system", "Sois bref."), new Message("user", "un\ndeux"));
        assertThat(request.unreadable()).isEmpty();
    }

    @Test
    void notices_what_it_cannot_read() {
        ModelRequest request = parse("""
                {"model":"m","messages":[{"role":"user","content":[
                  {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}},
                  {"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}},
                  {"type":"hologram","x":1}]}]}""");
        assertThat(request.unreadable()).containsExactlyInAnyOrder("image_url", "input_audio", "hologram", "data");
    }

    @Test
    void a_remote_image_counts_as_unreadable() {
        assertThat(parse("""
                {"model":"m","messages":[{"role":"user","content":[
                  {"type":"image_url","image_url":{"url":"https://example.org/a.png"}}]}]}""").unreadable()).containsExactly("image_url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"x\"",
                "{}",
                "{\"model\":\"m\"}",
                "{\"model\":1,\"messages\":[]}",
                "{\"model\":\"m\",\"messages\":{}}",
                "{\"model\":\"m\",\"messages\":[],\"model\":\"n\"}",
                "{\"model\":\"m\",\"messages\":[],\"messages\":[]}",
                "{\"model\":\" \",\"messages\":[]}"
            })
    void refuses_what_is_no_chat_request(String json) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem()).isInstanceOf(Problem.Malformed.class));
    }
}
