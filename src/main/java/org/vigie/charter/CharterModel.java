package org.vigie.charter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.charter.CharterText.Advice;

/**
 * What is shipped: a charter to begin with, and the quiz. In French, as the law that it rests on.
 *
 * @param warning that a lawyer reads it first
 * @param statement what is promised by signing, with {@code {version}} and {@code {date}}
 */
record CharterModel(CharterText text, String warning, String statement, Quiz quiz) {
    static final CharterModel SHIPPED = load();

    private static CharterModel load() {
        JsonNode model = read("model.json");
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
        return new CharterModel(
                new CharterText(model.path("title").asText(), articles, advice),
                model.path("warning").asText(),
                model.path("statement").asText(),
                quiz(read("quiz.json")));
    }

    private static Quiz quiz(JsonNode questions) {
        return new Quiz(questions
                .valueStream()
                .map(one -> new Quiz.Question(
                        one.path("id").asText(),
                        one.path("article").asInt(),
                        one.path("question").asText(),
                        texts(one.path("answers")),
                        one.path("right").asInt(),
                        one.path("explanation").asText()))
                .toList());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode read(String name) {
        try (InputStream file = CharterModel.class.getResourceAsStream(name)) {
            if (file == null) throw new IllegalStateException(name + " is not in the jar");
            return new ObjectMapper().readTree(file);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
