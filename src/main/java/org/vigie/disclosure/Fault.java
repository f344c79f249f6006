package org.vigie.disclosure;

import java.util.EnumSet;
import java.util.Set;

/** Why an act is not done; nothing is changed then. */
enum Fault {
    PERSON_UNKNOWN("person"),
    /** Nobody asks for, or gives a key to, their own traces: they see their own exchanges anyway. */
    OWN_TRACES("person"),
    PERIOD_INVALID("from"),
    PERIOD_TOO_LONG("to"),
    CATEGORY_MISSING("category"),
    REASON_TOO_SHORT("reason"),
    REASON_TOO_LONG("reason"),
    INCIDENT_UNKNOWN("incident"),
    DAYS_INVALID("days"),
    /** Neither somebody else with the other role nor anybody who was named. */
    NO_SECOND_KEY("person"),
    /** Answered, withdrawn or lapsed meanwhile. */
    NOT_ASKED_ANY_MORE("answer"),
    /** Whoever asked has not the role any more. */
    FIRST_KEY_VOID("answer"),
    /** Their account was closed: they could not be told. */
    PERSON_GONE("answer"),
    REFUSAL_TOO_SHORT("answer"),
    HOLDER_UNKNOWN("holder"),
    HOLDER_IS_SELF("holder"),
    /** Their own role gives a key, or lets them change who holds which role. */
    HOLDER_NOT_OUTSIDE("holder"),
    HOLDER_NOT_STAFF_REP("holder"),
    HOLDER_KNOWN("holder"),
    MOTIVE_MISSING("motive");

    private final String field;

    Fault(String field) {
        this.field = field;
    }

    /** The id of the input that it is about. */
    public String field() {
        return field;
    }

    /** Thrown out of the transaction, so that it is rolled back. */
    static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final EnumSet<Fault> faults;

        private Raised(EnumSet<Fault> faults) {
            super(faults.toString(), null, false, false);
            this.faults = faults;
        }

        Set<Fault> faults() {
            return Set.copyOf(faults);
        }
    }

    Raised raised() {
        return new Raised(EnumSet.of(this));
    }

    static void raise(EnumSet<Fault> faults) {
        if (!faults.isEmpty()) throw new Raised(EnumSet.copyOf(faults));
    }
}
