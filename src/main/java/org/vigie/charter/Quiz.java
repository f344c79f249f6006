package org.vigie.charter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A few questions on the rules of the charter; whoever fails reads why and tries again at once. */
record Quiz(List<Question> questions) {
    /** Per cent of right answers that it takes to sign. */
    static final int NEEDED = 80;

    private static final int MOST_QUESTIONS = 12;
    private static final int MOST_ANSWERS = 6;
    private static final int LONGEST = 500;

    private static final String HEADING = "## ";
    private static final Pattern ARTICLE = Pattern.compile("^(.*\\S)\\s+\\(article (\\d{1,3})\\)$");

    Quiz {
        questions = List.copyOf(questions);
    }

    /**
     * @param id from 1, in the order of the quiz
     * @param article the one whose rule it is about; 0 where it is about none
     * @param right the index of the right answer; -1 where not exactly one is said to be right
     */
    public record Question(
            String id, int article, String question, List<String> answers, int right, String explanation) {
        public Question {
            answers = List.copyOf(answers);
        }
    }

    public record Score(int correct, int questions) {
        public boolean passed() {
            return questions > 0 && 100 * correct >= NEEDED * questions;
        }
    }

    /**
     * Reads {@code ## A question? (article 3)}, under it {@code + the right answer} and {@code - another}, then why. What
     * stands before the first question is not read.
     */
    static Quiz read(String text) {
        List<Question> questions = new ArrayList<>();
        for (String part : ("\n" + text).split("\n(?=" + HEADING + ")")) {
            if (part.startsWith(HEADING))
                questions.add(question(questions.size() + 1, part.lines().toList()));
        }
        return new Quiz(questions);
    }

    private static Question question(int number, List<String> lines) {
        String asked = lines.getFirst().substring(HEADING.length()).strip();
        Matcher about = ARTICLE.matcher(asked);
        boolean found = about.matches();
        List<String> answers = new ArrayList<>();
        List<String> why = new ArrayList<>();
        int right = -1;
        int rights = 0;
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("+ ")) {
                right = answers.size();
                rights++;
            }
            if (line.startsWith("+ ") || line.startsWith("- "))
                answers.add(line.substring(2).strip());
            else if (!line.isBlank()) why.add(line.strip());
        }
        return new Question(
                Integer.toString(number),
                found ? Integer.parseInt(about.group(2)) : 0,
                found ? about.group(1) : asked,
                answers,
                rights == 1 ? right : -1,
                String.join(" ", why));
    }

    /** Whether people can be asked it. @param articles how many the text has */
    boolean isSound(int articles) {
        return !questions.isEmpty()
                && questions.size() <= MOST_QUESTIONS
                && questions.stream().allMatch(question -> isSound(question, articles));
    }

    private static boolean isSound(Question question, int articles) {
        List<String> texts = new ArrayList<>(question.answers());
        texts.add(question.question());
        texts.add(question.explanation());
        return question.right() >= 0
                && question.answers().size() >= 2
                && question.answers().size() <= MOST_ANSWERS
                && question.article() <= articles
                && texts.stream().noneMatch(text -> text.isBlank() || text.length() > LONGEST);
    }

    /** @param given the index of the chosen answer, by the question's id; what is missing is wrong */
    Score score(Map<String, Integer> given) {
        int correct = (int) questions.stream()
                .filter(question -> given.getOrDefault(question.id(), -1) == question.right())
                .count();
        return new Score(correct, questions.size());
    }

    /** All that somebody reads of it before they answer. */
    String asRead() {
        StringBuilder read = new StringBuilder();
        for (Question question : questions) {
            read.append(question.question())
                    .append(' ')
                    .append(String.join(" ", question.answers()))
                    .append('\n');
        }
        return read.toString();
    }
}
