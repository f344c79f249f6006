package org.vigie.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is known of an exchange before its content is read.
 *
 * @param exchange its id, the caller's {@code x-request-id}
 * @param at when the request came, kept to the microsecond
 * @param person who asks; absent only where nobody is known yet
 * @param key the API key used, if any
 * @param model the model as asked for; recorded as {@value #UNREADABLE} unless it looks like a model's name, because the
 *     caller writes this field and could write anything into it
 * @param snapshot the policy snapshot that it runs under
 * @param mission the code of the mission that it stands in
 * @param useCase the code of the use case that it stands in
 */
public record Opening(
        UUID exchange,
        Instant at,
        Optional<UUID> person,
        Optional<UUID> key,
        Door door,
        String model,
        String snapshot,
        Optional<String> mission,
        Optional<String> useCase) {
    /** In the place of a name that could be anything. */
    public static final String UNREADABLE = "(unreadable)";

    private static final Pattern MODEL_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,99}");

    /** By which door an exchange comes in. */
    public enum Door {
        GATEWAY,
        ASSISTANT
    }

    public Opening {
        model = MODEL_NAME.matcher(model).matches() ? model : UNREADABLE;
    }

    String body() {
        Json body = new Json()
                .put("door", door.name().toLowerCase(Locale.ROOT))
                .put("model", model)
                .put("snapshot", snapshot);
        key.ifPresent(k -> body.put("key", k.toString()));
        mission.ifPresent(code -> body.put("mission", code));
        useCase.ifPresent(code -> body.put("useCase", code));
        return body.end();
    }

    static Opening of(Fact fact) {
        JsonNode body = Json.parse(fact.body());
        return new Opening(
                fact.subject(),
                fact.at(),
                fact.person(),
                body.optional("key").map(key -> UUID.fromString(key.asText())),
                Door.valueOf(body.required("door").asText().toUpperCase(Locale.ROOT)),
                body.required("model").asText(),
                body.required("snapshot").asText(),
                body.optional("mission").map(JsonNode::asText),
                body.optional("useCase").map(JsonNode::asText));
    }
}
