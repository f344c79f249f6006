package org.vigie.charter;

import java.util.List;
import java.util.Map;

/** A few questions on the rules of the charter; whoever fails reads why and tries again at once. */
record Quiz(List<Question> questions) {
    /** Per cent of right answers that it takes to sign. */
    static final int NEEDED = 80;

    Quiz {
        questions = List.copyOf(questions);
    }

    /**
     * @param article the one of the shipped charter whose rule it is about
     * @param right the index of the right answer
     */
    public record Question(
            String id, int article, String question, List<String> answers, int right, String explanation) {
        public Question {
            answers = List.copyOf(answers);
        }
    }

    public record Score(int correct, int questions) {
        public boolean passed() {
            return 100 * correct >= NEEDED * questions;
        }
    }

    /** @param given the index of the chosen answer, by the question's id; what is missing is wrong */
    Score score(Map<String, Integer> given) {
        int correct = (int) questions.stream()
                .filter(question -> given.getOrDefault(question.id(), -1) == question.right())
                .count();
        return new Score(correct, questions.size());
    }
}
