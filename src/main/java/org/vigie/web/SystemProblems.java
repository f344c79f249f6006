package org.vigie.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;

/** The same as {@link ApiProblems} for health, metrics and the API's description, which programs read. */
@Singleton
final class SystemProblems implements ProblemEncoder {
    private final ApiProblems api;

    @Inject
    SystemProblems(ApiProblems api) {
        this.api = api;
    }

    @Override
    public String prefix() {
        return "/q/";
    }

    @Override
    public Encoded encode(Problem problem, Language language, RoutingContext request) {
        return api.encode(problem, language, request);
    }
}
