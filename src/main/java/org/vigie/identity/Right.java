package org.vigie.identity;

import java.util.Set;
import org.vigie.identity.Caller.Scope;

/** What somebody may do; {@link Rights} says who. */
public enum Right {
    /** The chat page and one's own conversations. */
    USE_ASSISTANT(true),
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
    /** Declaring use cases; opening, suspending and stopping one's own. */
    MANAGE_USE_CASES(true),
    /** What is in force and who decided it; why one's own request is answered as it is. */
    READ_RULES(true, Scope.API_READ),
    /** Changing what goes where, for everybody: never by a key. */
    DECIDE_RULES(true),
    /** The missions that one is a member of, or all where one's role says so. */
    SEE_MISSIONS(true, Scope.API_READ),
    /** Framing missions, and deciding on one's own. */
    MANAGE_MISSIONS(true),
    /** Reporting an incident, and seeing what became of one's own reports. */
    REPORT_INCIDENT(true),
    READ_INCIDENTS(true, Scope.API_READ),
    /** Handling them, and the kill switch: never by a key. */
    HANDLE_INCIDENTS(true),
    /** What is known of providers and was decided on them. */
    SEE_PROVIDERS(true, Scope.API_READ),
    /** Writing it and deciding: never by a key. */
    ASSESS_PROVIDERS(true),
    /** How providers do and what passes, without content and without persons. */
    SEE_GATEWAY(true, Scope.API_READ),
    SEE_METRICS(true, Scope.METRICS),
    SEE_API_DOCS(true, Scope.API_READ),
    /** The charter and its versions. */
    READ_CHARTER(true, Scope.API_READ),
    /** A person's own act: never by a key. */
    SIGN_CHARTER(true),
    /** Writing, publishing and withdrawing the charter. */
    MANAGE_CHARTER(true),
    /** How many have signed the charter, in groups of five or more. */
    SEE_SIGNATURES(true, Scope.API_READ),
    /** Who has signed the charter, by name. */
    NAME_SIGNATORIES(true),
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

    Set<Scope> scopes() {
        return byScopes;
    }
}
