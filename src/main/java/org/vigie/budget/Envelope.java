package org.vigie.budget;

import java.util.Locale;
import java.util.Optional;
import org.vigie.metering.Measure;
import org.vigie.metering.Subject;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Rule.Budget.Period;

/** For whom a budget is, and how often it renews. What is decided about one replaces what was decided about it before. */
public record Envelope(EffectScope scope, Period period) {
    private static final String ALL = "all";
    private static final String SOURCE = "budget:";

    /** @param id {@code all} for the organisation; empty where nothing of the kind has budgets */
    static Optional<Envelope> of(String kind, String id, String period) {
        try {
            EffectScope.Kind scope = EffectScope.Kind.of(kind);
            boolean org = scope == EffectScope.Kind.ORG;
            if (id.isEmpty() || org != id.equals(ALL)) return Optional.empty();
            Envelope envelope = new Envelope(
                    new EffectScope(scope, org ? "" : id), Period.valueOf(period.toUpperCase(Locale.ROOT)));
            return Subject.of(envelope.scope).map(_ -> envelope);
        } catch (IllegalArgumentException noSuchWord) {
            return Optional.empty();
        }
    }

    static Envelope of(Subject subject, Measure measure) {
        return new Envelope(
                new EffectScope(EffectScope.Kind.of(subject.kind().code()), subject.id()),
                measure == Measure.COST_PER_DAY ? Period.DAY : Period.MONTH);
    }

    public String kind() {
        return scope.kind().code();
    }

    public String id() {
        return scope.kind() == EffectScope.Kind.ORG ? ALL : scope.id();
    }

    public String periodCode() {
        return period.name().toLowerCase(Locale.ROOT);
    }

    /** Where it is shown. */
    public String path() {
        return "/budgets/" + kind() + "/" + id() + "/" + periodCode();
    }

    /** Of the decisions that are taken here: {@code budget:mission:ATLAS:month}. */
    String source() {
        return SOURCE + kind() + ":" + id() + ":" + periodCode();
    }
}
