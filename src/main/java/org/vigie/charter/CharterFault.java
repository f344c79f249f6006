package org.vigie.charter;

/** Why an act on the charter is not done; nothing is changed then. */
enum CharterFault {
    /** Somebody else changed the draft meanwhile. */
    STALE,
    /** There is neither a draft nor a model that is not yet in force. */
    NOTHING_TO_PUBLISH,
    /** The draft has not come as far as this act asks. */
    NOT_READY,
    /** Whoever wrote a text does not approve it. */
    OWN_TEXT,
    /** No charter is in force. */
    NOTHING_IN_FORCE,
    /** Another version was published since the text was read. */
    OTHER_TEXT;

    /** Thrown out of the transaction, so that it is rolled back. */
    static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final CharterFault fault;

        Raised(CharterFault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }

        CharterFault fault() {
            return fault;
        }
    }

    Raised raised() {
        return new Raised(this);
    }

    static void when(boolean wrong, CharterFault fault) {
        if (wrong) throw fault.raised();
    }
}
