package org.vigie.web;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.vigie.identity.Session;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** Compares the token of a posted form, which only the reader of the body finds; what {@link AccessGuard} left open. */
final class CsrfField {
    @ServerRequestFilter
    @WithFormRead
    public void check(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        if (routing.remove(AccessGuard.CSRF_OPEN) == null) return;
        Session session = routing.get(AccessGuard.SESSION);
        var form = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        Object token = form.getFormParameter(Csrf.FIELD, true, false);
        if (!(token instanceof String presented) || !Csrf.tokenIs(session.csrfToken(), presented)) {
            throw new ProblemException(new Problem.Untrusted());
        }
    }
}
