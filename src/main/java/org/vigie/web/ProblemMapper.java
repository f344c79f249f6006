package org.vigie.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** What resources throw, as the answer of their path. */
@Singleton
final class ProblemMapper {
    private final ProblemAnswers answers;

    @Inject
    ProblemMapper(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException thrown, RoutingContext request) {
        return answer(thrown.problem(), request);
    }

    /** The body of a request to the REST API; its own mapper stands before the one of the framework. */
    @ServerExceptionMapper
    public Response unfit(MismatchedInputException thrown, RoutingContext request) {
        return answer(UnfitBody.of(thrown), request);
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException thrown, RoutingContext request) {
        int status = thrown.getResponse().getStatus();
        if (status < 400) return thrown.getResponse();
        if (thrown.getCause() instanceof JsonProcessingException unfit) return answer(UnfitBody.of(unfit), request);
        return answer(
                switch (status) {
                    case 401 -> new Problem.Unauthenticated();
                    case 403 -> new Problem.Forbidden();
                    case 404 -> new Problem.NotFound();
                    case 405 -> new Problem.MethodNotAllowed();
                    default ->
                        status < 500
                                ? new Problem.Malformed("body", "not in the form that this address takes")
                                : Faults.recorded(thrown);
                },
                request);
    }

    @ServerExceptionMapper
    public Response fault(Throwable thrown, RoutingContext request) {
        return answer(Faults.recorded(thrown), request);
    }

    private Response answer(Problem problem, RoutingContext request) {
        return answers.response(request, problem);
    }
}
