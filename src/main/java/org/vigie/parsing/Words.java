package org.vigie.parsing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text as it is read. */
final class Words {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern CUT_WORD = Pattern.compile("(\\p{L})[-\u00ad\u2010]\\n(\\p{Ll})");

    private Words() {}

    /** UTF-8 or UTF-16 where it is that, else windows-1252, in which French was written before; lines end with \n. */
    static String decode(byte[] bytes) {
        return lines(decoded(bytes));
    }

    static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String decoded(byte[] bytes) {
        if (starts(bytes, 0xff, 0xfe)) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        if (starts(bytes, 0xfe, 0xff)) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        int from = starts(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
            return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, WINDOWS);
        }
    }

    /** Without what is not seen: control characters, soft hyphens, halves of characters. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\n', '\t' -> clean.append((char) point);
                case '\r', '\u000b', '\f', '\u0085', '\u2028', '\u2029' -> clean.append('\n');
                case '\u00ad', '\ufeff', '\u200b' -> {}
                default -> {
                    int type = Character.getType(point);
                    if (type != Character.CONTROL && type != Character.SURROGATE) clean.appendCodePoint(point);
                }
            }
        });
        return clean.toString();
    }

    /** Words that the end of a line cut are whole again. */
    static String unbroken(String lines) {
        return CUT_WORD.matcher(lines).replaceAll("$1$2");
    }

    /** The encoding of a text by its beginning, as {@link #decode} would take it. */
    static Charset encoding(byte[] beginning) {
        if (starts(beginning, 0xff, 0xfe) || starts(beginning, 0xfe, 0xff)) return StandardCharsets.UTF_16;
        CharBuffer decoded = CharBuffer.allocate(beginning.length);
        // A character may be cut at the end.
        boolean fits = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(beginning), decoded, false)
                .isError();
        return fits ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean starts(byte[] bytes, int... marks) {
        if (bytes.length < marks.length) return false;
        for (int i = 0; i < marks.length; i++) {
            if ((bytes[i] & 0xff) != marks[i]) return false;
        }
        return true;
    }
}
