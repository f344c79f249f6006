package org.vigie.identity;

import java.util.EnumSet;
import java.util.Set;

/** Nothing was changed, for these reasons. Has no stack trace: it is an answer to a form, not a fault of ours. */
public final class AccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final EnumSet<AccountFault> faults;

    AccountException(Set<AccountFault> faults) {
        super(faults.toString(), null, false, false);
        this.faults = EnumSet.copyOf(faults);
    }

    /** Never empty. */
    public Set<AccountFault> faults() {
        return Set.copyOf(faults);
    }

    static void when(boolean wrong, AccountFault fault) {
        if (wrong) throw new AccountException(Set.of(fault));
    }

    static void unlessEmpty(Set<AccountFault> faults) {
        if (!faults.isEmpty()) throw new AccountException(faults);
    }
}
