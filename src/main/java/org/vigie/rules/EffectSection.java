package org.vigie.rules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.catalog.Catalog;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Teams;
import org.vigie.kernel.Wording;
import org.vigie.policy.Decisions;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Policy;
import org.vigie.policy.PolicyEffect;
import org.vigie.policy.PolicyEffect.Draft;
import org.vigie.policy.Rule;
import org.vigie.policy.Rule.Kind;
import org.vigie.policy.Validity;
import org.vigie.rulebook.Fields;
import org.vigie.rulebook.Importer;
import org.vigie.rulebook.Refused;
import org.vigie.rulebook.Section;
import org.vigie.web.Bundles;

/**
 * Standing limits, bans and lists that no page makes, each by a name of the firm's choosing. They only narrow what the
 * configuration allows; who is a member or has signed is none of theirs.
 */
@Singleton
final class EffectSection implements Section {
    private static final Pattern SOURCE = Pattern.compile("(?:.*/)?effect:([a-z0-9-]{1,60})");
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");
    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);
    private static final Set<Kind> KINDS = EnumSet.of(
            Kind.ALLOW_MODEL,
            Kind.DENY_MODEL,
            Kind.ALLOW_PROVIDER,
            Kind.DENY_PROVIDER,
            Kind.MAX_DATA_CLASS,
            Kind.AUDIENCE_CAP,
            Kind.REQUIRE_PSEUDONYMISATION,
            Kind.ALLOWED_REGIONS,
            Kind.SUSPEND,
            Kind.BUDGET,
            Kind.RATE_LIMIT,
            Kind.BANNER);

    private final Policy policy;
    private final Catalog catalog;
    private final People people;
    private final Teams teams;

    @Inject
    EffectSection(Policy policy, Catalog catalog, People people, Teams teams) {
        this.policy = policy;
        this.catalog = catalog;
        this.people = people;
        this.teams = teams;
    }

    @Override
    public String key() {
        return "effects";
    }

    @Override
    public int rank() {
        return 60;
    }

    @Override
    public Map<String, Map<String, Object>> standing(Caller caller) {
        Map<String, Map<String, Object>> standing = new TreeMap<>();
        policy.snapshot().effects().forEach(effect -> {
            Matcher source = SOURCE.matcher(effect.source());
            if (source.matches()) standing.put(source.group(1), content(effect));
        });
        return standing;
    }

    private Map<String, Object> content(PolicyEffect effect) {
        return content(new Draft(effect.scope(), effect.rule(), effect.validity(), effect.reason()));
    }

    private Map<String, Object> content(Draft draft) {
        Map<String, Object> content = new LinkedHashMap<>();
        EffectScope scope = draft.scope();
        content.put("scope", scope.kind().code());
        if (!scope.equals(EffectScope.ORG)) content.put("of", named(scope));
        content.put("kind", draft.rule().kind().code());
        String value = said(draft.rule());
        if (!value.isEmpty()) content.put("value", value);
        draft.validity().from().ifPresent(from -> content.put("from", from.toString()));
        draft.validity().until().ifPresent(until -> content.put("until", until.toString()));
        content.put("french", draft.reason().french());
        content.put("english", draft.reason().english());
        return content;
    }

    private String named(EffectScope scope) {
        if (scope.kind() != EffectScope.Kind.PERSON) return scope.id();
        return people.all().stream()
                .filter(person -> person.id().toString().equals(scope.id()))
                .map(Person::email)
                .findFirst()
                .orElse(scope.id());
    }

    /** As the rule says it; a budget in euros. */
    private static String said(Rule rule) {
        return rule instanceof Rule.Budget(Rule.Budget.Period period, long microEuros)
                ? period.name().toLowerCase(Locale.ROOT) + " "
                        + BigDecimal.valueOf(microEuros)
                                .divide(MICRO)
                                .stripTrailingZeros()
                                .toPlainString()
                : rule.value();
    }

    @Override
    public Wish wish(Importer importer, String name, Fields fields) {
        Optional<EffectScope.Kind> scope =
                fields.oneOf("scope", List.of(EffectScope.Kind.values()), EffectScope.Kind::code);
        String of = fields.text("of").strip();
        Optional<Kind> kind = fields.oneOf("kind", List.copyOf(KINDS), Kind::code);
        String value = fields.text("value").strip();
        Validity validity = new Validity(fields.moment("from"), fields.moment("until"));
        Wording reason = new Wording(
                fields.text("french").strip(), fields.text("english").strip());
        RulesMessages say = Bundles.in(RulesMessages.class, importer.language());
        if (scope.isEmpty()
                || kind.isEmpty()
                || reason.french().isEmpty()
                || !NAME.matcher(name).matches()) {
            throw new Refused(Refused.Reason.SAID, say.effectFault());
        }
        if (!kind.get().scopes().contains(scope.get())) {
            String possible = kind.get().scopes().stream()
                    .sorted()
                    .map(EffectScope.Kind::code)
                    .collect(Collectors.joining(", "));
            throw new Refused(Refused.Reason.SAID, say.effectScope(kind.get().code(), possible));
        }
        Draft draft = new Draft(scope(scope.get(), of), rule(kind.get(), value, say), validity, reason);
        return new Wish(content(draft), () -> {
            if (!Rights.allows(importer.caller(), Right.DECIDE_RULES)) {
                throw new Refused(Refused.Reason.NOT_ALLOWED, "");
            }
            // Its decisions replace each other by their source: one name stays where it is.
            boolean elsewhere = policy.snapshot()
                    .effects()
                    .map(PolicyEffect::source)
                    .anyMatch(
                            source -> source.endsWith("effect:" + name) && !source.equals(source(draft.scope(), name)));
            if (elsewhere) throw new Refused(Refused.Reason.SAID, say.effectMoved());
            return List.of(new Decisions.Step(
                    importer.wants("effect.decided", source(draft.scope(), name), reason.french()),
                    true,
                    _ -> List.of(draft)));
        });
    }

    /** Of a mission's or a use case's, whoever may not see that sees nothing of it either. */
    private static String source(EffectScope scope, String name) {
        return switch (scope.kind()) {
            case MISSION -> "mission:" + scope.id() + "/effect:" + name;
            case USE_CASE -> "use_case:" + scope.id() + "/effect:" + name;
            case ORG, TEAM, PERSON, PROVIDER, MODEL -> "effect:" + name;
        };
    }

    private EffectScope scope(EffectScope.Kind kind, String of) {
        boolean known = switch (kind) {
            case ORG -> of.isEmpty();
            case TEAM -> teams.all().stream().anyMatch(team -> team.code().equals(of));
            case PERSON -> people.find(of).isPresent();
            case PROVIDER ->
                catalog.providers().stream().anyMatch(one -> one.id().equals(of));
            case MODEL ->
                catalog.route(of).isPresent()
                        || catalog.routes().stream()
                                .flatMap(route -> route.targets().stream())
                                .anyMatch(target -> target.name().equals(of));
            case MISSION, USE_CASE -> of.matches("[A-Z0-9][A-Z0-9-]{0,39}");
        };
        if (!known) throw new Refused(Refused.Reason.NOTHING_CALLED_SO, of);
        if (kind != EffectScope.Kind.PERSON) return new EffectScope(kind, of);
        return EffectScope.person(people.find(of).orElseThrow().id());
    }

    private static Rule rule(Kind kind, String value, RulesMessages say) {
        try {
            if (kind != Kind.BUDGET) return Rule.of(kind, value);
            String[] words = value.split(" ", 2);
            BigDecimal euros = new BigDecimal(words.length < 2 ? "" : words[1]);
            if (euros.signum() < 0) throw new IllegalArgumentException("less than nothing");
            return Rule.of(kind, words[0] + " " + euros.multiply(MICRO).longValueExact());
        } catch (IllegalArgumentException | ArithmeticException unfit) {
            throw new Refused(Refused.Reason.SAID, say.effectFault());
        }
    }
}
