package org.vigie.assistant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.flow.Handling;
import org.vigie.kernel.FindingSummary;
import org.vigie.kernel.Problem;

/**
 * How an answer ended.
 *
 * @param requestId of the exchange's record
 * @param problem why there is no answer, or none to its end; empty when answered or cancelled
 * @param target {@code provider/model} that really answered; empty text when nothing was sent
 * @param millis from the question to the end
 * @param costMicroEuros millionths of a euro
 * @param strays placeholders in the answer that the exchange did not issue: they stayed as they were
 * @param findings what was masked in the whole request, earlier turns included
 * @param validations by whom it is to be validated before it is used
 */
public record AnswerEnd(
        UUID requestId,
        Outcome outcome,
        Optional<Problem> problem,
        String target,
        long millis,
        long tokensIn,
        long tokensOut,
        long costMicroEuros,
        int strays,
        FindingSummary findings,
        List<Handling.Validation> validations) {

    public AnswerEnd {
        // What was stored before validations were asked for says none.
        validations = validations == null ? List.of() : List.copyOf(validations);
    }

    /** One that nobody has to validate. */
    public AnswerEnd(
            UUID requestId,
            Outcome outcome,
            Optional<Problem> problem,
            String target,
            long millis,
            long tokensIn,
            long tokensOut,
            long costMicroEuros,
            int strays,
            FindingSummary findings) {
        this(
                requestId,
                outcome,
                problem,
                target,
                millis,
                tokensIn,
                tokensOut,
                costMicroEuros,
                strays,
                findings,
                List.of());
    }

    /** How it went. */
    public enum Outcome {
        ANSWERED,
        /** A decision said no; nothing left, or nothing more. */
        REFUSED,
        /** The person stopped it. */
        CANCELLED,
        FAILED
    }
}
