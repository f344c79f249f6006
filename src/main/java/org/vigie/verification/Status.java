package org.vigie.verification;

import java.util.Locale;

/** What the passages say of a claim. */
public enum Status {
    /** It stands there, or follows from what stands there by a calculation that was made again. */
    FOUND,
    /** A flag: the passages do not say it, or say something else in its place. */
    NOT_FOUND,
    /** Nothing speaks against it, but a person has to look. */
    TO_CHECK;

    /** As other programs read it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
