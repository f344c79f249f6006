package org.vigie.charter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.charter.CharterText.Advice;

/**
 * What is shipped: a charter to begin with, its quiz among it. In French, as the law that it rests on.
 *
 * @param warning that a lawyer reads it first
 */
record CharterModel(CharterText text, String warning) {
    static final CharterModel SHIPPED = load();

    private static CharterModel load() {
        JsonNode model = model();
        String articles = model.path("articles")
                .valueStream()
                .map(article -> "## " + article.path("title").asText() + "\n\n"
                        + article.path("text").asText())
                .collect(Collectors.joining("\n\n"));
        Map<Audience, Advice> advice = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            JsonNode lists = model.path("advice").path(audience.code());
            advice.put(audience, new Advice(texts(lists.path("dos")), texts(lists.path("donts"))));
        }
        CharterText text = new CharterText(
                model.path("title").asText(),
                articles,
                advice,
                model.path("statement").asText(),
                new String(read("quiz.txt"), StandardCharsets.UTF_8));
        return new CharterModel(text, model.path("warning").asText());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode model() {
        try {
            return new ObjectMapper().readTree(read("model.json"));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static byte[] read(String name) {
        try (InputStream file = CharterModel.class.getResourceAsStream(name)) {
            if (file == null) throw new IllegalStateException(name + " is not in the jar");
            return file.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
