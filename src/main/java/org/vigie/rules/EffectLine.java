package org.vigie.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.Language;
import org.vigie.policy.EffectScope;
import org.vigie.policy.PolicyEffect;

/**
 * One effect as a table tells it. An effect on a person does not say on whom: who is a member or has signed is for the
 * pages of missions and of the charter.
 *
 * @param scope code of the kind of scope, {@code org} to {@code model}
 * @param about what it stands on; empty for the organisation and for persons
 * @param kind code of the kind of rule
 */
public record EffectLine(
        String scope,
        String about,
        String kind,
        String value,
        Optional<Instant> from,
        Optional<Instant> until,
        String decision,
        String reason) {

    static EffectLine of(PolicyEffect effect, Language language) {
        EffectScope scope = effect.scope();
        return new EffectLine(
                scope.kind().code(),
                scope.kind() == EffectScope.Kind.PERSON ? "" : scope.id(),
                effect.rule().kind().code(),
                effect.rule().value(),
                effect.validity().from(),
                effect.validity().until(),
                effect.decision(),
                effect.reason().in(language));
    }

    static List<EffectLine> of(List<PolicyEffect> effects, Language language) {
        return effects.stream().map(effect -> of(effect, language)).toList();
    }

    /** Of persons only how many there are: ten signatures are one line. */
    static List<EffectLine> withoutPersons(List<PolicyEffect> effects, Language language) {
        return of(
                effects.stream()
                        .filter(effect -> effect.scope().kind() != EffectScope.Kind.PERSON)
                        .toList(),
                language);
    }

    static long ofPersons(List<PolicyEffect> effects) {
        return effects.stream()
                .filter(effect -> effect.scope().kind() == EffectScope.Kind.PERSON)
                .count();
    }
}
