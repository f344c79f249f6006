package org.vigie.mission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.identity.ApiKey;
import org.vigie.identity.ApiKeys;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Role;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Decisions;
import org.vigie.rulebook.Importer;
import org.vigie.rulebook.Refused;

/** The missions of the firm. Each change is one decision, in force at the gateway when the method returns. */
@Singleton
public final class Missions {
    private static final Set<Role> SEE_ALL = EnumSet.of(Role.ADMIN, Role.CIO, Role.DPO, Role.LEGAL, Role.AUDITOR);
    private static final Set<Role> MANAGE_ALL = EnumSet.of(Role.ADMIN, Role.CIO);

    private final Jdbi jdbi;
    private final Decisions decisions;
    private final ApiKeys keys;
    private final AuditLog audit;
    private final People people;
    private final Clock clock;

    @Inject
    Missions(Jdbi jdbi, Decisions decisions, ApiKeys keys, AuditLog audit, People people, Clock clock) {
        this.jdbi = jdbi;
        this.decisions = decisions;
        this.keys = keys;
        this.audit = audit;
        this.people = people;
        this.clock = clock;
    }

    /** Those that somebody may see, the closed ones last. */
    public List<Mission> visibleTo(Caller caller) {
        return jdbi.withHandle(handle -> {
            MissionStore store = new MissionStore(handle);
            return seesAll(caller) ? store.all() : store.of(caller.person());
        });
    }

    /** @throws ProblemException {@code not_found} also for one that this caller may not see */
    public Mission find(Caller caller, String code) {
        return jdbi.withHandle(handle -> new MissionStore(handle).find(code))
                .filter(mission -> seesAll(caller) || mission.members().contains(caller.person()))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    /** For rules about it, not for anybody's eyes. */
    public Optional<Mission> known(String code) {
        return jdbi.withHandle(handle -> new MissionStore(handle).find(code));
    }

    private static boolean seesAll(Caller caller) {
        return SEE_ALL.stream().anyMatch(caller::has);
    }

    /** Whether somebody may see more of their missions than what is attested of them. */
    boolean mayOpen(Caller caller) {
        return Rights.allows(caller, Right.SEE_MISSIONS);
    }

    /** Whether somebody may change this mission: its manager, and those who may change all. */
    public boolean mayManage(Caller caller, Mission mission) {
        return Rights.allows(caller.roles(), Right.MANAGE_MISSIONS)
                && (mission.manager().equals(caller.person()) || managesAll(caller));
    }

    private static boolean managesAll(Caller caller) {
        return MANAGE_ALL.stream().anyMatch(caller::has);
    }

    /** Those whom this caller may name to lead a mission that they begin. */
    List<Person> mayLeadFor(Caller caller) {
        return people.all().stream()
                .filter(Person::active)
                .filter(person -> Rights.allows(person.roles(), Right.MANAGE_MISSIONS))
                .filter(person -> mayBegin(caller, person.id()))
                .toList();
    }

    /** Whoever leads missions begins their own alone: another's they would neither see nor be able to change. */
    private static boolean mayBegin(Caller caller, UUID manager) {
        return managesAll(caller) || manager.equals(caller.person());
    }

    /** What somebody says of a mission besides its agreement. */
    public record Description(String name, String client, UUID manager, LocalDate start, LocalDate end) {}

    /** @throws MissionException with every fault at once, the taken code alone */
    public Mission begin(Caller caller, String code, Description wanted) {
        requireActive(wanted.manager(), MissionFault.MANAGER_UNKNOWN);
        MissionException.when(!mayBegin(caller, wanted.manager()), MissionFault.MANAGER_IS_ANOTHER);
        Mission mission =
                Mission.begin(code, wanted.name(), wanted.client(), wanted.manager(), wanted.start(), wanted.end());
        boolean taken =
                jdbi.withHandle(handle -> new MissionStore(handle).find(code).isPresent());
        MissionException.when(taken, MissionFault.CODE_TAKEN);
        decisions.enact(wanted(caller, "mission.begun", mission, ""), enacting -> {
            Mission begun = mission.by(enacting.number());
            boolean inserted = new MissionStore(enacting.handle()).insert(begun, enacting.at());
            MissionException.when(!inserted, MissionFault.CODE_TAKEN);
            return begun.effects();
        });
        return find(caller, code);
    }

    /** @param version of the mission that was looked at, where one is named; another one is not overwritten */
    public void describe(Caller caller, String code, Description wanted, Optional<Integer> version) {
        requireActive(wanted.manager(), MissionFault.MANAGER_UNKNOWN);
        change(caller, code, "mission.described", mission -> {
            MissionException.when(
                    version.filter(seen -> seen != mission.version()).isPresent(), MissionFault.CHANGED_MEANWHILE);
            return mission.described(wanted.name(), wanted.client(), wanted.manager(), wanted.start(), wanted.end());
        });
    }

    /** @param version of the mission that was looked at; another one is not overwritten */
    public void write(Caller caller, String code, Agreement agreement, int version) {
        change(caller, code, "mission.written", mission -> rewritten(mission, agreement, version));
    }

    /** Writes the agreement and puts it before the client, or neither. */
    public void propose(Caller caller, String code, Agreement agreement, int version) {
        change(
                caller,
                code,
                "mission.proposed",
                mission -> rewritten(mission, agreement, version).proposed());
    }

    public void propose(Caller caller, String code) {
        change(caller, code, "mission.proposed", Mission::proposed);
    }

    private static Mission rewritten(Mission mission, Agreement agreement, int version) {
        MissionException.when(mission.version() != version, MissionFault.CHANGED_MEANWHILE);
        return mission.written(agreement);
    }

    public void agree(Caller caller, String code, LocalDate on) {
        LocalDate today = today();
        change(caller, code, "mission.agreed", mission -> mission.agreed(on, today));
    }

    public void add(Caller caller, String code, UUID person) {
        requireActive(person, MissionFault.PERSON_UNKNOWN);
        change(caller, code, "mission.member_added", mission -> mission.with(person));
    }

    public void remove(Caller caller, String code, UUID person) {
        change(caller, code, "mission.member_removed", mission -> mission.without(person));
    }

    /**
     * What makes a mission as the document of the rules wants it.
     *
     * @throws Refused where it is not this person's, is ended, or brings the client's word by a key
     */
    Decisions.Step step(Importer importer, Optional<Mission> known, Mission wanted) {
        Caller caller = importer.caller();
        boolean allowed = known.map(mission -> mayManage(caller, mission))
                .orElseGet(() -> Rights.allows(caller.roles(), Right.MANAGE_MISSIONS));
        if (!allowed) throw new Refused(Refused.Reason.NOT_ALLOWED, "");
        if (known.isPresent() && known.get().isClosed() != wanted.isClosed()) {
            throw new Refused(Refused.Reason.ENDS_ON_ITS_PAGE, "");
        }
        Optional<Mission.Consent> before = known.flatMap(Mission::consent);
        if (!wanted.consent().equals(before)) importer.requirePerson();
        try {
            MissionException.when(known.filter(Mission::isClosed).isPresent(), MissionFault.CLOSED);
            requireActive(wanted.manager(), MissionFault.MANAGER_UNKNOWN);
            MissionException.when(
                    known.isEmpty() && !mayBegin(caller, wanted.manager()), MissionFault.MANAGER_IS_ANOTHER);
        } catch (MissionException rejected) {
            throw MissionSection.refused(importer, rejected);
        }
        String action = known.isPresent() ? "mission.described" : "mission.begun";
        return new Decisions.Step(importer.wants(action, "mission:" + wanted.code(), wanted.name()), true, enacting -> {
            MissionStore store = new MissionStore(enacting.handle());
            if (!store.find(wanted.code()).equals(known)) throw new ProblemException(new Problem.ChangedMeanwhile());
            Mission next = wanted.by(enacting.number());
            if (known.isPresent()) store.update(next);
            else store.insert(next, enacting.at());
            return next.effects();
        });
    }

    /** Ends a mission: nobody works in it any more, and its keys are revoked. @return how many keys */
    public int close(Caller caller, String code, LocalDate purge) {
        change(caller, code, "mission.closed", mission -> mission.closed(purge, clock.instant()));
        int revoked = keys.revokeBound(new ApiKey.Binding(Optional.of(code), Optional.empty()));
        if (revoked > 0) {
            audit.act(Act.of(
                    clock.instant(),
                    caller.person(),
                    "mission.keys_revoked",
                    "mission:" + code,
                    Map.of("keys", Integer.toString(revoked))));
        }
        return revoked;
    }

    /** Of a closed mission: its contents are erased sooner than it was said. */
    public void purgeSooner(Caller caller, String code, LocalDate day) {
        LocalDate today = today();
        change(caller, code, "mission.purge_advanced", mission -> mission.purgedSooner(day, today));
    }

    /**
     * Of a closed mission: its contents are kept longer than it was said, for a reason that the decision states.
     *
     * @throws ProblemException where the caller may not do this, whoever leads the mission
     */
    public void purgeLater(Caller caller, String code, LocalDate day, String reason) {
        if (!Rights.allows(caller.roles(), Right.POSTPONE_PURGE)) throw new ProblemException(new Problem.Forbidden());
        String motive = reason.strip();
        enact(caller, find(caller, code), "mission.purge_postponed", motive, one -> one.purgedLater(day, motive));
    }

    /** Whether its contents are only read any more. */
    public boolean isFrozen(Mission mission) {
        return mission.isFrozen(today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Mission.ZONE);
    }

    /** Tried before it is recorded, and again on what stands once it is alone. */
    private void change(Caller caller, String code, String action, UnaryOperator<Mission> step) {
        Mission known = find(caller, code);
        if (!mayManage(caller, known)) throw new ProblemException(new Problem.Forbidden());
        enact(caller, known, action, "", step);
    }

    private void enact(Caller caller, Mission known, String action, String motive, UnaryOperator<Mission> step) {
        String code = known.code();
        if (step.apply(known).equals(known)) return;
        decisions.enact(wanted(caller, action, known, motive), enacting -> {
            MissionStore store = new MissionStore(enacting.handle());
            Mission changed = step.apply(store.find(code).orElseThrow()).by(enacting.number());
            store.update(changed);
            return changed.effects();
        });
    }

    private static Decisions.Wanted wanted(Caller caller, String action, Mission mission, String motive) {
        return new Decisions.Wanted(caller, action, "mission:" + mission.code(), mission.name(), motive);
    }

    private void requireActive(UUID person, MissionFault fault) {
        MissionException.when(people.find(person).filter(Person::active).isEmpty(), fault);
    }

    Instant now() {
        return clock.instant();
    }
}
