package org.vigie.policy;

import java.util.UUID;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Wording;

/**
 * One rule in force because of one decision: all that the gateway knows of what was decided.
 *
 * @param source what it was decided about, as {@code mission:ATLAS}; its next decision replaces its effects
 * @param decision the number that a refusal quotes
 * @param reason one sentence, which a refused person reads
 */
public record PolicyEffect(
        UUID id, String source, String decision, EffectScope scope, Rule rule, Validity validity, Wording reason) {

    /** An effect that a decision is about to put into force. */
    public record Draft(EffectScope scope, Rule rule, Validity validity, Wording reason) {
        /** @throws IllegalArgumentException where nobody would ever look for such a rule there */
        public Draft {
            if (!rule.kind().scopes().contains(scope.kind())) {
                throw new IllegalArgumentException(rule.kind().code() + " means nothing of a "
                        + scope.kind().code());
            }
        }

        public Draft(EffectScope scope, Rule rule, Wording reason) {
            this(scope, rule, Validity.ALWAYS, reason);
        }

        PolicyEffect by(String source, String decision) {
            return new PolicyEffect(Ids.next(), source, decision, scope, rule, validity, reason);
        }
    }

    Draft draft() {
        return new Draft(scope, rule, validity, reason);
    }
}
