package org.vigie.flow;

import java.util.HashSet;
import java.util.Set;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Exposure;

/**
 * Where a part of a request comes from, as whoever put it there knows: documents of a space are at least of its class,
 * whatever is recognised in them and whatever is masked, and bring the rules of its mission.
 *
 * @param atLeast the class that the whole has for it
 * @param missions codes
 */
public record Provenance(DataClass atLeast, Set<String> missions) {
    /** Written by whoever asks: what is found in it says all. */
    public static final Provenance NONE = new Provenance(DataClass.C0, Set.of());

    public Provenance {
        missions = Set.copyOf(missions);
    }

    Exposure of(Exposure found) {
        Set<String> all = new HashSet<>(found.missions());
        all.addAll(missions);
        return new Exposure(found.written().max(atLeast), found.masked().max(atLeast), found.unreadable(), all);
    }
}
