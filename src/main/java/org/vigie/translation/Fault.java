package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a provider says about a request that it does not take, in no dialect.
 *
 * @param type by its status, as both APIs name it
 * @param code OpenAI's, for programs
 * @param param the field at fault
 */
record Fault(String message, String type, Optional<String> code, Optional<String> param) {
    private static final String TOO_LONG = "prompt is too long";

    /** Of OpenAI's shape, Anthropic's, or what servers that are compatible make of them. */
    static Fault of(int status, JsonNode body) {
        JsonNode error = body.path("error").isObject() ? body.path("error") : body;
        String message = Json.string(error.path("message"))
                .or(() -> Json.string(error.path("detail")))
                .or(() -> Json.string(body.path("error")))
                .or(() -> Json.present(error.path("message")).map(Json::text))
                .or(() -> Json.present(error.path("detail")).map(Json::text))
                .orElse("The provider gives no reason.");
        String said = error.path("type").asText();
        return new Fault(
                message,
                said.equals("overloaded_error") ? said : type(status),
                Json.string(error.path("code")).or(() -> code(status, message)),
                Json.string(error.path("param")));
    }

    /** As Anthropic's documentation of errors has it; OpenAI's SDKs go by the status. */
    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 503, 529 -> "overloaded_error";
            default -> status < 500 ? "invalid_request_error" : "api_error";
        };
    }

    private static Optional<String> code(int status, String message) {
        if (status == 429) return Optional.of("rate_limit_exceeded");
        if (status == 404) return Optional.of("model_not_found");
        return message.startsWith(TOO_LONG) ? Optional.of("context_length_exceeded") : Optional.empty();
    }
}
