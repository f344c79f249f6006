package org.vigie.web;

import io.vertx.ext.web.RoutingContext;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;

/**
 * Writes a {@link Problem} in the shape that the clients of some paths read: pages, REST, each dialect of the gateway.
 * Every implementation is a bean; the one with the longest fitting prefix answers ({@link ProblemAnswers}).
 */
public interface ProblemEncoder {
    /** The paths that it answers on start so, as {@code /v1/}. */
    String prefix();

    Encoded encode(Problem problem, Language language, RoutingContext request);

    /** @param contentType with its charset */
    record Encoded(String contentType, String body) {}
}
