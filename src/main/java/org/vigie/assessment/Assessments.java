package org.vigie.assessment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.catalog.Catalog;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.identity.Caller;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.policy.Decisions.Wanted;

/** The files of the configuration's providers, and the decisions on them. */
@Singleton
public final class Assessments {
    /** Longer than this no judgement is worth anything. */
    static final int MOST_MONTHS = 12;

    private final Catalog catalog;
    private final Decisions decisions;
    private final AuditLog audit;
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Assessments(Catalog catalog, Decisions decisions, AuditLog audit, Jdbi jdbi) {
        this(catalog, decisions, audit, jdbi, Clock.systemUTC());
    }

    Assessments(Catalog catalog, Decisions decisions, AuditLog audit, Jdbi jdbi, Clock clock) {
        this.catalog = catalog;
        this.decisions = decisions;
        this.audit = audit;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * One provider with all that is known of it.
     *
     * @param assessments the newest first
     */
    public record Known(
            Provider provider, ProviderFile file, List<Assessment> assessments, Assessment.Standing standing) {
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
            Map<String, String> answers, Optional<Cap> cap, String conditions, LocalDate validThrough, String motive) {}

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
            return new Known(
                    provider,
                    file,
                    assessments,
                    Assessment.standing(assessments.stream().findFirst(), file, today()));
        });
    }

    /** @return false where somebody else has changed it since the version that the file says */
    public boolean write(Caller caller, ProviderFile file) {
        Provider provider = provider(file.provider());
        audit.act(new Act(
                Ids.next(),
                clock.instant(),
                Optional.of(caller.person()),
                "provider.described",
                Optional.of(provider.id()),
                Map.of()));
        return jdbi.inTransaction(handle -> new AssessmentStore(handle).write(file, caller.person(), clock.instant()));
    }

    /**
     * Approves or refuses: in force before the call returns, and its end is, too.
     *
     * @throws IllegalArgumentException where the answers are not whole, the cap is wider than they allow, or the last day
     *     is past or further away than a year
     */
    public DecisionRecord decide(Caller caller, String id, Judgement judgement) {
        Provider provider = provider(id);
        Questionnaire.Result result = Questionnaire.CURRENT.judge(judgement.answers());
        requireWithin(result, judgement);
        Assessment.Verdict verdict = verdict(judgement);
        Wanted wanted = new Wanted(
                caller,
                "provider." + verdict.code(),
                "provider:" + id,
                (verdict == Assessment.Verdict.REFUSED ? "Refus du fournisseur " : "Approbation du fournisseur ")
                        + provider.name(),
                judgement.motive().strip());
        String terms = find(id).file().termsSha256();
        return decisions.enact(wanted, now -> {
            Assessment assessment = new Assessment(
                    Ids.next(),
                    id,
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
            new AssessmentStore(now.handle()).insert(assessment);
            return assessment.effects(provider.name());
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
