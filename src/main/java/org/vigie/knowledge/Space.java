package org.vigie.knowledge;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.identity.ApiKey;
import org.vigie.identity.Caller;
import org.vigie.kernel.DataClass;

/**
 * Documents that are read by the same people. Immutable. {@link #access} is the one place that says who may do what with
 * it; the database checks reading and writing a second time, by the same list.
 *
 * @param dataClass at least the class of everything that is in it
 * @param mission its code; only its members read then, whoever else is named
 * @param retentionDays after which a document is erased; empty where it is kept
 * @param missionMembers of the mission; empty where there is none
 * @param version counts the changes
 */
public record Space(
        UUID id,
        String name,
        String description,
        DataClass dataClass,
        Optional<String> mission,
        Optional<Integer> retentionDays,
        List<Grant> grants,
        Set<UUID> missionMembers,
        int version) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_GRANTS = 500;

    public Space {
        grants = List.copyOf(grants);
        missionMembers = Set.copyOf(missionMembers);
    }

    /** Denied unless somebody is named here, is of the mission, and comes by a credential that reaches so far. */
    public Optional<Access> access(Caller caller) {
        if (mission.isPresent() && !missionMembers.contains(caller.person())) return Optional.empty();
        if (!isReached(caller.credential())) return Optional.empty();
        return grants.stream()
                .filter(grant -> grant.isTo(caller))
                .map(Grant::access)
                .max(Comparator.naturalOrder());
    }

    boolean allows(Caller caller, Access wanted) {
        return access(caller).filter(given -> given.includes(wanted)).isPresent();
    }

    /** A key that is bound to a mission reads that mission's documents alone, and one bound to a use case none. */
    private boolean isReached(Caller.Credential credential) {
        return switch (credential) {
            case Caller.Credential.Session _ -> true;
            case Caller.Credential.Key(UUID _, Set<Caller.Scope> _, ApiKey.Binding binding) ->
                binding.useCase().isEmpty()
                        && (binding.mission().isEmpty() || binding.mission().equals(mission));
        };
    }

    UUID owner() {
        return grants.stream()
                .filter(grant -> grant.access() == Access.OWNER)
                .map(grant -> ((Grant.OfPerson) grant).person())
                .findFirst()
                .orElseThrow();
    }

    /** @throws SpaceException with every fault at once */
    void check() {
        EnumSet<SpaceFault> faults = EnumSet.noneOf(SpaceFault.class);
        if (name.isBlank() || name.length() > LONGEST_NAME) faults.add(SpaceFault.NAME_INVALID);
        if (description.length() > LONGEST_DESCRIPTION) faults.add(SpaceFault.DESCRIPTION_TOO_LONG);
        if (retentionDays.filter(days -> days < 1 || days > MOST_DAYS).isPresent()) {
            faults.add(SpaceFault.RETENTION_INVALID);
        }
        if (grants.size() > MOST_GRANTS) faults.add(SpaceFault.TOO_MANY_MEMBERS);
        SpaceException.unlessEmpty(faults);
    }
}
