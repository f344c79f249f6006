package org.vigie.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Teams;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.mission.Mission;
import org.vigie.mission.MissionSpaces;
import org.vigie.mission.Missions;

/** The spaces of the firm, each for those that it names. Whoever may not read one is told that there is none. */
@Singleton
public final class Spaces {
    private final Jdbi jdbi;
    private final AuditLog audit;
    private final People people;
    private final Teams teams;
    private final Missions missions;
    private final MissionSpaces missionSpaces;
    private final Clock clock;

    @Inject
    Spaces(
            Jdbi jdbi,
            AuditLog audit,
            People people,
            Teams teams,
            Missions missions,
            MissionSpaces missionSpaces,
            Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.people = people;
        this.teams = teams;
        this.missions = missions;
        this.missionSpaces = missionSpaces;
        this.clock = clock;
    }

    /**
     * What somebody says of a space.
     *
     * @param owner answers for it
     */
    public record Description(
            String name,
            String description,
            DataClass dataClass,
            Optional<String> mission,
            Optional<Integer> retentionDays,
            UUID owner) {}

    /** Those that somebody may read, by their names. */
    public List<Space> readableBy(Caller caller) {
        if (!Rights.allows(caller.roles(), Right.READ_DOCUMENTS)) return List.of();
        return SpaceStore.as(jdbi, caller.person(), handle -> new SpaceStore(handle).all()).stream()
                .filter(space -> space.allows(caller, Access.READER))
                .toList();
    }

    /** @throws ProblemException {@code not_found} also for one that this caller may not read */
    public Space find(Caller caller, UUID id) {
        return SpaceStore.as(jdbi, caller.person(), handle -> new SpaceStore(handle).find(id))
                .filter(space ->
                        Rights.allows(caller.roles(), Right.READ_DOCUMENTS) && space.allows(caller, Access.READER))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    /** @throws ProblemException {@code not_found}, or {@code forbidden} for one that they may do less with */
    Space find(Caller caller, UUID id, Access wanted) {
        Space space = find(caller, id);
        if (!space.allows(caller, wanted)) throw new ProblemException(new Problem.Forbidden());
        return space;
    }

    /** Those that somebody may give a space to: the missions that they are a member of and that are not over. */
    List<Mission> missionsOf(Caller caller) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Paris"));
        return missions.visibleTo(caller).stream()
                .filter(mission -> mission.members().contains(caller.person()))
                .filter(mission ->
                        mission.closedAt().isEmpty() && !mission.end().isBefore(today))
                .toList();
    }

    /** @throws SpaceException with every fault at once */
    public Space create(Caller caller, Description wanted) {
        Space space = new Space(
                Ids.next(),
                wanted.name(),
                wanted.description(),
                wanted.dataClass(),
                wanted.mission(),
                wanted.retentionDays(),
                List.of(new Grant.OfPerson(caller.person(), Access.OWNER)),
                membersOf(caller, wanted.mission()),
                1);
        space.check();
        record(
                caller,
                "space.created",
                space,
                Map.of("class", wanted.dataClass().name()));
        return SpaceStore.as(jdbi, caller.person(), handle -> {
            wanted.mission().ifPresent(code -> missionSpaces.requireOpen(handle, code));
            new SpaceStore(handle).insert(space, clock.instant());
            return space;
        });
    }

    private Set<UUID> membersOf(Caller caller, Optional<String> mission) {
        if (mission.isEmpty()) return Set.of();
        return missionsOf(caller).stream()
                .filter(one -> one.code().equals(mission.get()))
                .findFirst()
                .map(Mission::members)
                .orElseThrow(() -> new SpaceException(java.util.EnumSet.of(SpaceFault.MISSION_UNKNOWN)));
    }

    /**
     * A mission is for good: its key seals what is in it.
     *
     * @param version that was looked at; another one is not overwritten
     */
    public void describe(Caller caller, UUID id, int version, Description wanted) {
        Space now = find(caller, id, Access.OWNER);
        SpaceException.when(now.version() != version, SpaceFault.CHANGED_MEANWHILE);
        Space next = new Space(
                id,
                wanted.name(),
                wanted.description(),
                wanted.dataClass(),
                now.mission(),
                wanted.retentionDays(),
                withOwner(now, wanted.owner()),
                now.missionMembers(),
                version + 1);
        next.check();
        put(caller, "space.described", next, Map.of("class", wanted.dataClass().name()));
    }

    /** Whoever owned it goes on contributing. */
    private List<Grant> withOwner(Space now, UUID owner) {
        if (owner.equals(now.owner())) return now.grants();
        requireReader(now, owner, SpaceFault.OWNER_UNKNOWN);
        List<Grant> grants = without(now, grant -> isOf(grant, owner) || isOf(grant, now.owner()));
        grants.add(new Grant.OfPerson(now.owner(), Access.CONTRIBUTOR));
        grants.add(new Grant.OfPerson(owner, Access.OWNER));
        return grants;
    }

    /** Opens a space to somebody, or changes how far it is open to them; the owner stays the owner. */
    public void open(Caller caller, UUID id, Grant grant) {
        Space now = find(caller, id, Access.OWNER);
        switch (grant) {
            case Grant.OfPerson(UUID person, Access access) -> {
                SpaceException.when(access == Access.OWNER || person.equals(now.owner()), SpaceFault.MEMBER_UNKNOWN);
                requireReader(now, person, SpaceFault.MEMBER_UNKNOWN);
            }
            case Grant.OfTeam(String team, Access access) ->
                SpaceException.when(
                        access == Access.OWNER
                                || teams.all().stream()
                                        .noneMatch(one -> one.code().equals(team)),
                        SpaceFault.TEAM_UNKNOWN);
        }
        change(caller, "space.opened", now, grants -> {
            List<Grant> all = without(now, other -> isSameSubject(other, grant));
            all.add(grant);
            return all;
        });
    }

    /** Takes a right away, at once. The owner's stays. */
    public void close(Caller caller, UUID id, Grant grant) {
        Space now = find(caller, id, Access.OWNER);
        change(
                caller,
                "space.closed",
                now,
                _ -> without(now, other -> other.access() != Access.OWNER && isSameSubject(other, grant)));
    }

    private void change(Caller caller, String action, Space now, UnaryOperator<List<Grant>> change) {
        Space next = new Space(
                now.id(),
                now.name(),
                now.description(),
                now.dataClass(),
                now.mission(),
                now.retentionDays(),
                change.apply(now.grants()),
                now.missionMembers(),
                now.version() + 1);
        next.check();
        put(
                caller,
                action,
                next,
                Map.of("members", Integer.toString(next.grants().size())));
    }

    private void put(Caller caller, String action, Space next, Map<String, String> details) {
        record(caller, action, next, details);
        boolean updated = SpaceStore.as(jdbi, caller.person(), handle -> new SpaceStore(handle).update(next));
        SpaceException.when(!updated, SpaceFault.CHANGED_MEANWHILE);
    }

    private void requireReader(Space space, UUID person, SpaceFault otherwise) {
        Optional<Person> known = people.find(person).filter(Person::active);
        SpaceException.when(
                known.filter(one -> Rights.allows(one.roles(), Right.READ_DOCUMENTS))
                        .isEmpty(),
                otherwise);
        SpaceException.when(
                space.mission().isPresent() && !space.missionMembers().contains(person),
                SpaceFault.MEMBER_OUTSIDE_MISSION);
    }

    private static List<Grant> without(Space space, java.util.function.Predicate<Grant> which) {
        List<Grant> kept = new ArrayList<>(space.grants());
        kept.removeIf(which);
        return kept;
    }

    private static boolean isOf(Grant grant, UUID person) {
        return grant instanceof Grant.OfPerson(UUID other, Access _) && other.equals(person);
    }

    private static boolean isSameSubject(Grant one, Grant other) {
        return switch (other) {
            case Grant.OfPerson(UUID person, Access _) -> isOf(one, person);
            case Grant.OfTeam(String team, Access _) ->
                one instanceof Grant.OfTeam(String same, Access _) && same.equals(team);
        };
    }

    void record(Caller caller, String action, Space space, Map<String, String> details) {
        audit.act(Act.of(clock.instant(), caller.person(), action, "space:" + space.id(), details));
    }
}
