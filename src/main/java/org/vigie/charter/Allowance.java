package org.vigie.charter;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.kernel.DataClass;
import org.vigie.policy.Rule;

/**
 * What whoever has not signed may still send once their days of grace are over.
 *
 * @param most the highest class, masked
 * @param farthest zone that it may go to; nearer ones are open too
 */
record Allowance(DataClass most, Zone farthest) {
    /** Public content, to internal models. */
    static final Allowance LEAST = new Allowance(DataClass.C0, Zone.INTERNAL);

    static Optional<Allowance> of(String most, String farthest) {
        Optional<DataClass> dataClass = Stream.of(DataClass.values())
                .filter(one -> one != DataClass.C3 && one.name().equals(most))
                .findFirst();
        Optional<Zone> zone = Stream.of(Zone.values())
                .filter(one -> Rule.code(one).equals(farthest))
                .findFirst();
        return dataClass.flatMap(found -> zone.map(reached -> new Allowance(found, reached)));
    }

    Set<Zone> zones() {
        return EnumSet.range(Zone.values()[0], farthest);
    }

    /** The zone's stored name. */
    public String farthestCode() {
        return Rule.code(farthest);
    }
}
