package org.vigie.exchange;

import java.util.List;
import java.util.Optional;
import org.vigie.exchange.JsonDocument.Value;

/** Vectors: nothing in them is text, and nothing comes in pieces. */
final class EmbeddingsAnswer implements AnswerForm {
    @Override
    public Mark mark(byte[] payload) {
        return RootError.isIn(payload) ? Mark.ERROR : Mark.PIECE;
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
        return ChatChunk.usage(document);
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
