package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads a provider's answers in one dialect. */
sealed interface AnswerReader permits ChatAnswerReader, MessagesAnswerReader {
    /** @throws UnreadableAnswer when it is none of this dialect */
    Answer whole(JsonNode answer, Terms terms);

    /** Reads one stream. */
    sealed interface Steps permits ChatSteps, MessagesSteps {
        /** @throws UnreadableAnswer when the event is none of this dialect */
        List<Step> read(JsonNode event);

        /** What was still held back when the provider had said that the stream is complete. */
        List<Step> end();
    }

    Steps steps(Terms terms);
}
