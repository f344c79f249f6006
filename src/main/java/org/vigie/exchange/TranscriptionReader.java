package org.vigie.exchange;

import static org.vigie.exchange.ModelRequest.malformed;

import org.vigie.exchange.JsonDocument.Value;

/** Sound to be written down, in the JSON of {@link TranscriptionForm}. */
final class TranscriptionReader extends RequestReader {
    private String field = "";

    @Override
    void readText(Value.Text text) {
        switch (text.path().name()) {
            case "name" -> field = text.value();
            case "value" -> readField(text.value());
            default -> {}
        }
    }

    private void readField(String value) {
        if (field.equals("stream") && !value.equals("false")) {
            throw malformed("stream", "what was said comes whole, not in events");
        }
        if (field.equals("prompt")) append(0, value);
    }

    @Override
    void readContainer(Value.Container container) {
        if (container.path().isRootField("file")) unreadable("audio");
    }

    @Override
    void check() {}
}
