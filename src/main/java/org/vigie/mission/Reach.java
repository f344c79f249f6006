package org.vigie.mission;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.kernel.DataClass;
import org.vigie.policy.Rule;

/**
 * How far a mission's contents may go.
 *
 * @param extraterritorial whether the agreement accepts European machines of providers under foreign law; says something
 *     in the regime {@link Regime#EU} only
 */
public record Reach(Regime regime, boolean extraterritorial) {
    /** What stands as long as the client has agreed to nothing, whatever is written. */
    static final Reach WITHOUT_AGREEMENT = new Reach(Regime.INTERNAL, false);

    public Reach {
        extraterritorial = extraterritorial && regime == Regime.EU;
    }

    List<Rule> rules() {
        return switch (regime) {
            case FORBIDDEN -> List.of(new Rule.Suspend());
            case INTERNAL -> List.of(new Rule.AllowedRegions(Set.of(Zone.INTERNAL)));
            case EU -> List.of(new Rule.AllowedRegions(european()));
            case PSEUDONYMISED -> List.of(new Rule.RequirePseudonymisation(), new Rule.MaxDataClass(DataClass.C2));
            case FREE -> List.of();
        };
    }

    private Set<Zone> european() {
        Set<Zone> zones = EnumSet.of(Zone.INTERNAL, Zone.EU_SOVEREIGN);
        if (extraterritorial) zones.add(Zone.EU_EXTRATERRITORIAL);
        return zones;
    }
}
