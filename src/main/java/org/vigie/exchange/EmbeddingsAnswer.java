package org.vigie.exchange;

import java.util.Optional;
import org.vigie.exchange.JsonDocument.Value;

/** Vectors: nothing in them is text, and nothing comes in pieces. */
final class EmbeddingsAnswer implements WholeAnswer {
    @Override
    public Optional<Usage> usage(JsonDocument document) {
        return ChatChunk.usage(document);
    }

    @Override
    public boolean untouched(Value.Text text) {
        return true;
    }
}
