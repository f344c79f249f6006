package org.vigie.budget;

import java.util.EnumSet;
import java.util.Set;

/** A budget was not changed: what was wanted of it is not possible. */
public final class BudgetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final EnumSet<BudgetFault> faults;

    BudgetException(EnumSet<BudgetFault> faults) {
        super(faults.toString());
        this.faults = EnumSet.copyOf(faults);
    }

    public Set<BudgetFault> faults() {
        return Set.copyOf(faults);
    }

    static void unlessEmpty(EnumSet<BudgetFault> faults) {
        if (!faults.isEmpty()) throw new BudgetException(faults);
    }

    static void when(boolean wrong, BudgetFault fault) {
        if (wrong) throw new BudgetException(EnumSet.of(fault));
    }
}
