package org.vigie.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.kernel.Wording;
import org.vigie.policy.EffectScope;
import org.vigie.policy.PolicyEffect.Draft;
import org.vigie.policy.Rule;
import org.vigie.policy.Validity;

/**
 * One provider as it was judged once.
 *
 * @param answers by question
 * @param cap present where it is approved
 * @param conditions what the provider or the firm must do; may be empty
 * @param validThrough its last day, in Paris; present where it is approved
 * @param termsSha256 the terms that were read for it; may be empty
 */
public record Assessment(
        UUID id,
        String provider,
        String questionnaire,
        Map<String, String> answers,
        int score,
        Verdict verdict,
        Optional<Cap> cap,
        String conditions,
        Optional<LocalDate> validThrough,
        String termsSha256,
        String decision,
        UUID by,
        Instant at) {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** How long before its end it is to be renewed. */
    private static final int NOTICE_DAYS = 60;

    /** @throws IllegalArgumentException where what it says does not hold together */
    public Assessment {
        answers = Map.copyOf(answers);
        boolean refused = verdict == Verdict.REFUSED;
        if (refused == cap.isPresent() || refused == validThrough.isPresent())
            throw new IllegalArgumentException("verdict");
    }

    /** What was decided. */
    public enum Verdict {
        APPROVED,
        CONDITIONAL,
        REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a provider stands today. */
    public enum Standing {
        UNASSESSED,
        APPROVED,
        CONDITIONAL,
        TO_RENEW,
        EXPIRED,
        REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Standing standing(
            Optional<Assessment> newest, List<Reopening> reopenings, ProviderFile file, LocalDate today) {
        return newest.map(one -> one.standing(reopenings, file, today)).orElse(Standing.UNASSESSED);
    }

    private Standing standing(List<Reopening> reopenings, ProviderFile file, LocalDate today) {
        if (verdict == Verdict.REFUSED) return Standing.REFUSED;
        if (Reopening.lastDay(validThrough, reopenings).filter(today::isAfter).isPresent()) return Standing.EXPIRED;
        if (!reopenings.isEmpty() || isNear(today) || hasOtherTerms(file) || file.hasLapsed(today)) {
            return Standing.TO_RENEW;
        }
        return verdict == Verdict.CONDITIONAL ? Standing.CONDITIONAL : Standing.APPROVED;
    }

    private boolean isNear(LocalDate today) {
        return validThrough
                .filter(day -> !today.isBefore(day.minusDays(NOTICE_DAYS)))
                .isPresent();
    }

    private boolean hasOtherTerms(ProviderFile file) {
        return !file.termsSha256().equals(termsSha256);
    }

    /**
     * All that reopens it now. Of certifications only those that were valid on the day of the decision: whoever decided
     * knew of the others.
     *
     * @param suspending the decisions that suspend it or one of its models, made after this one
     */
    List<Reopening> reopenings(ProviderFile file, List<String> suspending, Instant now) {
        if (validThrough.isEmpty()) return List.of();
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        LocalDate last = validThrough.get();
        LocalDate soon = today.plusDays(Reopening.DELAY_DAYS);
        LocalDate delayed = soon.isBefore(last) ? soon : last;
        List<Reopening> found = new ArrayList<>();
        if (hasOtherTerms(file)) found.add(reopening(Reopening.Cause.TERMS, file.termsSha256(), now, delayed));
        LocalDate decided = LocalDate.ofInstant(at, ZONE);
        for (Line.Certification one : Line.certifications(file.certifications())) {
            boolean known = one.isOver(decided);
            if (one.isOver(today) && !known) {
                found.add(reopening(Reopening.Cause.CERTIFICATION, one.name(), now, delayed));
            }
        }
        suspending.forEach(by -> found.add(reopening(Reopening.Cause.INCIDENT, by, now, delayed)));
        if (isNear(today)) found.add(reopening(Reopening.Cause.EXPIRY, "", now, last));
        return found;
    }

    private Reopening reopening(Reopening.Cause cause, String about, Instant now, LocalDate last) {
        return new Reopening(id, cause, about, now, last);
    }

    /**
     * Refused, it is closed at once; approved, it is capped now and closed after its last day, or after the one that a
     * reopening leaves.
     */
    List<Draft> effects(String name, List<Reopening> reopenings) {
        Rule deny = new Rule.DenyProvider(provider);
        List<Draft> effects = new ArrayList<>();
        if (verdict == Verdict.REFUSED) {
            Wording refused = new Wording(
                    "Le fournisseur " + name + " a été refusé après évaluation.",
                    "The provider " + name + " was refused after its assessment.");
            effects.add(new Draft(EffectScope.ORG, deny, refused));
        }
        Wording bounded = new Wording(
                "L’évaluation du fournisseur " + name + " borne ce qu’il peut recevoir.",
                "The assessment of the provider " + name + " bounds what it may receive.");
        cap.ifPresent(most -> {
            EffectScope it = EffectScope.provider(provider);
            effects.add(new Draft(it, new Rule.MaxDataClass(most.leaving()), bounded));
            effects.add(new Draft(it, new Rule.MaxWrittenClass(most.written()), bounded));
        });
        Reopening.lastDay(validThrough, reopenings)
                .ifPresent(day -> effects.add(new Draft(
                        EffectScope.ORG,
                        deny,
                        Validity.from(day.plusDays(1).atStartOfDay(ZONE).toInstant()),
                        day.equals(validThrough.orElseThrow())
                                ? new Wording(
                                        "L’approbation du fournisseur " + name + " a expiré.",
                                        "The approval of the provider " + name + " has expired.")
                                : new Wording(
                                        "L’évaluation du fournisseur " + name
                                                + " a été rouverte et n’a pas été reprise à temps.",
                                        "The assessment of the provider " + name
                                                + " was reopened and not decided again in time."))));
        return effects;
    }
}
