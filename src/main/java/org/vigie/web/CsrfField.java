package org.vigie.web;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.vigie.identity.Session;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** Compares the token of a posted form, which only the reader of the body finds; what {@link AccessGuard} left open. */
final class CsrfField {
    @ServerRequestFilter
    @WithFormRead
    public void check(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        var form = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        if (form.getFormData() != null) routing.put(PostedFields.KEY, fields(form.getFormData()));
        if (routing.remove(AccessGuard.CSRF_OPEN) == null) return;
        Session session = routing.get(AccessGuard.SESSION);
        Object token = form.getFormParameter(Csrf.FIELD, true, false);
        if (!(token instanceof String presented) || !Csrf.tokenIs(session.csrfToken(), presented)) {
            throw new ProblemException(new Problem.Untrusted());
        }
    }

    /** Texts only: no form of ours sends a file. */
    private static PostedFields fields(FormData form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String name : form) {
            values.put(
                    name,
                    form.get(name).stream()
                            .filter(value -> !value.isFileItem())
                            .map(FormValue::getValue)
                            .toList());
        }
        values.values().removeIf(List::isEmpty);
        return new PostedFields(values);
    }
}
