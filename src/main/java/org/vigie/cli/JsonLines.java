package org.vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.store.StoreException;

/** JSON Lines in, JSON Lines out, in the same order; a line that cannot be used is told by its number, and the next is read. */
final class JsonLines {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final PrintStream out;

    JsonLines(PrintStream out) {
        this.out = out;
    }

    /** What is done with a line, an object. */
    interface Work {
        /** @throws StoreException saying what is wrong with the line, without quoting it */
        void on(JsonNode line);
    }

    /** What is told of a line that cannot be used. */
    interface Fault {
        void at(int line, String message);
    }

    /** @param file standard input when it is absent or {@code -} */
    void each(@Nullable Path file, Work work, Fault fault) {
        try (InputStream in = new BufferedInputStream(Texts.open(file), 65_536)) {
            int number = 0;
            for (byte[] line = next(in); line != null; line = next(in)) {
                number++;
                if (new String(line, StandardCharsets.ISO_8859_1).isBlank()) continue;
                try {
                    work.on(parse(Texts.decoded(line, "The line")));
                } catch (StoreException unusable) {
                    fault.at(number, String.valueOf(unusable.getMessage()));
                }
            }
        } catch (IOException unreadable) {
            throw Texts.unusable(file == null ? Path.of("-") : file, unreadable);
        }
    }

    void print(ObjectNode line) {
        out.println(line);
        out.flush();
        if (out.checkError()) throw new StoreException("The output was closed.");
    }

    void printFault(int line, String message) {
        print(object().put("line", line).put("error", message));
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The line's id, of any JSON type, given back as it is; null where it has none. */
    static JsonNode id(JsonNode line) {
        return line.path("id").isMissingNode() ? JSON.nullNode() : line.get("id");
    }

    /** @throws StoreException where it is none */
    static String string(JsonNode line, String field) {
        if (!line.path(field).isTextual()) throw new StoreException("no string \"" + field + "\"");
        return line.get(field).asText();
    }

    private static JsonNode parse(String line) {
        JsonNode root;
        try {
            root = JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            int column =
                    notJson.getLocation() == null ? 0 : notJson.getLocation().getColumnNr();
            throw new StoreException("not valid JSON at column " + column);
        }
        if (root == null || !root.isObject()) throw new StoreException("not a JSON object");
        return root;
    }

    /** The bytes up to the next line feed, null at the end. */
    private static byte @Nullable [] next(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int b = in.read();
        if (b < 0) return null;
        for (; b >= 0 && b != '\n'; b = in.read()) line.write(b);
        return line.toByteArray();
    }
}
