package org.vigie.assistant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request's body as the provider got it, and the same turn by turn where it reads as a chat-completions request.
 *
 * @param body untouched
 */
record WhatLeft(String body, List<Said> turns) {
    /** The form of the shield's placeholders, for emphasis only: nothing is restored by it. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[[A-Z]+_[A-Za-z0-9_]+]]");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param role as the API names it */
    record Said(String role, List<Piece> pieces) {}

    /** Some text, or one placeholder. */
    record Piece(String text, boolean placeholder) {}

    static WhatLeft of(String body) {
        List<Said> turns = new ArrayList<>();
        for (JsonNode message : messages(body)) {
            turns.add(new Said(message.path("role").asText(), pieces(content(message.path("content")))));
        }
        return new WhatLeft(body, turns);
    }

    private static JsonNode messages(String body) {
        try {
            return JSON.readTree(body).path("messages");
        } catch (JsonProcessingException anotherForm) {
            return JSON.createArrayNode();
        }
    }

    private static String content(JsonNode content) {
        return content.isTextual() ? content.asText() : content.toString();
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int at = 0;
        while (placeholder.find()) {
            if (placeholder.start() > at) pieces.add(new Piece(text.substring(at, placeholder.start()), false));
            pieces.add(new Piece(placeholder.group(), true));
            at = placeholder.end();
        }
        if (at < text.length()) pieces.add(new Piece(text.substring(at), false));
        return pieces;
    }
}
