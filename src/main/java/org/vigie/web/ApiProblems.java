package org.vigie.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;

/** Problem details (RFC 9457) for the REST API and what programs read beside it. */
@Singleton
final class ApiProblems implements ProblemEncoder {
    @Override
    public String prefix() {
        return "/api/";
    }

    @Override
    public Encoded encode(Problem problem, Language language, RoutingContext request) {
        ProblemWords words = ProblemWords.of(problem, language);
        JsonObject body = new JsonObject()
                .put("type", "urn:vigie:problem:" + problem.code())
                .put("title", words.title())
                .put("status", problem.status())
                .put("detail", words.text())
                .put("code", problem.code());
        if (problem instanceof Problem.Rejected(List<Problem.Rejected.FieldFault> faults)) {
            JsonArray errors = new JsonArray();
            faults.forEach(fault ->
                    errors.add(new JsonObject().put("field", fault.field()).put("message", fault.message())));
            body.put("errors", errors);
        }
        return new Encoded("application/problem+json; charset=utf-8", body.encode());
    }
}
