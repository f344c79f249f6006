package org.vigie.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** Writes a request in one dialect. */
sealed interface PromptWriter permits ChatPromptWriter, MessagesPromptWriter {
    /** @throws ProblemException {@link Problem.Malformed} with the place of what this dialect does not have */
    ObjectNode write(Prompt prompt, Terms terms);
}
