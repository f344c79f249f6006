package org.vigie.rules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.identity.Caller;
import org.vigie.identity.Team;
import org.vigie.identity.Teams;
import org.vigie.kernel.Language;
import org.vigie.mission.Mission;
import org.vigie.mission.Missions;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Policy;
import org.vigie.policy.PolicyEffect;
import org.vigie.policy.Rule;
import org.vigie.policy.Rule.Kind;
import org.vigie.usecase.UseCase;
import org.vigie.usecase.UseCases;
import org.vigie.web.Bundles;
import org.vigie.web.Form;

/**
 * How AI is used somewhere: which tools, by how many people, what is kept and how long, who validates. For the
 * organisation, a team, a mission or a use case; each rule is one decision, and the next about the same replaces it.
 */
@Singleton
final class Conduct {
    static final List<Kind> KINDS =
            List.of(Kind.ALLOW_TOOLS, Kind.MAX_TESTERS, Kind.LOG_LEVEL, Kind.RETENTION, Kind.REQUIRE_HUMAN_VALIDATION);

    private final Policy policy;
    private final Decisions decisions;
    private final Teams teams;
    private final Missions missions;
    private final UseCases useCases;

    @Inject
    Conduct(Policy policy, Decisions decisions, Teams teams, Missions missions, UseCases useCases) {
        this.policy = policy;
        this.decisions = decisions;
        this.teams = teams;
        this.missions = missions;
        this.useCases = useCases;
    }

    static Optional<Kind> kind(String code) {
        return KINDS.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Where a kind of rule can stand: only a use case counts its people, and only the assistant keeps anything. */
    static List<EffectScope.Kind> places(Kind kind) {
        return switch (kind) {
            case MAX_TESTERS -> List.of(EffectScope.Kind.USE_CASE);
            case LOG_LEVEL, RETENTION -> List.of(EffectScope.Kind.ORG, EffectScope.Kind.TEAM, EffectScope.Kind.MISSION);
            default ->
                List.of(
                        EffectScope.Kind.ORG,
                        EffectScope.Kind.TEAM,
                        EffectScope.Kind.MISSION,
                        EffectScope.Kind.USE_CASE);
        };
    }

    /** What stands now, in the order of where. */
    List<PolicyEffect> inForce() {
        return policy.snapshot()
                .effects()
                .filter(effect -> effect.source().startsWith(Eyes.CONDUCT))
                .filter(effect -> effect.validity().holds(policy.now()))
                .sorted(Comparator.comparing(
                                (PolicyEffect effect) -> effect.scope().kind())
                        .thenComparing(effect -> effect.scope().id())
                        .thenComparing(effect -> effect.rule().kind()))
                .toList();
    }

    /** Every code that this caller can give a rule of this kind for. */
    List<String> codes(Caller caller, Kind kind) {
        return places(kind).stream()
                .flatMap(place -> switch (place) {
                    case TEAM -> teams.all().stream().map(Team::code);
                    case MISSION -> missions.visibleTo(caller).stream().map(Mission::code);
                    case USE_CASE -> useCases.all().stream().map(UseCase::code);
                    case ORG, PERSON, PROVIDER, MODEL -> Stream.<String>empty();
                })
                .sorted()
                .toList();
    }

    /** Empty where nothing of that name exists. The organisation's own code is not looked at. */
    Optional<EffectScope> scope(String kind, String id) {
        return switch (kind) {
            case "org" -> Optional.of(EffectScope.ORG);
            case "team" ->
                teams.all().stream()
                        .filter(team -> team.code().equals(id))
                        .map(team -> EffectScope.team(team.code()))
                        .findFirst();
            case "mission" -> missions.known(id).map(mission -> EffectScope.mission(mission.code()));
            case "use_case" -> useCases.known(id).map(useCase -> EffectScope.useCase(useCase.code()));
            default -> Optional.empty();
        };
    }

    /** Empty where the value does not do for the kind. Lists may be typed with commas and line breaks. */
    static Optional<Rule> rule(Kind kind, String value) {
        String written = kind == Kind.ALLOW_TOOLS ? value.replaceAll("[\\s,;]+", " ") : value;
        try {
            return Optional.of(Rule.of(kind, written.strip()));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    static boolean fits(Kind kind, EffectScope scope) {
        return places(kind).contains(scope.kind());
    }

    /** A rule that can be decided. */
    record Order(EffectScope scope, Rule rule, String motive) {
        PolicyEffect.Draft draft() {
            return new PolicyEffect.Draft(scope, rule, ConductWords.of(rule));
        }
    }

    /** What was asked for. @param order empty where the form has errors */
    record Reading(Form form, Optional<Order> order) {}

    /** Reads {@code scope}, {@code id}, {@code kind}, {@code value} and {@code motive}. */
    Reading read(Form asked, RulesMessages say) {
        Form form = asked;
        Optional<EffectScope> scope =
                scope(asked.value("scope"), asked.value("id").strip());
        if (scope.isEmpty()) form = form.with(new Form.FieldError("id", say.conductNobody()));
        Optional<Rule> rule = kind(asked.value("kind"))
                .filter(kind -> scope.filter(where -> !fits(kind, where)).isEmpty())
                .flatMap(kind -> rule(kind, asked.value("value")));
        if (rule.isEmpty()) form = form.with(new Form.FieldError("value", say.conductValue()));
        String motive = MatrixChange.motive(Optional.of(asked.value("motive")));
        if (motive.isEmpty()) form = form.with(new Form.FieldError("motive", say.motiveMissing()));
        if (!form.errors().isEmpty()) return new Reading(form, Optional.empty());
        return new Reading(form, Optional.of(new Order(scope.orElseThrow(), rule.orElseThrow(), motive)));
    }

    DecisionRecord decide(Caller by, Language language, Order order) {
        return decisions.enact(
                wanted(
                        by,
                        language,
                        "conduct.decided",
                        order.scope(),
                        order.rule().kind(),
                        order.motive()),
                _ -> List.of(order.draft()));
    }

    DecisionRecord withdraw(Caller by, Language language, EffectScope scope, Kind kind, String motive) {
        return decisions.enact(wanted(by, language, "conduct.withdrawn", scope, kind, motive), _ -> List.of());
    }

    private static Decisions.Wanted wanted(
            Caller by, Language language, String action, EffectScope scope, Kind kind, String motive) {
        String subject = Bundles.in(RulesMessages.class, language).rule(kind.code());
        return new Decisions.Wanted(by, action, source(scope, kind), subject, motive);
    }

    /** {@code conduct:team:conseil:retention}; decisions of one source replace each other. */
    static String source(EffectScope scope, Kind kind) {
        return Eyes.CONDUCT + scope.kind().code() + ":" + scope.id() + ":" + kind.code();
    }
}
