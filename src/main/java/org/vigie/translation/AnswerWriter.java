package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes answers in a client's dialect. */
sealed interface AnswerWriter permits ChatAnswerWriter, MessagesAnswerWriter, ResponsesAnswerWriter {
    /** @param request the client's, for the dialects that repeat it */
    ObjectNode whole(Answer answer, JsonNode request);

    /** Instead of an answer. */
    ObjectNode error(Fault fault);

    /** Writes one stream. */
    sealed interface Events permits ChatEvents, MessagesEvents, ResponsesEvents {
        /** @param out the events that say this step, none or several */
        void write(Step step, List<ObjectNode> out);

        /** In the middle of the stream, which ends with it. */
        ObjectNode error(Fault fault);
    }

    Events events(JsonNode request);
}
