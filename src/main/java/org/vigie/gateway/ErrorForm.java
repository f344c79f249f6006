package org.vigie.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Optional;
import org.vigie.exchange.Rejection;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;

/** The shape in which one API tells its errors. */
interface ErrorForm {
    String JSON = "application/json; charset=utf-8";

    /** @param exchange the exchange that it ended, if there was one */
    Buffer json(Problem problem, Language language, Optional<String> exchange);

    /**
     * The same as the last event of a stream.
     *
     * @param number of events before it
     */
    default Buffer event(Problem problem, Language language, Optional<String> exchange, long number) {
        return json(problem, language, exchange);
    }

    /** A provider's own words: byte for byte where they have this shape, else put into it. */
    Buffer json(Rejection rejection, Optional<String> exchange);

    /** Ends the response with it. */
    default void write(HttpServerResponse response, Problem problem, Language language) {
        response.setStatusCode(problem.status());
        response.putHeader("content-type", JSON);
        headers(problem).forEach(response::putHeader);
        response.end(
                json(problem, language, Optional.ofNullable(response.headers().get("x-request-id"))));
    }

    private static Map<String, String> retryAfter(int seconds) {
        return Map.of("retry-after", Integer.toString(seconds));
    }

    private static Map<String, String> headers(Problem problem) {
        if (problem instanceof Problem.TooMany later) return retryAfter(later.retryAfterSeconds());
        if (problem instanceof Problem.UpstreamBusy busy) return retryAfter(busy.retryAfterSeconds());
        return problem instanceof Problem.OverBudget ? Map.of("x-should-retry", "false") : Map.of();
    }
}
