package org.vigie.exchange;

import static org.vigie.exchange.ModelRequest.malformed;

import org.vigie.exchange.JsonDocument.Value;

/** A prompt for a picture, in one piece. */
final class ImagesReader extends RequestReader {
    private boolean promptSeen;

    @Override
    void readText(Value.Text text) {
        if (text.path().isRootField("prompt")) {
            promptSeen = true;
            append(0, text.value());
        }
    }

    @Override
    void readContainer(Value.Container container) {}

    @Override
    void check() {
        if (!promptSeen) throw malformed("prompt", "a text is expected");
        if (streamAsked()) throw malformed("stream", "pictures come in one piece");
    }
}
