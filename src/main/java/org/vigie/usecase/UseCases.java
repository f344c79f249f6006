package org.vigie.usecase;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.catalog.Catalog;
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
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.rulebook.Importer;
import org.vigie.rulebook.Refused;

/** The use cases of the firm. Each change is one decision, in force at the gateway when the method returns. */
@Singleton
public final class UseCases {
    private final Jdbi jdbi;
    private final Decisions decisions;
    private final ApiKeys keys;
    private final People people;
    private final Catalog catalog;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    UseCases(
            Jdbi jdbi, Decisions decisions, ApiKeys keys, People people, Catalog catalog, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.decisions = decisions;
        this.keys = keys;
        this.people = people;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    public List<UseCase> all() {
        return jdbi.withHandle(handle -> new UseCaseStore(handle).all());
    }

    public Optional<UseCase> known(String code) {
        return jdbi.withHandle(handle -> new UseCaseStore(handle).find(code));
    }

    /** @throws ProblemException {@code not_found} */
    public UseCase find(String code) {
        return known(code).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    /** Its owner, and whoever administers or heads information systems. */
    public boolean mayManage(Caller caller, UseCase useCase) {
        return Rights.allows(caller.roles(), Right.MANAGE_USE_CASES)
                && (useCase.owner().equals(caller.person()) || caller.has(Role.ADMIN) || caller.has(Role.CIO));
    }

    /** @throws UseCaseException with every fault at once, the taken code alone */
    public void declare(Caller caller, UseCase wanted) {
        check(wanted);
        decisions.enact(wanted(caller, "use_case.declared", wanted, ""), enacting -> {
            UseCaseException.when(!new UseCaseStore(enacting.handle()).insert(wanted), UseCaseFault.CODE_TAKEN);
            return wanted.effects();
        });
    }

    /** @param version that was looked at; another one is not overwritten */
    public void describe(Caller caller, String code, int version, UseCase wanted) {
        UseCase now = managed(caller, code);
        UseCaseException.when(now.version() != version, UseCaseFault.CHANGED_MEANWHILE);
        UseCase next = now.described(wanted);
        check(next);
        put(caller, "use_case.described", next, "");
    }

    /**
     * Opens, suspends, opens again or stops.
     *
     * @throws UseCaseException when it is stopped already, without a motive, or when it is to be opened after its end
     */
    public DecisionRecord move(Caller caller, String code, UseCase.State next, String motive) {
        UseCase now = managed(caller, code);
        boolean possible = now.state() != UseCase.State.STOPPED
                && next != UseCase.State.DECLARED
                && next != now.state()
                && !(next == UseCase.State.SUSPENDED && now.state() == UseCase.State.DECLARED);
        UseCaseException.when(!possible, UseCaseFault.NOT_IN_THIS_STATE);
        UseCaseException.when(motive.isBlank(), UseCaseFault.MOTIVE_MISSING);
        if (next == UseCase.State.OPEN) now.check(clock.instant());
        DecisionRecord decided = put(caller, "use_case." + next.code(), now.in(next), motive);
        if (next == UseCase.State.STOPPED) {
            int revoked = keys.revokeBound(new ApiKey.Binding(Optional.empty(), Optional.of(code)));
            if (revoked > 0) {
                audit.act(Act.of(
                        clock.instant(),
                        caller.person(),
                        "use_case.keys_revoked",
                        "use_case:" + code,
                        Map.of("keys", Integer.toString(revoked))));
            }
        }
        return decided;
    }

    /**
     * A key of the caller's for this use case alone, until its last day.
     *
     * @throws ProblemException forbidden, for whoever is neither its owner nor one of its testers
     */
    public ApiKey.Issued issueKey(Caller caller, String code, String name) {
        UseCase useCase = find(code);
        Person person = people.find(caller.person())
                .filter(known -> useCase.users().anyMatch(known.id()::equals))
                .orElseThrow(() -> new ProblemException(new Problem.Forbidden()));
        UseCaseException.when(useCase.state() != UseCase.State.OPEN, UseCaseFault.NOT_IN_THIS_STATE);
        audit.act(Act.now(caller.person(), "key.created", "use_case:" + code));
        return keys.issue(
                person,
                new ApiKey.Wanted(
                        name,
                        Set.of(Caller.Scope.GATEWAY),
                        new ApiKey.Binding(Optional.empty(), Optional.of(code)),
                        Optional.of(useCase.end())));
    }

    /**
     * What makes a use case as the document of the rules wants it.
     *
     * @throws UseCaseException with every fault at once
     * @throws Refused where it is not this person's, or is to be stopped
     */
    Decisions.Step step(Importer importer, Optional<UseCase> known, UseCase wanted) {
        Caller caller = importer.caller();
        boolean allowed = known.map(useCase -> mayManage(caller, useCase))
                .orElseGet(() -> Rights.allows(caller.roles(), Right.MANAGE_USE_CASES));
        if (!allowed) throw new Refused(Refused.Reason.NOT_ALLOWED, "");
        boolean stopped = wanted.state() == UseCase.State.STOPPED;
        UseCaseException.when(
                known.filter(now -> now.state() == UseCase.State.STOPPED).isPresent(), UseCaseFault.NOT_IN_THIS_STATE);
        if (known.isPresent() && stopped) throw new Refused(Refused.Reason.ENDS_ON_ITS_PAGE, "");
        boolean backwards = wanted.state() == UseCase.State.DECLARED
                && known.filter(now -> now.state() != UseCase.State.DECLARED).isPresent();
        UseCaseException.when(backwards, UseCaseFault.NOT_IN_THIS_STATE);
        if (!stopped) check(wanted);
        String action = known.isPresent() ? "use_case.described" : "use_case.declared";
        return new Decisions.Step(
                importer.wants(action, "use_case:" + wanted.code(), wanted.title()), true, enacting -> {
                    UseCaseStore store = new UseCaseStore(enacting.handle());
                    boolean done = known.isPresent() ? store.update(wanted) : store.insert(wanted);
                    if (!done) throw new ProblemException(new Problem.ChangedMeanwhile());
                    return wanted.effects();
                });
    }

    private DecisionRecord put(Caller caller, String action, UseCase next, String motive) {
        return decisions.enact(wanted(caller, action, next, motive), enacting -> {
            boolean updated = new UseCaseStore(enacting.handle()).update(next);
            UseCaseException.when(!updated, UseCaseFault.CHANGED_MEANWHILE);
            return next.effects();
        });
    }

    private static Decisions.Wanted wanted(Caller caller, String action, UseCase useCase, String motive) {
        return new Decisions.Wanted(caller, action, "use_case:" + useCase.code(), useCase.title(), motive);
    }

    private UseCase managed(Caller caller, String code) {
        UseCase useCase = find(code);
        if (!mayManage(caller, useCase)) throw new ProblemException(new Problem.Forbidden());
        return useCase;
    }

    private void check(UseCase useCase) {
        useCase.check(clock.instant());
        UseCaseException.when(
                useCase.models().stream().anyMatch(model -> catalog.route(model).isEmpty()),
                UseCaseFault.MODEL_UNKNOWN);
        UseCaseException.when(!isActive(useCase.owner()), UseCaseFault.OWNER_UNKNOWN);
        UseCaseException.when(
                useCase.testers().stream().anyMatch(person -> !isActive(person)), UseCaseFault.TESTER_UNKNOWN);
    }

    private boolean isActive(UUID person) {
        return people.find(person).filter(Person::active).isPresent();
    }
}
