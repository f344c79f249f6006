package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** Reads a request of one dialect. */
sealed interface PromptReader permits ChatPromptReader, MessagesPromptReader, ResponsesPromptReader {
    /** @throws ProblemException {@link Problem.Malformed} with the place of what no other dialect has */
    Prompt read(JsonNode request);
}
