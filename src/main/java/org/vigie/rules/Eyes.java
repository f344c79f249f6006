package org.vigie.rules;

import java.util.List;
import java.util.Set;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Role;
import org.vigie.policy.Ask;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Policy;
import org.vigie.policy.PolicyEffect;

/**
 * What of the decisions one person may read: those that concern everybody, and of missions those that they are a member
 * of. That a mission exists, its name and its regime are nobody else's business, but for whoever decides or audits.
 */
record Eyes(boolean all, boolean useCases, Set<String> missions) {
    private static final String MISSION = "mission:";
    private static final String USE_CASE = "use_case:";

    static Eyes of(Caller caller, Policy policy) {
        return new Eyes(
                Rights.allows(caller.roles(), Right.DECIDE_RULES) || caller.has(Role.AUDITOR),
                Rights.allows(caller.roles(), Right.READ_USE_CASES),
                Set.copyOf(policy.ruling(caller, Ask.PLAIN).missions()));
    }

    boolean see(DecisionRecord decision) {
        return see(decision.source());
    }

    List<PolicyEffect> of(List<PolicyEffect> effects) {
        return all
                ? effects
                : effects.stream().filter(effect -> see(effect.source())).toList();
    }

    private boolean see(String source) {
        if (all) return true;
        if (source.startsWith(MISSION)) return missions.contains(source.substring(MISSION.length()));
        return !source.startsWith(USE_CASE) || useCases;
    }
}
