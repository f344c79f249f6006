package org.vigie.knowledge;

import java.util.EnumSet;
import java.util.Set;

/** A space or a document was not changed: what was wanted of it is not possible. */
public final class SpaceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final EnumSet<SpaceFault> faults;

    SpaceException(EnumSet<SpaceFault> faults) {
        super(faults.toString());
        this.faults = EnumSet.copyOf(faults);
    }

    public Set<SpaceFault> faults() {
        return Set.copyOf(faults);
    }

    static void unlessEmpty(EnumSet<SpaceFault> faults) {
        if (!faults.isEmpty()) throw new SpaceException(faults);
    }

    static SpaceException of(SpaceFault fault) {
        return new SpaceException(EnumSet.of(fault));
    }

    static void when(boolean wrong, SpaceFault fault) {
        if (wrong) throw of(fault);
    }
}
