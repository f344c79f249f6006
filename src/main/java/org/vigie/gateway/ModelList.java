package org.vigie.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The models of a caller as each API lists them, on one page. */
final class ModelList {
    private ModelList() {}

    /**
     * A model under one of its names.
     *
     * @param owner the provider's id
     */
    record Offer(String name, String owner) {
        JsonObject openAi() {
            return new JsonObject()
                    .put("id", name)
                    .put("object", "model")
                    .put("created", 0)
                    .put("owned_by", owner);
        }

        /** Anthropic's reference gives the epoch to a model whose date is unknown. */
        JsonObject anthropic() {
            return new JsonObject()
                    .put("type", "model")
                    .put("id", name)
                    .put("display_name", name)
                    .put("created_at", "1970-01-01T00:00:00Z");
        }
    }

    static JsonObject openAi(List<Offer> offers) {
        JsonArray data = new JsonArray();
        offers.forEach(offer -> data.add(offer.openAi()));
        return new JsonObject().put("object", "list").put("data", data);
    }

    static JsonObject anthropic(List<Offer> offers) {
        JsonArray data = new JsonArray();
        offers.forEach(offer -> data.add(offer.anthropic()));
        JsonObject list = new JsonObject().put("data", data).put("has_more", false);
        if (offers.isEmpty()) return list.putNull("first_id").putNull("last_id");
        return list.put("first_id", offers.getFirst().name())
                .put("last_id", offers.getLast().name());
    }
}
