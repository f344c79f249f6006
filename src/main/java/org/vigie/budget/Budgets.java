package org.vigie.budget;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.budget.Budget.Sight;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Team;
import org.vigie.identity.Teams;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Wording;
import org.vigie.metering.Limit;
import org.vigie.metering.Limits;
import org.vigie.metering.Reservations;
import org.vigie.metering.Standing;
import org.vigie.metering.Subject;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Policy;
import org.vigie.policy.PolicyEffect;
import org.vigie.policy.PolicyEffect.Draft;
import org.vigie.policy.Rule;
import org.vigie.rulebook.Importer;

/** The budgets of the firm, each as far as somebody may know it. Each change is one decision, in force when it returns. */
@Singleton
public final class Budgets {
    /** The group from which on figures are shown. */
    static final int SMALLEST_GROUP = 5;

    private final Policy policy;
    private final Decisions decisions;
    private final Limits limits;
    private final Reservations reservations;
    private final Subjects subjects;
    private final People people;
    private final Teams teams;

    @Inject
    Budgets(
            Policy policy,
            Decisions decisions,
            Limits limits,
            Reservations reservations,
            Subjects subjects,
            People people,
            Teams teams) {
        this.policy = policy;
        this.decisions = decisions;
        this.limits = limits;
        this.reservations = reservations;
        this.subjects = subjects;
        this.people = people;
        this.teams = teams;
    }

    /** A limit, and what it was decided about; the source is empty for one of the configuration file. */
    private record Known(Limit limit, String source) {}

    /** By kind from the widest to the narrowest, then by name. */
    public List<Budget> visibleTo(Caller caller) {
        List<Known> known = Stream.concat(decided().stream(), written(caller).stream())
                .distinct()
                .toList();
        List<Known> shown = new ArrayList<>();
        List<Sight> sights = new ArrayList<>();
        for (Known one : known) {
            sight(caller, one.limit().subject()).ifPresent(sight -> {
                shown.add(one);
                sights.add(sight);
            });
        }
        Set<Limit> smallest = Set.copyOf(
                Limits.together(List.of(), known.stream().map(Known::limit).toList()));
        List<Standing> standings =
                reservations.standings(shown.stream().map(Known::limit).toList());
        List<Budget> budgets = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Limit limit = shown.get(i).limit();
            budgets.add(new Budget(
                    Envelope.of(limit.subject(), limit.measure()),
                    subjects.name(limit.subject()).orElse(limit.subject().id()),
                    limit,
                    shown.get(i).source(),
                    smallest.contains(limit),
                    standings.get(i),
                    sights.get(i)));
        }
        return sorted(withoutDifferences(budgets));
    }

    /** @throws ProblemException {@code not_found} also for one that this caller may not know of */
    public Budget find(Caller caller, Envelope envelope) {
        return visibleTo(caller).stream()
                .filter(budget -> budget.envelope().equals(envelope))
                .max(Comparator.comparing(Budget::isOwnDecision).thenComparing(Budget::prevails))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    /** From all teams but one and the organisation, the one could be reckoned. */
    private static List<Budget> withoutDifferences(List<Budget> budgets) {
        Set<Object> hiding = new HashSet<>();
        budgets.stream()
                .filter(budget -> budget.envelope().scope().kind() == EffectScope.Kind.TEAM && !budget.hasFigures())
                .forEach(budget -> hiding.add(budget.envelope().period()));
        return budgets.stream()
                .map(budget -> budget.envelope().scope().kind() == EffectScope.Kind.ORG
                                && hiding.contains(budget.envelope().period())
                        ? budget.seenBy(Sight.THRESHOLD)
                        : budget)
                .toList();
    }

    private static List<Budget> sorted(List<Budget> budgets) {
        return budgets.stream()
                .sorted(Comparator.comparing(
                                (Budget budget) -> budget.limit().subject().kind())
                        .reversed()
                        .thenComparing(Budget::name)
                        .thenComparing(budget -> budget.envelope().period())
                        .thenComparing(budget -> budget.limit().amount()))
                .toList();
    }

    private List<Known> decided() {
        Instant now = policy.now();
        return policy.snapshot()
                .effects(Rule.Kind.BUDGET)
                .filter(effect -> effect.validity().holds(now))
                .flatMap(effect -> Limits.decided(effect).map(limit -> new Known(limit, effect.source())).stream())
                .toList();
    }

    /** Those of the configuration file for the caller and for teams. Persons are not gone through: theirs are theirs. */
    private List<Known> written(Caller caller) {
        return Stream.concat(
                        limits.of(Subject.person(caller.person()), caller.email()).stream(),
                        teams.all().stream()
                                .map(Team::code)
                                .flatMap(code -> limits.of(Subject.team(code), "").stream()))
                .filter(limit -> limit.measure().isBudget())
                .map(limit -> new Known(limit, ""))
                .toList();
    }

    /** Empty where the caller may not know of it. */
    private Optional<Sight> sight(Caller caller, Subject subject) {
        boolean all = Rights.allows(caller.roles(), Right.SEE_BUDGETS);
        return switch (subject.kind()) {
            case PERSON -> {
                if (subject.id().equals(caller.person().toString())) yield Optional.of(Sight.FIGURES);
                yield Rights.allows(caller.roles(), Right.SET_BUDGETS)
                        ? Optional.of(Sight.EXISTENCE)
                        : Optional.empty();
            }
            case TEAM ->
                caller.team().filter(subject.id()::equals).isPresent() || all ? ofGroup(subject) : Optional.empty();
            case MISSION, USE_CASE ->
                all || subjects.readers(subject).contains(caller.person()) ? ofGroup(subject) : Optional.empty();
            case ORG -> all ? ofGroup(subject) : Optional.empty();
            case KEY -> Optional.empty();
        };
    }

    private Optional<Sight> ofGroup(Subject subject) {
        return Optional.of(subjects.size(subject) < SMALLEST_GROUP ? Sight.THRESHOLD : Sight.FIGURES);
    }

    /**
     * What somebody wants of a budget.
     *
     * @param reason people read it at the decision's page
     * @param seen the decision that they looked at; empty for none; absent to set it whatever stands
     */
    public record Wanted(Envelope envelope, String reason, Optional<String> seen) {}

    /** @throws BudgetException with every fault at once */
    public DecisionRecord set(Caller caller, Wanted wanted, long microEuros) {
        Subject subject = check(caller, wanted, microEuros);
        String name = subjects.name(subject).orElseThrow();
        return decisions.enact(decision(caller, "budget.set", wanted, name), enacting -> {
            List<PolicyEffect> standing = enacting.inForce(wanted.envelope().source());
            wanted.seen().ifPresent(seen -> mustStand(standing, seen));
            return List.of(draft(wanted.envelope(), name, microEuros));
        });
    }

    private static Draft draft(Envelope envelope, String name, long microEuros) {
        return new Draft(envelope.scope(), new Rule.Budget(envelope.period(), microEuros), words(envelope, name));
    }

    /** The same as a part of a document; what it is for may be made by the same document. */
    Decisions.Step step(Importer importer, Envelope envelope, long microEuros) {
        String name = Subject.of(envelope.scope()).flatMap(subjects::name).orElse(envelope.id());
        Wanted wanted = new Wanted(envelope, importer.motive(), Optional.empty());
        return new Decisions.Step(
                decision(importer.caller(), "budget.set", wanted, name),
                true,
                _ -> List.of(draft(envelope, name, microEuros)));
    }

    /** What was set here and stands, in micro-euros; not what missions, use cases and files bring. */
    Map<Envelope, Long> setHere() {
        Map<Envelope, Long> amounts = new HashMap<>();
        for (Known known : decided()) {
            Envelope envelope =
                    Envelope.of(known.limit().subject(), known.limit().measure());
            if (known.source().equals(envelope.source()))
                amounts.put(envelope, known.limit().amount());
        }
        return amounts;
    }

    private Subject check(Caller caller, Wanted wanted, long microEuros) {
        mustSet(caller);
        EnumSet<BudgetFault> faults = EnumSet.noneOf(BudgetFault.class);
        Subject subject = Subject.of(wanted.envelope().scope()).orElseThrow();
        if (subjects.name(subject).isEmpty()) faults.add(BudgetFault.SUBJECT_UNKNOWN);
        if (microEuros <= 0) faults.add(BudgetFault.AMOUNT_INVALID);
        if (wanted.reason().isBlank()) faults.add(BudgetFault.REASON_MISSING);
        BudgetException.unlessEmpty(faults);
        boolean same = decided().stream()
                .anyMatch(known -> known.source().equals(wanted.envelope().source())
                        && known.limit().amount() == microEuros);
        BudgetException.when(same, BudgetFault.NOTHING_CHANGED);
        return subject;
    }

    /** @throws ProblemException {@code not_found} where none was set here */
    public DecisionRecord withdraw(Caller caller, Wanted wanted) {
        mustSet(caller);
        BudgetException.when(wanted.reason().isBlank(), BudgetFault.REASON_MISSING);
        String source = wanted.envelope().source();
        if (decided().stream().noneMatch(known -> known.source().equals(source))) {
            throw new ProblemException(new Problem.NotFound());
        }
        String name = Subject.of(wanted.envelope().scope())
                .flatMap(subjects::name)
                .orElse(wanted.envelope().id());
        return decisions.enact(decision(caller, "budget.withdrawn", wanted, name), enacting -> {
            List<PolicyEffect> standing = enacting.inForce(source);
            wanted.seen().ifPresent(seen -> mustStand(standing, seen));
            return List.of();
        });
    }

    private static void mustSet(Caller caller) {
        if (!Rights.allows(caller.roles(), Right.SET_BUDGETS)) throw new ProblemException(new Problem.Forbidden());
    }

    private static void mustStand(List<PolicyEffect> standing, String seen) {
        BudgetException.when(seen.isEmpty() && !standing.isEmpty(), BudgetFault.EXISTS);
        boolean same = standing.stream().anyMatch(effect -> effect.decision().equals(seen));
        BudgetException.when(!seen.isEmpty() && !same, BudgetFault.CHANGED_MEANWHILE);
    }

    /** A person's name does not stand in a decision's list: its page is for that person and for those who set budgets. */
    private static Decisions.Wanted decision(Caller caller, String action, Wanted wanted, String name) {
        return new Decisions.Wanted(
                caller,
                action,
                wanted.envelope().source(),
                words(wanted.envelope(), name).french().replaceAll("\\.$", ""),
                wanted.reason().strip());
    }

    private static Wording words(Envelope envelope, String name) {
        boolean day = envelope.period() == Rule.Budget.Period.DAY;
        String french = day ? "Budget du jour" : "Budget du mois";
        String english = day ? "Budget of the day" : "Budget of the month";
        return switch (envelope.scope().kind()) {
            case ORG -> new Wording(french + " de l’organisation.", english + " of the organisation.");
            case TEAM ->
                new Wording(french + " de l’équipe « " + name + " ».", english + " of the team “" + name + "”.");
            case MISSION ->
                new Wording(french + " de la mission « " + name + " ».", english + " of the mission “" + name + "”.");
            case USE_CASE ->
                new Wording(french + " du cas d’usage « " + name + " ».", english + " of the use case “" + name + "”.");
            case PERSON, PROVIDER, MODEL -> new Wording(french + " d’une personne.", english + " of a person.");
        };
    }

    /** The person of this address, for forms that name people so. */
    Optional<UUID> person(String email) {
        return people.find(email).filter(Person::active).map(Person::id);
    }
}
