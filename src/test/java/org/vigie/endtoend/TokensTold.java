package org.vigie.endtoend;

import io.vertx.core.json.JsonObject;

/** The tokens of one exchange as {@code /api/v1/requests} tells them. */
final class TokensTold {
    private TokensTold() {}

    /** As the provider counts them; none from a cache, none of reasoning. */
    static JsonObject of(int input, int output) {
        return new JsonObject()
                .put("input", input)
                .put("cached", 0)
                .put("cacheWrite", 0)
                .put("output", output)
                .put("reasoning", 0)
                .put("estimated", false);
    }
}
