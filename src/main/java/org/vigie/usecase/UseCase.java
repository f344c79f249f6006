package org.vigie.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Wording;
import org.vigie.policy.EffectScope;
import org.vigie.policy.PolicyEffect.Draft;
import org.vigie.policy.Rule;
import org.vigie.policy.Validity;

/**
 * One use of AI, as it was declared. Immutable; what the gateway does is a function of it ({@link #effects}).
 *
 * @param code what keys and {@code X-Vigie-Use-Case} say
 * @param purpose what it is for, and what it must not be used for
 * @param owner answers for it
 * @param dataClass the highest that may leave, once masked
 * @param models names of routes; at least one
 * @param testers who may use it besides its owner
 * @param budgetMicroEuros at most, in each month of Paris
 * @param until the last day on which it may be used
 * @param version counts the changes
 */
public record UseCase(
        String code,
        String title,
        String purpose,
        UUID owner,
        DataClass dataClass,
        Set<String> models,
        Set<UUID> testers,
        long budgetMicroEuros,
        LocalDate until,
        State state,
        int version) {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** The domain model's bound for a proof of concept: as many as can be trained and listened to. */
    public static final int MOST_TESTERS = 10;

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PURPOSE = 2_000;

    public UseCase {
        models = Set.copyOf(models);
        testers = Set.copyOf(testers);
    }

    /** What has become of it. */
    public enum State {
        /** Written down; nobody uses it. */
        DECLARED,
        OPEN,
        SUSPENDED,
        /** For good; its keys are revoked. */
        STOPPED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws UseCaseException with every fault at once */
    void check(Instant now) {
        EnumSet<UseCaseFault> faults = EnumSet.noneOf(UseCaseFault.class);
        if (!CODE.matcher(code).matches()) faults.add(UseCaseFault.CODE_INVALID);
        if (title.isBlank() || title.length() > LONGEST_TITLE) faults.add(UseCaseFault.TITLE_INVALID);
        if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) faults.add(UseCaseFault.PURPOSE_INVALID);
        if (models.isEmpty()) faults.add(UseCaseFault.MODEL_MISSING);
        if (testers.size() > MOST_TESTERS) faults.add(UseCaseFault.TOO_MANY_TESTERS);
        if (budgetMicroEuros <= 0) faults.add(UseCaseFault.BUDGET_INVALID);
        if (until.isBefore(now.atZone(ZONE).toLocalDate())) faults.add(UseCaseFault.UNTIL_PAST);
        UseCaseException.unlessEmpty(faults);
    }

    UseCase in(State next) {
        return new UseCase(
                code, title, purpose, owner, dataClass, models, testers, budgetMicroEuros, until, next, version + 1);
    }

    /** The same use case, described anew. */
    UseCase described(UseCase wanted) {
        return new UseCase(
                code,
                wanted.title,
                wanted.purpose,
                wanted.owner,
                wanted.dataClass,
                wanted.models,
                wanted.testers,
                wanted.budgetMicroEuros,
                wanted.until,
                state,
                version + 1);
    }

    /** When it may no more be used: the end of its last day. */
    Instant end() {
        return until.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(end());
    }

    /**
     * None before it is opened: without an effect a use case does not exist for the gateway. Once it is stopped it answers
     * nobody, and says so to those who had it.
     */
    List<Draft> effects() {
        if (state == State.DECLARED) return List.of();
        EffectScope here = EffectScope.useCase(code);
        List<Draft> effects = new ArrayList<>();
        users().forEach(person -> effects.add(new Draft(
                EffectScope.person(person), new Rule.UserOf(code), why("est ouvert à vous", "is open to you"))));
        if (state == State.STOPPED) {
            effects.add(new Draft(here, new Rule.Suspend(), why("est arrêté", "was stopped")));
            return effects;
        }
        new TreeSet<>(models)
                .forEach(model -> effects.add(new Draft(
                        here,
                        new Rule.AllowModel(model),
                        why("n’utilise que les modèles prévus", "uses the models foreseen only"))));
        effects.add(new Draft(
                here,
                new Rule.MaxDataClass(dataClass),
                why("est déclaré pour la classe " + dataClass, "was declared for class " + dataClass)));
        effects.add(new Draft(
                here, new Rule.Budget(Rule.Budget.Period.MONTH, budgetMicroEuros), why("a un budget", "has a budget")));
        effects.add(new Draft(
                here,
                new Rule.Suspend(),
                Validity.from(end()),
                why("est arrivé à son terme, le " + until, "came to its end, on " + until)));
        if (state == State.SUSPENDED) {
            effects.add(new Draft(here, new Rule.Suspend(), why("est suspendu", "is suspended")));
        }
        return effects;
    }

    /** Its owner and its testers. */
    public Stream<UUID> users() {
        return Stream.concat(Stream.of(owner), testers.stream()).distinct();
    }

    private Wording why(String french, String english) {
        return new Wording(
                "Le cas d’usage « " + title + " » " + french + ".", "The use case “" + title + "” " + english + ".");
    }
}
