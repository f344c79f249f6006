package org.vigie.usecase;

import java.util.EnumSet;
import java.util.Set;

/** A use case was not changed: what was wanted of it is not possible. */
public final class UseCaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final EnumSet<UseCaseFault> faults;

    UseCaseException(EnumSet<UseCaseFault> faults) {
        super(faults.toString());
        this.faults = EnumSet.copyOf(faults);
    }

    public Set<UseCaseFault> faults() {
        return Set.copyOf(faults);
    }

    static void unlessEmpty(EnumSet<UseCaseFault> faults) {
        if (!faults.isEmpty()) throw new UseCaseException(faults);
    }

    static void when(boolean wrong, UseCaseFault fault) {
        if (wrong) throw new UseCaseException(EnumSet.of(fault));
    }
}
