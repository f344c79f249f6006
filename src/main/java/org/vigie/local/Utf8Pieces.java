package org.vigie.local;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tokens' bytes as text: a character that several tokens make up is held back until it is whole. */
final class Utf8Pieces {
    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] held = {};

    String add(byte[] bytes) {
        return decoded(bytes, false);
    }

    /** What is still held, as replacement characters. */
    String end() {
        return decoded(new byte[0], true);
    }

    private String decoded(byte[] bytes, boolean end) {
        ByteBuffer in = ByteBuffer.allocate(held.length + bytes.length + LONGEST_CHARACTER);
        in.put(held).put(bytes).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, end);
        if (end) decoder.flush(out);
        held = new byte[in.remaining()];
        in.get(held);
        return out.flip().toString();
    }
}
