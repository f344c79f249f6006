package org.vigie.exchange;

import java.util.List;
import java.util.Optional;

/** An answer that comes in one piece, whose text is not counted: events have no part in it. */
sealed interface WholeAnswer extends AnswerForm
        permits EmbeddingsAnswer, ImagesAnswer, SpeechAnswer, TranscriptionAnswer {
    @Override
    default Mark mark(byte[] payload) {
        return RootError.isIn(payload) ? Mark.ERROR : Mark.PIECE;
    }

    @Override
    default Optional<String> eventName(byte[] payload) {
        return Optional.empty();
    }

    @Override
    default StreamEvent event(JsonDocument document) {
        return new StreamEvent(document, List.of(), _ -> true, Optional.empty(), (_, _) -> document.bytes());
    }

    /** As OpenAI's newer APIs name it; empty where there is none. */
    @Override
    default Optional<Usage> usage(JsonDocument document) {
        long input = Fields.number(document, 0, "usage", "input_tokens");
        long output = Fields.number(document, 0, "usage", "output_tokens");
        return input + output == 0 ? Optional.empty() : Optional.of(new Usage(input, output, false));
    }

    @Override
    default boolean onlyUsage(JsonDocument document) {
        return false;
    }

    @Override
    default long textBytes(JsonDocument document) {
        return 0;
    }
}
