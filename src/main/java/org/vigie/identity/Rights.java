package org.vigie.identity;

import static org.vigie.identity.Right.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one place that says who may do what: a right is given by a role and reached by a kind of credential, and both
 * must agree. What is not written here is denied.
 */
public final class Rights {
    private static final Set<Right> OF_STAFF = EnumSet.of(
            USE_ASSISTANT,
            ASK_OUTSIDE_MISSIONS,
            TRY_SHIELD,
            USE_GATEWAY,
            READ_OWN_REQUESTS,
            MANAGE_OWN_ACCOUNT,
            READ_OWN_KEYS,
            MANAGE_OWN_KEYS,
            SEE_PROVIDERS,
            REPORT_INCIDENT,
            SEE_API_DOCS,
            READ_CHARTER,
            SIGN_CHARTER,
            SEE_MISSIONS,
            SEE_ATTESTATIONS,
            READ_OWN_BUDGETS,
            READ_BUDGET_ALERTS,
            READ_RULES,
            READ_USE_CASES,
            READ_DOCUMENTS,
            ADD_DOCUMENTS,
            READ_LIBRARY,
            WRITE_LIBRARY,
            HOLD_TRACE_KEY);

    private static final Map<Role, Set<Right>> BY_ROLE = byRole();

    private Rights() {}

    public static boolean allows(Caller caller, Right right) {
        return right.allowedBy(caller.credential()) && allows(caller.roles(), right);
    }

    /** Whether one of the roles gives the right, whatever the credential. */
    public static boolean allows(Set<Role> roles, Right right) {
        return roles.stream()
                .anyMatch(role -> BY_ROLE.getOrDefault(role, Set.of()).contains(right));
    }

    /** What a key of somebody with these roles may be used for. */
    public static Set<Caller.Scope> scopesFor(Set<Role> roles) {
        if (!allows(roles, MANAGE_OWN_KEYS)) return Set.of();
        return EnumSet.allOf(Right.class).stream()
                .filter(right -> allows(roles, right))
                .flatMap(right -> right.scopes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Role, Set<Right>> byRole() {
        Map<Role, Set<Right>> rights = new EnumMap<>(Role.class);
        for (Role role : Role.values()) rights.put(role, OF_STAFF);
        // Whoever administers may do all but look at what one person asked.
        rights.put(Role.ADMIN, EnumSet.complementOf(EnumSet.of(ASK_DISCLOSURE)));
        rights.put(
                Role.CIO,
                with(
                        SEE_GATEWAY,
                        SEE_METRICS,
                        KEEP_LIBRARY,
                        DECIDE_RULES,
                        EXPORT_RULES,
                        MANAGE_MISSIONS,
                        READ_EVIDENCE,
                        POSTPONE_PURGE,
                        MANAGE_USE_CASES,
                        SEE_BUDGETS,
                        SET_BUDGETS,
                        READ_INCIDENTS,
                        HANDLE_INCIDENTS,
                        ASSESS_PROVIDERS,
                        MANAGE_CHARTER,
                        REVIEW_CHARTER,
                        FOLLOW_REVIEW,
                        APPROVE_CHARTER,
                        SEE_SIGNATURES,
                        READ_DISCLOSURES,
                        NAME_KEY_HOLDERS,
                        SEE_KEY_HOLDERS));
        rights.put(
                Role.CISO,
                with(
                        SEE_GATEWAY,
                        SEE_METRICS,
                        READ_PEOPLE,
                        MANAGE_DICTIONARY,
                        DECIDE_RULES,
                        EXPORT_RULES,
                        READ_INCIDENTS,
                        HANDLE_INCIDENTS,
                        ASSESS_PROVIDERS,
                        READ_DISCLOSURES,
                        ASK_DISCLOSURE,
                        NAME_KEY_HOLDERS,
                        SEE_KEY_HOLDERS));
        rights.put(
                Role.DPO,
                with(
                        MANAGE_DICTIONARY,
                        READ_EVIDENCE,
                        POSTPONE_PURGE,
                        DECIDE_RULES,
                        EXPORT_RULES,
                        READ_INCIDENTS,
                        HANDLE_INCIDENTS,
                        ASSESS_PROVIDERS,
                        MANAGE_CHARTER,
                        REVIEW_CHARTER,
                        FOLLOW_REVIEW,
                        APPROVE_CHARTER,
                        SEE_SIGNATURES,
                        NAME_SIGNATORIES,
                        READ_DISCLOSURES,
                        ASK_DISCLOSURE,
                        NAME_KEY_HOLDERS,
                        SEE_KEY_HOLDERS));
        rights.put(
                Role.COMMITTEE,
                with(
                        KEEP_LIBRARY,
                        DECIDE_RULES,
                        EXPORT_RULES,
                        REVIEW_CHARTER,
                        FOLLOW_REVIEW,
                        APPROVE_CHARTER,
                        SEE_SIGNATURES,
                        SEE_BUDGETS));
        rights.put(Role.MISSION_LEAD, with(MANAGE_MISSIONS, READ_EVIDENCE));
        rights.put(
                Role.LEGAL,
                with(
                        ASSESS_PROVIDERS,
                        MANAGE_CHARTER,
                        REVIEW_CHARTER,
                        FOLLOW_REVIEW,
                        APPROVE_CHARTER,
                        READ_EVIDENCE,
                        POSTPONE_PURGE));
        rights.put(Role.PROCUREMENT, with(ASSESS_PROVIDERS));
        rights.put(Role.OWNER, with(MANAGE_USE_CASES));
        rights.put(Role.STAFF_REP, with(REVIEW_CHARTER, FOLLOW_REVIEW, READ_DISCLOSURES));
        // Whoever comes from outside sees their missions, the chat in them with its receipts, the charter, what they
        // reported and their account: nothing else of the firm, and no key that would outlast the mission.
        rights.put(
                Role.SUBCONTRACTOR,
                EnumSet.of(
                        USE_ASSISTANT,
                        READ_OWN_REQUESTS,
                        MANAGE_OWN_ACCOUNT,
                        READ_CHARTER,
                        SIGN_CHARTER,
                        SEE_MISSIONS,
                        REPORT_INCIDENT));
        rights.put(Role.AUDITOR, with(READ_DISCLOSURES, READ_EVIDENCE, SEE_BUDGETS));
        rights.put(Role.HR, with(SEE_SIGNATURES, NAME_SIGNATORIES));
        // A client reads what is handed to them; the firm's assistant and its bill are not theirs.
        rights.put(Role.CLIENT, EnumSet.of(MANAGE_OWN_ACCOUNT, SEE_ATTESTATIONS));
        return rights;
    }

    private static Set<Right> with(Right... more) {
        Set<Right> rights = EnumSet.copyOf(OF_STAFF);
        rights.addAll(Set.of(more));
        return rights;
    }
}
