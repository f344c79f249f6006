package org.vigie.configuration;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the beginning of a model's file says (GGUF versions 2 and 3, as the ggml project specifies them): numbers and texts
 * up to the tokenizer, whose lists are long and come after.
 *
 * @param bytes of the file
 */
public record GgufFile(long bytes, String architecture, Map<String, Long> numbers) {
    private static final int MAGIC = 0x46554747;
    private static final int OLDEST = 2;
    private static final int NEWEST = 3;
    private static final int LONGEST_KEY = 65_535;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final long MOST_ENTRIES = 100_000;
    /** Of a value in the context's memory, keys and values alike. */
    private static final int BYTES_OF_A_VALUE = 2;

    public GgufFile {
        numbers = Map.copyOf(numbers);
    }

    /** It is none that can be read. The message goes on from « the file … ». */
    public static final class NotOne extends Exception {
        private static final long serialVersionUID = 1;

        NotOne(String message) {
            super(message);
        }
    }

    public static GgufFile read(Path file) throws IOException, NotOne {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return read(in, Files.size(file));
        } catch (EOFException cut) {
            throw new NotOne("is cut off: it ends within its own description");
        }
    }

    private static GgufFile read(DataInputStream in, long bytes) throws IOException, NotOne {
        if (bytes < 4 || integer(in) != MAGIC) throw new NotOne("is not a GGUF: it does not begin with these letters");
        int version = integer(in);
        if (version < OLDEST || version > NEWEST) {
            throw new NotOne("is a GGUF of version " + Integer.toUnsignedString(version) + "; 2 and 3 can be read");
        }
        long tensors = number(in);
        long entries = number(in);
        if (tensors < 1 || entries < 1 || entries > MOST_ENTRIES) throw new NotOne("is a GGUF without a model in it");
        String architecture = "";
        Map<String, Long> numbers = new HashMap<>();
        for (long i = 0; i < entries; i++) {
            String key = text(in, LONGEST_KEY);
            if (key.startsWith("tokenizer.")) break;
            Object value = value(in, integer(in));
            if (key.equals("general.architecture") && value instanceof String name) architecture = name;
            if (value instanceof Long whole) numbers.put(key, whole);
        }
        if (architecture.isEmpty()) throw new NotOne("is a GGUF that does not say its architecture");
        return new GgufFile(bytes, architecture, numbers);
    }

    /** How many tokens it was trained on at once. */
    public Optional<Long> trainedContext() {
        return of("context_length");
    }

    /** Memory that it takes with a context of so many tokens, as far as it says how it is built; the least. */
    public long bytesWith(int contextTokens) {
        long layers = of("block_count").orElse(0L);
        long heads = Math.max(1, of("attention.head_count").orElse(1L));
        long width = of("attention.key_length").orElse(of("embedding_length").orElse(0L) / heads);
        long kept = of("attention.head_count_kv").orElse(heads);
        return bytes + 2 * BYTES_OF_A_VALUE * layers * width * kept * contextTokens;
    }

    private Optional<Long> of(String name) {
        return Optional.ofNullable(numbers.get(architecture + "." + name));
    }

    /** A whole number, a text, or nothing that is asked for. */
    private static Object value(DataInputStream in, int type) throws IOException, NotOne {
        return switch (type) {
            case 0, 7 -> (long) in.readUnsignedByte();
            case 1 -> (long) in.readByte();
            case 2 -> (long) Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
            case 3 -> (long) Short.reverseBytes(in.readShort());
            case 4 -> Integer.toUnsignedLong(integer(in));
            case 5 -> (long) integer(in);
            case 6 -> Float.intBitsToFloat(integer(in));
            case 8 -> text(in, LONGEST_TEXT);
            case 9 -> list(in);
            case 10, 11 -> number(in);
            case 12 -> Double.longBitsToDouble(number(in));
            default -> throw new NotOne("is a damaged GGUF: a value of the unknown type " + type);
        };
    }

    private static Object list(DataInputStream in) throws IOException, NotOne {
        int type = integer(in);
        long length = number(in);
        if (type == 9 || length < 0 || length > 10_000_000) throw new NotOne("is a damaged GGUF: a list without end");
        for (long i = 0; i < length; i++) value(in, type);
        return "";
    }

    private static String text(DataInputStream in, int longest) throws IOException, NotOne {
        long length = number(in);
        if (length < 0 || length > longest) throw new NotOne("is a damaged GGUF: a text of " + length + " bytes");
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) throw new EOFException();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int integer(DataInputStream in) throws IOException {
        return Integer.reverseBytes(in.readInt());
    }

    private static long number(DataInputStream in) throws IOException {
        return Long.reverseBytes(in.readLong());
    }
}
