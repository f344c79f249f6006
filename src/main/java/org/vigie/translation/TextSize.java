package org.vigie.translation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** How much a model would have to read of a request. */
final class TextSize {
    private static final Set<String> NOT_READ = Set.of("model", "signature", "cache_control");

    private TextSize() {}

    /** UTF-8 bytes of all texts and names, wherever they stand, but of what is no text. */
    static long of(JsonNode node) {
        if (node.isTextual()) return bytes(node.textValue());
        if (node.isArray()) return node.valueStream().mapToLong(TextSize::of).sum();
        return node.propertyStream()
                .filter(field -> !NOT_READ.contains(field.getKey()))
                .filter(field -> !(field.getKey().equals("data") && holdsBytes(node)))
                .mapToLong(field -> of(field.getValue()))
                .sum();
    }

    /** What an image costs is its size to the eye, of which its bytes say nothing. */
    private static boolean holdsBytes(JsonNode source) {
        return source.path("type").asText().equals("base64");
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
