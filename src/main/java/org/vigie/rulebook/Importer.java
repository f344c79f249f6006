package org.vigie.rulebook;

import org.vigie.identity.Caller;
import org.vigie.kernel.Language;
import org.vigie.policy.Decisions;

/**
 * Who brings a document.
 *
 * @param motive why; empty while it is only compared
 */
public record Importer(Caller caller, Language language, String motive) {
    /** @throws Refused where a key brings what only a person may say */
    public void requirePerson() {
        if (caller.credential() instanceof Caller.Credential.Key) throw new Refused(Refused.Reason.NEEDS_PERSON, "");
    }

    /** What is decided of one thing. */
    public Decisions.Wanted wants(String action, String source, String subject) {
        return new Decisions.Wanted(caller, action, source, subject, motive);
    }
}
