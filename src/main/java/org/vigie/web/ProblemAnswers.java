package org.vigie.web;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;

/** The one way to answer a {@link Problem}, in the shape of the path that was asked for. */
@Singleton
public final class ProblemAnswers {
    private final List<ProblemEncoder> encoders;

    @Inject
    ProblemAnswers(@All List<ProblemEncoder> encoders) {
        this.encoders = encoders.stream()
                .sorted(Comparator.comparing(
                                (ProblemEncoder encoder) -> encoder.prefix().length())
                        .reversed())
                .toList();
    }

    /** Ends the request; on the event loop. */
    public void answer(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) return;
        if (response.headWritten()) {
            // Part of another answer is out: cutting it off says that it is not whole.
            response.reset();
            return;
        }
        ProblemEncoder.Encoded encoded = encode(request, problem);
        headers(problem).forEach(response::putHeader);
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", encoded.contentType())
                .putHeader("Cache-Control", "no-store")
                .end(encoded.body());
    }

    /** The same for a resource. */
    Response response(RoutingContext request, Problem problem) {
        ProblemEncoder.Encoded encoded = encode(request, problem);
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(encoded.contentType())
                .header("Cache-Control", "no-store")
                .entity(encoded.body());
        headers(problem).forEach(response::header);
        return response.build();
    }

    private ProblemEncoder.Encoded encode(RoutingContext request, Problem problem) {
        Language language = AccessGuard.language(request);
        String path = request.normalizedPath();
        return encoders.stream()
                .filter(encoder -> path.startsWith(encoder.prefix()))
                .findFirst()
                .orElseThrow()
                .encode(problem, language, request);
    }

    private static Map<String, String> headers(Problem problem) {
        if (problem instanceof Problem.TooMany(int seconds, String _))
            return Map.of("Retry-After", Integer.toString(seconds));
        if (problem instanceof Problem.UpstreamBusy busy)
            return Map.of("Retry-After", Integer.toString(busy.retryAfterSeconds()));
        if (problem instanceof Problem.OverBudget) return Map.of("x-should-retry", "false");
        if (problem instanceof Problem.Unauthenticated) return Map.of("WWW-Authenticate", "Bearer");
        return Map.of();
    }
}
