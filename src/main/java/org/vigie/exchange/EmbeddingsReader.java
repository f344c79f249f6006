package org.vigie.exchange;

import static org.vigie.exchange.ModelRequest.malformed;

import org.vigie.exchange.JsonDocument.Value;

/** One text or several; ready-made tokens say nothing to a reader. */
final class EmbeddingsReader extends RequestReader {
    private boolean inputSeen;

    @Override
    void readText(Value.Text text) {
        if (text.path().isRootField("input")) inputSeen = true;
    }

    @Override
    void readLiteral(Value.Literal literal) {
        if (literal.path().passesThrough("input")) unreadable("tokens");
    }

    @Override
    void readContainer(Value.Container container) {
        if (container.path().isRootField("input")) inputSeen = container.array();
    }

    @Override
    void check() {
        if (!inputSeen) throw malformed("input", "a text or an array of texts is expected");
    }
}
