package org.vigie.metering;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.identity.ApiKeys;
import org.vigie.identity.Caller;
import org.vigie.metering.Subject.Kind;
import org.vigie.policy.PolicyEffect;
import org.vigie.policy.Rule;
import org.vigie.policy.Ruling;

/**
 * The limits of the configuration file. An entry with a name stands for that one in place of the entry for all of its
 * kind; of a key, its person and their team each keeps its own.
 */
@Singleton
public final class Limits {
    private static final double MICRO = 1_000_000;

    private final List<VigieConfiguration.Limit> entries;
    private final Map<String, String> keyNames = new ConcurrentHashMap<>();
    private final List<VigieConfiguration.ApiKey> named;
    private final ApiKeys keys;

    @Inject
    public Limits(VigieConfiguration configuration, ApiKeys keys) {
        this.entries = configuration.limits();
        this.keys = keys;
        this.named = configuration.bootstrap().apiKeys().stream()
                .filter(key -> entries.stream().anyMatch(entry -> isFor(entry, Kind.KEY, key.name())))
                .toList();
    }

    /** All that a caller's request counts against, in the order of {@link Measure}. */
    public List<Limit> of(Caller caller) {
        if (entries.isEmpty()) return List.of();
        List<Limit> limits = new ArrayList<>();
        for (Subject subject : Subject.of(caller)) limits.addAll(of(subject, caller.email()));
        limits.sort(Comparator.comparing(Limit::measure));
        return limits;
    }

    /** What decisions limit besides: budgets and rates that hold for one request, of the strictest in each place. */
    public static List<Limit> decided(Ruling ruling) {
        List<Limit> limits = new ArrayList<>();
        for (PolicyEffect effect : ruling.limits()) decided(effect).ifPresent(limits::add);
        return limits;
    }

    /** The limit that an effect is; empty for any other kind, and where no limit can stand. */
    public static Optional<Limit> decided(PolicyEffect effect) {
        return Subject.of(effect.scope()).flatMap(subject -> decided(subject, effect));
    }

    private static Optional<Limit> decided(Subject subject, PolicyEffect effect) {
        return switch (effect.rule()) {
            case Rule.Budget(Rule.Budget.Period period, long microEuros) -> {
                Measure measure = period == Rule.Budget.Period.DAY ? Measure.COST_PER_DAY : Measure.COST_PER_MONTH;
                yield Optional.of(new Limit(subject, measure, microEuros, effect.decision()));
            }
            case Rule.RateLimit(int perMinute) ->
                Optional.of(new Limit(subject, Measure.REQUESTS_PER_MINUTE, perMinute, effect.decision()));
            default -> Optional.empty();
        };
    }

    /** Both together, in the order of {@link Measure}; of two for the same the smaller. */
    public static List<Limit> together(List<Limit> written, List<Limit> decided) {
        if (decided.isEmpty()) return written;
        Map<List<Object>, Limit> smallest = new LinkedHashMap<>();
        Stream.concat(written.stream(), decided.stream())
                .forEach(limit -> smallest.merge(
                        List.of(limit.subject(), limit.measure()),
                        limit,
                        (one, other) -> one.amount() <= other.amount() ? one : other));
        return smallest.values().stream()
                .sorted(Comparator.comparing(Limit::measure))
                .toList();
    }

    /** Those of one subject. @param email of the person, where it is one */
    public List<Limit> of(Subject subject, String email) {
        List<Limit> limits = new ArrayList<>();
        entry(subject, email).ifPresent(entry -> add(entry, subject, limits));
        return limits;
    }

    private Optional<VigieConfiguration.Limit> entry(Subject subject, String email) {
        String name = switch (subject.kind()) {
            case KEY -> keyName(subject.id());
            case PERSON -> email;
            case TEAM, USE_CASE, MISSION, ORG -> subject.id();
        };
        return entries.stream()
                .filter(entry -> isFor(entry, subject.kind(), name))
                .findFirst()
                .or(() -> entries.stream()
                        .filter(entry ->
                                isFor(entry, subject.kind()) && entry.name().isEmpty())
                        .findFirst());
    }

    /** The name that the file gives to a key; people may call theirs the same. A key that is not known yet is asked for. */
    private String keyName(String id) {
        if (keyNames.size() < named.size()) {
            for (VigieConfiguration.ApiKey key : named) {
                keys.find(key.key().reveal())
                        .ifPresent(found -> Subject.of(found).stream()
                                .filter(subject -> subject.kind() == Kind.KEY)
                                .forEach(subject -> keyNames.put(subject.id(), key.name())));
            }
        }
        return keyNames.getOrDefault(id, "");
    }

    private static boolean isFor(VigieConfiguration.Limit entry, Kind kind) {
        return switch (entry.subject()) {
            case KEY -> kind == Kind.KEY;
            case PERSON -> kind == Kind.PERSON;
            case TEAM -> kind == Kind.TEAM;
        };
    }

    private static boolean isFor(VigieConfiguration.Limit entry, Kind kind, String name) {
        return isFor(entry, kind)
                && entry.name()
                        .filter(called -> called.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    private static void add(VigieConfiguration.Limit entry, Subject subject, List<Limit> limits) {
        for (Measure measure : Measure.values()) {
            amount(entry, measure).ifPresent(amount -> limits.add(new Limit(subject, measure, amount)));
        }
    }

    private static Optional<Long> amount(VigieConfiguration.Limit entry, Measure measure) {
        return switch (measure) {
            case COST_PER_MONTH -> entry.eurosPerMonth().map(euros -> Math.round(euros * MICRO));
            case COST_PER_DAY -> entry.eurosPerDay().map(euros -> Math.round(euros * MICRO));
            case REQUESTS_PER_MINUTE -> entry.requestsPerMinute().map(Integer::longValue);
            case TOKENS_PER_MINUTE -> entry.tokensPerMinute().map(Integer::longValue);
            case CONCURRENCY -> entry.concurrency().map(Integer::longValue);
        };
    }
}
