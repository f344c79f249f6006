package org.vigie.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HexFormat;
import java.util.Map;

/**
 * One JSON object written in one canonical way: members in the order given, no white space, ASCII only. ASCII because
 * PostgreSQL refuses U+0000 and lone surrogates in text, and a row that the database refuses for ever would stop the
 * chain.
 */
final class Json {
    private static final ObjectMapper READER = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder out = new StringBuilder(384).append('{');

    Json put(String name, String value) {
        name(name);
        string(value);
        return this;
    }

    Json put(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    Json put(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /** Members in the map's own order; values are numbers or strings. */
    Json put(String name, Map<String, ?> values) {
        Json object = new Json();
        values.forEach((key, value) -> {
            if (value instanceof Number number) {
                object.put(key, number.longValue());
            } else {
                object.put(key, value.toString());
            }
        });
        name(name);
        out.append(object.end());
        return this;
    }

    String end() {
        return out.append('}').toString();
    }

    private void name(String name) {
        if (out.length() > 1) {
            out.append(',');
        }
        string(name);
        out.append(':');
    }

    private void string(String value) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean quoted = c == '"' || c == '\\';
            if (!quoted && c >= ' ' && c <= '~') continue;
            out.append(value, plain, i);
            if (quoted) out.append('\\').append(c);
            else out.append("\\u").append(HEX.toHexDigits(c));
            plain = i + 1;
        }
        out.append(value, plain, value.length()).append('"');
    }

    /** @throws IllegalArgumentException where the text is not JSON; the message does not quote it */
    static JsonNode parse(String text) {
        try {
            return READER.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not JSON", notJson);
        }
    }
}
