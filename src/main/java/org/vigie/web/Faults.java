package org.vigie.web;

import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.Redacted;

/**
 * A fault of ours, logged under a reference. Of the exceptions only types and places are written: their messages may
 * quote what a person typed (a JSON parser's excerpt, the parameters of a statement).
 */
public final class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);
    private static final int DEEPEST = 8;

    private Faults() {}

    /** Writes it to the log; @return what the client is told */
    public static Problem recorded(Throwable fault) {
        if (isDatabaseAway(fault)) {
            LOG.warn("The database does not answer: " + Redacted.describe(fault));
            return new Problem.Unavailable();
        }
        UUID reference = Ids.next();
        LOG.error("Fault " + reference + ": " + Redacted.describe(fault));
        return new Problem.Internal(reference.toString());
    }

    /** Class 08 (connection), 57 (operator intervention) and 53 (resources) of SQLSTATE. */
    private static boolean isDatabaseAway(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith("08") || state.startsWith("57") || state.startsWith("53");
            }
        }
        return false;
    }
}
