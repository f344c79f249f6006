package org.vigie.assessment;

import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.catalog.Catalog;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Wording;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.policy.Decisions.Wanted;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Policy;
import org.vigie.policy.PolicyEffect;
import org.vigie.policy.Rule;

/** The files of the configuration's providers, and the decisions on them. */
@Singleton
public final class Assessments {
    /** Longer than this no judgement is worth anything. */
    static final int MOST_MONTHS = 12;

    private final Catalog catalog;
    private final Policy policy;
    private final Decisions decisions;
    private final AuditLog audit;
    private final Jdbi jdbi;
    /** Who is told. */
    private final Supplier<List<UUID>> assessors;

    private final Clock clock;

    @Inject
    Assessments(
            Catalog catalog,
            Policy policy,
            Decisions decisions,
            AuditLog audit,
            Jdbi jdbi,
            People people,
            Clock clock) {
        this(catalog, policy, decisions, audit, jdbi, () -> assessors(people), clock);
    }

    Assessments(
            Catalog catalog,
            Policy policy,
            Decisions decisions,
            AuditLog audit,
            Jdbi jdbi,
            Supplier<List<UUID>> assessors,
            Clock clock) {
        this.catalog = catalog;
        this.policy = policy;
        this.decisions = decisions;
        this.audit = audit;
        this.jdbi = jdbi;
        this.assessors = assessors;
        this.clock = clock;
    }

    private static List<UUID> assessors(People people) {
        return people.all().stream()
                .filter(Person::active)
                .filter(person -> Rights.allows(person.roles(), Right.ASSESS_PROVIDERS))
                .map(Person::id)
                .toList();
    }

    /**
     * One provider with all that is known of it.
     *
     * @param assessments the newest first
     * @param reopenings of the newest
     */
    public record Known(
            Provider provider,
            ProviderFile file,
            List<Assessment> assessments,
            List<Reopening> reopenings,
            Assessment.Standing standing) {
        /** After it nothing goes there any more; empty without an approval. */
        public Optional<LocalDate> lastDay() {
            return Reopening.lastDay(newest().flatMap(Assessment::validThrough), reopenings);
        }

        public Optional<Assessment> newest() {
            return assessments.stream().findFirst();
        }
    }

    /**
     * What somebody decides on a provider.
     *
     * @param cap empty: it is refused
     * @param conditions may be empty
     * @param validThrough the last day of an approval; without meaning where it is refused
     */
    public record Judgement(
            Map<String, String> answers, Optional<Cap> cap, String conditions, LocalDate validThrough, String motive) {
        Judgement because(String why) {
            return new Judgement(answers, cap, conditions, validThrough, why);
        }
    }

    LocalDate today() {
        return clock.instant().atZone(Assessment.ZONE).toLocalDate();
    }

    /** In the order of the configuration. */
    public List<Known> all() {
        return catalog.providers().stream().map(this::known).toList();
    }

    /** @throws ProblemException not found */
    public Known find(String provider) {
        return known(provider(provider));
    }

    private Provider provider(String id) {
        return catalog.providers().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    private Known known(Provider provider) {
        return jdbi.withHandle(handle -> {
            AssessmentStore store = new AssessmentStore(handle);
            ProviderFile file = store.file(provider.id()).orElseGet(() -> ProviderFile.empty(provider.id()));
            List<Assessment> assessments = store.of(provider.id());
            Optional<Assessment> newest = assessments.stream().findFirst();
            List<Reopening> reopenings =
                    newest.map(one -> store.reopenings(one.id())).orElse(List.of());
            return new Known(
                    provider, file, assessments, reopenings, Assessment.standing(newest, reopenings, file, today()));
        });
    }

    /** @return false where somebody else has changed it since the version that the file says */
    public boolean write(Caller caller, ProviderFile file) {
        Provider provider = provider(file.provider());
        audit.act(Act.of(clock.instant(), caller.person(), "provider.described", provider.id(), Map.of()));
        boolean written =
                jdbi.inTransaction(handle -> new AssessmentStore(handle).write(file, caller.person(), clock.instant()));
        if (written) review(provider);
        return written;
    }

    /** Puts on record what reopens approvals now: each cause once, on whichever replica comes first. */
    void review() {
        catalog.providers().forEach(this::review);
    }

    private void review(Provider provider) {
        if (due(known(provider)).isEmpty()) return;
        jdbi.useTransaction(handle -> {
            if (!new AssessmentStore(handle).isAlone(provider.id())) return;
            Known known = known(provider);
            List<Reopening> due = due(known);
            if (!due.isEmpty()) reopen(known, due);
        });
    }

    private List<Reopening> due(Known known) {
        return known
                .newest()
                .filter(_ -> known.standing() != Assessment.Standing.EXPIRED)
                .map(one -> one.reopenings(known.file(), suspending(known.provider(), one), clock.instant()))
                .orElse(List.of())
                .stream()
                .filter(one -> known.reopenings().stream().noneMatch(one::isSame))
                .toList();
    }

    /** The decisions that suspend a provider or one of its models, and are newer than its approval. */
    private List<String> suspending(Provider provider, Assessment approval) {
        Stream<EffectScope> models =
                provider.models().stream().map(model -> EffectScope.model(provider.id() + "/" + model.id()));
        return Stream.concat(Stream.of(EffectScope.provider(provider.id())), models)
                .flatMap(scope -> policy.suspension(scope).stream())
                .map(PolicyEffect::decision)
                .filter(number -> decisions
                        .find(number)
                        .filter(made -> made.at().isAfter(approval.at()))
                        .isPresent())
                .distinct()
                .toList();
    }

    private void reopen(Known known, List<Reopening> due) {
        Assessment approval = known.newest().orElseThrow();
        String name = known.provider().name();
        String source = "provider:" + known.provider().id();
        List<Reopening> all =
                Stream.concat(known.reopenings().stream(), due.stream()).toList();
        Wanted itself = new Wanted(Optional.empty(), "provider.reopened", source, name, "");
        decisions.follow(itself, approval.decision(), now -> {
            AssessmentStore store = new AssessmentStore(now.handle());
            due.forEach(store::insert);
            List<PolicyEffect.Draft> effects = new ArrayList<>(approval.effects(name, all));
            Wording told = RenewalNotice.of(name, all, approval.validThrough());
            assessors
                    .get()
                    .forEach(person ->
                            effects.add(new PolicyEffect.Draft(EffectScope.person(person), new Rule.Banner(), told)));
            return effects;
        });
    }

    /** What somebody has answered and not decided yet, by field. */
    Optional<Map<String, List<String>>> draft(Caller caller, String id) {
        return jdbi.withHandle(handle -> new AssessmentStore(handle).draft(id, caller.person()))
                .map(fields -> new JsonObject(fields)
                        .stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, field -> List.of((String) field.getValue()))));
    }

    void keepDraft(Caller caller, String id, Map<String, List<String>> fields) {
        JsonObject kept = new JsonObject();
        fields.forEach((name, values) -> values.stream().findFirst().ifPresent(value -> kept.put(name, value)));
        jdbi.useHandle(
                handle -> new AssessmentStore(handle).keepDraft(id, caller.person(), kept.encode(), clock.instant()));
    }

    /**
     * Approves or refuses: in force before the call returns, and its end is, too.
     *
     * @throws IllegalArgumentException where the answers are not whole, the cap is wider than they allow, or the last day
     *     is past or further away than a year
     */
    public DecisionRecord decide(Caller caller, String id, Judgement judgement) {
        Decisions.Step step =
                step(caller, provider(id), judgement, find(id).file().termsSha256());
        return decisions.enact(step.wanted(), step.work());
    }

    /**
     * What {@link #decide} does.
     *
     * @param terms the hash of those that were read for it
     * @throws IllegalArgumentException as there
     */
    Decisions.Step step(Caller caller, Provider provider, Judgement judgement, String terms) {
        Questionnaire.Result result = Questionnaire.CURRENT.judge(judgement.answers());
        requireWithin(result, judgement);
        Assessment.Verdict verdict = verdict(judgement);
        Wanted wanted = new Wanted(
                caller,
                "provider." + verdict.code(),
                "provider:" + provider.id(),
                (verdict == Assessment.Verdict.REFUSED ? "Refus du fournisseur " : "Approbation du fournisseur ")
                        + provider.name(),
                judgement.motive().strip());
        return new Decisions.Step(wanted, true, now -> {
            Assessment assessment = new Assessment(
                    Ids.next(),
                    provider.id(),
                    Questionnaire.CURRENT.version(),
                    judgement.answers(),
                    result.score(),
                    verdict,
                    judgement.cap(),
                    judgement.conditions().strip(),
                    judgement.cap().map(_ -> judgement.validThrough()),
                    terms,
                    now.number(),
                    caller.person(),
                    now.at().truncatedTo(ChronoUnit.MICROS));
            AssessmentStore store = new AssessmentStore(now.handle());
            store.insert(assessment);
            store.dropDraft(provider.id(), caller.person());
            return assessment.effects(provider.name(), List.of());
        });
    }

    private void requireWithin(Questionnaire.Result result, Judgement judgement) {
        if (judgement.motive().isBlank()) throw new IllegalArgumentException("motive");
        if (judgement.cap().isEmpty()) return;
        boolean tooWide = result.cap().isEmpty()
                || judgement.cap().get().compareTo(result.cap().get()) > 0;
        LocalDate day = judgement.validThrough();
        if (tooWide || day.isBefore(today()) || day.isAfter(today().plusMonths(MOST_MONTHS))) {
            throw new IllegalArgumentException("wider or longer than the answers allow");
        }
    }

    private static Assessment.Verdict verdict(Judgement judgement) {
        if (judgement.cap().isEmpty()) return Assessment.Verdict.REFUSED;
        return judgement.conditions().isBlank() ? Assessment.Verdict.APPROVED : Assessment.Verdict.CONDITIONAL;
    }
}
