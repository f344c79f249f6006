package org.vigie.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * A JSON text (RFC 8259) with the place of each value in its bytes. What is not patched keeps its bytes: numbers of
 * twenty digits, unknown fields, escapes and white space come out as they came in.
 *
 * <p>Limits: UTF-8 without byte order mark, {@value #MAX_DEPTH} levels.
 */
public final class JsonDocument {
    private static final int MAX_DEPTH = 200;
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(1_000_000)
                    .maxNumberLength(100_000)
                    .build())
            .build();

    private final byte[] bytes;
    private final List<Value> values;

    private JsonDocument(byte[] bytes, List<Value> values) {
        this.bytes = bytes;
        this.values = Collections.unmodifiableList(values);
    }

    /** A scalar, an object's key, or the start of an object or array. */
    public sealed interface Value {
        JsonPath path();

        /** Byte range {@code [from, to)} in the document; for a container the opening bracket alone. */
        int from();

        int to();

        /** A string value: the range is that of its content, without the quotes. */
        record Text(JsonPath path, String value, int from, int to) implements Value {}

        /** An object's key; the range is that of its content, without the quotes, the path that of its value. */
        record Key(JsonPath path, String value, int from, int to) implements Value {}

        /** A number, {@code true}, {@code false} or {@code null}, as it is written. */
        record Literal(JsonPath path, String value, int from, int to) implements Value {}

        /** Where an object or an array begins. */
        record Container(JsonPath path, boolean array, int from, int to) implements Value {}
    }

    /** Bytes to be put in the place of the range {@code [from, to)}. */
    public record Patch(int from, int to, byte[] replacement) {}

    /**
     * @throws ProblemException {@link Problem.Malformed} with line and column when it is not JSON; the message never
     *     quotes the text
     */
    public static JsonDocument parse(byte[] bytes) {
        refuseOtherEncodings(bytes);
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            return new JsonDocument(bytes, read(parser, bytes));
        } catch (JsonProcessingException fault) {
            throw malformed(fault);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static void refuseOtherEncodings(byte[] bytes) {
        boolean byteOrderMark = bytes.length > 1 && ((bytes[0] & 0xFF) == 0xEF || (bytes[0] & 0xFF) >= 0xFE);
        boolean wide = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
        if (byteOrderMark || wide) {
            throw new ProblemException(
                    new Problem.Malformed("line 1, column 1", "the text is not UTF-8 without byte order mark"));
        }
    }

    private static ProblemException malformed(JsonProcessingException fault) {
        JsonLocation at = fault.getLocation();
        String place = at == null ? "the document" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
        boolean limit = fault instanceof StreamConstraintsException;
        return new ProblemException(new Problem.Malformed(
                place, limit ? "a limit of size or depth is exceeded" : "this is not valid JSON here"));
    }

    private static List<Value> read(JsonParser parser, byte[] bytes) throws IOException {
        List<Value> values = new ArrayList<>();
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new ProblemException(new Problem.Malformed("line 1, column 1", "the body is empty"));
        }
        readValue(parser, bytes, first, JsonPath.ROOT, values);
        if (parser.nextToken() != null) {
            throw new ProblemException(new Problem.Malformed(
                    "byte " + parser.currentTokenLocation().getByteOffset(), "something follows the JSON text"));
        }
        return values;
    }

    private static void readValue(JsonParser parser, byte[] bytes, JsonToken token, JsonPath path, List<Value> values)
            throws IOException {
        int at = (int) parser.currentTokenLocation().getByteOffset();
        switch (token) {
            case START_OBJECT -> {
                values.add(new Value.Container(path, false, at, at + 1));
                readObject(parser, bytes, path, values);
            }
            case START_ARRAY -> {
                values.add(new Value.Container(path, true, at, at + 1));
                int position = 0;
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    readValue(parser, bytes, next, path.element(position++), values);
                }
            }
            case VALUE_STRING ->
                values.add(new Value.Text(path, parser.getText(), at + 1, closingQuote(bytes, at + 1)));
            default -> {
                String written = parser.getText();
                values.add(new Value.Literal(path, written, at, at + written.length()));
            }
        }
    }

    private static void readObject(JsonParser parser, byte[] bytes, JsonPath path, List<Value> values)
            throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            int at = (int) parser.currentTokenLocation().getByteOffset();
            JsonPath field = path.field(name);
            values.add(new Value.Key(field, name, at + 1, closingQuote(bytes, at + 1)));
            readValue(parser, bytes, parser.nextToken(), field, values);
        }
    }

    private static int closingQuote(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    /** Every value in document order. */
    public List<Value> values() {
        return values;
    }

    public int length() {
        return bytes.length;
    }

    /** The document's own bytes; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The byte place of the UTF-16 offset {@code charOffset} of a string whose content begins at byte {@code from}:
     * walks over JSON escapes and UTF-8 sequences.
     */
    public int byteOffset(int from, int charOffset) {
        int at = from;
        int chars = 0;
        while (chars < charOffset) {
            int lead = bytes[at] & 0xFF;
            if (lead == '\\') {
                at += bytes[at + 1] == 'u' ? 6 : 2;
            } else if (lead < 0x80) {
                at++;
            } else if (lead < 0xE0) {
                at += 2;
            } else if (lead < 0xF0) {
                at += 3;
            } else {
                at += 4;
                chars++;
            }
            chars++;
        }
        return at;
    }

    /** The bytes with the patches in place; patches do not overlap. */
    public byte[] patched(List<Patch> patches) {
        if (patches.isEmpty()) return bytes;
        List<Patch> sorted = new ArrayList<>(patches);
        sorted.sort(Comparator.comparingInt(Patch::from));
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 64);
        int at = 0;
        for (Patch patch : sorted) {
            out.write(bytes, at, patch.from() - at);
            out.writeBytes(patch.replacement());
            at = patch.to();
        }
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    /** A string's content as it is written between quotes in JSON, in UTF-8. */
    public static byte[] escaped(String text) {
        return JsonStringEncoder.getInstance().quoteAsUTF8(text);
    }
}
