package org.vigie.prompt;

import java.util.EnumSet;
import java.util.Set;

/** The library was not changed: what was wanted of it is not possible. */
public final class PromptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final EnumSet<PromptFault> faults;

    PromptException(EnumSet<PromptFault> faults) {
        super(faults.toString());
        this.faults = EnumSet.copyOf(faults);
    }

    public Set<PromptFault> faults() {
        return Set.copyOf(faults);
    }

    static PromptException of(PromptFault fault) {
        return new PromptException(EnumSet.of(fault));
    }

    static void unlessEmpty(EnumSet<PromptFault> faults) {
        if (!faults.isEmpty()) throw new PromptException(faults);
    }

    static void when(boolean wrong, PromptFault fault) {
        if (wrong) throw of(fault);
    }
}
