package org.vigie.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.exchange.Rejection;

/**
 * What a provider says of a request that it refuses, whatever shape its server gives to errors: OpenAI's and Anthropic's, a
 * bare {@code error} or {@code message}, FastAPI's {@code detail}.
 */
final class ForeignWords {
    private static final String NONE = "The provider refused the request and gave no reason.";

    private final JsonObject root;

    ForeignWords(Rejection rejection) {
        this.root = root(rejection.body());
    }

    private static JsonObject root(byte[] body) {
        try {
            return Buffer.buffer(body).toJsonValue() instanceof JsonObject object ? object : new JsonObject();
        } catch (DecodeException notJson) {
            return new JsonObject();
        }
    }

    /** {@code {"error":{"message":…}}}, which is OpenAI's, or with {@code "type":"error"} Anthropic's. */
    Optional<JsonObject> error() {
        return root.getValue("error") instanceof JsonObject error && error.getValue("message") instanceof String
                ? Optional.of(error)
                : Optional.empty();
    }

    boolean isAnthropic() {
        return "error".equals(root.getValue("type")) && error().isPresent();
    }

    String message() {
        return error().map(error -> error.getString("message"))
                .or(() -> text("error"))
                .or(() -> text("message"))
                .or(() -> text("detail"))
                .or(this::details)
                .orElse(NONE);
    }

    private Optional<String> text(String field) {
        return root.getValue(field) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** FastAPI's faults of validation: {@code [{"loc":["body","x"],"msg":"field required"}]}. */
    private Optional<String> details() {
        if (!(root.getValue("detail") instanceof JsonArray faults)) return Optional.empty();
        String all = faults.stream()
                .filter(JsonObject.class::isInstance)
                .map(fault -> ((JsonObject) fault).getValue("msg"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
