package org.vigie.exchange;

import static org.vigie.exchange.ModelRequest.malformed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.JsonDocument.Value;

/** Collects what must be known of a request in one pass over its values. One for each request. */
abstract sealed class RequestReader
        permits ChatCompletionsReader,
                EmbeddingsReader,
                ImagesReader,
                MessagesReader,
                ResponsesReader,
                SpeechReader,
                TranscriptionReader {
    private @Nullable String model;
    private boolean stream;
    private final Map<Integer, String> roles = new TreeMap<>();
    private final Map<Integer, StringBuilder> texts = new TreeMap<>();
    private final Set<String> unreadable = new HashSet<>();

    static RequestReader of(Dialect dialect) {
        return switch (dialect) {
            case CHAT_COMPLETIONS -> new ChatCompletionsReader();
            case RESPONSES -> new ResponsesReader();
            case EMBEDDINGS -> new EmbeddingsReader();
            case IMAGES -> new ImagesReader();
            case SPEECH -> new SpeechReader();
            case TRANSCRIPTION -> new TranscriptionReader();
            case MESSAGES, COUNT_TOKENS -> new MessagesReader();
        };
    }

    final void read(Value value) {
        switch (value) {
            case Value.Text text -> {
                if (ModelRequest.isUnreadable(text)) unreadable("data");
                if (text.path().isRootField("model")) model = text.value();
                else readText(text);
            }
            case Value.Literal literal -> {
                if (literal.path().isRootField("stream"))
                    stream = literal.value().equals("true");
                else readLiteral(literal);
            }
            case Value.Container container -> readContainer(container);
            case Value.Key _ -> {}
        }
    }

    abstract void readText(Value.Text text);

    void readLiteral(Value.Literal literal) {}

    abstract void readContainer(Value.Container container);

    /** Refuses what this dialect cannot do without. */
    abstract void check();

    /** Whether the client gets to see what a stream says of its tokens. */
    boolean usageAsked() {
        return true;
    }

    final boolean streamAsked() {
        return stream;
    }

    final void unreadable(String kind) {
        unreadable.add(kind);
    }

    final void role(int message, String role) {
        roles.put(message, role);
    }

    final void append(int message, String text) {
        StringBuilder all = texts.computeIfAbsent(message, _ -> new StringBuilder());
        if (!all.isEmpty()) all.append('\n');
        all.append(text);
    }

    final ModelRequest request(Dialect dialect, Map<String, String> headers, JsonDocument document) {
        if (model == null || model.isBlank()) throw malformed("model", "the name of a model is expected");
        check();
        List<ModelRequest.Message> messages = new ArrayList<>();
        texts.forEach((position, text) ->
                messages.add(new ModelRequest.Message(roles.getOrDefault(position, "user"), text.toString())));
        return new ModelRequest(
                dialect, headers, document, model, dialect.writes() && stream, usageAsked(), messages, unreadable);
    }
}
