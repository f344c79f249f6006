package org.vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.vigie.store.StoreException;

/** One line of JSON Lines: an id, of any JSON type and given back as it is, and a text. */
record TextLine(JsonNode id, String text) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws StoreException saying what is wrong with the line, without quoting it */
    static TextLine parse(String line) {
        JsonNode root;
        try {
            root = JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            int column =
                    notJson.getLocation() == null ? 0 : notJson.getLocation().getColumnNr();
            throw new StoreException("not valid JSON at column " + column);
        }
        if (root == null || !root.isObject()) throw new StoreException("not a JSON object");
        if (!root.path("text").isTextual()) throw new StoreException("no string \"text\"");
        return new TextLine(
                root.path("id").isMissingNode() ? JSON.nullNode() : root.get("id"),
                root.get("text").asText());
    }
}
