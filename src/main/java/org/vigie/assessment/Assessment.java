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

    /** The moment from which nothing goes there any more. */
    Optional<Instant> closesAt() {
        return validThrough.map(day -> day.plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    static Standing standing(Optional<Assessment> newest, ProviderFile file, LocalDate today) {
        return newest.map(one -> one.standing(file, today)).orElse(Standing.UNASSESSED);
    }

    private Standing standing(ProviderFile file, LocalDate today) {
        if (verdict == Verdict.REFUSED) return Standing.REFUSED;
        if (validThrough.filter(today::isAfter).isPresent()) return Standing.EXPIRED;
        boolean near = validThrough
                .filter(day -> !today.isBefore(day.minusDays(NOTICE_DAYS)))
                .isPresent();
        boolean changed = !file.termsSha256().equals(termsSha256);
        if (near || changed || file.hasLapsed(today)) return Standing.TO_RENEW;
        return verdict == Verdict.CONDITIONAL ? Standing.CONDITIONAL : Standing.APPROVED;
    }

    /** Refused, it is closed at once; approved, it is capped now and closed after its last day. */
    List<Draft> effects(String name) {
        Rule deny = new Rule.DenyProvider(provider);
        List<Draft> effects = new ArrayList<>();
        if (verdict == Verdict.REFUSED) {
            Wording refused = new Wording(
                    "Le fournisseur " + name + " a été refusé après évaluation.",
                    "The provider " + name + " was refused after its assessment.");
            effects.add(new Draft(EffectScope.ORG, deny, refused));
        }
        cap.ifPresent(most -> effects.add(new Draft(
                EffectScope.provider(provider),
                new Rule.MaxDataClass(most.leaving()),
                new Wording(
                        "L’évaluation du fournisseur " + name + " borne ce qu’il peut recevoir.",
                        "The assessment of the provider " + name + " bounds what it may receive."))));
        closesAt()
                .ifPresent(end -> effects.add(new Draft(
                        EffectScope.ORG,
                        deny,
                        Validity.from(end),
                        new Wording(
                                "L’approbation du fournisseur " + name + " a expiré.",
                                "The approval of the provider " + name + " has expired."))));
        return effects;
    }
}
