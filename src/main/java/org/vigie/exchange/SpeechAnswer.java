package org.vigie.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.exchange.JsonDocument.Value;

/** Sound. Nothing in it can be put back: a placeholder is read out as such. */
final class SpeechAnswer implements AnswerForm {
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
    public Optional<String> eventName(byte[] payload) {
        return Optional.empty();
    }

    @Override
    public StreamEvent event(JsonDocument document) {
        return new StreamEvent(document, List.of(), _ -> true, Optional.empty(), (_, _) -> document.bytes());
    }

    @Override
    public Optional<Usage> usage(JsonDocument document) {
        return Optional.empty();
    }

    @Override
    public boolean onlyUsage(JsonDocument document) {
        return false;
    }

    @Override
    public long textBytes(JsonDocument document) {
        return 0;
    }

    @Override
    public boolean untouched(Value.Text text) {
        return true;
    }
}
