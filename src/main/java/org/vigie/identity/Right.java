package org.vigie.identity;

import java.util.Set;
import org.vigie.identity.Caller.Scope;

/** What somebody may do; {@link Rights} says who. */
public enum Right {
    /** The chat page and one's own conversations. */
    USE_ASSISTANT(true),
    /** Asking without a mission. */
    ASK_OUTSIDE_MISSIONS(true),
    /** The page on which a text is shown as the shield sees it. */
    TRY_SHIELD(true),
    /** The OpenAI-compatible endpoint: for programs, so by key only. */
    USE_GATEWAY(false, Scope.GATEWAY),
    /** What happened to one's own requests. */
    READ_OWN_REQUESTS(true, Scope.GATEWAY, Scope.API_READ),
    /** One's own password and language. */
    MANAGE_OWN_ACCOUNT(true),
    READ_OWN_KEYS(true, Scope.API_READ),
    /** Creating and revoking one's own keys: never by a key. */
    MANAGE_OWN_KEYS(true),
    READ_PEOPLE(true, Scope.API_READ),
    MANAGE_PEOPLE(true),
    /** What the shield is taught, for everybody. */
    MANAGE_DICTIONARY(true),
    /** Which uses of AI the firm makes; keys for those that are open to oneself. */
    READ_USE_CASES(true, Scope.API_READ),
    /** The spaces of documents that are open to oneself, and the search in them; a key of the gateway searches by MCP. */
    READ_DOCUMENTS(true, Scope.API_READ, Scope.GATEWAY),
    /** Making spaces, and adding documents to those that one contributes to. */
    ADD_DOCUMENTS(true, Scope.API_WRITE),
    /** The prompts of the firm, of one's team and one's own. */
    READ_LIBRARY(true, Scope.API_READ),
    /** Writing prompts for oneself and one's team, and rating what one reads. */
    WRITE_LIBRARY(true, Scope.API_WRITE),
    /** Putting prompts on the firm's shelf, and changing those that stand there. */
    KEEP_LIBRARY(true, Scope.API_WRITE),
    /** Declaring use cases; opening, suspending and stopping one's own. */
    MANAGE_USE_CASES(true, Scope.API_WRITE),
    /** What is in force and who decided it; why one's own request is answered as it is. */
    READ_RULES(true, Scope.API_READ),
    /** All of it as one document, with the people that it names by their addresses. */
    EXPORT_RULES(true, Scope.API_READ),
    /** Changing what goes where, for everybody. */
    DECIDE_RULES(true, Scope.API_WRITE),
    /** One's own budget, and those of what one answers for. */
    READ_OWN_BUDGETS(true, Scope.API_READ),
    /** Saying that one has read what one was told of budgets. */
    READ_BUDGET_ALERTS(true, Scope.API_WRITE),
    /** All budgets but those of persons. */
    SEE_BUDGETS(true, Scope.API_READ),
    /** Setting and withdrawing budgets, of persons too. */
    SET_BUDGETS(true, Scope.API_WRITE),
    /** The missions that one is a member of, or all where one's role says so. */
    SEE_MISSIONS(true, Scope.API_READ),
    /** What is attested of one's missions to their clients. */
    SEE_ATTESTATIONS(true, Scope.API_READ),
    /** Framing missions, and deciding on one's own. */
    MANAGE_MISSIONS(true, Scope.API_WRITE),
    /** The files that prove a client's agreement, of one's own missions; an auditor's, of all. */
    READ_EVIDENCE(true),
    /** Keeping a mission's contents beyond the day of their erasure. */
    POSTPONE_PURGE(true),
    /** Reporting an incident, and seeing what became of one's own reports. */
    REPORT_INCIDENT(true, Scope.API_WRITE),
    READ_INCIDENTS(true, Scope.API_READ),
    /** Handling them, and the kill switch. */
    HANDLE_INCIDENTS(true, Scope.API_WRITE),
    /** What is known of providers and was decided on them. */
    SEE_PROVIDERS(true, Scope.API_READ),
    /** Writing it and deciding; the decision itself is never by a key. */
    ASSESS_PROVIDERS(true, Scope.API_WRITE),
    /** How providers do and what passes, without content and without persons. */
    SEE_GATEWAY(true, Scope.API_READ),
    SEE_METRICS(true, Scope.METRICS),
    SEE_API_DOCS(true, Scope.API_READ),
    /** The charter and its versions. */
    READ_CHARTER(true, Scope.API_READ),
    /** A person's own act: never by a key. */
    SIGN_CHARTER(true),
    /** Writing, publishing and withdrawing the charter; a key writes drafts and puts them before those who review. */
    MANAGE_CHARTER(true, Scope.API_WRITE),
    /** Reading what is to become the charter; the staff representatives give their opinion of it. */
    REVIEW_CHARTER(true),
    /** How far it has come, and what was said of it. */
    FOLLOW_REVIEW(true, Scope.API_READ),
    /** Approving it, or sending it back to its authors: never what one wrote oneself, and never by a key. */
    APPROVE_CHARTER(true),
    /** How many have signed the charter, in groups of five or more. */
    SEE_SIGNATURES(true, Scope.API_READ),
    /** Who has signed the charter, by name. */
    NAME_SIGNATORIES(true),
    /** How often traces of a person were asked for, and why, without names. */
    READ_DISCLOSURES(true, Scope.API_READ),
    /** Asking for somebody's traces, which gives the first key; {@code disclosure} looks at the roles besides. */
    ASK_DISCLOSURE(true),
    /** Giving a second key, and reading with both: {@code disclosure} says who has which. Never by a key of the API. */
    HOLD_TRACE_KEY(true),
    /** Naming who gives second keys where one person holds both roles. */
    NAME_KEY_HOLDERS(true),
    /** Who was named to give second keys, and by which decisions. */
    SEE_KEY_HOLDERS(true, Scope.API_READ),
    ADMINISTER_INSTANCE(true);

    private final boolean bySession;
    private final Set<Scope> byScopes;

    Right(boolean bySession, Scope... byScopes) {
        this.bySession = bySession;
        this.byScopes = Set.of(byScopes);
    }

    boolean allowedBy(Caller.Credential credential) {
        return switch (credential) {
            case Caller.Credential.Session _ -> bySession;
            case Caller.Credential.Key key -> key.scopes().stream().anyMatch(byScopes::contains);
        };
    }

    /** Whether it changes things: a key does so through the API alone, never by posting a page's form. */
    public boolean isForWriting() {
        return byScopes.contains(Scope.API_WRITE);
    }

    Set<Scope> scopes() {
        return byScopes;
    }
}
