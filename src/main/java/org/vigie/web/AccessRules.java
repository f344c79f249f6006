package org.vigie.web;

import static org.vigie.identity.Right.*;

import java.util.List;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;

/**
 * The table of every route: who may come in. What is not here does not exist for anybody; a test walks all routes of
 * the application and demands exactly one rule for each.
 */
final class AccessRules {
    /** What a route asks of whoever comes. */
    sealed interface Access {
        /** Nothing. */
        record Open() implements Access {}

        /** Nothing, in dev mode; elsewhere the route does not exist. */
        record DevMode() implements Access {}

        record Needs(Right right) implements Access {}
    }

    /**
     * @param method of HTTP; a rule for GET is one for HEAD too
     * @param path literal segments, {@code *} for any one of them, {@code **} at the end for any number
     */
    record Rule(String method, String path, Access access) {
        /** Whether people come here and not programs. */
        boolean isPage() {
            return !path.startsWith("/api/") && !path.startsWith("/v1/") && !path.startsWith("/q/");
        }

        /** Compares segment by segment and without a regular expression: it is on the way of every request. */
        boolean matches(String requested) {
            int mine = 0;
            int theirs = 0;
            while (mine < path.length()) {
                if (path.startsWith("**", mine)) return theirs < requested.length();
                if (path.charAt(mine) == '*') {
                    int end = requested.indexOf('/', theirs);
                    int stop = end < 0 ? requested.length() : end;
                    if (stop == theirs) return false;
                    mine++;
                    theirs = stop;
                } else if (theirs < requested.length() && path.charAt(mine) == requested.charAt(theirs)) {
                    mine++;
                    theirs++;
                } else {
                    return false;
                }
            }
            return theirs == requested.length();
        }
    }

    /** What the table says of a request. */
    sealed interface Finding {
        record Found(Rule rule) implements Finding {}

        /** The path exists with another method. */
        record OtherMethod() implements Finding {}

        record Nothing() implements Finding {}
    }

    private static final Access OPEN = new Access.Open();
    private static final Access DEV_MODE = new Access.DevMode();

    private static final List<Rule> TABLE = List.of(
            rule("POST", "/v1/chat/completions", USE_GATEWAY),
            rule("POST", "/v1/responses", USE_GATEWAY),
            rule("POST", "/v1/embeddings", USE_GATEWAY),
            rule("POST", "/v1/images/generations", USE_GATEWAY),
            rule("POST", "/v1/audio/speech", USE_GATEWAY),
            rule("POST", "/v1/audio/transcriptions", USE_GATEWAY),
            rule("POST", "/v1/messages", USE_GATEWAY),
            rule("POST", "/v1/messages/count_tokens", USE_GATEWAY),
            rule("GET", "/v1/models", USE_GATEWAY),
            rule("GET", "/v1/models/*", USE_GATEWAY),
            rule("POST", "/mcp", USE_GATEWAY),
            rule("GET", "/mcp", USE_GATEWAY),
            rule("DELETE", "/mcp", USE_GATEWAY),
            rule("GET", "/api/v1/requests/*", READ_OWN_REQUESTS),
            rule("GET", "/api/v1/requests/*/why", READ_OWN_REQUESTS),
            rule("GET", "/requests", READ_OWN_REQUESTS),
            rule("GET", "/requests/*", READ_OWN_REQUESTS),
            rule("GET", "/documents", READ_DOCUMENTS),
            rule("POST", "/documents", ADD_DOCUMENTS),
            rule("GET", "/documents/new", ADD_DOCUMENTS),
            rule("GET", "/documents/search", READ_DOCUMENTS),
            rule("GET", "/documents/passages/*/*", READ_DOCUMENTS),
            rule("GET", "/documents/files/*/original", READ_DOCUMENTS),
            rule("POST", "/documents/files/*/retry", ADD_DOCUMENTS),
            rule("GET", "/documents/files/*/delete", ADD_DOCUMENTS),
            rule("POST", "/documents/files/*/delete", ADD_DOCUMENTS),
            rule("GET", "/documents/spaces/*", READ_DOCUMENTS),
            rule("POST", "/documents/spaces/*", ADD_DOCUMENTS),
            rule("GET", "/documents/spaces/*/table", READ_DOCUMENTS),
            rule("POST", "/documents/spaces/*/files", ADD_DOCUMENTS),
            rule("GET", "/documents/spaces/*/edit", ADD_DOCUMENTS),
            rule("POST", "/documents/spaces/*/members", ADD_DOCUMENTS),
            rule("POST", "/documents/spaces/*/members/remove", ADD_DOCUMENTS),
            rule("GET", "/documents/spaces/*/delete", ADD_DOCUMENTS),
            rule("POST", "/documents/spaces/*/delete", ADD_DOCUMENTS),
            rule("GET", "/library", READ_LIBRARY),
            rule("POST", "/library", WRITE_LIBRARY),
            rule("GET", "/library/menu", READ_LIBRARY),
            rule("POST", "/library/coach", READ_LIBRARY),
            rule("GET", "/library/export.json", READ_LIBRARY),
            rule("GET", "/library/import", WRITE_LIBRARY),
            rule("POST", "/library/import", WRITE_LIBRARY),
            rule("GET", "/library/new", WRITE_LIBRARY),
            rule("GET", "/library/prompts/*", READ_LIBRARY),
            rule("POST", "/library/prompts/*", WRITE_LIBRARY),
            rule("GET", "/library/prompts/*/edit", WRITE_LIBRARY),
            rule("GET", "/library/prompts/*/delete", WRITE_LIBRARY),
            rule("POST", "/library/prompts/*/delete", WRITE_LIBRARY),
            rule("POST", "/library/prompts/*/rating", WRITE_LIBRARY),
            rule("GET", "/library/prompts/*/fill", READ_LIBRARY),
            rule("POST", "/library/prompts/*/used", WRITE_LIBRARY),
            rule("GET", "/api/v1/prompts", READ_LIBRARY),
            rule("POST", "/api/v1/prompts", WRITE_LIBRARY),
            rule("GET", "/api/v1/prompts/*", READ_LIBRARY),
            rule("PUT", "/api/v1/prompts/*", WRITE_LIBRARY),
            rule("DELETE", "/api/v1/prompts/*", WRITE_LIBRARY),
            rule("GET", "/api/v1/search", READ_DOCUMENTS),
            rule("GET", "/api/v1/spaces", READ_DOCUMENTS),
            rule("GET", "/api/v1/spaces/*/documents", READ_DOCUMENTS),
            rule("POST", "/api/v1/spaces/*/documents", ADD_DOCUMENTS),
            rule("GET", "/use-cases", READ_USE_CASES),
            rule("POST", "/use-cases", MANAGE_USE_CASES),
            rule("GET", "/use-cases/*", READ_USE_CASES),
            rule("POST", "/use-cases/*", MANAGE_USE_CASES),
            rule("GET", "/use-cases/*/edit", MANAGE_USE_CASES),
            rule("POST", "/use-cases/*/state", MANAGE_USE_CASES),
            rule("POST", "/use-cases/*/keys", READ_USE_CASES),
            rule("GET", "/api/v1/use-cases", READ_USE_CASES),
            rule("GET", "/api/v1/use-cases/*", READ_USE_CASES),
            rule("POST", "/api/v1/use-cases", MANAGE_USE_CASES),
            rule("PATCH", "/api/v1/use-cases/*", MANAGE_USE_CASES),
            rule("POST", "/api/v1/use-cases/*/state", MANAGE_USE_CASES),
            rule("GET", "/budgets", READ_OWN_BUDGETS),
            rule("POST", "/budgets", SET_BUDGETS),
            rule("GET", "/budgets/new", SET_BUDGETS),
            rule("POST", "/budgets/read", READ_BUDGET_ALERTS),
            rule("GET", "/budgets/*/*/*", READ_OWN_BUDGETS),
            rule("POST", "/budgets/*/*/*", SET_BUDGETS),
            rule("POST", "/budgets/*/*/*/withdraw", SET_BUDGETS),
            rule("GET", "/api/v1/budgets", READ_OWN_BUDGETS),
            rule("GET", "/api/v1/budgets/alerts", READ_OWN_BUDGETS),
            rule("POST", "/api/v1/budgets/alerts/read", READ_BUDGET_ALERTS),
            rule("POST", "/api/v1/budgets", SET_BUDGETS),
            rule("GET", "/api/v1/budgets/*/*/*", READ_OWN_BUDGETS),
            rule("PUT", "/api/v1/budgets/*/*/*", SET_BUDGETS),
            rule("DELETE", "/api/v1/budgets/*/*/*", SET_BUDGETS),
            rule("GET", "/rules", READ_RULES),
            rule("GET", "/rules/compare", READ_RULES),
            rule("GET", "/rules/decisions/*", READ_RULES),
            rule("GET", "/rules/why", READ_RULES),
            rule("POST", "/rules/why", READ_RULES),
            rule("POST", "/api/v1/policy/why", READ_RULES),
            rule("GET", "/rules/why/requests/*", READ_OWN_REQUESTS),
            rule("GET", "/rules/conduct", DECIDE_RULES),
            rule("POST", "/rules/conduct", DECIDE_RULES),
            rule("POST", "/rules/conduct/withdraw", DECIDE_RULES),
            rule("GET", "/api/v1/conduct", EXPORT_RULES),
            rule("PUT", "/api/v1/conduct/*/*/*", DECIDE_RULES),
            rule("DELETE", "/api/v1/conduct/*/*/*", DECIDE_RULES),
            rule("GET", "/rules/matrix", DECIDE_RULES),
            rule("POST", "/rules/matrix", DECIDE_RULES),
            rule("GET", "/api/v1/policy", READ_RULES),
            rule("GET", "/api/v1/policy/*", READ_RULES),
            rule("GET", "/api/v1/matrix", READ_RULES),
            rule("PUT", "/api/v1/matrix", DECIDE_RULES),
            rule("GET", "/rules/file", DECIDE_RULES),
            rule("POST", "/rules/file", DECIDE_RULES),
            rule("POST", "/rules/file/decide", DECIDE_RULES),
            rule("GET", "/rules/file/export/*", EXPORT_RULES),
            rule("GET", "/api/v1/rules/export", EXPORT_RULES),
            rule("POST", "/api/v1/rules/import", DECIDE_RULES),
            rule("GET", "/api/v1/decisions", READ_RULES),
            rule("GET", "/api/v1/decisions/*", READ_RULES),
            rule("GET", "/api/v1/targets", SEE_GATEWAY),
            rule("GET", "/api/v1/people", READ_PEOPLE),
            rule("GET", "/api/v1/people/*", READ_PEOPLE),
            rule("GET", "/api/v1/teams", READ_PEOPLE),
            rule("GET", "/api/v1/keys", READ_OWN_KEYS),
            rule("GET", "/", USE_ASSISTANT),
            rule("GET", "/chat", USE_ASSISTANT),
            rule("POST", "/chat", USE_ASSISTANT),
            rule("GET", "/chat/**", USE_ASSISTANT),
            rule("POST", "/chat/**", USE_ASSISTANT),
            rule("PUT", "/chat/**", USE_ASSISTANT),
            rule("PATCH", "/chat/**", USE_ASSISTANT),
            rule("DELETE", "/chat/**", USE_ASSISTANT),
            rule("GET", "/shield", TRY_SHIELD),
            rule("POST", "/shield", TRY_SHIELD),
            rule("POST", "/shield/mistake", MANAGE_DICTIONARY),
            rule("GET", "/missions", SEE_MISSIONS),
            rule("POST", "/missions", MANAGE_MISSIONS),
            rule("GET", "/missions/new/form", MANAGE_MISSIONS),
            rule("GET", "/missions/*", SEE_MISSIONS),
            rule("POST", "/missions/*", MANAGE_MISSIONS),
            rule("POST", "/missions/*/agreement", MANAGE_MISSIONS),
            rule("POST", "/missions/*/agree", MANAGE_MISSIONS),
            rule("POST", "/missions/*/members", MANAGE_MISSIONS),
            rule("POST", "/missions/*/members/*/remove", MANAGE_MISSIONS),
            rule("GET", "/attestations", SEE_ATTESTATIONS),
            rule("GET", "/missions/*/attestation", SEE_ATTESTATIONS),
            rule("GET", "/missions/*/attestation/signed", SEE_ATTESTATIONS),
            rule("GET", "/missions/*/attestation/json", SEE_ATTESTATIONS),
            rule("GET", "/missions/*/attestation/pdf", SEE_ATTESTATIONS),
            rule("GET", "/api/v1/missions", SEE_MISSIONS),
            rule("GET", "/api/v1/missions/*", SEE_MISSIONS),
            rule("POST", "/api/v1/missions", MANAGE_MISSIONS),
            rule("PATCH", "/api/v1/missions/*", MANAGE_MISSIONS),
            rule("PATCH", "/api/v1/missions/*/agreement", MANAGE_MISSIONS),
            rule("POST", "/api/v1/missions/*/members", MANAGE_MISSIONS),
            rule("DELETE", "/api/v1/missions/*/members/*", MANAGE_MISSIONS),
            rule("POST", "/api/v1/missions/*/close", MANAGE_MISSIONS),
            rule("GET", "/api/v1/missions/*/attestation", SEE_ATTESTATIONS),
            rule("GET", "/api/v1/missions/*/attestation/signed", SEE_ATTESTATIONS),
            rule("GET", "/api/v1/missions/*/attestation/pdf", SEE_ATTESTATIONS),
            rule("GET", "/api/v1/missions/*/terms", MANAGE_MISSIONS),
            rule("POST", "/api/v1/missions/*/terms", MANAGE_MISSIONS),
            rule("DELETE", "/api/v1/missions/*/terms/*", MANAGE_MISSIONS),
            rule("GET", "/api/v1/missions/*/purge", SEE_MISSIONS),
            rule("POST", "/api/v1/missions/*/purge/sooner", MANAGE_MISSIONS),
            new Rule("GET", "/.well-known/jwks.json", OPEN),
            rule("GET", "/missions/*/terms", MANAGE_MISSIONS),
            rule("POST", "/missions/*/terms", MANAGE_MISSIONS),
            rule("POST", "/missions/*/terms/*/remove", MANAGE_MISSIONS),
            rule("POST", "/missions/*/evidence", MANAGE_MISSIONS),
            rule("GET", "/missions/*/evidence/*", READ_EVIDENCE),
            rule("POST", "/missions/*/evidence/*/remove", MANAGE_MISSIONS),
            rule("GET", "/missions/*/purge", SEE_MISSIONS),
            rule("POST", "/missions/*/purge/sooner", MANAGE_MISSIONS),
            rule("POST", "/missions/*/purge/later", POSTPONE_PURGE),
            rule("GET", "/missions/*/close", MANAGE_MISSIONS),
            rule("POST", "/missions/*/close", MANAGE_MISSIONS),
            rule("GET", "/incidents", REPORT_INCIDENT),
            rule("GET", "/incidents/new", REPORT_INCIDENT),
            rule("POST", "/incidents/new", REPORT_INCIDENT),
            rule("GET", "/incidents/export.csv", READ_INCIDENTS),
            rule("GET", "/incidents/file/*", REPORT_INCIDENT),
            rule("POST", "/incidents/file/*", HANDLE_INCIDENTS),
            rule("POST", "/incidents/file/*/state", HANDLE_INCIDENTS),
            rule("POST", "/incidents/file/*/note", HANDLE_INCIDENTS),
            rule("POST", "/incidents/file/*/notice/*", HANDLE_INCIDENTS),
            rule("GET", "/incidents/stop", HANDLE_INCIDENTS),
            rule("POST", "/incidents/stop", HANDLE_INCIDENTS),
            rule("GET", "/incidents/stop/*/lift", HANDLE_INCIDENTS),
            rule("POST", "/incidents/stop/*/lift", HANDLE_INCIDENTS),
            rule("GET", "/api/v1/incidents", READ_INCIDENTS),
            rule("GET", "/api/v1/incidents/*", READ_INCIDENTS),
            rule("POST", "/api/v1/incidents", REPORT_INCIDENT),
            rule("PATCH", "/api/v1/incidents/*", HANDLE_INCIDENTS),
            rule("POST", "/api/v1/incidents/*/state", HANDLE_INCIDENTS),
            rule("POST", "/api/v1/incidents/*/notes", HANDLE_INCIDENTS),
            rule("POST", "/api/v1/incidents/*/notices/*", HANDLE_INCIDENTS),
            rule("GET", "/api/v1/stops", READ_INCIDENTS),
            rule("POST", "/api/v1/stops", HANDLE_INCIDENTS),
            rule("POST", "/api/v1/stops/*/lift", HANDLE_INCIDENTS),
            rule("GET", "/providers", SEE_PROVIDERS),
            rule("GET", "/providers/mlbom.json", SEE_PROVIDERS),
            rule("GET", "/providers/file/*", SEE_PROVIDERS),
            rule("POST", "/providers/file/*", ASSESS_PROVIDERS),
            rule("GET", "/providers/file/*/assessment", ASSESS_PROVIDERS),
            rule("POST", "/providers/file/*/assessment", ASSESS_PROVIDERS),
            rule("GET", "/api/v1/providers", SEE_PROVIDERS),
            rule("GET", "/api/v1/providers/*", SEE_PROVIDERS),
            rule("PATCH", "/api/v1/providers/*", ASSESS_PROVIDERS),
            rule("GET", "/disclosures", READ_DISCLOSURES),
            rule("GET", "/disclosures/new", ASK_DISCLOSURE),
            rule("POST", "/disclosures/new", ASK_DISCLOSURE),
            rule("GET", "/disclosures/key-holders", NAME_KEY_HOLDERS),
            rule("POST", "/disclosures/key-holders", NAME_KEY_HOLDERS),
            rule("POST", "/disclosures/key-holders/*/end", NAME_KEY_HOLDERS),
            rule("GET", "/disclosures/file/*", HOLD_TRACE_KEY),
            rule("POST", "/disclosures/file/*/give", HOLD_TRACE_KEY),
            rule("POST", "/disclosures/file/*/refuse", HOLD_TRACE_KEY),
            rule("POST", "/disclosures/file/*/withdraw", HOLD_TRACE_KEY),
            rule("POST", "/disclosures/file/*/close", HOLD_TRACE_KEY),
            rule("GET", "/disclosures/file/*/trace", HOLD_TRACE_KEY),
            rule("GET", "/disclosures/file/*/trace.csv", HOLD_TRACE_KEY),
            rule("GET", "/account/traces", MANAGE_OWN_ACCOUNT),
            rule("POST", "/account/traces/*/seen", MANAGE_OWN_ACCOUNT),
            rule("GET", "/api/v1/disclosures", READ_DISCLOSURES),
            rule("GET", "/api/v1/disclosures/key-holders", SEE_KEY_HOLDERS),
            rule("GET", "/gateway", SEE_GATEWAY),
            rule("GET", "/gateway/live", SEE_GATEWAY),
            rule("GET", "/gateway/traffic.csv", SEE_GATEWAY),
            rule("GET", "/settings/dictionary", MANAGE_DICTIONARY),
            rule("POST", "/settings/dictionary", MANAGE_DICTIONARY),
            rule("POST", "/settings/dictionary/import", MANAGE_DICTIONARY),
            rule("GET", "/settings/dictionary/export.csv", MANAGE_DICTIONARY),
            rule("POST", "/settings/dictionary/*/remove", MANAGE_DICTIONARY),
            rule("GET", "/settings/names", MANAGE_DICTIONARY),
            rule("POST", "/settings/names/*", MANAGE_DICTIONARY),
            rule("GET", "/settings/names/*/progress", MANAGE_DICTIONARY),
            rule("GET", "/settings/names/*/remove", MANAGE_DICTIONARY),
            rule("POST", "/settings/names/*/remove", MANAGE_DICTIONARY),
            rule("GET", "/charter", READ_CHARTER),
            rule("GET", "/charter/text", READ_CHARTER),
            rule("GET", "/charter/charter.pdf", READ_CHARTER),
            rule("GET", "/charter/receipt.pdf", READ_CHARTER),
            rule("POST", "/charter/sign", SIGN_CHARTER),
            rule("GET", "/charter/reminder", SIGN_CHARTER),
            rule("POST", "/charter/later", SIGN_CHARTER),
            rule("POST", "/charter/submit", MANAGE_CHARTER),
            rule("GET", "/charter/review", REVIEW_CHARTER),
            rule("POST", "/charter/opinion", REVIEW_CHARTER),
            rule("POST", "/charter/approve", APPROVE_CHARTER),
            rule("POST", "/charter/send-back", APPROVE_CHARTER),
            rule("GET", "/charter/edit", MANAGE_CHARTER),
            rule("POST", "/charter/edit", MANAGE_CHARTER),
            rule("POST", "/charter/discard", MANAGE_CHARTER),
            rule("POST", "/charter/publish", MANAGE_CHARTER),
            rule("POST", "/charter/withdraw", MANAGE_CHARTER),
            rule("GET", "/charter/signatures", SEE_SIGNATURES),
            rule("GET", "/charter/signatures.csv", SEE_SIGNATURES),
            rule("GET", "/charter/signatories", NAME_SIGNATORIES),
            rule("GET", "/charter/signatories.csv", NAME_SIGNATORIES),
            rule("GET", "/api/v1/charter", READ_CHARTER),
            rule("GET", "/api/v1/charter/signatures", SEE_SIGNATURES),
            rule("GET", "/api/v1/charter/draft", MANAGE_CHARTER),
            rule("PUT", "/api/v1/charter/draft", MANAGE_CHARTER),
            rule("DELETE", "/api/v1/charter/draft", MANAGE_CHARTER),
            rule("POST", "/api/v1/charter/draft/submit", MANAGE_CHARTER),
            rule("GET", "/api/v1/charter/review", FOLLOW_REVIEW),
            rule("GET", "/api/v1/charter/signature", READ_CHARTER),
            new Rule("GET", "/sign-in", OPEN),
            new Rule("POST", "/sign-in", OPEN),
            new Rule("GET", "/first-run", OPEN),
            new Rule("POST", "/first-run", OPEN),
            rule("POST", "/sign-out", MANAGE_OWN_ACCOUNT),
            rule("GET", "/account", MANAGE_OWN_ACCOUNT),
            rule("POST", "/account/password", MANAGE_OWN_ACCOUNT),
            rule("POST", "/account/language", MANAGE_OWN_ACCOUNT),
            rule("GET", "/account/confirm", MANAGE_OWN_ACCOUNT),
            rule("POST", "/account/confirm", MANAGE_OWN_ACCOUNT),
            rule("GET", "/settings/keys", READ_OWN_KEYS),
            rule("POST", "/settings/keys", MANAGE_OWN_KEYS),
            rule("GET", "/settings/keys/*/revoke", MANAGE_OWN_KEYS),
            rule("POST", "/settings/keys/*/revoke", MANAGE_OWN_KEYS),
            rule("GET", "/settings/limits", READ_OWN_KEYS),
            rule("GET", "/settings/people", MANAGE_PEOPLE),
            rule("POST", "/settings/people", MANAGE_PEOPLE),
            rule("GET", "/settings/people/new", MANAGE_PEOPLE),
            rule("GET", "/settings/people/*/edit", MANAGE_PEOPLE),
            rule("POST", "/settings/people/*/edit", MANAGE_PEOPLE),
            rule("POST", "/settings/people/*/password", MANAGE_PEOPLE),
            rule("POST", "/settings/people/*/disable", MANAGE_PEOPLE),
            rule("POST", "/settings/people/*/enable", MANAGE_PEOPLE),
            rule("GET", "/settings/teams", MANAGE_PEOPLE),
            rule("POST", "/settings/teams", MANAGE_PEOPLE),
            rule("POST", "/settings/teams/*/name", MANAGE_PEOPLE),
            new Rule("GET", "/css/**", OPEN),
            new Rule("GET", "/js/**", OPEN),
            new Rule("GET", "/fonts/**", OPEN),
            new Rule("GET", "/webjars/**", OPEN),
            new Rule("GET", "/icons.svg", OPEN),
            new Rule("GET", "/favicon.svg", OPEN),
            new Rule("GET", "/q/health", OPEN),
            new Rule("GET", "/q/health/**", OPEN),
            rule("GET", "/q/metrics", SEE_METRICS),
            rule("GET", "/q/openapi", SEE_API_DOCS),
            new Rule("GET", "/design", DEV_MODE),
            new Rule("GET", "/q/dev-ui/**", DEV_MODE),
            new Rule("POST", "/q/dev-ui/**", DEV_MODE));

    private AccessRules() {}

    /** @param path normalised, decoded and without query */
    static Finding find(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        boolean otherMethod = false;
        for (Rule rule : TABLE) {
            if (!rule.matches(path)) continue;
            if (rule.method().equals(asked)) return new Finding.Found(rule);
            otherMethod = true;
        }
        return otherMethod ? new Finding.OtherMethod() : new Finding.Nothing();
    }

    /** Whether somebody may look at a page. */
    static boolean lets(Caller caller, String path) {
        return switch (find("GET", path)) {
            case Finding.Found(Rule(String _, String _, Access.Needs(Right right))) -> Rights.allows(caller, right);
            case Finding.Found(Rule(String _, String _, Access.Open _)) -> true;
            case Finding.Found(Rule(String _, String _, Access.DevMode _)), Finding.OtherMethod _, Finding.Nothing _ ->
                false;
        };
    }

    static List<Rule> table() {
        return TABLE;
    }

    private static Rule rule(String method, String path, Right right) {
        return new Rule(method, path, new Access.Needs(right));
    }
}
