package org.vigie.rules;

import java.util.List;
import org.vigie.kernel.Language;
import org.vigie.policy.Decisions;
import org.vigie.policy.Policy;
import org.vigie.policy.PolicyEffect;

/**
 * What began and what ended from one snapshot to a later one, as far as somebody may read it.
 *
 * @param newest the number of the snapshot in force
 * @param ofPersons how many effects on persons began or ended, who are not named
 */
public record Comparison(
        long from, long to, long newest, List<EffectLine> begun, List<EffectLine> ended, long ofPersons) {

    /** Numbers that cannot be, {@code -1} among them: what the newest snapshot changed. */
    static Comparison between(long from, long to, Policy policy, Decisions decisions, Eyes eyes, Language language) {
        long newest = policy.snapshot().number();
        long later = to < 1 || to > newest ? newest : to;
        long earlier = from < 0 || from > later ? Math.max(0, later - 1) : from;
        Decisions.Changes changes = decisions.between(earlier, later);
        List<PolicyEffect> begun = eyes.of(changes.begun());
        List<PolicyEffect> ended = eyes.of(changes.ended());
        return new Comparison(
                earlier,
                later,
                newest,
                EffectLine.withoutPersons(begun, language),
                EffectLine.withoutPersons(ended, language),
                EffectLine.ofPersons(begun) + EffectLine.ofPersons(ended));
    }
}
