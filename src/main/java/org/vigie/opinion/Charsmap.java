package org.vigie.opinion;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The table by which SentencePiece normalises characters ({@code precompiled_charsmap}): the size of a Darts double
 * array in bytes, the array of 32-bit units (little-endian), then the strings that its values point to, each ended by a
 * zero byte. Read as Hugging Face's {@code spm_precompiled} does: of a character with its accents the whole is looked up
 * when it has at most five bytes, else each code point for itself.
 */
final class Charsmap {
    private static final int LONGEST = 5;

    private final int[] units;
    private final byte[] strings;

    /** @throws OpinionException when the sizes do not fit together */
    Charsmap(byte[] table) throws OpinionException {
        ByteBuffer in = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        int size = table.length < 4 ? -1 : in.getInt();
        if (size < 4 || size % 4 != 0 || size > in.remaining()) {
            throw OpinionException.model("the precompiled_charsmap of tokenizer.json is damaged");
        }
        this.units = new int[size / 4];
        for (int i = 0; i < units.length; i++) units[i] = in.getInt();
        this.strings = Arrays.copyOfRange(table, in.position(), table.length);
    }

    String apply(String character) {
        byte[] bytes = character.getBytes(StandardCharsets.UTF_8);
        String whole = bytes.length <= LONGEST ? find(bytes, character) : null;
        if (whole != null) return whole;
        StringBuilder parts = new StringBuilder();
        character.codePoints().forEach(point -> {
            String one = Character.toString(point);
            String found = find(one.getBytes(StandardCharsets.UTF_8), one);
            parts.append(found == null ? one : found);
        });
        return parts.toString();
    }

    /** What stands for the shortest known beginning of some bytes; null when there is none. */
    private @org.jspecify.annotations.Nullable String find(byte[] key, String otherwise) {
        int at = offset(units[0]);
        for (byte b : key) {
            int label = b & 0xFF;
            if (label == 0) return null;
            at ^= label;
            if (at < 0 || at >= units.length || (units[at] & 0x800000FF) != label) return null;
            int unit = units[at];
            at ^= offset(unit);
            if ((unit >>> 8 & 1) == 1) {
                boolean within = at >= 0 && at < units.length;
                return within ? string(units[at] & 0x7FFFFFFF, otherwise) : null;
            }
        }
        return null;
    }

    private static int offset(int unit) {
        return (unit >>> 10) << ((unit & (1 << 9)) >>> 6);
    }

    private String string(int from, String otherwise) {
        if (from >= strings.length) return otherwise;
        int to = from;
        while (to < strings.length && strings[to] != 0) to++;
        return new String(strings, from, to - from, StandardCharsets.UTF_8);
    }
}
