package org.vigie.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The field {@code type} of a payload's root object, read without the rest. */
final class EventType {
    private static final JsonFactory FACTORY = new JsonFactory();

    private EventType() {}

    /** Empty where there is none, or where the payload is not JSON: whoever reads it whole says so. */
    static String of(byte[] payload) {
        try (JsonParser parser = FACTORY.createParser(payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return "";
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean type = parser.currentName().equals("type");
                JsonToken value = parser.nextToken();
                if (type) return value == JsonToken.VALUE_STRING ? parser.getText() : "";
                parser.skipChildren();
            }
            return "";
        } catch (IOException notJson) {
            return "";
        }
    }
}
