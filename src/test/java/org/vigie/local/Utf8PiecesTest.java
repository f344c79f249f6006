package org.vigie.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Utf8PiecesTest {
    @Test
    void a_character_comes_whole_whatever_cuts_it() {
        Utf8Pieces pieces = new Utf8Pieces();
        StringBuilder text = new StringBuilder();
        for (byte one : "dé\uD83D\uDE00\u20ac".getBytes(UTF_8)) {
            String piece = pieces.add(new byte[] {one});
            assertThat(piece).doesNotContain("\uFFFD");
            text.append(piece);
        }

        assertThat(text.append(pieces.end()).toString()).isEqualTo("dé\uD83D\uDE00\u20ac");
    }

    @Test
    void what_is_no_character_is_replaced_and_holds_nothing_up() {
        Utf8Pieces pieces = new Utf8Pieces();

        assertThat(pieces.add(new byte[] {(byte) 0x9f, 'a', (byte) 0xe2})).isEqualTo("\uFFFDa");
        assertThat(pieces.add(new byte[] {'b'})).isEqualTo("\uFFFDb");
        assertThat(pieces.add(new byte[] {(byte) 0xf0, (byte) 0x9f})).isEmpty();
        assertThat(pieces.end()).isEqualTo("\uFFFD");
    }
}
