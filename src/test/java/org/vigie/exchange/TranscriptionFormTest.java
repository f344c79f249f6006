package org.vigie.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.MultipartForm.Part;
import org.vigie.kernel.ProblemException;

class TranscriptionFormTest {
    private static final String TYPE = "multipart/form-data; boundary=b";

    private static Part field(String name, String value) {
        return new Part(name, Optional.empty(), Optional.empty(), value.getBytes(StandardCharsets.UTF_8));
    }

    private static Part file(byte[] sound) {
        return new Part("file", Optional.of("é.wav"), Optional.of("audio/wav"), sound);
    }

    @Test
    void what_is_written_is_read_again_whatever_the_bytes_are() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] alphabet = {'\r', '\n', '-', 'b', 0, 'x'};
        for (int run = 0; run < 2_000; run++) {
            byte[] sound = new byte[random.nextInt(60)];
            for (int at = 0; at < sound.length; at++) sound[at] = alphabet[random.nextInt(alphabet.length)];
            if (new String(sound, StandardCharsets.ISO_8859_1).contains("--b")) continue;
            byte[] form = MultipartForm.write(List.of(field("a", ""), file(sound), field("c", "d")), "b");
            List<Part> read = MultipartForm.read(TYPE, form);
            assertThat(read).as("seed %d", seed).hasSize(3);
            assertThat(read.get(1).content()).as("seed %d", seed).isEqualTo(sound);
            assertThat(read.get(1).fileName()).contains("é.wav");
            assertThat(read.get(2).content()).isEqualTo(new byte[] {'d'});
        }
    }

    @Test
    void cut_anywhere_it_is_refused_or_whole_never_an_exception_of_another_kind() {
        byte[] form = MultipartForm.write(List.of(field("model", "m"), file(new byte[] {1, 2, 3})), "b");
        for (int length = 0; length < form.length - 4; length++) {
            byte[] cut = java.util.Arrays.copyOf(form, length);
            assertThatThrownBy(() -> TranscriptionForm.json(TYPE, cut))
                    .as("%d bytes", length)
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void a_form_keeps_its_fields_in_their_order_and_its_sound() {
        byte[] form = MultipartForm.write(
                List.of(field("model", "m"), field("g[]", "word"), field("g[]", "segment"), file(new byte[] {0, -1})),
                "b");
        ModelRequest request = ModelRequest.parse(Dialect.TRANSCRIPTION, Map.of("content-type", TYPE), form);
        assertThat(request.model()).isEqualTo("m");
        assertThat(request.unreadable()).contains("audio");
        assertThat(request.headers()).isEmpty();
        TranscriptionForm.Outgoing out =
                TranscriptionForm.form(request.document().bytes());
        List<Part> again = MultipartForm.read(out.contentType(), out.body());
        assertThat(again).extracting(Part::name).containsExactly("model", "g[]", "g[]", "file");
        assertThat(again.get(2).content()).isEqualTo("segment".getBytes(StandardCharsets.UTF_8));
        assertThat(again.get(3).content()).isEqualTo(new byte[] {0, -1});
        assertThat(again.get(3).contentType()).contains("audio/wav");
    }

    @Test
    void a_content_type_that_is_no_kind_of_sound_does_not_leave() {
        Part odd = new Part(
                "file", Optional.of("a"), Optional.of("audio/x; name=olive.petit@client.example"), new byte[1]);
        byte[] json = TranscriptionForm.json(TYPE, MultipartForm.write(List.of(field("model", "m"), odd), "b"));
        assertThat(new String(json, StandardCharsets.UTF_8))
                .contains("application/octet-stream")
                .doesNotContain("olive");
    }

    @Test
    void sound_weighs_as_little_as_its_tokens() {
        byte[] form = MultipartForm.write(List.of(field("model", "m"), file(new byte[3_000_000])), "b");
        ModelRequest request = ModelRequest.parse(Dialect.TRANSCRIPTION, Map.of("content-type", TYPE), form);
        assertThat(InputWeight.of(request, request.document().length())).isBetween(40_000L, 40_200L);
    }
}
