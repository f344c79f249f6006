package org.vigie.rulebook;

/** One thing of a document cannot be put into force; then nothing of it is. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String about;

    /** Why. */
    public enum Reason {
        /** This person may not decide on it. */
        NOT_ALLOWED,
        /** It takes a person, signed in lately, and no key. */
        NEEDS_PERSON,
        /** Nobody has this address here. */
        NOBODY,
        /** There is nothing of this name here. */
        NOTHING_CALLED_SO,
        /** Ending something is done on its page. */
        ENDS_ON_ITS_PAGE,
        /** Its module says why, in words. */
        SAID
    }

    /** @param about an address, a name, or what the module says */
    public Refused(Reason reason, String about) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.about = about;
    }

    Reason reason() {
        return reason;
    }

    String about() {
        return about;
    }
}
