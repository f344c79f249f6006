package org.vigie.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.catalog.Target;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Role;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.Problem;
import org.vigie.kernel.Problem.Refusal;
import org.vigie.kernel.Problem.Refusal.Reason;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Quotable;
import org.vigie.kernel.Wording;

/**
 * What one snapshot says to one request at one moment. Pure: the same snapshot, catalog, request and moment give the
 * same answer, so that a request of before can be judged again. Deny wins over allow, and the strictest of what holds
 * counts, wherever it stands.
 */
public final class Ruling {
    private static final Wording NO_MISSION = new Wording(
            "Hors mission, une personne qui a des missions n’envoie que des contenus internes.",
            "Outside a mission, somebody who has missions sends internal content only.");

    private static final Wording MISSION_ONLY = new Wording(
            "Une personne extérieure n’utilise l’assistant que dans les missions dont elle est membre.",
            "Somebody from outside uses the assistant only in the missions that they are a member of.");

    private final Snapshot snapshot;
    private final Catalog catalog;
    private final Caller caller;
    private final Ask asked;
    private final Ask ask;
    private final Instant now;
    private final List<Place> places;
    private final ScopeRules own;
    private final List<PolicyEffect> unsigned;

    Ruling(Snapshot snapshot, Catalog catalog, Caller caller, Ask ask, Instant now) {
        this.snapshot = snapshot;
        this.catalog = catalog;
        this.caller = caller;
        this.asked = ask;
        this.ask = ask.boundBy(caller.credential());
        this.now = now;
        this.places = places(snapshot, caller, this.ask);
        this.own = snapshot.of(EffectScope.person(caller.person()));
        this.unsigned = unsigned(places, own, now);
    }

    /** A scope that the request stands in, and what was decided there. */
    private record Place(EffectScope scope, ScopeRules rules) {}

    private static List<Place> places(Snapshot snapshot, Caller caller, Ask ask) {
        List<Place> places = new ArrayList<>(5);
        add(places, snapshot, EffectScope.ORG);
        caller.team().ifPresent(code -> add(places, snapshot, EffectScope.team(code)));
        add(places, snapshot, EffectScope.person(caller.person()));
        ask.mission().ifPresent(code -> add(places, snapshot, EffectScope.mission(code)));
        ask.useCase().ifPresent(code -> add(places, snapshot, EffectScope.useCase(code)));
        return places;
    }

    private static void add(List<Place> places, Snapshot snapshot, EffectScope scope) {
        ScopeRules rules = snapshot.of(scope);
        if (!rules.effects().isEmpty()) places.add(new Place(scope, rules));
    }

    /** Each signature that is asked for and was not given. */
    private static List<PolicyEffect> unsigned(List<Place> places, ScopeRules own, Instant now) {
        return places.stream()
                .flatMap(place -> place.rules().all(Rule.Kind.REQUIRE_SIGNATURE, now).stream())
                .filter(effect -> own.first(Rule.Kind.SIGNED, signature(effect).text(), now)
                        .isEmpty())
                .toList();
    }

    /** The number of the snapshot, recorded with the exchange. */
    public String snapshot() {
        return Long.toString(snapshot.number());
    }

    /**
     * Whether this caller may ask this at all.
     *
     * @return the route that answers for the model
     * @throws ProblemException a {@link Refusal}, or {@link Problem.UnknownModel} also for a model that is not theirs
     */
    public Route admit(String model) {
        if (!Rights.allows(caller.roles(), Right.USE_ASSISTANT)) throw unknown(model);
        requireUnmoved(asked.mission(), ask.mission());
        requireUnmoved(asked.useCase(), ask.useCase());
        ask.mission().ifPresent(this::requireMember);
        requirePlace();
        ask.useCase().ifPresent(this::requireUser);
        suspended(places).ifPresent(Ruling::refuse);
        Route route = catalog.route(model).orElseThrow(() -> unknown(model));
        List<Bar> bars = route.targets().stream()
                .flatMap(target -> barOf(route, target, places).stream())
                .toList();
        if (bars.size() == route.targets().size()) refuse(bars.getFirst());
        return route;
    }

    /** Whether {@link #admit} would give this route. */
    boolean admits(Route route) {
        return Rights.allows(caller.roles(), Right.USE_ASSISTANT)
                && (ask.mission().isPresent() || mayAskOutside())
                && suspended(places).isEmpty()
                && route.targets().stream()
                        .anyMatch(target -> barOf(route, target, places).isEmpty());
    }

    /**
     * Where this content may go.
     *
     * @throws ProblemException a {@link Refusal} when it may go nowhere
     */
    public Choice choose(Route route, Exposure exposure) {
        List<Place> all = with(exposure.missions());
        suspended(all).ifPresent(Ruling::refuse);
        List<Target> allowed = new ArrayList<>();
        Optional<Bar> first = Optional.empty();
        for (Target target : route.targets()) {
            Optional<Bar> bar = barOf(route, target, all).or(() -> barOf(route, target, exposure, all));
            if (bar.isEmpty()) {
                allowed.add(target);
                continue;
            }
            if (first.isEmpty()) first = bar;
            bar.flatMap(Bar::instead).ifPresent(model -> addInstead(model, exposure, all, allowed));
        }
        if (allowed.isEmpty()) first.ifPresent(Ruling::refuse);
        List<Target> distinct =
                allowed.size() < 2 ? allowed : allowed.stream().distinct().toList();
        return new Choice(distinct, !route.prefers(distinct.getFirst()));
    }

    /** What another route may give in the place of a target; never a third one. */
    private void addInstead(String model, Exposure exposure, List<Place> all, List<Target> allowed) {
        catalog.route(model)
                .ifPresent(other -> other.targets().stream()
                        .filter(target -> barOf(other, target, all).isEmpty())
                        .filter(target -> barOf(other, target, exposure, all).isEmpty())
                        .forEach(allowed::add));
    }

    /**
     * Whether these tools may be offered to a model.
     *
     * @param tools functions by their names, what a provider runs by its type
     * @throws ProblemException a {@link Refusal} that names the first that may not
     */
    public void permit(Collection<String> tools, Exposure exposure) {
        if (tools.isEmpty()) return;
        for (Place place : with(exposure.missions())) {
            for (PolicyEffect effect : place.rules().all(Rule.Kind.ALLOW_TOOLS, now)) {
                Set<String> allowed = ((Rule.AllowTools) effect.rule()).names();
                tools.stream()
                        .filter(tool -> !allowed.contains(tool))
                        .findFirst()
                        .map(tool -> Bar.of(Reason.TOOL_NOT_ALLOWED, Quotable.name(tool), effect))
                        .ifPresent(Ruling::refuse);
            }
        }
    }

    /** By whom an answer is to be validated before it is used: each that is asked for once. */
    public List<PolicyEffect> validations(Set<String> missions) {
        Map<String, PolicyEffect> byValidator = new LinkedHashMap<>();
        for (Place place : with(missions)) {
            place.rules()
                    .all(Rule.Kind.REQUIRE_HUMAN_VALIDATION, now)
                    .forEach(effect -> byValidator.putIfAbsent(effect.rule().value(), effect));
        }
        return List.copyOf(byValidator.values());
    }

    /** Whether a copy of exactly what left may be kept with a conversation. */
    public boolean keepsWhatLeft(Set<String> missions) {
        return strictest(with(missions), Rule.Kind.LOG_LEVEL, "")
                .map(effect -> ((Rule.LogLevel) effect.rule()).level() == Rule.LogLevel.Level.FULL)
                .orElse(true);
    }

    /** How many days after its last message a conversation is erased; empty: never by itself. */
    public Optional<Integer> retentionDays() {
        return strictest(places, Rule.Kind.RETENTION, "").map(effect -> ((Rule.Retention) effect.rule()).contentDays());
    }

    /** In what the request stands, as far as it really does: what is to be recorded of it. */
    public Ask standing() {
        return new Ask(ask.mission().filter(this::isMember), ask.useCase().filter(this::isUser));
    }

    /** The words that the assistant shows above a conversation. */
    public List<Wording> banners() {
        return places.stream()
                .flatMap(place -> place.rules().all(Rule.Kind.BANNER, now).stream())
                .map(PolicyEffect::reason)
                .toList();
    }

    /** The budgets and rates that hold for this request: in each place the strictest of its kind and period. */
    public List<PolicyEffect> limits() {
        List<PolicyEffect> limits = new ArrayList<>();
        for (Place place : places) {
            for (Rule.Budget.Period period : Rule.Budget.Period.values()) {
                place.rules().first(Rule.Kind.BUDGET, period.name(), now).ifPresent(limits::add);
            }
            place.rules().first(Rule.Kind.RATE_LIMIT, now).ifPresent(limits::add);
        }
        return limits;
    }

    /** The missions that this person is a member of now, by their codes. */
    public List<String> missions() {
        return own.all(Rule.Kind.MEMBER_OF, now).stream()
                .map(effect -> effect.rule().value())
                .distinct()
                .sorted()
                .toList();
    }

    /** The signatures that are asked of this person and were not given. */
    public List<PolicyEffect> unsigned() {
        return unsigned;
    }

    /** The same, also of what is only asked for from a later day on: what holds first. */
    public Optional<PolicyEffect> awaited() {
        return places.stream()
                .flatMap(place -> place.rules().of(Rule.Kind.REQUIRE_SIGNATURE).stream())
                .filter(effect -> !effect.validity().isOver(now))
                .filter(effect -> own.first(Rule.Kind.SIGNED, signature(effect).text(), now)
                        .isEmpty())
                .min(Comparator.comparing(effect -> effect.validity().from().orElse(Instant.MIN)));
    }

    /**
     * How each target of a route stands for this content.
     *
     * @param against what keeps the content from it; empty where it may go
     * @param considered the effects that were looked at, whether or not they decided
     */
    public record Sight(Target target, Optional<Refusal> against, List<PolicyEffect> considered) {}

    /** The same as {@link #choose}, told target by target. */
    public List<Sight> sights(Route route, Exposure exposure) {
        List<Place> all = with(exposure.missions());
        return route.targets().stream()
                .map(target -> new Sight(
                        target,
                        suspended(all)
                                .or(() -> barOf(route, target, all))
                                .or(() -> barOf(route, target, exposure, all))
                                .map(Bar::refusal),
                        considered(route, target)))
                .toList();
    }

    /** Every effect that was looked at for this caller and target and holds now, whether or not it decided. */
    private List<PolicyEffect> considered(Route route, Target target) {
        return with(route, target, places).stream()
                .flatMap(place -> place.rules().effects().stream())
                .filter(effect -> effect.validity().holds(now))
                .filter(effect -> concerns(effect.rule(), route, target))
                .toList();
    }

    private static boolean concerns(Rule rule, Route route, Target target) {
        List<String> names = List.of(route.model(), target.name());
        return switch (rule) {
            case Rule.AllowModel(String name) -> names.contains(name);
            case Rule.DenyModel(String name) -> names.contains(name);
            case Rule.AllowProvider(String id) -> id.equals(target.provider().id());
            case Rule.DenyProvider(String id) -> id.equals(target.provider().id());
            case Rule.ZoneRule cell -> cell.zone() == target.provider().zone();
            default -> true;
        };
    }

    private static Rule.RequireSignature signature(PolicyEffect effect) {
        return (Rule.RequireSignature) effect.rule();
    }

    /** Why a content may not go to a target. @param instead the model that answers in its place */
    private record Bar(
            Reason reason, String subject, String decision, Optional<Wording> why, Optional<String> instead) {
        Refusal refusal() {
            return new Refusal(reason, subject, decision, why);
        }

        static Bar of(Reason reason, String subject, PolicyEffect effect) {
            Optional<Wording> why =
                    Optional.of(effect.reason()).filter(_ -> !effect.decision().equals(DecisionRecord.CONFIGURATION));
            return new Bar(reason, subject, effect.decision(), why, Optional.empty());
        }
    }

    private static void refuse(Bar bar) {
        throw new ProblemException(bar.refusal());
    }

    private static ProblemException unknown(String model) {
        return new ProblemException(new Problem.UnknownModel(model));
    }

    private List<Place> with(Set<String> missions) {
        if (missions.isEmpty()) return places;
        List<Place> all = new ArrayList<>(places);
        missions.stream()
                .sorted()
                .filter(code -> !ask.mission().equals(Optional.of(code)))
                .forEach(code -> add(all, snapshot, EffectScope.mission(code)));
        return all;
    }

    private List<Place> with(Route route, Target target, List<Place> all) {
        List<Place> more = new ArrayList<>(all);
        more.addAll(of(route, target));
        return more;
    }

    /** What was decided on a target itself, under either of its names. */
    private List<Place> of(Route route, Target target) {
        List<Place> itself = new ArrayList<>(3);
        add(itself, snapshot, EffectScope.provider(target.provider().id()));
        add(itself, snapshot, EffectScope.model(target.name()));
        if (!route.model().equals(target.name())) add(itself, snapshot, EffectScope.model(route.model()));
        return itself;
    }

    /** A key that is bound stays where it is. */
    private static void requireUnmoved(Optional<String> asked, Optional<String> bound) {
        if (asked.isPresent() && !asked.equals(bound)) refuse(mismatch(asked.get()));
    }

    /** Whoever works in missions alone asks in one of them. */
    private void requirePlace() {
        if (ask.mission().isEmpty() && !mayAskOutside()) {
            throw new ProblemException(
                    new Refusal(Reason.MISSION_MISMATCH, "–", DecisionRecord.DEFAULT, Optional.of(MISSION_ONLY)));
        }
    }

    private boolean mayAskOutside() {
        return Rights.allows(caller.roles(), Right.ASK_OUTSIDE_MISSIONS);
    }

    private void requireMember(String mission) {
        if (!isMember(mission)) refuse(lapsed(mission).orElseGet(() -> mismatch(mission)));
    }

    /** Whoever was a member, or is to be one, reads by which decision they are none now; to anybody else it says nothing. */
    private Optional<Bar> lapsed(String mission) {
        return own.of(Rule.Kind.MEMBER_OF).stream()
                .filter(effect -> effect.rule().value().equals(mission))
                .max(Comparator.comparing(PolicyEffect::id))
                .map(effect -> new Bar(
                        Reason.MISSION_MISMATCH,
                        mission,
                        effect.decision(),
                        Optional.of(OutOfTime.ofMission(effect.validity(), now)),
                        Optional.empty()));
    }

    private boolean isMember(String mission) {
        return own.first(Rule.Kind.MEMBER_OF, mission, now).isPresent();
    }

    private void requireUser(String useCase) {
        if (!isUser(useCase)) refuse(mismatch(useCase));
        snapshot.of(EffectScope.useCase(useCase))
                .first(Rule.Kind.MAX_TESTERS, now)
                .filter(effect -> !isAmongFirst(useCase, ((Rule.MaxTesters) effect.rule()).most()))
                .map(effect -> Bar.of(Reason.USE_CASE_FULL, useCase, effect))
                .ifPresent(Ruling::refuse);
    }

    private boolean isAmongFirst(String useCase, int most) {
        return snapshot.users(useCase).stream()
                .filter(effect -> effect.validity().holds(now))
                .map(PolicyEffect::scope)
                .distinct()
                .limit(most)
                .anyMatch(EffectScope.person(caller.person())::equals);
    }

    private boolean isUser(String useCase) {
        return own.first(Rule.Kind.USER_OF, useCase, now).isPresent();
    }

    private static Bar mismatch(String code) {
        return new Bar(
                Reason.MISSION_MISMATCH,
                Quotable.name(code),
                DecisionRecord.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }

    private Optional<Bar> suspended(List<Place> where) {
        for (Place place : where) {
            Optional<PolicyEffect> effect = place.rules().first(Rule.Kind.SUSPEND, now);
            if (effect.isPresent()) {
                return effect.map(
                        found -> Bar.of(reason(place.scope()), place.scope().id(), found));
            }
        }
        return Optional.empty();
    }

    private static Reason reason(EffectScope scope) {
        return switch (scope.kind()) {
            case ORG, TEAM, PERSON -> Reason.GATEWAY_SUSPENDED;
            case USE_CASE -> Reason.USE_CASE_SUSPENDED;
            case MISSION -> Reason.MISSION_FORBIDS_AI;
            case PROVIDER, MODEL -> Reason.MODEL_NOT_ALLOWED;
        };
    }

    /** What stands against a target whatever the content. */
    private Optional<Bar> barOf(Route route, Target target, List<Place> all) {
        String provider = target.provider().id();
        return suspended(of(route, target))
                .map(bar -> new Bar(bar.reason(), target.name(), bar.decision(), bar.why(), Optional.empty()))
                .or(() -> denied(all, Rule.Kind.DENY_PROVIDER, Rule.Kind.ALLOW_PROVIDER, List.of(provider), route))
                .or(() -> denied(
                        all, Rule.Kind.DENY_MODEL, Rule.Kind.ALLOW_MODEL, List.of(route.model(), target.name()), route))
                .or(() -> outside(all, target, route));
    }

    /** On the list of what is denied, or not on a list of what is allowed. */
    private Optional<Bar> denied(List<Place> all, Rule.Kind deny, Rule.Kind allow, List<String> names, Route route) {
        for (Place place : all) {
            ScopeRules rules = place.rules();
            for (String name : names) {
                Optional<PolicyEffect> denies = rules.first(deny, name, now);
                if (denies.isPresent()) return denies.map(effect -> notAllowed(route, effect));
            }
            Optional<PolicyEffect> list = rules.first(allow, now);
            if (list.isPresent()
                    && names.stream()
                            .allMatch(name -> rules.first(allow, name, now).isEmpty())) {
                return list.map(effect -> notAllowed(route, effect));
            }
        }
        return Optional.empty();
    }

    private static Bar notAllowed(Route route, PolicyEffect effect) {
        return Bar.of(Reason.MODEL_NOT_ALLOWED, route.model(), effect);
    }

    private Optional<Bar> outside(List<Place> all, Target target, Route route) {
        Zone zone = target.provider().zone();
        return strictest(all, Rule.Kind.ALLOWED_REGIONS, Rule.code(zone))
                .map(effect -> notAllowed(route, effect))
                .or(() -> unsigned.stream()
                        .filter(effect -> !signature(effect).zones().contains(zone))
                        .findFirst()
                        .map(effect -> Bar.of(
                                Reason.CHARTER_UNSIGNED, signature(effect).text(), effect)));
    }

    /** What stands against this content at a target. */
    private Optional<Bar> barOf(Route route, Target target, Exposure exposure, List<Place> all) {
        DataClass leaving = exposure.leaving();
        Zone zone = target.provider().zone();
        Optional<Bar> byMatrix = isBarred(exposure.written(), leaving, zone)
                ? Optional.of(matrix(route, exposure, target))
                : Optional.empty();
        return byMatrix.or(() -> forced(all, exposure, route)).or(() -> capped(all, exposure, route, target));
    }

    private static Reason reason(Exposure exposure) {
        return exposure.unreadable().isEmpty() ? Reason.CLASS_TOO_HIGH : Reason.CONTENT_NOT_EXAMINABLE;
    }

    private static String subject(Exposure exposure, Route route) {
        if (exposure.unreadable().isEmpty()) return route.model();
        return String.join(", ", exposure.unreadable().stream().sorted().toList());
    }

    private static Bar bar(Exposure exposure, Route route, PolicyEffect effect) {
        return Bar.of(reason(exposure), subject(exposure, route), effect);
    }

    private Optional<PolicyEffect> cell(DataClass dataClass, Zone zone) {
        return snapshot.of(EffectScope.ORG).first(Rule.Kind.ZONE_RULE, Rule.ZoneRule.key(dataClass, zone), now);
    }

    private Treatment treatment(DataClass dataClass, Zone zone) {
        return cell(dataClass, zone)
                .map(effect -> ((Rule.ZoneRule) effect.rule()).treatment())
                .orElseGet(Treatment.Refuse::new);
    }

    /** Allowed as it is; or masked down to a class that is allowed as it is. */
    private boolean isBarred(DataClass written, DataClass leaving, Zone zone) {
        return switch (treatment(written, zone)) {
            case Treatment.Allow _ -> treatment(leaving, zone) instanceof Treatment.Refuse;
            case Treatment.Pseudonymise _ -> !(treatment(leaving, zone) instanceof Treatment.Allow);
            case Treatment.Refuse _, Treatment.Reroute _ -> true;
        };
    }

    private Bar matrix(Route route, Exposure exposure, Target target) {
        Zone zone = target.provider().zone();
        Optional<PolicyEffect> effect = cell(exposure.written(), zone);
        Optional<String> instead = treatment(exposure.written(), zone) instanceof Treatment.Reroute(String model)
                ? Optional.of(model)
                : Optional.empty();
        return new Bar(
                reason(exposure),
                subject(exposure, route),
                effect.map(PolicyEffect::decision).orElse(DecisionRecord.DEFAULT),
                effect.map(PolicyEffect::reason),
                instead);
    }

    private Optional<Bar> forced(List<Place> all, Exposure exposure, Route route) {
        if (!exposure.leaving().exceeds(DataClass.C1)) return Optional.empty();
        return strictest(all, Rule.Kind.REQUIRE_PSEUDONYMISATION, "").map(effect -> bar(exposure, route, effect));
    }

    private Optional<Bar> capped(List<Place> all, Exposure exposure, Route route, Target target) {
        DataClass leaving = exposure.leaving();
        List<Place> both = with(route, target, all);
        return strictest(both, Rule.Kind.MAX_DATA_CLASS, "")
                .filter(effect -> leaving.exceeds(((Rule.MaxDataClass) effect.rule()).most()))
                .or(() -> strictest(both, Rule.Kind.MAX_WRITTEN_CLASS, "")
                        .filter(effect -> exposure.written().exceeds(((Rule.MaxWrittenClass) effect.rule()).most())))
                .or(() -> audience(leaving))
                .map(effect -> bar(exposure, route, effect))
                .or(() -> unsigned.stream()
                        .filter(effect -> leaving.exceeds(signature(effect).most()))
                        .findFirst()
                        .map(effect -> Bar.of(
                                Reason.CHARTER_UNSIGNED, signature(effect).text(), effect)))
                .or(() -> withoutMission(exposure, route));
    }

    /** The cap of an audience counts for whoever has no role besides that has none. */
    private Optional<PolicyEffect> audience(DataClass leaving) {
        List<PolicyEffect> caps = new ArrayList<>();
        for (Role role : caller.roles()) {
            Optional<PolicyEffect> cap = snapshot.of(EffectScope.ORG).first(Rule.Kind.AUDIENCE_CAP, role.code(), now);
            if (cap.isEmpty()) return Optional.empty();
            caps.add(cap.get());
        }
        return caps.stream()
                .filter(effect -> leaving.exceeds(((Rule.AudienceCap) effect.rule()).most()))
                .max(Rule.strictestFirst());
    }

    private Optional<Bar> withoutMission(Exposure exposure, Route route) {
        boolean inside = ask.mission().isPresent() || ask.useCase().isPresent();
        if (inside || !exposure.leaving().exceeds(DataClass.C1)) return Optional.empty();
        return own.first(Rule.Kind.MEMBER_OF, now)
                .map(effect -> new Bar(
                        reason(exposure),
                        subject(exposure, route),
                        effect.decision(),
                        Optional.of(NO_MISSION),
                        Optional.empty()));
    }

    private Optional<PolicyEffect> strictest(List<Place> where, Rule.Kind kind, String key) {
        @Nullable PolicyEffect strictest = null;
        for (Place place : where) {
            Optional<PolicyEffect> found = place.rules().first(kind, key, now);
            if (found.isEmpty()) continue;
            if (strictest == null
                    || found.get().rule().leniency() < strictest.rule().leniency()) {
                strictest = found.get();
            }
        }
        return Optional.ofNullable(strictest);
    }
}
