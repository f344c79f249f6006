package org.vigie.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.Rejection;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;
import org.vigie.web.ProblemEncoder;
import org.vigie.web.ProblemWords;

/** Problems in the OpenAI API's error shape: {@code {"error":{"message","type","param","code"}}}. */
@Singleton
final class OpenAiErrors implements ProblemEncoder, ErrorForm {
    private final AnthropicErrors anthropic = new AnthropicErrors();

    @Override
    public String prefix() {
        return "/v1";
    }

    @Override
    public Encoded encode(Problem problem, Language language, RoutingContext request) {
        if (isAnthropic(request)) return anthropic.encode(problem, language, request);
        return new Encoded(JSON, json(problem, language, Optional.empty()).toString());
    }

    /** Whether the client speaks Anthropic's dialect where both share a path. */
    static boolean isAnthropic(RoutingContext request) {
        return request.request().headers().contains("anthropic-version");
    }

    @Override
    public Buffer json(Problem problem, Language language, Optional<String> exchange) {
        return new JsonObject().put("error", error(problem, language)).toBuffer();
    }

    static JsonObject error(Problem problem, Language language) {
        return new JsonObject()
                .put("message", ProblemWords.of(problem, language).text())
                .put("type", type(problem))
                .put("param", param(problem))
                .put("code", problem.code());
    }

    @Override
    public Buffer json(Rejection rejection, Optional<String> exchange) {
        ForeignWords words = new ForeignWords(rejection);
        if (words.error().isPresent() && !words.isAnthropic()) return Buffer.buffer(rejection.body());
        JsonObject error = new JsonObject()
                .put("message", words.message())
                .put("type", rejection.status() == 429 ? "rate_limit_error" : "invalid_request_error")
                .putNull("param")
                .putNull("code");
        return new JsonObject().put("error", error).toBuffer();
    }

    private static String type(Problem problem) {
        return switch (problem) {
            case Problem.Refusal _ -> "policy_refused";
            case Problem.TooMany _ -> "rate_limit_error";
            case Problem.OverBudget _ -> "insufficient_quota";
            case Problem.UpstreamFailed _, Problem.UpstreamTimedOut _, Problem.UpstreamBusy _ -> "upstream_error";
            case Problem.Internal _, Problem.Unavailable _ -> "server_error";
            case Problem.Unauthenticated _,
                    Problem.Forbidden _,
                    Problem.Untrusted _,
                    Problem.AuthenticationTooOld _,
                    Problem.NotFound _,
                    Problem.MethodNotAllowed _,
                    Problem.Malformed _,
                    Problem.Rejected _,
                    Problem.ChangedMeanwhile _,
                    Problem.TooLarge _,
                    Problem.UnknownModel _ -> "invalid_request_error";
        };
    }

    private static @Nullable String param(Problem problem) {
        return switch (problem) {
            case Problem.UnknownModel _ -> "model";
            case Problem.Malformed malformed -> malformed.place();
            default -> null;
        };
    }
}
