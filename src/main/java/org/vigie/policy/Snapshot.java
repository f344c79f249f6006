package org.vigie.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All effects in force at one number, compiled for look-ups. Immutable; whether one holds now is asked each time. */
public final class Snapshot {
    private final long number;
    private final Map<EffectScope, ScopeRules> byScope;
    /** By the code of the use case; made when it is first asked for. */
    private volatile @Nullable Map<String, List<PolicyEffect>> users;

    private Snapshot(long number, Map<EffectScope, ScopeRules> byScope) {
        this.number = number;
        this.byScope = byScope;
    }

    public static Snapshot of(long number, Collection<PolicyEffect> effects) {
        Map<EffectScope, List<PolicyEffect>> grouped = new HashMap<>();
        for (PolicyEffect effect : effects) {
            grouped.computeIfAbsent(effect.scope(), _ -> new ArrayList<>(2)).add(effect);
        }
        Map<EffectScope, ScopeRules> compiled = HashMap.newHashMap(grouped.size());
        grouped.forEach((scope, list) -> compiled.put(scope, new ScopeRules(list)));
        return new Snapshot(number, compiled);
    }

    /** The next one: only the scopes that changed are compiled again. */
    Snapshot with(long next, Collection<PolicyEffect> ended, Collection<PolicyEffect> begun) {
        Map<EffectScope, Set<UUID>> gone = new HashMap<>();
        for (PolicyEffect effect : ended) {
            gone.computeIfAbsent(effect.scope(), _ -> new HashSet<>()).add(effect.id());
        }
        Map<EffectScope, List<PolicyEffect>> added = new HashMap<>();
        for (PolicyEffect effect : begun) {
            added.computeIfAbsent(effect.scope(), _ -> new ArrayList<>()).add(effect);
        }
        Map<EffectScope, ScopeRules> changed = new HashMap<>(byScope);
        Stream.concat(gone.keySet().stream(), added.keySet().stream())
                .distinct()
                .forEach(scope -> {
                    ScopeRules rules =
                            of(scope).with(gone.getOrDefault(scope, Set.of()), added.getOrDefault(scope, List.of()));
                    if (rules.effects().isEmpty()) changed.remove(scope);
                    else changed.put(scope, rules);
                });
        return new Snapshot(next, changed);
    }

    public long number() {
        return number;
    }

    ScopeRules of(EffectScope scope) {
        return byScope.getOrDefault(scope, ScopeRules.NONE);
    }

    /** Of one kind, also those that do not hold yet or no more; in no order. */
    public Stream<PolicyEffect> effects(Rule.Kind kind) {
        return byScope.values().stream().flatMap(rules -> rules.of(kind).stream());
    }

    /** The effects that open a use case to people, in the order in which they were. */
    List<PolicyEffect> users(String useCase) {
        Map<String, List<PolicyEffect>> known = users;
        if (known == null) {
            known = effects(Rule.Kind.USER_OF)
                    .filter(effect -> effect.scope().kind() == EffectScope.Kind.PERSON)
                    .sorted(Comparator.comparing(PolicyEffect::id))
                    .collect(Collectors.groupingBy(effect -> effect.rule().value()));
            users = known;
        }
        return known.getOrDefault(useCase, List.of());
    }

    /** In no order. */
    public Stream<PolicyEffect> effects() {
        return byScope.values().stream().flatMap(rules -> rules.effects().stream());
    }
}
