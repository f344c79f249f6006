package org.vigie.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.catalog.Target;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.identity.Caller;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Exposure;

/**
 * What the effects mean, read off a plain list: no index, no order, every effect looked at each time. Written apart from
 * {@link Ruling}, to be compared with it.
 */
record NaiveEvaluator(List<PolicyEffect> effects, Catalog catalog, Caller caller, Ask ask, Instant now) {

    /** The targets that may be asked, by their names, in order; empty when the request is refused. */
    List<String> targets(Route route, Exposure exposure) {
        if (ask.mission().isPresent()
                && !any(
                        own(),
                        rule -> rule instanceof Rule.MemberOf(String code)
                                && code.equals(ask.mission().get()))) return List.of();
        if (ask.useCase().isPresent()
                && !any(
                        own(),
                        rule -> rule instanceof Rule.UserOf(String code)
                                && code.equals(ask.useCase().get()))) return List.of();
        if (ask.useCase().isPresent() && !hasPlace(ask.useCase().get())) return List.of();
        if (any(scopes(Set.of()), rule -> rule instanceof Rule.Suspend)) return List.of();
        // Without its content, somebody must be left to ask.
        if (route.targets().stream().noneMatch(target -> open(route, target, scopes(Set.of())))) return List.of();
        List<EffectScope> all = scopes(exposure.missions());
        if (any(all, rule -> rule instanceof Rule.Suspend)) return List.of();
        Set<String> allowed = new LinkedHashSet<>();
        for (Target target : route.targets()) {
            if (!open(route, target, all)) continue;
            if (takes(route, target, exposure, all)) {
                allowed.add(target.name());
            } else if (treatment(exposure.written(), zone(target)) instanceof Treatment.Reroute(String model)) {
                catalog.route(model)
                        .ifPresent(other -> other.targets().stream()
                                .filter(instead -> open(other, instead, all) && takes(other, instead, exposure, all))
                                .forEach(instead -> allowed.add(instead.name())));
            }
        }
        return List.copyOf(allowed);
    }

    /** Whether the one that is asked first is none of those that the route puts first; of a request that is not refused. */
    boolean rerouted(Route route, Exposure exposure) {
        String asked = targets(route, exposure).getFirst();
        for (Route.Leg leg : route.legs()) {
            boolean first = route.legs().stream().noneMatch(other -> other.order() < leg.order());
            if (first && leg.target().name().equals(asked)) return false;
        }
        return true;
    }

    /** Those to whom a use case was opened first keep it. */
    private boolean hasPlace(String useCase) {
        List<UUID> users = new ArrayList<>();
        effects.stream()
                .filter(effect -> effect.validity().holds(now)
                        && effect.scope().kind() == EffectScope.Kind.PERSON
                        && effect.rule().equals(new Rule.UserOf(useCase)))
                .sorted(Comparator.comparing(PolicyEffect::id))
                .map(effect -> UUID.fromString(effect.scope().id()))
                .filter(person -> !users.contains(person))
                .forEach(users::add);
        int place = users.indexOf(caller.person());
        return !any(
                List.of(EffectScope.useCase(useCase)),
                rule -> rule instanceof Rule.MaxTesters(int most) && place >= most);
    }

    /** The tools that may not be offered. */
    List<String> refusedTools(List<String> tools, Exposure exposure) {
        return tools.stream()
                .filter(tool -> any(
                        scopes(exposure.missions()),
                        rule -> rule instanceof Rule.AllowTools(Set<String> names) && !names.contains(tool)))
                .toList();
    }

    Set<String> validators(Exposure exposure) {
        Set<String> validators = new LinkedHashSet<>();
        for (PolicyEffect effect : effects) {
            if (effect.validity().holds(now)
                    && scopes(exposure.missions()).contains(effect.scope())
                    && effect.rule() instanceof Rule.RequireHumanValidation(String by)) validators.add(by);
        }
        return validators;
    }

    boolean keepsWhatLeft(Exposure exposure) {
        return !any(scopes(exposure.missions()), rule -> rule.equals(new Rule.LogLevel(Rule.LogLevel.Level.REDUCED)));
    }

    /** The shortest; 0 for none. */
    int retentionDays() {
        int shortest = 0;
        for (int days = 40; days > 0; days--) {
            int tried = days;
            if (any(scopes(Set.of()), rule -> rule.equals(new Rule.Retention(tried)))) shortest = days;
        }
        return shortest;
    }

    /** In each place the smallest budget of each period, and the smallest rate. */
    List<String> limits() {
        List<String> limits = new ArrayList<>();
        for (EffectScope scope : scopes(Set.of())) {
            for (Rule.Budget.Period period : Rule.Budget.Period.values()) {
                standing(scope)
                        .filter(rule -> rule instanceof Rule.Budget budget && budget.period() == period)
                        .map(Rule.Budget.class::cast)
                        .min(Comparator.comparingLong(Rule.Budget::microEuros))
                        .ifPresent(smallest -> limits.add(scope + " " + smallest.value()));
            }
            standing(scope)
                    .filter(Rule.RateLimit.class::isInstance)
                    .map(Rule.RateLimit.class::cast)
                    .min(Comparator.comparingInt(Rule.RateLimit::requestsPerMinute))
                    .ifPresent(smallest -> limits.add(scope + " " + smallest.value()));
        }
        return limits;
    }

    List<Rule> banners() {
        return scopes(Set.of()).stream()
                .flatMap(this::standing)
                .filter(Rule.Banner.class::isInstance)
                .toList();
    }

    private Stream<Rule> standing(EffectScope scope) {
        return effects.stream()
                .filter(effect -> effect.validity().holds(now) && effect.scope().equals(scope))
                .map(PolicyEffect::rule);
    }

    private boolean open(Route route, Target target, List<EffectScope> all) {
        String provider = target.provider().id();
        Set<String> names = Set.of(route.model(), target.name());
        List<EffectScope> itself = List.of(
                EffectScope.provider(provider), EffectScope.model(target.name()), EffectScope.model(route.model()));
        if (any(itself, rule -> rule instanceof Rule.Suspend)) return false;
        if (any(all, rule -> rule instanceof Rule.DenyProvider(String id) && id.equals(provider))) return false;
        if (any(all, rule -> rule instanceof Rule.DenyModel(String name) && names.contains(name))) return false;
        for (EffectScope scope : all) {
            List<EffectScope> one = List.of(scope);
            if (any(one, rule -> rule instanceof Rule.AllowProvider)
                    && !any(one, rule -> rule instanceof Rule.AllowProvider(String id) && id.equals(provider)))
                return false;
            if (any(one, rule -> rule instanceof Rule.AllowModel)
                    && !any(one, rule -> rule instanceof Rule.AllowModel(String name) && names.contains(name)))
                return false;
        }
        if (any(all, rule -> rule instanceof Rule.AllowedRegions(Set<Zone> zones) && !zones.contains(zone(target))))
            return false;
        return unsigned().stream().allMatch(asked -> asked.zones().contains(zone(target)));
    }

    private boolean takes(Route route, Target target, Exposure exposure, List<EffectScope> all) {
        DataClass leaving = exposure.leaving();
        Treatment written = treatment(exposure.written(), zone(target));
        Treatment left = treatment(leaving, zone(target));
        boolean byMatrix = written instanceof Treatment.Allow && !(left instanceof Treatment.Refuse)
                || written instanceof Treatment.Pseudonymise && left instanceof Treatment.Allow;
        if (!byMatrix) return false;
        if (leaving.exceeds(DataClass.C1) && any(all, rule -> rule instanceof Rule.RequirePseudonymisation))
            return false;
        List<EffectScope> caps = new ArrayList<>(all);
        caps.add(EffectScope.provider(target.provider().id()));
        caps.add(EffectScope.model(target.name()));
        caps.add(EffectScope.model(route.model()));
        if (any(caps, rule -> rule instanceof Rule.MaxDataClass(DataClass most) && leaving.exceeds(most))) return false;
        if (any(
                caps,
                rule -> rule instanceof Rule.MaxWrittenClass(DataClass most)
                        && exposure.written().exceeds(most))) return false;
        boolean everyRoleCapped = caller.roles().stream()
                .allMatch(role -> any(
                        List.of(EffectScope.ORG),
                        rule -> rule instanceof Rule.AudienceCap cap && cap.audience() == role));
        if (everyRoleCapped
                && caller.roles().stream()
                        .anyMatch(role -> any(
                                List.of(EffectScope.ORG),
                                rule -> rule instanceof Rule.AudienceCap cap
                                        && cap.audience() == role
                                        && leaving.exceeds(cap.most())))) return false;
        if (unsigned().stream().anyMatch(asked -> leaving.exceeds(asked.most()))) return false;
        boolean outside = ask.mission().isEmpty() && ask.useCase().isEmpty();
        return !(outside && leaving.exceeds(DataClass.C1) && any(own(), rule -> rule instanceof Rule.MemberOf));
    }

    private Treatment treatment(DataClass dataClass, Zone zone) {
        Treatment strictest = null;
        for (PolicyEffect effect : effects) {
            if (effect.scope().equals(EffectScope.ORG)
                    && effect.validity().holds(now)
                    && effect.rule() instanceof Rule.ZoneRule cell
                    && cell.dataClass() == dataClass
                    && cell.zone() == zone
                    && (strictest == null || cell.treatment().leniency() < strictest.leniency())) {
                strictest = cell.treatment();
            }
        }
        return strictest == null ? new Treatment.Refuse() : strictest;
    }

    private List<Rule.RequireSignature> unsigned() {
        return effects.stream()
                .filter(effect ->
                        effect.validity().holds(now) && scopes(Set.of()).contains(effect.scope()))
                .filter(effect -> effect.rule() instanceof Rule.RequireSignature)
                .map(effect -> (Rule.RequireSignature) effect.rule())
                .filter(asked ->
                        !any(own(), rule -> rule instanceof Rule.Signed(String text) && text.equals(asked.text())))
                .toList();
    }

    private List<EffectScope> own() {
        return List.of(EffectScope.person(caller.person()));
    }

    private List<EffectScope> scopes(Set<String> missions) {
        Set<EffectScope> scopes = new LinkedHashSet<>();
        scopes.add(EffectScope.ORG);
        caller.team().ifPresent(code -> scopes.add(EffectScope.team(code)));
        scopes.addAll(own());
        ask.mission().ifPresent(code -> scopes.add(EffectScope.mission(code)));
        ask.useCase().ifPresent(code -> scopes.add(EffectScope.useCase(code)));
        missions.forEach(code -> scopes.add(EffectScope.mission(code)));
        return List.copyOf(scopes);
    }

    private boolean any(List<EffectScope> where, Predicate<Rule> what) {
        return effects.stream()
                .anyMatch(effect ->
                        effect.validity().holds(now) && where.contains(effect.scope()) && what.test(effect.rule()));
    }

    private static Zone zone(Target target) {
        return target.provider().zone();
    }
}
