package org.vigie.rules;

import java.util.List;
import java.util.Set;
import java.util.UUID;
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
 * Personal budgets are for that person and for whoever sets budgets.
 */
record Eyes(boolean all, boolean useCases, boolean budgets, Set<String> missions, UUID self) {
    private static final String BUDGET = "budget:";
    static final String CONDUCT = "conduct:";
    private static final String PERSON = "person:";
    private static final String MISSION = "mission:";
    private static final String USE_CASE = "use_case:";

    static Eyes of(Caller caller, Policy policy) {
        return new Eyes(
                Rights.allows(caller.roles(), Right.DECIDE_RULES) || caller.has(Role.AUDITOR),
                Rights.allows(caller.roles(), Right.READ_USE_CASES),
                Rights.allows(caller.roles(), Right.SET_BUDGETS),
                Set.copyOf(policy.ruling(caller, Ask.PLAIN).missions()),
                caller.person());
    }

    boolean see(DecisionRecord decision) {
        return see(decision.source());
    }

    List<PolicyEffect> of(List<PolicyEffect> effects) {
        return effects.stream().filter(effect -> see(effect.source())).toList();
    }

    private boolean see(String source) {
        if (source.startsWith(BUDGET)) return seeBudgetOf(source.substring(BUDGET.length()));
        return seeOther(source.startsWith(CONDUCT) ? subject(source.substring(CONDUCT.length())) : source);
    }

    /** That somebody was given a budget of their own is between them and whoever sets budgets. */
    private boolean seeBudgetOf(String subject) {
        if (subject.startsWith(PERSON)) return budgets || subject.startsWith(PERSON + self + ":");
        return seeOther(subject(subject));
    }

    /** Without the period, or the kind of rule, that stands behind it. */
    private static String subject(String source) {
        return source.substring(0, source.lastIndexOf(':'));
    }

    /** Of {@code mission:ATLAS}, and of a standing rule on it, {@code mission:ATLAS/effect:name}. */
    private static String code(String source) {
        int slash = source.indexOf('/');
        return source.substring(MISSION.length(), slash < 0 ? source.length() : slash);
    }

    private boolean seeOther(String source) {
        if (all) return true;
        if (source.startsWith(MISSION)) return missions.contains(code(source));
        return !source.startsWith(USE_CASE) || useCases;
    }
}
