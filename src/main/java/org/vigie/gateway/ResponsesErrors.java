package org.vigie.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.vigie.exchange.Rejection;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;

/**
 * OpenAI's shape, but in a stream of responses, where an error is an event of its own. Beside the fields of the reference
 * it has an {@code error} as OpenAI's servers send: the SDKs raise their exceptions by it.
 */
record ResponsesErrors(OpenAiErrors openAi) implements ErrorForm {
    @Override
    public Buffer json(Problem problem, Language language, Optional<String> exchange) {
        return openAi.json(problem, language, exchange);
    }

    @Override
    public Buffer json(Rejection rejection, Optional<String> exchange) {
        return openAi.json(rejection, exchange);
    }

    @Override
    public Buffer event(Problem problem, Language language, Optional<String> exchange, long number) {
        JsonObject error = OpenAiErrors.error(problem, language);
        return new JsonObject()
                .put("type", "error")
                .put("sequence_number", number)
                .put("code", error.getValue("code"))
                .put("message", error.getValue("message"))
                .put("param", error.getValue("param"))
                .put("error", error)
                .toBuffer();
    }
}
