package org.vigie.exchange;

import static org.vigie.exchange.ModelRequest.malformed;

import org.vigie.exchange.JsonDocument.Value;

/** A text to be read out. The sound comes as it is; wrapped in events it does not. */
final class SpeechReader extends RequestReader {
    private boolean inputSeen;

    @Override
    void readText(Value.Text text) {
        if (text.path().isRootField("input")) {
            inputSeen = true;
            append(0, text.value());
        }
        if (text.path().isRootField("stream_format") && !text.value().equals("audio")) {
            throw malformed("stream_format", "only audio is offered");
        }
    }

    @Override
    void readContainer(Value.Container container) {}

    @Override
    void check() {
        if (!inputSeen) throw malformed("input", "a text is expected");
        if (streamAsked()) throw malformed("stream", "sound comes as it is, not in events");
    }
}
