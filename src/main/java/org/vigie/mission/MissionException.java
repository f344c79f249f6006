package org.vigie.mission;

import java.util.EnumSet;
import java.util.Set;

/** A mission was not changed: what was wanted of it is not possible. */
public final class MissionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final EnumSet<MissionFault> faults;

    MissionException(EnumSet<MissionFault> faults) {
        super(faults.toString());
        this.faults = EnumSet.copyOf(faults);
    }

    public Set<MissionFault> faults() {
        return Set.copyOf(faults);
    }

    static void unlessEmpty(EnumSet<MissionFault> faults) {
        if (!faults.isEmpty()) throw new MissionException(faults);
    }

    static MissionException of(MissionFault fault) {
        return new MissionException(EnumSet.of(fault));
    }

    static void when(boolean wrong, MissionFault fault) {
        if (wrong) throw new MissionException(EnumSet.of(fault));
    }
}
