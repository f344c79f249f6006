package org.vigie.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whether a payload tells an error where an answer should stand: a field {@code error} of its root, alone or beside others. */
final class RootError {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final byte[] NAME = "\"error\"".getBytes(StandardCharsets.US_ASCII);

    private RootError() {}

    static boolean isIn(byte[] payload) {
        return mentions(payload) && isField(payload);
    }

    /** Nearly every payload does not; one that quotes the word in a text escapes its quotes. */
    private static boolean mentions(byte[] payload) {
        for (int at = 0; at <= payload.length - NAME.length; at++) {
            int same = 0;
            while (same < NAME.length && payload[at + same] == NAME[same]) same++;
            if (same == NAME.length) return true;
        }
        return false;
    }

    private static boolean isField(byte[] payload) {
        try (JsonParser parser = FACTORY.createParser(payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean error = parser.currentName().equals("error");
                JsonToken value = parser.nextToken();
                if (error) return value == JsonToken.START_OBJECT || value == JsonToken.VALUE_STRING;
                parser.skipChildren();
            }
            return false;
        } catch (IOException notJson) {
            return false;
        }
    }
}
