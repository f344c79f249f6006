package org.vigie.exchange;

import java.util.Locale;
import java.util.Optional;
import org.vigie.exchange.JsonDocument.Value;

/** Sound. Nothing in it can be put back: a placeholder is read out as such. */
final class SpeechAnswer implements WholeAnswer {
    @Override
    public boolean isBytes(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("audio/") || type.startsWith("application/octet-stream");
    }

    /** What is not sound is no answer. */
    @Override
    public Mark mark(byte[] payload) {
        return Mark.ERROR;
    }

    @Override
    public Optional<Usage> usage(JsonDocument document) {
        return Optional.empty();
    }

    @Override
    public boolean untouched(Value.Text text) {
        return true;
    }
}
