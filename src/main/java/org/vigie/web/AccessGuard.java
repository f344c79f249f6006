package org.vigie.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.identity.ApiKeys;
import org.vigie.identity.Caller;
import org.vigie.identity.Rights;
import org.vigie.identity.Session;
import org.vigie.identity.Sessions;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;
import org.vigie.web.AccessRules.Access;
import org.vigie.web.AccessRules.Finding;
import org.vigie.web.AccessRules.Rule;

/**
 * Stands before every route: finds the rule, finds out who asks, and lets through or answers itself. Behind it,
 * {@link #CALLER} and {@link #LANGUAGE} are in the {@link RoutingContext} wherever the rule asks for a right. Keys are
 * found in memory on the event loop; a session costs one query on a virtual thread, while the body waits unread.
 */
@Singleton
public final class AccessGuard {
    /** Key of the {@link Caller} in a {@link RoutingContext}; absent on open routes. */
    public static final String CALLER = "vigie.caller";

    /** Key of the {@link Language}. */
    public static final String LANGUAGE = "vigie.language";

    static final String SESSION = "vigie.session";

    /** Set while the token of a form is still to be compared, by {@link CsrfField}. */
    static final String CSRF_OPEN = "vigie.csrf-open";

    /** Before every filter and route of Quarkus and of ours. */
    private static final int FIRST = 10_000;

    private static final Logger LOG = Logger.getLogger(AccessGuard.class);

    private final ApiKeys keys;
    private final Sessions sessions;
    private final ProblemAnswers problems;
    private final Csrf csrf;
    private final SecurityHeaders headers;

    @Inject
    AccessGuard(ApiKeys keys, Sessions sessions, ProblemAnswers problems, VigieConfiguration configuration) {
        this.keys = keys;
        this.sessions = sessions;
        this.problems = problems;
        this.csrf = new Csrf(configuration.server().publicUrl());
        this.headers = new SecurityHeaders(PublicUrl.isHttps(configuration));
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
    }

    /** Who asks. @throws IllegalStateException on a route that is open to everybody */
    public static Caller caller(RoutingContext request) {
        Caller caller = request.get(CALLER);
        if (caller == null) throw new IllegalStateException("No caller on " + request.normalizedPath());
        return caller;
    }

    /** The person's language, or the one that the browser asks for. */
    public static Language language(RoutingContext request) {
        Language known = request.get(LANGUAGE);
        return known == null ? Appearance.language(request) : known;
    }

    private void guard(RoutingContext request) {
        String path = request.normalizedPath();
        headers.addTo(request.response().headers(), path);
        if (isAmbiguous(path)) {
            refuse(request, new Problem.NotFound());
            return;
        }
        switch (AccessRules.find(request.request().method().name(), path)) {
            case Finding.Nothing _ -> refuse(request, new Problem.NotFound());
            case Finding.OtherMethod _ -> refuse(request, new Problem.MethodNotAllowed());
            case Finding.Found found -> apply(found.rule(), request);
        }
    }

    /**
     * JAX-RS cuts {@code ;…} out of a path before it looks for a route, and decodes {@code %2F}: rule and route must
     * not be looked up under different names.
     */
    private static boolean isAmbiguous(String path) {
        return path.indexOf(';') >= 0 || path.indexOf('%') >= 0 || path.indexOf('\\') >= 0 || path.contains("//");
    }

    private void apply(Rule rule, RoutingContext request) {
        switch (rule.access()) {
            case Access.Open _ -> enterOpen(request);
            case Access.DevMode _ -> {
                if (LaunchMode.current() == LaunchMode.DEVELOPMENT) request.next();
                else refuse(request, new Problem.NotFound());
            }
            case Access.Needs needs ->
                identify(request, needs, rule.isPage() && needs.right().isForWriting());
        }
    }

    private void enterOpen(RoutingContext request) {
        if (Csrf.changes(request.request().method().name()) && !csrf.sameOrigin(request.request())) {
            refuse(request, new Problem.Untrusted());
            return;
        }
        request.next();
    }

    private void identify(RoutingContext request, Access.Needs needs, boolean personOnly) {
        Optional<String> key = presentedKey(request.request());
        if (key.isPresent()) {
            if (personOnly) refuse(request, new Problem.Forbidden());
            else enterByKey(request, needs, keys.find(key.get()));
            return;
        }
        Optional<String> token = SessionCookie.read(request.request());
        if (token.isPresent()) {
            findSession(request, needs, token.get());
            return;
        }
        askToSignIn(request);
    }

    private void enterByKey(RoutingContext request, Access.Needs needs, Optional<Caller> caller) {
        if (caller.isEmpty()) refuse(request, new Problem.Unauthenticated());
        else if (!Rights.allows(caller.get(), needs.right())) refuse(request, new Problem.Forbidden());
        else enter(request, caller.get());
    }

    private void findSession(RoutingContext request, Access.Needs needs, String token) {
        Context context = Vertx.currentContext();
        Thread.startVirtualThread(() -> {
            try {
                Optional<Session> session = sessions.find(token);
                context.runOnContext(_ -> enterBySession(request, needs, session));
            } catch (RuntimeException unreachable) {
                LOG.warnf(
                        "No session can be looked up: %s",
                        unreachable.getClass().getName());
                context.runOnContext(_ -> refuse(request, new Problem.Unavailable()));
            }
        });
    }

    private void enterBySession(RoutingContext request, Access.Needs needs, Optional<Session> found) {
        if (found.isEmpty()) {
            askToSignIn(request);
            return;
        }
        Session session = found.get();
        request.put(LANGUAGE, Appearance.chosen(request).orElse(session.person().language()));
        request.put(SESSION, session);
        request.put(CALLER, session.caller());
        if (!Rights.allows(session.caller(), needs.right())) refuseSession(request);
        else if (!isOwnPage(request, session)) refuse(request, new Problem.Untrusted());
        else request.next();
    }

    /** Whoever may not use the assistant has a home page all the same. */
    private void refuseSession(RoutingContext request) {
        Caller caller = caller(request);
        if (request.normalizedPath().equals(LocalPath.HOME)) redirect(request, Navigation.firstPath(caller));
        else refuse(request, new Problem.Forbidden());
    }

    private boolean isOwnPage(RoutingContext request, Session session) {
        HttpServerRequest asked = request.request();
        if (!Csrf.changes(asked.method().name())) return true;
        if (!csrf.sameOrigin(asked)) return false;
        @Nullable String token = asked.getHeader(Csrf.HEADER);
        if (token != null) return Csrf.tokenIs(session.csrfToken(), token);
        if (!Csrf.isForm(asked.getHeader("Content-Type"))) return false;
        request.put(CSRF_OPEN, true);
        return true;
    }

    private static void enter(RoutingContext request, Caller caller) {
        request.put(CALLER, caller);
        request.put(LANGUAGE, Appearance.language(request));
        request.next();
    }

    /** A person is led to the page; a program is told. */
    private void askToSignIn(RoutingContext request) {
        String path = request.normalizedPath();
        boolean page = !path.startsWith("/v1/") && !path.startsWith("/api/") && !path.startsWith("/q/");
        if (!page || isScript(request)) refuse(request, new Problem.Unauthenticated());
        else if (Csrf.changes(request.request().method().name())) redirect(request, "/sign-in");
        else redirect(request, LocalPath.signIn(request.request().uri()));
    }

    private static boolean isScript(RoutingContext request) {
        String mode = request.request().getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate");
    }

    private static void redirect(RoutingContext request, String path) {
        request.request().resume();
        request.response()
                .setStatusCode(303)
                .putHeader("Location", path)
                .putHeader("Cache-Control", "no-store")
                .end();
    }

    /** The body arrives paused and is read to nowhere, so that the connection can go on. */
    private void refuse(RoutingContext request, Problem problem) {
        request.request().resume();
        problems.answer(request, problem);
    }

    private static Optional<String> presentedKey(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(authorization.substring(7).strip());
        }
        return Optional.ofNullable(request.getHeader("x-api-key"));
    }
}
