package org.vigie.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The effects of one scope, found by kind and key without looking at the others. Immutable. */
final class ScopeRules {
    static final ScopeRules NONE = new ScopeRules(List.of());

    private final List<PolicyEffect> effects;
    private final Map<Rule.Kind, Map<String, List<PolicyEffect>>> byKey = new EnumMap<>(Rule.Kind.class);
    private final Map<Rule.Kind, List<PolicyEffect>> byKind = new EnumMap<>(Rule.Kind.class);

    ScopeRules(Collection<PolicyEffect> effects) {
        this.effects = List.copyOf(effects);
        for (PolicyEffect effect : effects) {
            Rule.Kind kind = effect.rule().kind();
            byKind.computeIfAbsent(kind, _ -> new ArrayList<>(1)).add(effect);
            Map<String, List<PolicyEffect>> keyed = byKey.computeIfAbsent(kind, _ -> new HashMap<>(4));
            for (String key : effect.rule().keys()) {
                keyed.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(effect);
            }
        }
        Comparator<PolicyEffect> order = Rule.strictestFirst();
        byKey.values().forEach(keyed -> keyed.values().forEach(list -> sort(list, order)));
        byKind.values().forEach(list -> sort(list, order));
    }

    private static void sort(List<PolicyEffect> list, Comparator<PolicyEffect> order) {
        if (list.size() > 1) list.sort(order);
    }

    /** These without the ended, with the begun. */
    ScopeRules with(Set<UUID> ended, List<PolicyEffect> begun) {
        List<PolicyEffect> changed = new ArrayList<>(effects.size() + begun.size());
        for (PolicyEffect effect : effects) if (!ended.contains(effect.id())) changed.add(effect);
        changed.addAll(begun);
        return new ScopeRules(changed);
    }

    List<PolicyEffect> effects() {
        return effects;
    }

    /** The strictest that holds now. */
    Optional<PolicyEffect> first(Rule.Kind kind, String key, Instant now) {
        Map<String, List<PolicyEffect>> keyed = byKey.get(kind);
        if (keyed == null) return Optional.empty();
        return firstOf(keyed.get(key), now);
    }

    /** The strictest of a kind that holds now, whatever its key. */
    Optional<PolicyEffect> first(Rule.Kind kind, Instant now) {
        return firstOf(byKind.get(kind), now);
    }

    /** All of a kind that hold now, the strictest first. */
    List<PolicyEffect> all(Rule.Kind kind, Instant now) {
        return byKind.getOrDefault(kind, List.of()).stream()
                .filter(effect -> effect.validity().holds(now))
                .toList();
    }

    /** All of a kind, also those that do not hold yet or no more. */
    List<PolicyEffect> of(Rule.Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    private static Optional<PolicyEffect> firstOf(@Nullable List<PolicyEffect> list, Instant now) {
        if (list == null) return Optional.empty();
        for (PolicyEffect effect : list) if (effect.validity().holds(now)) return Optional.of(effect);
        return Optional.empty();
    }
}
