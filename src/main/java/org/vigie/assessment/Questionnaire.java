package org.vigie.assessment;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vigie.kernel.Wording;

/** The fourteen questions put to a provider, 100 points in all, and what their answers amount to. */
public record Questionnaire(String version, List<Question> questions) {
    static final Questionnaire CURRENT = read();

    public Questionnaire {
        questions = List.copyOf(questions);
    }

    public record Question(String id, Wording text, List<Answer> answers) {
        public int weight() {
            return answers.stream().mapToInt(Answer::score).max().orElse(0);
        }
    }

    public record Answer(String code, int score, Wording text) {}

    /**
     * @param knockouts the ids of the questions whose answers bound it, whatever the score
     * @param cap empty: the provider is to be refused
     */
    public record Result(int score, List<String> knockouts, Optional<Cap> cap) {}

    private static Questionnaire read() {
        try (InputStream file = Objects.requireNonNull(Questionnaire.class.getResourceAsStream("questionnaire.json"))) {
            JsonObject json = new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            List<Question> questions = json.getJsonArray("questions").stream()
                    .map(JsonObject.class::cast)
                    .map(one -> new Question(one.getString("id"), wording(one), answers(one)))
                    .toList();
            return new Questionnaire(json.getString("version"), questions);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Answer> answers(JsonObject question) {
        return question.getJsonArray("answers").stream()
                .map(JsonObject.class::cast)
                .map(one -> new Answer(one.getString("code"), one.getInteger("score"), wording(one)))
                .toList();
    }

    private static Wording wording(JsonObject said) {
        return new Wording(said.getString("fr"), said.getString("en"));
    }

    /** Whether each question has one of its answers. */
    boolean isAnswered(Map<String, String> answers) {
        return questions.stream().allMatch(question -> answer(question, answers).isPresent());
    }

    private static Optional<Answer> answer(Question question, Map<String, String> answers) {
        return question.answers().stream()
                .filter(answer -> answer.code().equals(answers.get(question.id())))
                .findFirst();
    }

    /** @throws IllegalArgumentException where a question is not answered */
    Result judge(Map<String, String> answers) {
        if (!isAnswered(answers)) throw new IllegalArgumentException("a question is not answered");
        int score = questions.stream()
                .flatMap(question -> answer(question, answers).stream())
                .mapToInt(Answer::score)
                .sum();
        List<String> knockouts = new ArrayList<>();
        Optional<Cap> cap = byScore(score, answers);
        if (says(answers, "F7", "research")) {
            knockouts.add("F7");
            cap = Optional.empty();
        }
        cap = bounded(cap, says(answers, "F3", "possible"), Cap.C0, "F3", knockouts);
        cap = bounded(cap, says(answers, "F5", "no"), Cap.C1, "F5", knockouts);
        cap = bounded(cap, says(answers, "F2", "direct"), Cap.C2_MASKED, "F2", knockouts);
        return new Result(score, List.copyOf(knockouts), cap);
    }

    private static Optional<Cap> byScore(int score, Map<String, String> answers) {
        if (score < 45) return Optional.empty();
        if (score < 60) return Optional.of(Cap.C0);
        if (score < 75) return Optional.of(Cap.C1);
        if (score < 80) return Optional.of(Cap.C2_MASKED);
        boolean ours = says(answers, "F1", "internal") || says(answers, "F11", "secnumcloud");
        return Optional.of(ours ? Cap.C3 : Cap.C2);
    }

    private static Optional<Cap> bounded(
            Optional<Cap> cap, boolean applies, Cap most, String question, List<String> knockouts) {
        if (!applies) return cap;
        knockouts.add(question);
        return cap.map(most::narrower);
    }

    private static boolean says(Map<String, String> answers, String question, String answer) {
        return answer.equals(answers.get(question));
    }
}
