package org.vigie.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private final Snapshot snapshot;
    private final Catalog catalog;
    private final Caller caller;
    private final Ask asked;
    private final Ask ask;
    private final Instant now;
    private final List<EffectScope> scopes;

    Ruling(Snapshot snapshot, Catalog catalog, Caller caller, Ask ask, Instant now) {
        this.snapshot = snapshot;
        this.catalog = catalog;
        this.caller = caller;
        this.asked = ask;
        this.ask = ask.boundBy(caller.credential());
        this.now = now;
        this.scopes = new ArrayList<>(5);
        scopes.add(EffectScope.ORG);
        caller.team().ifPresent(code -> scopes.add(EffectScope.team(code)));
        scopes.add(EffectScope.person(caller.person()));
        this.ask.mission().ifPresent(code -> scopes.add(EffectScope.mission(code)));
        this.ask.useCase().ifPresent(code -> scopes.add(EffectScope.useCase(code)));
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
        ask.useCase().ifPresent(this::requireKnown);
        suspended(scopes).ifPresent(Ruling::refuse);
        Route route = catalog.route(model).orElseThrow(() -> unknown(model));
        List<Bar> bars = route.targets().stream()
                .flatMap(target -> barOf(route, target, scopes).stream())
                .toList();
        if (bars.size() == route.targets().size()) refuse(bars.getFirst());
        return route;
    }

    /** Whether {@link #admit} would give this route. */
    boolean admits(Route route) {
        return Rights.allows(caller.roles(), Right.USE_ASSISTANT)
                && suspended(scopes).isEmpty()
                && route.targets().stream()
                        .anyMatch(target -> barOf(route, target, scopes).isEmpty());
    }

    /**
     * Where this content may go.
     *
     * @throws ProblemException a {@link Refusal} when it may go nowhere
     */
    public Choice choose(Route route, Exposure exposure) {
        List<EffectScope> all = with(exposure.missions());
        suspended(all).ifPresent(Ruling::refuse);
        List<Target> allowed = new ArrayList<>();
        Optional<Bar> first = Optional.empty();
        for (Target target : route.targets()) {
            Optional<Bar> bar = barOf(route, target, all).or(() -> barOf(target, exposure, all));
            if (bar.isEmpty()) {
                allowed.add(target);
                continue;
            }
            if (first.isEmpty()) first = bar;
            bar.flatMap(Bar::instead).ifPresent(model -> addInstead(model, exposure, all, allowed));
        }
        if (allowed.isEmpty()) first.ifPresent(Ruling::refuse);
        List<Target> distinct = allowed.stream().distinct().toList();
        return new Choice(distinct, !route.prefers(distinct.getFirst()));
    }

    /** What another route may give in the place of a target; never a third one. */
    private void addInstead(String model, Exposure exposure, List<EffectScope> all, List<Target> allowed) {
        catalog.route(model).ifPresent(other -> other.targets().stream()
                .filter(target -> barOf(other, target, all).isEmpty())
                .filter(target -> barOf(target, exposure, all).isEmpty())
                .forEach(allowed::add));
    }

    /** In what the request stands, as far as it really does: what is to be recorded of it. */
    public Ask standing() {
        return new Ask(
                ask.mission().filter(this::isMember),
                ask.useCase().filter(this::exists));
    }

    /** The words that the assistant shows above a conversation. */
    public List<Wording> banners() {
        return scopes.stream()
                .flatMap(scope -> snapshot.of(scope).all(Rule.Kind.BANNER, now).stream())
                .map(PolicyEffect::reason)
                .toList();
    }

    /** The missions that this person is a member of now, by their codes. */
    public List<String> missions() {
        return snapshot.of(EffectScope.person(caller.person())).all(Rule.Kind.MEMBER_OF, now).stream()
                .map(effect -> effect.rule().value())
                .distinct()
                .sorted()
                .toList();
    }

    /** What of the signatures that are asked for this person has not given; the first. */
    public Optional<PolicyEffect> unsigned() {
        ScopeRules person = snapshot.of(EffectScope.person(caller.person()));
        return scopes.stream()
                .flatMap(scope -> snapshot.of(scope).all(Rule.Kind.REQUIRE_SIGNATURE, now).stream())
                .filter(effect -> person.first(Rule.Kind.SIGNED, signature(effect).text(), now).isEmpty())
                .findFirst();
    }

    /** Every effect that was looked at for this caller and target and holds now, whether or not it decided. */
    List<PolicyEffect> considered(Target target) {
        List<EffectScope> all = new ArrayList<>(scopes);
        all.add(EffectScope.provider(target.provider().id()));
        all.add(EffectScope.model(target.name()));
        return all.stream()
                .flatMap(scope -> snapshot.of(scope).effects().stream())
                .filter(effect -> effect.validity().holds(now))
                .filter(effect -> concerns(effect.rule(), target))
                .toList();
    }

    private static boolean concerns(Rule rule, Target target) {
        return switch (rule) {
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
    record Bar(Reason reason, String subject, String decision, Optional<Wording> why, Optional<String> instead) {
        static Bar of(Reason reason, String subject, PolicyEffect effect) {
            Optional<Wording> why = Optional.of(effect.reason())
                    .filter(_ -> !effect.decision().equals(DecisionRecord.CONFIGURATION));
            return new Bar(reason, subject, effect.decision(), why, Optional.empty());
        }
    }

    private static void refuse(Bar bar) {
        throw new ProblemException(new Refusal(bar.reason(), bar.subject(), bar.decision(), bar.why()));
    }

    private static ProblemException unknown(String model) {
        return new ProblemException(new Problem.UnknownModel(model));
    }

    private List<EffectScope> with(Set<String> missions) {
        if (missions.isEmpty()) return scopes;
        List<EffectScope> all = new ArrayList<>(scopes);
        missions.stream()
                .sorted()
                .map(EffectScope::mission)
                .filter(scope -> !all.contains(scope))
                .forEach(all::add);
        return all;
    }

    /** A key that is bound stays where it is. */
    private static void requireUnmoved(Optional<String> asked, Optional<String> bound) {
        if (asked.isPresent() && !asked.equals(bound)) throw mismatch(asked.get());
    }

    private void requireMember(String mission) {
        if (!isMember(mission)) throw mismatch(mission);
    }

    private boolean isMember(String mission) {
        return snapshot.of(EffectScope.person(caller.person()))
                .first(Rule.Kind.MEMBER_OF, mission, now)
                .isPresent();
    }

    private void requireKnown(String useCase) {
        if (!exists(useCase)) throw mismatch(useCase);
    }

    /** A use case without an effect does not exist. */
    private boolean exists(String useCase) {
        return !snapshot.of(EffectScope.useCase(useCase)).effects().isEmpty();
    }

    private static ProblemException mismatch(String code) {
        return new ProblemException(new Refusal(Reason.MISSION_MISMATCH, Quotable.name(code), DecisionRecord.DEFAULT));
    }

    private Optional<Bar> suspended(List<EffectScope> where) {
        for (EffectScope scope : where) {
            Optional<PolicyEffect> effect = snapshot.of(scope).first(Rule.Kind.SUSPEND, now);
            if (effect.isPresent()) return effect.map(found -> Bar.of(reason(scope), scope.id(), found));
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
    private Optional<Bar> barOf(Route route, Target target, List<EffectScope> all) {
        String provider = target.provider().id();
        return suspended(List.of(
                        EffectScope.provider(provider),
                        EffectScope.model(target.name()),
                        EffectScope.model(route.model())))
                .map(bar -> new Bar(bar.reason(), target.name(), bar.decision(), bar.why(), Optional.empty()))
                .or(() -> denied(all, Rule.Kind.DENY_PROVIDER, Rule.Kind.ALLOW_PROVIDER, List.of(provider), route))
                .or(() -> denied(
                        all, Rule.Kind.DENY_MODEL, Rule.Kind.ALLOW_MODEL, List.of(route.model(), target.name()), route))
                .or(() -> outside(all, target, route));
    }

    /** On the list of what is denied, or not on a list of what is allowed. */
    private Optional<Bar> denied(
            List<EffectScope> all, Rule.Kind deny, Rule.Kind allow, List<String> names, Route route) {
        for (EffectScope scope : all) {
            ScopeRules rules = snapshot.of(scope);
            for (String name : names) {
                Optional<PolicyEffect> denies = rules.first(deny, name, now);
                if (denies.isPresent()) return denies.map(effect -> notAllowed(route, effect));
            }
            Optional<PolicyEffect> list = rules.first(allow, now);
            if (list.isPresent() && names.stream().allMatch(name -> rules.first(allow, name, now).isEmpty())) {
                return list.map(effect -> notAllowed(route, effect));
            }
        }
        return Optional.empty();
    }

    private static Bar notAllowed(Route route, PolicyEffect effect) {
        return Bar.of(Reason.MODEL_NOT_ALLOWED, route.model(), effect);
    }

    private Optional<Bar> outside(List<EffectScope> all, Target target, Route route) {
        Zone zone = target.provider().zone();
        return strictest(all, Rule.Kind.ALLOWED_REGIONS, Rule.code(zone))
                .map(effect -> notAllowed(route, effect))
                .or(() -> unsigned()
                        .filter(effect -> !signature(effect).zones().contains(zone))
                        .map(effect -> Bar.of(Reason.CHARTER_UNSIGNED, signature(effect).text(), effect)));
    }

    /** What stands against this content at a target. */
    private Optional<Bar> barOf(Target target, Exposure exposure, List<EffectScope> all) {
        DataClass leaving = exposure.leaving();
        Reason reason = exposure.unreadable().isEmpty() ? Reason.CLASS_TOO_HIGH : Reason.CONTENT_NOT_EXAMINABLE;
        String subject = exposure.unreadable().isEmpty()
                ? target.name()
                : String.join(", ", exposure.unreadable().stream().sorted().toList());
        Zone zone = target.provider().zone();
        Optional<Bar> byMatrix = isBarred(exposure.written(), leaving, zone)
                ? Optional.of(matrix(exposure.written(), zone, reason, subject))
                : Optional.empty();
        return byMatrix.or(() -> forced(all, leaving, reason, subject))
                .or(() -> capped(all, target, leaving, reason, subject));
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

    private Bar matrix(DataClass written, Zone zone, Reason reason, String subject) {
        Optional<PolicyEffect> effect = cell(written, zone);
        Optional<String> instead = treatment(written, zone) instanceof Treatment.Reroute(String model)
                ? Optional.of(model)
                : Optional.empty();
        return new Bar(
                reason,
                subject,
                effect.map(PolicyEffect::decision).orElse(DecisionRecord.DEFAULT),
                effect.map(PolicyEffect::reason),
                instead);
    }

    private Optional<Bar> forced(List<EffectScope> all, DataClass leaving, Reason reason, String subject) {
        if (!leaving.exceeds(DataClass.C1)) return Optional.empty();
        return strictest(all, Rule.Kind.REQUIRE_PSEUDONYMISATION, "").map(effect -> Bar.of(reason, subject, effect));
    }

    private Optional<Bar> capped(
            List<EffectScope> all, Target target, DataClass leaving, Reason reason, String subject) {
        List<EffectScope> where = new ArrayList<>(all);
        where.add(EffectScope.provider(target.provider().id()));
        where.add(EffectScope.model(target.name()));
        return strictest(where, Rule.Kind.MAX_DATA_CLASS, "")
                .filter(effect -> leaving.exceeds(((Rule.MaxDataClass) effect.rule()).most()))
                .or(() -> audience(leaving))
                .map(effect -> Bar.of(reason, subject, effect))
                .or(() -> unsigned()
                        .filter(effect -> leaving.exceeds(signature(effect).most()))
                        .map(effect -> Bar.of(Reason.CHARTER_UNSIGNED, signature(effect).text(), effect)))
                .or(() -> withoutMission(leaving, reason, subject));
    }

    /** The cap of an audience counts for whoever has no role besides that has none. */
    private Optional<PolicyEffect> audience(DataClass leaving) {
        List<PolicyEffect> caps = new ArrayList<>();
        for (Role role : caller.roles()) {
            Optional<PolicyEffect> cap =
                    snapshot.of(EffectScope.ORG).first(Rule.Kind.AUDIENCE_CAP, role.code(), now);
            if (cap.isEmpty()) return Optional.empty();
            caps.add(cap.get());
        }
        return caps.stream()
                .filter(effect -> leaving.exceeds(((Rule.AudienceCap) effect.rule()).most()))
                .max(Rule.strictestFirst());
    }

    private Optional<Bar> withoutMission(DataClass leaving, Reason reason, String subject) {
        if (ask.mission().isPresent() || ask.useCase().isPresent() || !leaving.exceeds(DataClass.C1)) return Optional.empty();
        return snapshot.of(EffectScope.person(caller.person()))
                .first(Rule.Kind.MEMBER_OF, now)
                .map(effect -> new Bar(
                        reason, subject, effect.decision(), Optional.of(NO_MISSION), Optional.empty()));
    }

    private Optional<PolicyEffect> strictest(List<EffectScope> where, Rule.Kind kind, String key) {
        @Nullable PolicyEffect strictest = null;
        for (EffectScope scope : where) {
            Optional<PolicyEffect> found = snapshot.of(scope).first(kind, key, now);
            if (found.isEmpty()) continue;
            if (strictest == null
                    || found.get().rule().leniency() < strictest.rule().leniency()) {
                strictest = found.get();
            }
        }
        return Optional.ofNullable(strictest);
    }
}
