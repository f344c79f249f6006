package org.vigie.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vigie.exchange.Rejection;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;
import org.vigie.web.ProblemEncoder;
import org.vigie.web.ProblemWords;

/**
 * Problems in the shape of Anthropic's API: {@code {"type":"error","error":{"type","message"}}}; the code of the contract
 * stands beside, as {@code code}.
 */
@Singleton
final class AnthropicErrors implements ProblemEncoder, ErrorForm {
    @Override
    public String prefix() {
        return "/v1/messages";
    }

    @Override
    public Encoded encode(Problem problem, Language language, RoutingContext request) {
        return new Encoded(JSON, json(problem, language, Optional.empty()).toString());
    }

    @Override
    public Buffer json(Problem problem, Language language, Optional<String> exchange) {
        JsonObject error =
                error(problem.status(), ProblemWords.of(problem, language).text());
        return whole(error.put("code", problem.code()), exchange);
    }

    @Override
    public Buffer json(Rejection rejection, Optional<String> exchange) {
        ForeignWords words = new ForeignWords(rejection);
        if (words.isAnthropic()) return Buffer.buffer(rejection.body());
        return whole(error(rejection.status(), words.message()), exchange);
    }

    private static JsonObject error(int status, String message) {
        return new JsonObject().put("type", type(status)).put("message", message);
    }

    private static Buffer whole(JsonObject error, Optional<String> exchange) {
        JsonObject whole = new JsonObject().put("type", "error").put("error", error);
        exchange.ifPresent(id -> whole.put("request_id", id));
        return whole.toBuffer();
    }

    /** By status, as Anthropic's documentation of errors has it. */
    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 503 -> "overloaded_error";
            case 504 -> "timeout_error";
            default -> status < 500 ? "invalid_request_error" : "api_error";
        };
    }
}
